import type { Draft, Spot } from './drafts.ts'
import type { Paragraph } from './paper.ts'
import { enumeratorOf, plainWords } from './words.ts'

/** A printed line with what it asks, in the body of the form. `number`: what it is counted by; null where a dash or nothing stands before it. */
type Asked = { readonly drafts: readonly Draft[]; readonly paragraph: Paragraph | undefined; readonly number: number | null; readonly key: string }

/** Lines that ask one person or thing, and how often the form prints them; `stub`: the line that only begins once more. */
type Fold = { readonly rows: readonly (readonly Asked[])[]; readonly stub: readonly Asked[] }

const MOST_LINES = 12
/** Fewer questions, that nothing counts, may be asked twice by chance. */
const FEWEST_UNCOUNTED = 3

const paragraphOf = ({ rows }: Draft): Paragraph | undefined => rows[0]?.[0]?.paragraph

const keyOf = (drafts: readonly Draft[]): string => JSON.stringify(drafts.map(({ label, section, kind, options }) => [label.toLowerCase(), section, kind, options]))

/** A table has rows of its own. */
const mayFold = (draft: Draft): boolean => draft.repeat === null && draft.rows.length === 1 && draft.where.startsWith('paragraph')

const askedLines = (drafts: readonly Draft[]): readonly Asked[] => {
  const lines: { drafts: Draft[]; paragraph: Paragraph | undefined }[] = []
  for (const draft of drafts) {
    const [last, paragraph] = [lines.at(-1), paragraphOf(draft)]
    if (last && paragraph && last.paragraph === paragraph) last.drafts.push(draft)
    else lines.push({ drafts: [draft], paragraph })
  }
  return lines.map((line) => {
    const counted = /^\(?(\d{1,2})[.)]?$/.exec(enumeratorOf(plainWords(line.paragraph?.text ?? '')))?.[1]
    return { ...line, number: counted === undefined ? null : Number(counted), key: line.drafts.every(mayFold) ? keyOf(line.drafts) : '' }
  })
}

const areAlike = (some: readonly Asked[], others: readonly Asked[]): boolean => some.length === others.length && some.every(({ key }, i) => key !== '' && key === others[i]?.key)

/** Is `next` where the same begins again: counted on, or right below with nothing to count by? */
const goesOn = (first: Asked, next: Asked, { rows, size }: { readonly rows: number; readonly size: number }): boolean => {
  if (next.key !== first.key) return false
  if (first.number !== null) return next.number === first.number + rows
  const lines = ((next.paragraph?.n ?? 0) - (first.paragraph?.n ?? 0)) / rows
  return next.number === null && (lines === size || (lines === size + 1 && isHeaded(first)))
}

/** '- Giấy chứng nhận: / Số: … / - Giấy chứng nhận: / Số: …': a line of their own heads each block. */
const isHeaded = ({ drafts }: Asked): boolean => drafts.length > 1 && drafts.every(({ section }) => section.length > 0)

const foldAt = (lines: readonly Asked[], at: number): Fold | undefined => {
  const first = lines[at]
  if (!first || first.key === '') return undefined
  const size = lines.slice(at + 1, at + 1 + MOST_LINES).findIndex((line, i) => goesOn(first, line, { rows: 1, size: i + 1 })) + 1
  const block = lines.slice(at, at + size)
  if (size === 0 || block.some(({ key }) => key === '') || (size > 1 && first.number === null && !isHeaded(first) && block.flatMap(({ drafts }) => drafts).length < FEWEST_UNCOUNTED)) return undefined
  const rows = [block]
  for (let next = at + size; ; next += size) {
    const [row, begin] = [lines.slice(next, next + size), lines[next]]
    if (!begin || !goesOn(first, begin, { rows: rows.length, size })) break
    // Only a number tells that a line which merely begins alike is one more.
    if (first.number === null && size > 1 && !areAlike(block, row)) break
    if (!areAlike(block, row)) return lines[next + 1]?.key === block[1]?.key ? undefined : { rows, stub: [begin] }
    rows.push(row)
  }
  return rows.length > 1 ? { rows, stub: [] } : undefined
}

const nameOf = (block: readonly Asked[], taken: ReadonlySet<string>): string => {
  const [draft] = block[0]?.drafts ?? []
  const [name, more] = [draft?.section.at(-1) ?? '', draft?.label ?? '']
  return [name, `${name} (${more})`.trim()].find((one) => one !== '' && !taken.has(one)) ?? more
}

const unfold = ({ rows }: Fold, taken: ReadonlySet<string>): readonly Draft[] => {
  const all = rows.map((block) => block.flatMap(({ drafts }) => drafts))
  const repeat = nameOf(rows[0] ?? [], taken)
  return (all[0] ?? []).map((draft, i) => ({ ...draft, repeat, rows: all.map((row): readonly Spot[] => row[i]?.rows[0] ?? []) }))
}

/** '1. Họ và tên: … 2. Họ và tên: …': lines that ask the same of one after another are a repeating group. */
export const foldRepeats = (drafts: readonly Draft[]): readonly Draft[] => {
  const lines = askedLines(drafts)
  const taken = new Set(drafts.flatMap(({ repeat }) => repeat ?? []))
  const out: Draft[] = []
  for (let at = 0; at < lines.length;) {
    const fold = foldAt(lines, at)
    const folded = fold ? unfold(fold, taken) : lines[at]?.drafts ?? []
    for (const { repeat } of folded) if (repeat !== null) taken.add(repeat)
    out.push(...folded)
    at += fold ? fold.rows.flat().length + fold.stub.length : 1
  }
  return out
}
