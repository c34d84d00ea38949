import { kindOf } from './kind-of-label.ts'
import type { At } from './slot-at.ts'
import type { Walk } from './walk.ts'
import { countWords, enumeratorOf, plainWords, trimPunctuation, withoutEnumerator } from './words.ts'

/** A leader between a number and the words it counts is the drafter's tab, not a hole. */
const isDecoration = ({ before, after, isFirst, slot, line }: At): boolean =>
  isFirst ? /^\s*[-–+•*]\s*$/.test(before) && /^\s*\p{L}[^:]*:/u.test(after) && line.paragraph.atoms.slice(slot.from, slot.to).every(({ kind }) => kind === 'tab') : line.paragraph.atoms[slot.from]?.kind === 'tab' && enumeratorOf(trimPunctuation(before)) !== '' && trimPunctuation(withoutEnumerator(plainWords(before))) === '' && /:\s*$/.test(after)

/** 'Giới→tính: …': a tab with a leader inside a word that is known whole. */
const splitsWord = ({ before, after, slot, line }: At): boolean => {
  const [first, second] = [/(?<=^|[\s:.;…])(\p{Lu}\p{Ll}*)\s*$/u.exec(before)?.[1] ?? '', /^\s*(\p{Ll}+)(?!\p{L})/u.exec(after)?.[1] ?? '']
  const whole = `${first} ${second}`.toLowerCase()
  return first !== '' && second !== '' && slot.date === undefined && whole !== 'số ngày' && line.paragraph.atoms.slice(slot.from, slot.to).every(({ kind }) => kind === 'tab') && kindOf(whole, '').reason === `label begins with '${whole}'`
}

/** Nor is one before a sentence, which it only indents. */
const isIndent = ({ before, after, isFirst, slot, line }: At, walk: Walk): boolean =>
  isFirst && walk.pending?.trailing !== true && trimPunctuation(plainWords(before)) === '' && line.paragraph.atoms.slice(slot.from, slot.to).every(({ kind, char }) => kind === 'tab' || char === ' ') && countWords(after) >= PROSE_WORDS && !after.includes(':')

const PROSE_WORDS = 6

const FILLED_FROM = 6

/** '(chiếm … % tổng diện tích) ………', '… chưa thỏa thuận được. ………': what was asked is said, and dots fill the line. */
const isFiller = ({ before, after, isFirst }: At): boolean =>
  !isFirst && plainWords(after) === '' && countWords(before) >= FILLED_FROM && (/^[^()]*\)\s*$/.test(before) || /\p{Ll}{2}\.\s*$/u.test(before))

/** Room that the drafter has left, and nobody fills in. */
export const isStray = (at: At, walk: Walk): boolean => isDecoration(at) || splitsWord(at) || isIndent(at, walk) || isFiller(at)
