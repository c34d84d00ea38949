import type { Spot } from './drafts.ts'
import type { CellHole, Crosses, Digits, Grid, GridCell } from './items.ts'
import { TICKED } from './make-grid.ts'
import { isYesNo } from './read-options.ts'
import { isReserved } from './sections.ts'
import { exclusive } from './take-options.ts'
import { addDraft, addSpot, forgetPart, takePending, type Walk } from './walk.ts'

const spotsOf = ({ lines, paragraph }: GridCell): readonly Spot[] => {
  const printed = lines.flatMap((line): readonly Spot[] => [
    ...line.slots.map((slot) => ({ on: 'slot', paragraph: line.paragraph, slot }) as const), ...line.boxes.map((at) => ({ on: 'box', paragraph: line.paragraph, at, option: '' }) as const),
  ])
  return printed.length > 0 ? printed : [{ on: 'gap', paragraph }]
}

const isTicked = (rows: readonly (readonly Spot[])[]): boolean => rows.length > 0 && rows.every((spots) => spots.every(({ on }) => on === 'box'))

/** Tables under one heading are groups of their own. */
const freeName = ({ drafts }: Walk, name: string, table: number): string => (drafts.some(({ repeat }) => repeat === name) ? `${name} (bảng ${table})` : name)

const SPARED = /không (?:phải|cần) (?:kê )?khai (?:các )?cột (?:số )?((?:\d{1,2}[,;\s]*(?:và )?)+)/iu

/** 'Nếu cột số 4 ghi … thì không phải kê khai các cột số 5, 6, 7': columns that a note of the table spares some people. */
const sparedColumns = ({ notes }: Walk, { columns }: Grid): ReadonlySet<number> =>
  new Set(columns.flatMap(({ note }) => [...(SPARED.exec(notes.get(note ?? 0) ?? '')?.[1] ?? '').matchAll(/\d+/g)].map(([number]) => Number(number))))

export const takeGrid = (walk: Walk, grid: Grid): void => {
  const pending = takePending(walk)
  const repeat = freeName(walk, pending?.label ?? walk.parts.at(-1)?.name ?? `Bảng ${grid.table}`, grid.table)
  const spared = sparedColumns(walk, grid)
  for (const { number, label, scope, note, ticked, cells } of grid.columns) {
    const rows = cells.map(spotsOf)
    addDraft(walk, { label, scope, note, rows, repeat, where: grid.site.where, ...(ticked || isTicked(rows) || TICKED.test(walk.notes.get(note ?? 0) ?? '') ? { kind: 'tick' } : {}), ...(isReserved(label) || spared.has(number) ? { optional: true } : {}) })
  }
}

/** Cells under 'Có' and 'Không', or under the steps of a scale: a cross in one of them answers. */
const takeAnswers = (walk: Walk, { label, note, cell, others = [], answers = [], site }: CellHole): void => {
  const spots = [cell, ...others].map((one, i): Spot => {
    const [spot] = spotsOf(one)
    return spot?.on === 'box' ? { ...spot, option: answers[i] ?? '' } : { on: 'gap', paragraph: one.paragraph, option: answers[i] ?? '' }
  })
  addDraft(walk, { label, note, rows: [spots], where: site.where, ...(isYesNo(answers.map((text) => ({ text }))) ? { kind: 'yesNo' } : { kind: 'choice', options: answers }) })
}

export const takeCell = (walk: Walk, hole: CellHole): void => {
  if (hole.answers) return takeAnswers(walk, hole)
  const { label, note, scope, measure, after = '', cell, site } = hole
  const pending = label === '' ? takePending(walk) : undefined
  addDraft(walk, { label: label || (pending?.label ?? ''), note: note ?? pending?.note ?? null, scope, after, ...(measure === undefined ? {} : { measure }), rows: [spotsOf(cell)], where: site.where, ...(isReserved(label) ? { optional: true } : {}) })
}

export const takeCrosses = (walk: Walk, { options, many, site }: Crosses): void => {
  const pending = takePending(walk)
  if (pending) forgetPart(walk, pending)
  const texts = options.map(({ text }) => text)
  const label = pending?.label ?? walk.parts.at(-1)?.name ?? ''
  addDraft(walk, {
    label, note: pending?.note ?? null, kind: !many && exclusive(texts, pending?.line.text ?? label) ? 'choice' : 'choices', options: texts, where: site.where,
    rows: [options.map(({ text, cell }) => { const [spot] = spotsOf(cell); return spot?.on === 'box' ? { ...spot, option: text } : { on: 'gap', paragraph: cell.paragraph, option: text } })],
  })
}

const isDigits = (rows: readonly (readonly Spot[])[]): boolean => rows.length === 1 && rows.every((spots) => spots.length > 0 && spots.every(({ on }) => on === 'digit'))

/** Rows of cells without words between them are for one answer that goes on. */
const goesOn = (walk: Walk, { label, site }: Digits): boolean => {
  const last = walk.drafts.at(-1)
  return label === '' && walk.pending === undefined && last !== undefined && isDigits(last.rows) && last.where.split(',')[0] === site.where.split(',')[0]
}

/** 'Tên công ty đóng gói: ☐ chính ☐ thứ cấp' with cells below it: what the boxes are about is written there. */
const chosenBefore = ({ drafts }: Walk): string => { const last = drafts.at(-1); return last?.kind === 'choice' || last?.kind === 'choices' ? last.label : '' }

export const takeDigits = (walk: Walk, digits: Digits): void => {
  const { label, note, cells, site } = digits
  if (goesOn(walk, digits)) return cells.forEach((paragraph) => addSpot(walk, walk.drafts.length - 1, { on: 'digit', paragraph }))
  const pending = label === '' ? takePending(walk) : undefined
  if (pending) forgetPart(walk, pending)
  addDraft(walk, { label: label || (pending?.label ?? chosenBefore(walk)), note: note ?? pending?.note ?? null, where: site.where, rows: [cells.map((paragraph) => ({ on: cells.length > 1 ? 'digit' : 'gap', paragraph }))] })
}
