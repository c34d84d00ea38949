import { cleanLabel, noteOf } from './label.ts'
import type { Line } from './lines.ts'
import { BOX } from './paper.ts'
import { plainWords, trimPunctuation } from './words.ts'

export type Option = { readonly text: string; readonly at: number }

/** Boxes of one line: what they answer, and the words of each. `rest`: index in the paragraph behind the last of them. */
export type Options = { readonly label: string; readonly note: number | null; readonly options: readonly Option[]; readonly yesNo: boolean; readonly rest: number }

/** 'Đánh dấu ☑ vào ô': a picture of what to do. */
const PICTURED = new RegExp(`(dấu|vào ô|ô vuông|tích|ký hiệu|dạng)\\s*[“"'(]*\\s*(x\\s*)?(vào\\s*)?(ô\\s*)?$`, 'iu')

const realBoxes = ({ text, from, boxes }: Line): readonly number[] => boxes.filter((at) => !PICTURED.test(text.slice(0, at - from)))

/** Words between the boxes: before the first, between, behind the last (up to the first dots). */
const wordsAround = (line: Line, boxes: readonly number[]): readonly string[] => {
  const end = line.slots.find((slot) => slot.from > (boxes.at(-1) ?? 0))?.from ?? line.to
  const cuts = [line.from - 1, ...boxes, end]
  return cuts.slice(0, -1).map((cut, i) => {
    const start = Math.max(cut + 1, ...line.slots.filter((slot) => slot.to <= (cuts[i + 1] ?? end)).map((slot) => slot.to))
    return line.paragraph.text.slice(start, cuts[i + 1])
  })
}

const COLON = /[:?]/

/** Label and first option of the words before a box that stands behind its words. */
const splitBefore = (before: string): readonly [string, string] => {
  const at = before.search(COLON)
  return at === -1 ? ['', before] : [before.slice(0, at + 1), before.slice(at + 1)]
}

const optionText = (words: string): string => cleanLabel(words.replace(/\(([^()]*(lý do|ghi cụ thể|ghi rõ|nêu rõ)[^()]*)\)?\s*[.…_]*.*$/iu, '').replace(/\((Lý do|Ghi).*$/u, ''))

/** Boxes stand before their words where nothing, or a label with its colon, is before the first; else behind them. */
const standBefore = (words: readonly string[]): boolean => {
  const [first = '', ...others] = words
  return trimPunctuation(others.at(-1) ?? '') !== '' && (plainWords(first) === '' || /[:?]\s*(\(\d+\)\s*)?$/.test(first.trimEnd()) || trimPunctuation(cleanLabel(first)) === '')
}

const YES = /^có(?!\p{L})[^,]{0,20}$/iu
const NO = /^(không|chưa)( có)?$/iu

export const isYesNo = (options: readonly Pick<Option, 'text'>[]): boolean => options.length === 2 && options.some(({ text }) => YES.test(text)) && options.some(({ text }) => NO.test(text))

const pair = (texts: readonly string[], boxes: readonly number[]): readonly Option[] => boxes.map((at, i) => ({ text: optionText(texts[i] ?? ''), at }))

/** What the boxes of a line are; undefined where they only picture an instruction. */
export const readOptions = (line: Line): Options | undefined => {
  const boxes = realBoxes(line)
  if (boxes.length === 0) return undefined
  const words = wordsAround(line, boxes)
  const leading = standBefore(words)
  const [before, first] = leading ? [words[0] ?? '', ''] : splitBefore(words[0] ?? '')
  const options = pair(leading ? words.slice(1) : [first, ...words.slice(1, -1)], boxes)
  const note = noteOf(words[0] ?? '', line.paragraph.atoms.slice(line.from, boxes[0]))
  const rest = line.slots.find((slot) => slot.from > (boxes.at(-1) ?? 0)) ? (boxes.at(-1) ?? 0) + 1 : line.to
  return { label: cleanLabel(before.replaceAll(BOX, '')), note, options, yesNo: isYesNo(options), rest }
}
