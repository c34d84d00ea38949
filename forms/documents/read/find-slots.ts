import { isAndSoOn, isInBracket } from './and-so-on.ts'
import { BOX, type Atom, type Paragraph } from './paper.ts'
import { findPlaceholders } from './placeholders.ts'

/** A stretch [from, to) of a paragraph's text. */
export type Stretch = { readonly from: number; readonly to: number }

/** Where a pen goes: dots, a tab with a leader, a field, a placeholder. `note`: a mark that stands among the dots. */
export type Slot = Stretch & { readonly parts: readonly Stretch[]; readonly date?: 'words' | 'slashes'; readonly time?: boolean; readonly note?: number; readonly name?: string }

const LEADERS = '._…‥·⋯․'

/** One letter for what an atom is: L leader, T tab with one, F field, P placeholder, O mark of a loop, U underlined blank, s space, x anything else. */
const classOf = (atom: Atom): string => {
  if (atom.kind === 'field') return 'F'
  if (atom.kind === 'tab') return atom.leader ? 'T' : 's'
  if (atom.kind !== 'char') return 'x'
  if (LEADERS.includes(atom.char)) return 'L'
  return /\s/.test(atom.char) ? (atom.leader ? 'U' : 's') : 'x'
}

/** A heading that is underlined with its colon: the blank between them is as little room as its letters are. */
const blanksOfHeading = ({ text, atoms }: Paragraph): readonly number[] =>
  [...text.matchAll(/(?<=\p{L})\s+(?=:)/gu)].filter(({ index, 0: { length } }) => atoms[index - 1]?.look.underlined === true && atoms[index + length]?.look.underlined === true).flatMap(({ index, 0: { length } }) => Array.from({ length }, (_, i) => index + i))

const classesOf = (paragraph: Paragraph): string => {
  const { text, atoms } = paragraph
  const classes = atoms.map(classOf)
  for (const at of blanksOfHeading(paragraph)) classes[at] = 's'
  for (const { from, to, loops } of findPlaceholders(text)) classes.fill(loops ? 'O' : 'P', from, to)
  return classes.join('')
}

const weightOf = (text: string, classes: string): number => {
  let weight = 0
  for (let i = 0; i < classes.length; i++) weight += 'TFP'.includes(classes[i] ?? '') ? 3 : '…⋯'.includes(text[i] ?? '') ? 3 : text[i] === '‥' ? 2 : 'sO'.includes(classes[i] ?? '') ? 0 : 1
  return weight
}

/** 'từ (ngày ... tháng ... năm ...) đến (…): ............': how a date is written, where dots for the answer follow. */
const isPattern = (text: string, from: number, to: number): boolean => {
  const [start, end] = [text.lastIndexOf('(', from), text.indexOf(')', to)]
  return end !== -1 && /^\(\s*ngày[\s.…]+tháng[\s.…]+năm[\s.…]+\)$/iu.test(text.slice(start, end + 1)) && /[.…]{4}|\t/.test(text.slice(end))
}

const MOST_SHOWN = 6

/** '(ghi cụ thể: từ ... giờ đến ... giờ)': short gaps in a bracket that shows how to write are no holes; a colon before one asks. */
const isShown = (text: string, { from, to }: Stretch, weight: number): boolean => {
  const before = text.slice(0, from)
  if (weight > MOST_SHOWN || !isInBracket(before)) return false
  if (weight <= 4 && isPattern(text, from, to)) return true
  // '(Ghi rõ thời gian thực hiện .....)' breaks off.
  const breaksOff = /\p{Ll}\s?$/u.test(before) && /^\s*\)/.test(text.slice(to))
  return (weight <= 4 || breaksOff) && /^\(\s*(ghi|nêu|ví dụ|thí dụ|vd|viết)(?!\p{L})/iu.test(before.slice(before.lastIndexOf('('))) && !/:\s*$/.test(before)
}

/** 'ghi trong ngoặc đơn (...)': shows the sign. */
const isSign = (text: string, { from, to }: Stretch): boolean => /(ngoặc đơn|ngoặc kép|dấu ngoặc)\s*[("“]\s*$/iu.test(text.slice(0, from)) && /^\s*[)"”]/.test(text.slice(to))

/** 'Chức năng tìm kiếm hồ sơ→3': a table of contents leads to its pages. */
const isOfContents = (text: string, { from, to }: Stretch): boolean => text.slice(from, to).includes('\t') && /^\s*\d{1,3}\s*($|\n)/.test(text.slice(to)) && /\p{L}{2,}\s+\p{L}{2,}[^:]*$/u.test(text.slice(0, from))

/** 'Nghị định số …/2016/NĐ-CP': the number of a law that was not out yet when the form was drawn up. */
const isOfLaw = (text: string, stretch: Stretch): boolean => isNumberOfLaw(text, stretch) || isDayOfLaw(text.slice(0, stretch.from))

/** Laws of the state, not decisions that somebody was given. */
const LAW = '(NĐ-CP|NQ-CP|TT-B\\p{Lu}+|TTLT-[\\p{Lu}-]+|QH\\d{0,2}(?!\\p{L}))'
const NUMBERED = new RegExp(`^\\s*(\\/[\\s.…]*)?\\/\\s*${LAW}`, 'u')
const DAY_OF_LAW = new RegExp(`${LAW}\\s+ngày[\\s.…]*(tháng[\\s.…]*(năm\\s*)?)?$`, 'u')

const isDayOfLaw = (before: string): boolean => DAY_OF_LAW.test(before)

const isNumberOfLaw = (text: string, { from, to }: Stretch): boolean =>
  (/số\s*:?\s*([.…]+\s*\/\s*)?$/iu.test(text.slice(0, from)) && NUMBERED.test(text.slice(to))) || /số\s*:?\s*$/iu.test(text.slice(0, from)) && /^\s*\/?\s*(19|20)\d\d\s*\/\s*(NĐ|TT|QĐ|NQ|QH|TTLT|PL)/u.test(text.slice(to))

/** '1. ……→ Con liệt sĩ ☐': a tab with a leader between a number and an option is the drafter's. */
const isStray = (text: string, { from, to }: Stretch): boolean => /(^|\n)\s*\(?\d{1,2}[.)]?\s*$/.test(text.slice(0, from)) && /^\.?[\t ]*$/.test(text.slice(from, to)) && new RegExp(`^\\s*\\p{L}[^\\t\\n:…]*${BOX}\\s*($|\\n)`, 'u').test(text.slice(to))

/** A tab alone says no 'and so on'. */
const hasDots = (text: string, { from, to }: Stretch): boolean => /[^\t ]/.test(text.slice(from, to))

/** 'ngày .. tháng ... năm ...': a day has room for two figures. */
const isDay = (before: string, after: string): boolean => /ngày\s*$/iu.test(before) && /^\s*tháng\s*[.…]/iu.test(after)

const isSlot = (text: string, classes: string, stretch: Stretch): boolean => {
  const weight = weightOf(text.slice(stretch.from, stretch.to), classes.slice(stretch.from, stretch.to))
  const before = text.slice(0, stretch.from)
  // 'Căn cước công dân số:.' has lost its dots.
  const least = /(?<!\p{L})số\s?:\s*$/u.test(before) ? 1 : /:\s*$/.test(before) || isDay(before, text.slice(stretch.to)) ? 2 : 3
  return weight >= least && !(hasDots(text, stretch) && isAndSoOn(text, stretch, weight)) && !isShown(text, stretch, weight) && !isSign(text, stretch) && !isOfContents(text, stretch) && !isOfLaw(text, stretch) && !isStray(text, stretch)
}

const RUN = /[LTFPUO](?:[LTFPUOs]*[LTFPUO])?/g

const COUNTS = /^\s*(?:(?!19|20)\d{1,2}|[IVX]{1,4}|[a-zđ])$/u
const LONGEST_COUNT = 10

/** '1. ........': the dot that counts is none of the dots. */
const withoutCount = (text: string, stretch: Stretch): Stretch => {
  const dot = /^\.[ \t]*(?=\S)/.exec(text.slice(stretch.from, stretch.to))?.[0]
  const head = text.slice(text.lastIndexOf('\n', Math.max(0, stretch.from - 1)) + 1, stretch.from)
  return dot !== undefined && head.length <= LONGEST_COUNT && COUNTS.test(head) ? { ...stretch, from: stretch.from + dot.length } : stretch
}

/** Stretches of leaders, alone, before any of them are joined. */
export const findStretches = (paragraph: Paragraph): readonly Stretch[] => {
  const classes = classesOf(paragraph)
  return [...classes.matchAll(RUN)].map(({ index, 0: found }) => withoutCount(paragraph.text, { from: index, to: index + found.length })).filter((stretch) => isSlot(paragraph.text, classes, stretch))
}
