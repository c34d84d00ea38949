import { kindOf, LIKELY, SURE } from './kind-of-label.ts'
import { cleanLabel } from './label.ts'
import { BOX, type Atom } from './paper.ts'
import { countWords } from './words.ts'

const WIDE = '(?: *\\t[ \\t]*| {3,})'

/** A name, and blank paper before the boxes of the sex: 'Họ và tên:      Nam ☐ Nữ ☐'. */
const BEFORE_SEX = new RegExp(`(?<=(tên)\\s*(?:\\([^()]*\\))?\\s*:)${WIDE}(?=Nam\\s*${BOX}|${BOX}\\s*Nam)`, 'giu')
/** A label with room before the next label: 'Sinh ngày:            Giới tính:', '3. Điện thoại:  4. Fax:'. */
const BEFORE_LABEL = new RegExp('(?<=(?:^|[\\t.…;:]| {2})([^:;\\t.…]{2,80}):)( *\\t[ \\t]*| {2,})(?=[;,]?[ \\t]*(\\d{1,2}[.)] ?|[a-zđ]\\) ?|[-–] ?|)(\\p{L}[^:;\\t.…]{1,80}):)', 'gu')

/** '…; Chức vụ→; Số định danh cá nhân: …': a tab up to the stop is room as well. */
const BEFORE_STOP = /(?<=[.…;:]\s*(\p{L}[^:;\t.…]{2,60}))\t+(?=\s*;)/gu

/** Narrow room, or words that nothing is known of, need another sign that both are questions: a known word, or a number. */
const SHORT = 4
const isRoom = ([, label = '', room = '', counted = '', next = '']: readonly string[]): boolean =>
  counted !== '' || (/\t\s*\t| {8}/.test(room) && countWords(label) <= SHORT && countWords(next) <= SHORT) || (isQuestion(label) && (/\t| {3}/.test(room) || isQuestion(next))) || (/\t| {4}/.test(room) && isKnown(label) && isQuestion(next))

const isKnown = (words: string): boolean => kindOf(cleanLabel(words), '').confidence >= LIKELY

/** '1.3 Điện thoại': of a number with dots the last figure is left. */
const isQuestion = (words: string): boolean => kindOf(cleanLabel(words.replace(/^\d{1,2}\s+/, '')), '').confidence >= SURE

/** Blank that an answer is written on is as good as underlined. */
export const markRoom = (atoms: readonly Atom[]): readonly Atom[] => {
  const text = atoms.map(({ char }) => char).join('')
  if (!text.includes(':') || !/\t| {2}/.test(text)) return atoms
  const found = [...text.matchAll(BEFORE_SEX), ...[...text.matchAll(BEFORE_LABEL)].filter(isRoom), ...[...text.matchAll(BEFORE_STOP)].filter(([, label = '']) => isKnown(label))]
  const room = new Set(found.flatMap(({ index, 0: blank }) => Array.from(blank, (_, i) => index + i)))
  return room.size === 0 ? atoms : atoms.map((atom, at) => (room.has(at) ? { ...atom, leader: true, room: true } : atom))
}
