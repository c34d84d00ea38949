import { existsSync } from 'node:fs'
import { readForm } from '../../forms/documents/read/read-form.ts'
import { addScores, goldForms, scoreHoles, type GoldForm } from '../documents/read/gold.ts'
import type { Row } from './table.ts'

const ROUNDS = 15

const medianMs = (docx: Uint8Array): number => {
  readForm(docx)
  const times = Array.from({ length: ROUNDS }, () => { const start = performance.now(); readForm(docx); return performance.now() - start }).sort((a, b) => a - b)
  return times[Math.floor(ROUNDS / 2)] ?? 0
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

const tell = ({ form, holes, docx }: GoldForm): void => {
  const score = scoreHoles(holes, readForm(docx).holes)
  console.log(`documents: ${form}: ${score.found} of ${score.gold} holes, ${score.labels} labels, ${score.kinds} kinds, ${score.spurious} made up, ${medianMs(docx).toFixed(1)} ms`)
}

const row = (what: string, target: string, [part, whole]: readonly [number, number], ok: boolean): Row => ({ section: 'documents', what, target, measured: `${share(part, whole)} (${part} of ${whole})`, ok })

/** Reading forms of agencies, against what a careful human says they ask: shared/data/forms, not in the repository, or the folder that GOLD_FORMS names. */
export const benchDocuments = async (): Promise<readonly Row[]> => {
  const { GOLD_FORMS } = process.env
  const [forms, folder] = [goldForms(GOLD_FORMS), GOLD_FORMS ?? '../shared/data/forms']
  if (forms.length === 0) return [{ section: 'documents', what: `reading the forms in ${folder}`, target: '', measured: `not measured: ${existsSync(folder) ? 'no forms with gold files' : 'no such folder'} here` }]
  forms.forEach(tell)
  const all = addScores(forms.map(({ docx, holes }) => scoreHoles(holes, readForm(docx).holes)))
  const slowest = Math.max(...forms.map(({ docx }) => medianMs(docx)))
  return [
    row(`holes found in ${forms.length} forms`, '>= 97 %', [all.found, all.gold], all.found / all.gold >= 0.97),
    row('labels right', '>= 95 %', [all.labels, all.gold], all.labels / all.gold >= 0.95),
    row('kinds right', '>= 90 %', [all.kinds, all.gold], all.kinds / all.gold >= 0.9),
    row('holes made up', '< 3 %', [all.spurious, all.predicted], all.spurious / all.predicted < 0.03),
    { section: 'documents', what: 'reading a form, warm: the slowest of them', target: '', measured: `${slowest.toFixed(1)} ms` },
  ]
}
