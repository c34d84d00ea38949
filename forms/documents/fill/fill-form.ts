import { openPackage } from '../package/open-package.ts'
import { savePackage } from '../package/save-package.ts'
import { splice, type Edit } from '../xml/splice.ts'
import { planStrokes, type Declared, type Written } from './plan-strokes.ts'
import type { Template, TemplateRepeat } from './template.ts'
import { writeSpot } from './write-spot.ts'

type PartEdit = Edit & { readonly part: string }

const editsOf = ({ strokes }: Written): readonly PartEdit[] => strokes.flatMap(({ spot, twins, text }) =>
  [spot, ...twins].flatMap((one) => writeSpot(one, text).map((edit) => ({ ...edit, part: one.part }))))

/** Two answers in one run both ask for its spaces to be kept: one attribute is enough. */
const withoutDoubles = (edits: readonly Edit[]): readonly Edit[] => {
  const seen = new Set<string>()
  return edits.filter(({ start, end, text }) => { const key = `${start} ${end} ${text}`; return seen.has(key) ? false : seen.add(key) })
}

/** Ids of paragraphs may stand only once in a document. Answers hold no bare quotes, so that nothing of theirs can be meant. */
export const withoutIds = (xml: string): string => xml.replace(/\sw14:(?:paraId|textId)="[^"]*"/g, '')

const ordinalEdits = ({ ordinals }: TemplateRepeat, row: number, copy: boolean): readonly Edit[] => {
  const ordinal = ordinals[Math.min(row, ordinals.length - 1)]
  return ordinal && (copy || !ordinal.printed) ? writeSpot(ordinal.spot, String(row + 1)) : []
}

const shifted = (edits: readonly Edit[], by: number): readonly Edit[] => edits.map(({ start, end, text }) => ({ start: start - by, end: end - by, text }))

const usedRows = (written: readonly Written[], name: string): number =>
  written.reduce((rows, { hole, row, ink }) => (hole.repeat === name && ink.text !== '' ? Math.max(rows, row + 1) : rows), 0)

/** The rows of a group that the form has no lines for: copies of its last row, with everything that makes it look as it does. */
const furtherRows = (repeat: TemplateRepeat, written: readonly Written[], source: (part: string) => string): readonly PartEdit[] => {
  const last = repeat.rows.at(-1)
  if (!last) return []
  const row = source(last.part).slice(last.start, last.end)
  const copies = Array.from({ length: Math.max(0, usedRows(written, repeat.name) - repeat.rows.length) }, (_, i) => {
    const number = repeat.rows.length + i
    const edits = written.filter((one) => one.hole.repeat === repeat.name && one.row === number).flatMap(editsOf)
    return withoutIds(splice(row, shifted(withoutDoubles([...edits, ...ordinalEdits(repeat, number, true), ...repeat.once]), last.start)))
  })
  return copies.length === 0 ? [] : [{ part: last.part, start: last.end, end: last.end, text: copies.join('') }]
}

const printedOrdinals = (repeat: TemplateRepeat, used: number): readonly PartEdit[] => repeat.rows.flatMap(({ part }, row) =>
  (row < used ? ordinalEdits(repeat, row, false).map((edit) => ({ ...edit, part })) : []))

/** All edits that filling makes, part by part. */
const editsByPart = (template: Template, written: readonly Written[], source: (part: string) => string): ReadonlyMap<string, readonly Edit[]> => {
  const rowsOf = (name: string | null): number => template.repeats.find((repeat) => repeat.name === name)?.rows.length ?? 1
  const edits = [
    ...written.filter(({ hole, row }) => row < rowsOf(hole.repeat)).flatMap(editsOf),
    ...template.repeats.flatMap((repeat) => [...printedOrdinals(repeat, usedRows(written, repeat.name)), ...furtherRows(repeat, written, source)]),
  ]
  return new Map([...Map.groupBy(edits, ({ part }) => part)].map(([part, list]) => [part, withoutDoubles(list)]))
}

/** The agency's form, and what is written in it. `template` was compiled from these bytes at publish. */
export type Filling = Declared & { readonly docx: Uint8Array }

/**
 * A Word form with the answers in its holes and nothing else changed. Throws PackageError where docx is no .docx, RangeError
 * where the template is another document's.
 */
export const fillForm = (filling: Filling): Uint8Array => {
  const pkg = openPackage(filling.docx)
  const edits = editsByPart(filling.template, planStrokes(filling), pkg.text)
  const encoder = new TextEncoder()
  return savePackage(pkg, new Map([...edits].map(([part, list]) => [part, encoder.encode(splice(pkg.text(part), list))])))
}
