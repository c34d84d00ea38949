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

const classesOf = ({ text, atoms }: Paragraph): string => {
  const classes = atoms.map(classOf)
  for (const { from, to, loops } of findPlaceholders(text)) classes.fill(loops ? 'O' : 'P', from, to)
  return classes.join('')
}

const weightOf = (text: string, classes: string): number => {
  let weight = 0
  for (let i = 0; i < classes.length; i++) weight += 'TFP'.includes(classes[i] ?? '') ? 3 : '…⋯'.includes(text[i] ?? '') ? 3 : text[i] === '‥' ? 2 : 'sO'.includes(classes[i] ?? '') ? 0 : 1
  return weight
}

const isInBracket = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')')

/** '(kê khai trong trường hợp ...)': the words of a bracket break off; behind a number, a date or a name there is a hole. */
const ENDS_OPEN = /^\([^():]{0,120}?\p{Ll}+,?\s\p{Ll}+\s(?!(?:số|ngày|là|tại|do|của|rõ|tên|từ|đến|năm|tháng)\s+$)\p{Ll}+\s*$/u

/** 'như đánh răng, rửa mặt...': right behind the last of what it names. */
const LONG_LIST = /^[^:]*(?:[,;][^:,;]*){3}\p{Ll}\s?$/u
const LISTS = /(?<!\p{L})(như|gồm|ví dụ)(?!\p{L})[^:]*,[^:]*\p{Ll}$/iu

/** Three dots after the last word of a list say 'and so on'; in a bracket that explains, behind any word. */
const isAndSoOn = (text: string, { from, to }: Stretch, weight: number): boolean => {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  if (weight <= 4 && /(cam đoan|cam kết|cảm ơn|kính đơn)$/iu.test(before)) return true
  if (weight <= 4 && after.trim() === '' && (LISTS.test(before) || LONG_LIST.test(before) || before.endsWith('(nếu có)'))) return true
  if (weight <= 4 && isInBracket(before) && /\p{Lu}{2}$/u.test(before) && /^\s*\)/.test(after)) return true
  if (weight <= 4 && isInBracket(before) && ENDS_OPEN.test(before.slice(before.lastIndexOf('('))) && /^\s*\)/.test(after)) return true
  return weight <= 4 && (/[,;]\s?$/.test(before) ? /^\s*([).;"”]|$)/.test(after) : /\p{Ll}$/u.test(before) && (isInBracket(before) || /^\s*[).;"”]/.test(after)))
}

/** '(ghi cụ thể: từ ... giờ đến ... giờ)': short gaps in a bracket that shows how to write are no holes; a colon before one asks. */
const isShown = (text: string, { from }: Stretch, weight: number): boolean => {
  const before = text.slice(0, from)
  return weight <= 4 && isInBracket(before) && /^\(\s*(ghi|nêu|ví dụ|thí dụ|vd|viết)(?!\p{L})/iu.test(before.slice(before.lastIndexOf('('))) && !/:\s*$/.test(before)
}

/** 'Nghị định số …/2016/NĐ-CP': the number of a law that was not out yet when the form was drawn up. */
const isOfLaw = (text: string, { from, to }: Stretch): boolean => /số\s*:?\s*$/iu.test(text.slice(0, from)) && /^\s*\/?\s*(19|20)\d\d\s*\/\s*(NĐ|TT|QĐ|NQ|QH|TTLT|PL)/u.test(text.slice(to))

/** '1. ……→ Con liệt sĩ ☐': a tab with a leader between a number and an option is the drafter's. */
const isStray = (text: string, { from, to }: Stretch): boolean => /(^|\n)\s*\(?\d{1,2}[.)]?\s*$/.test(text.slice(0, from)) && /^\.?[\t ]*$/.test(text.slice(from, to)) && new RegExp(`^\\s*\\p{L}[^\\t\\n:…]*${BOX}\\s*($|\\n)`, 'u').test(text.slice(to))

const isSlot = (text: string, classes: string, stretch: Stretch): boolean => {
  const weight = weightOf(text.slice(stretch.from, stretch.to), classes.slice(stretch.from, stretch.to))
  const least = /:\s*$/.test(text.slice(0, stretch.from)) ? 2 : 3
  return weight >= least && !isAndSoOn(text, stretch, weight) && !isShown(text, stretch, weight) && !isOfLaw(text, stretch) && !isStray(text, stretch)
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
