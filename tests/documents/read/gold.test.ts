import { describe, expect, test } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { addScores, goldForms, scoreHoles } from './gold.ts'

const forms = goldForms()

// They lie beside the repository and not in it: without them there is nothing to measure.
describe.skipIf(forms.length === 0)('forms of real agencies', () => {
  const scores = forms.map(({ docx, holes }) => scoreHoles(holes, readForm(docx).holes))
  const all = addScores(scores)

  test('97 % of the holes are found, 95 % with their label, 90 % with their kind, under 3 % are made up', () => {
    expect(all.found / all.gold).toBeGreaterThanOrEqual(0.97)
    expect(all.labels / all.gold).toBeGreaterThanOrEqual(0.95)
    expect(all.kinds / all.gold).toBeGreaterThanOrEqual(0.9)
    expect(all.spurious / all.predicted).toBeLessThan(0.03)
  })

  test.each(forms)('$form: the title is read, holes are numbered and each has a place', ({ docx, title }) => {
    const form = readForm(docx)
    expect(form.title.normalize('NFC').toLowerCase()).toBe(title.normalize('NFC').toLowerCase())
    expect(form.holes.map(({ n }) => n)).toEqual(form.holes.map((_, i) => i + 1))
    for (const hole of form.holes) expect(hole.places.flatMap(({ marks }) => marks), hole.label).not.toHaveLength(0)
  })
})
