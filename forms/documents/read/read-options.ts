import { cleanLabel, noteOf } from './label.ts'
import type { Line } from './lines.ts'
import { BOX } from './paper.ts'
import { enumeratorOf, plainWords, trimPunctuation } from './words.ts'

export type Option = { readonly text: string; readonly at: number }

/** Boxes of one line: what they answer, and the words of each. `head`: index in the paragraph up to which other questions stand before them; `rest`: behind the last of them. `leading`: each box stands before its words. */
export type Options = { readonly label: string; readonly note: number | null; readonly options: readonly Option[]; readonly yesNo: boolean; readonly leading: boolean; readonly head: number; readonly rest: number }

/** 'Đánh dấu ☑ vào ô': a picture of what to do. */
const PICTURED = new RegExp(`(dấu|vào ô|ô vuông|tích|ký hiệu|dạng)\\s*[“"'(]*\\s*(x\\s*)?(vào\\s*)?(ô\\s*)?$`, 'iu')

const realBoxes = ({ text, from, boxes }: Line): readonly number[] => boxes.filter((at) => !PICTURED.test(text.slice(0, at - from)))

/** Words between the boxes: before the first, between, behind the last (up to the first dots). `leading`: of words that dots part, those behind a box are its own. */
const wordsAround = (line: Line, boxes: readonly number[], leading = false): readonly string[] => {
  const end = line.slots.find((slot) => slot.from > (boxes.at(-1) ?? 0))?.from ?? line.to
  const cuts = [line.from - 1, ...boxes, end]
  return cuts.slice(0, -1).map((cut, i) => {
    const stop = cuts[i + 1] ?? end
    const inside = line.slots.filter((slot) => slot.from > cut && slot.to <= stop)
    const [before, behind] = [line.paragraph.text.slice(cut + 1, inside[0]?.from ?? stop), line.paragraph.text.slice(inside.at(-1)?.to ?? cut + 1, stop)]
    // 'Khác: … ☐': the words before the dots are those of the box.
    return (leading && i > 0) || trimPunctuation(plainWords(behind)) === '' ? before : behind
  })
}

const COLON = /[:?](?=[^:?]*$)/

/** Label, up to the last colon, and first option of the words before a box that stands behind its words. */
const splitBefore = (before: string): readonly [string, string] => {
  const at = before.search(COLON)
  return at === -1 ? ['', before] : [before.slice(0, at + 1), before.slice(at + 1)]
}

/** What asks for more of an option is none of its words: 'Có, số tiền: …', 'Tài khoản: Tên tài khoản …'. */
const withoutQuestion = (words: string): string => {
  const own = /^([^(:]*):/u.exec(words)?.[1]
  if (own === undefined) return words
  return /:\s*\p{L}/u.test(words) ? own : own.replace(/[,;][^,;]*$/u, '')
}

const optionText = (words: string): string => cleanLabel(words.replace(/\(([^()]*(lý do|ghi cụ thể|ghi rõ|nêu rõ)[^()]*)\)?\s*[.…_]*.*$/iu, '').replace(/\((Lý do|Ghi).*$/u, ''))

const YES = /^có(?!\p{L})[^,]{0,20}$/iu
const NO = /^(không|chưa)( có)?$/iu

export const isYesNo = (options: readonly Pick<Option, 'text'>[]): boolean => options.length === 2 && options.some(({ text }) => YES.test(text)) && options.some(({ text }) => NO.test(text))

const YES_OR_NO = /^(.*\S)\s+(có|không|chưa)[\s:]*$/isu

/** 'Đã kết hôn Có ☐ Không ☐': what is asked needs no colon where the answers are yes and no. */
const splitYesNo = (before: string, others: readonly string[]): readonly [string, string] | undefined => {
  const [, asked, first] = YES_OR_NO.exec(before) ?? []
  const second = cleanLabel(others[0] ?? '')
  // A colon, as in 'Có bệnh nào không: a) Không ☐', says by itself where the answers begin.
  return asked !== undefined && !/:\s*\p{L}[.)]$/u.test(asked) && first !== undefined && others.length === 2 && isYesNo([{ text: first }, { text: second }]) ? [asked, first] : undefined
}

/** Boxes stand before their words where nothing, or a label with its colon, is before the first; else behind them. */
const standBefore = (words: readonly string[]): boolean => {
  const [first = '', ...others] = words
  // '[02] Lần đầu: ☐ [03] …': what is counted on is another question.
  if (enumeratorOf(others.at(-1) ?? '') !== '' && plainWords(first) !== '') return false
  if (isYesNo(others.map((text) => ({ text: cleanLabel(text) })))) return true
  return trimPunctuation(others.at(-1) ?? '') !== '' && (plainWords(first) === '' || /[:?]\s*(\(\d+\)\s*)?$/.test(first.trimEnd()) || trimPunctuation(cleanLabel(first)) === '')
}

/** 'Họ và tên: … Giới tính: Nam ☐ Nữ ☐': dots with other words between them and the first box are holes of their own. */
const headOf = (line: Line, first: number): number => {
  const slot = line.slots.findLast(({ to }) => to <= first)
  return slot && trimPunctuation(plainWords(line.paragraph.text.slice(slot.to, first))) !== '' ? slot.to : line.from
}

const pair = (texts: readonly string[], boxes: readonly number[], { slots, to }: Line): readonly Option[] => boxes.map((at, i) => {
  const asksMore = slots.some(({ from }) => from > at && from < (boxes[i + 1] ?? to))
  return { text: optionText(asksMore ? withoutQuestion(texts[i] ?? '') : texts[i] ?? ''), at }
})

/** 'Xét hồ sơ: ☐   Thi: ☐': each box has its words and a colon before it. */
const areNamed = (around: readonly string[]): boolean => {
  const names = around.slice(0, -1)
  return names.length > 1 && names.every((words) => /^[^:]*\p{L}[^:]*:\s*$/u.test(words)) && trimPunctuation(plainWords(around.at(-1) ?? '')) === ''
}

const namedOptions = (line: Line, boxes: readonly number[], around: readonly string[]): Options => {
  const options = boxes.map((at, i) => ({ text: optionText(around[i] ?? ''), at }))
  return { label: '', note: null, options, yesNo: isYesNo(options), leading: false, head: headOf(line, boxes[0] ?? line.from), rest: line.to }
}

/** What the boxes of a line are; undefined where they only picture an instruction. */
export const readOptions = (line: Line): Options | undefined => {
  const boxes = realBoxes(line)
  if (boxes.length === 0) return undefined
  const around = wordsAround(line, boxes)
  if (areNamed(around)) return namedOptions(line, boxes, around)
  const leading = standBefore(around)
  const words = wordsAround(line, boxes, leading)
  const [before, first] = leading ? [words[0] ?? '', ''] : splitYesNo(words[0] ?? '', words.slice(1)) ?? splitBefore(words[0] ?? '')
  const options = pair(leading ? words.slice(1) : [first, ...words.slice(1, -1)], boxes, line)
  const note = noteOf(words[0] ?? '', line.paragraph.atoms.slice(line.from, boxes[0]))
  const rest = line.slots.find((slot) => slot.from > (boxes.at(-1) ?? 0)) ? (boxes.at(-1) ?? 0) + 1 : line.to
  return { label: cleanLabel(before.replaceAll(BOX, '')), note, options, yesNo: isYesNo(options), leading, head: headOf(line, boxes[0] ?? line.from), rest }
}
