import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillForm } from '../../forms/documents/fill/fill-form.ts'
import { NO_LISTS } from '../documents/fill/hand-form.ts'
import { trialOf } from '../documents/round-trip/plausible.ts'
import { median } from './statistics.ts'
import type { Row } from './table.ts'

const ROOT = join(import.meta.dirname, '../..')
const TARGET_MS = 50
const WARM = 5
const RUNS = 21

const formsIn = (folder: string, pathOf: (name: string) => string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, pathOf(name))).filter((path) => path.endsWith('.docx') && existsSync(path)) : [])

/** Our own forms, and the agencies' where they are at hand: one to nine pages. */
const allForms = (): readonly string[] => [
  ...formsIn(join(ROOT, 'forms/procedures'), (name) => `${name}/form.docx`), ...formsIn(join(ROOT, '../shared/data/forms'), (name) => name),
]

const timeOf = (path: string): number => {
  const trial = trialOf(new Uint8Array(readFileSync(path)))
  const fill = (): number => { const began = performance.now(); fillForm({ ...trial, lists: NO_LISTS }); return performance.now() - began }
  for (let i = 0; i < WARM; i++) fill()
  return median(Array.from({ length: RUNS }, fill))
}

/** Filling a whole Word form, unpacking and packing included, warm: each form's median. */
export const benchFilling = (): readonly Row[] => {
  const times = allForms().map(timeOf)
  const slowest = Math.max(...times)
  return [{
    section: 'documents', what: `fill a Word form, every hole answered, unpacked and packed again, warm (medians of ${times.length} forms)`,
    target: `< ${TARGET_MS} ms a document of two pages`, measured: `median ${median(times).toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms`, ok: slowest < TARGET_MS,
  }]
}
