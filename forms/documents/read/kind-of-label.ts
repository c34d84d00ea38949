import kinds from '../vocabulary/kinds.json' with { type: 'json' }
import units from '../vocabulary/units.json' with { type: 'json' }
import { HOLE_KINDS, type HoleKind } from '../hole.ts'

/** A kind with how sure it is (0 to 1) and why. */
export type Guess = { readonly kind: HoleKind; readonly confidence: number; readonly reason: string }

type Entry = { readonly phrase: string; readonly kind: HoleKind; readonly sure: number; readonly alone: boolean }

const asKind = (kind: string): HoleKind => {
  const known = HOLE_KINDS.find((one) => one === kind)
  if (!known) throw new RangeError(`vocabulary names no kind of hole: ${kind}`)
  return known
}

const entriesOf = ({ kind, sure, words = [], alone = [] }: { readonly kind: string; readonly sure: number; readonly words?: readonly string[]; readonly alone?: readonly string[] }): readonly Entry[] =>
  [...words.map((phrase) => ({ phrase, kind: asKind(kind), sure, alone: false })), ...alone.map((phrase) => ({ phrase, kind: asKind(kind), sure: sure - 0.1, alone: true }))]

const ENTRIES: readonly Entry[] = kinds.flatMap(entriesOf)
const UNITS = units.map(({ kind, sure, unit }) => ({ kind: asKind(kind), sure, pattern: new RegExp(`^[\\s.…_]*\\(?(${unit})(?=\\s*([.,;:)/(]|$|-)|\\s+\\p{Lu})`, 'u') }))

/** Vietnamese names what is asked first and tells more of it behind: a phrase at the beginning counts for more than its length. */
const AT_START = 30

/** Short words say little where they do not begin a label. */
const SHORTEST_INSIDE = 6

/** In a long sentence only the last words before the hole ask; in letters. */
const LONG_LABEL = 42

const LETTER = /[\p{L}\p{N}]/u

/** Where a phrase stands as whole words; -1 where it does not. */
const positionOf = (label: string, phrase: string): number => {
  for (let at = label.indexOf(phrase); at !== -1; at = label.indexOf(phrase, at + 1)) {
    if (!LETTER.test(label[at - 1] ?? ' ') && !LETTER.test(label[at + phrase.length] ?? ' ')) return at
  }
  return -1
}

const endsWith = (label: string, phrase: string): boolean => label.replace(/[\s)]+$/u, '').endsWith(phrase)

const scoreOf = (label: string, { phrase, kind, alone }: Entry): number => {
  if (alone) return label === phrase ? phrase.length + 2 * AT_START : 0
  const at = positionOf(label, phrase)
  // Whoever is named in the middle of a label is not who is asked for: 'Hiện là học sinh lớp'.
  if (at > 0 && (label.length > LONG_LABEL || kind === 'name') && !endsWith(label, phrase)) return 0
  return at === -1 || (at > 0 && phrase.length < SHORTEST_INSIDE) ? 0 : phrase.length + (at === 0 ? AT_START : 0)
}

const plainLabel = (label: string): string => label.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/ ?\/ ?/g, '/').replaceAll(/oà(?!\p{L})/gu, 'òa').replaceAll(/uỷ(?!\p{L})/gu, 'ủy').replaceAll(/tuỳ(?!\p{L})/gu, 'tùy').replace(/\((nếu có|viết chữ in hoa|chữ in hoa|in hoa|viết in hoa|ghi họ tên bằng chữ in hoa)\)/gu, '').replace(/^\(([^()]+)\)$/u, '$1').replace(/^(?:là|của|cho|về|với) \((?:ghi|nêu) rõ (.+)\)$/u, '$1').trim()

const UNSURE: Guess = { kind: 'text', confidence: 0.4, reason: 'no known word in the label' }

const fromWords = (label: string): Guess => {
  let [best, top]: [Entry | undefined, number] = [undefined, 0]
  for (const entry of ENTRIES) {
    const score = scoreOf(label, entry)
    if (score > top) { best = entry; top = score }
  }
  if (!best) return UNSURE
  const atStart = top > best.phrase.length
  return { kind: best.kind, confidence: Math.max(0.3, atStart ? best.sure : best.sure - 0.15), reason: `label ${atStart ? 'begins with' : 'holds'} '${best.phrase}'` }
}

const UNIT_BRACKET = new RegExp(`\\s*\\((?:(?:đvt|đơn vị(?: tính)?)\\s*:?\\s*)?(?:${units.map(({ unit }) => unit).join('|')})\\)\\s*$`, 'iu')

/** 'Khối lượng (kg)' -> '(kg)', or ''. */
export const unitIn = (label: string): string => UNIT_BRACKET.exec(label)?.[0] ?? ''

const fromUnit = (after: string): Guess | undefined => {
  const unit = UNITS.find(({ pattern }) => pattern.test(after))
  return unit ? { kind: unit.kind, confidence: unit.sure, reason: `'${unit.pattern.exec(after)?.[1] ?? ''}' is printed behind it` } : undefined
}

/** 'Sức chở, tấn', 'Công suất (kW)': a unit at the end of a label. */
const fromOwnUnit = (label: string): Guess | undefined => fromUnit(/(?<!tháng)[,(]\s*([^,()]+)\)?$/u.exec(label)?.[1]?.split('/')[0] ?? '')

/** Kinds that a unit behind the hole decides; a date or a name before 'người' stays what it is. */
/** Kinds that can be added up. */
export const COUNTED: readonly HoleKind[] = ['quantity', 'number', 'money', 'area']
/** Confidence of a kind that the whole label names. */
export const SURE = 0.9

export const MEASURED: readonly HoleKind[] = ['text', 'longText', 'number', 'quantity', 'area', 'money', 'year', 'documentNumber']

/** A label, and what is printed behind its hole, -> the kind of answer. */
export const kindOf = (label: string, after: string): Guess => {
  const words = fromWords(plainLabel(label))
  const unit = fromUnit(after) ?? (words.kind === 'text' ? fromOwnUnit(label) : undefined)
  return unit && MEASURED.includes(words.kind) ? unit : words
}
