import type { Slot } from './find-slots.ts'
import { isUnit, kindOf } from './kind-of-label.ts'
import { cleanLabel, readLabel, type Label } from './label.ts'
import { noteBehind, type At } from './slot-at.ts'
import type { Walk } from './walk.ts'
import { countWords, isCapitals, plainWords, trimPunctuation, withoutEnumerator } from './words.ts'

/** What a note says of a hole that has no words: 'Ghi rõ tên tổ chức' -> 'Tên tổ chức'. */
export const labelOfNote = (text: string): string => {
  const [sentence = ''] = text.split(/[.;\n](?:\s|$)/)
  return cleanLabel(sentence.replace(/^(ghi rõ|ghi cụ thể|ghi đầy đủ|ghi|nêu rõ|nêu|điền)[\s:]+/iu, '')).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

const BARE_DATE = /^((vào )?ngày( tháng năm)?|tháng)(\s*[(/]\s*(day|date|month)\)?)?$/iu

/** 'Thời gian tập sự: từ … đến …': where a stretch begins is named by what lasts. */
const STARTS = /^((kể )?từ( ngày| tháng)?|quý)$/iu
const LASTS = /^(.+): (?:kể )?từ( ngày| tháng)?$/iu

/** 'Thời hạn làm việc: Từ (ngày ... tháng ...) đến (ngày ... tháng ...)': how the answer is written. */
const STRETCH = /^từ \(ngày[^()]*\) đến \(ngày[^()]*\)$/iu

/** 'Ngày cấp ngày … tháng … năm …': said twice. */
const DAY_TWICE = /^(ngày(?:,? tháng,? năm)? \p{L}.*) ngày$/iu

/** Labels that lean on the words before them: 'Ngày sinh: ngày … tháng … năm …'. */
const settle = ({ label, scope, note }: Label, slot: Slot): Label => (slot.date === 'words' && DAY_TWICE.test(label) ? { label: label.replace(DAY_TWICE, '$1'), scope, note } : STRETCH.test(label) && scope !== '' ? { label: scope, scope: '', note } : STARTS.test(label) && scope !== '' ? { label: `${scope}: ${label}`, scope: '', note } : slot.date !== undefined && BARE_DATE.test(label) && scope !== '' ? { label: scope, scope: '', note } : { label, scope, note })

const SHORT_WORDS = 3
/** Of words that ask for nothing known. */
const LONGER_WORDS = 5
const UNKNOWN = 0.5
const LONGEST_TAIL = 10
/** 'Nên em … không thể đi đến trường và trở về nhà trong ngày': what is said of whom the hole names. */
const SAID = /^\s*(không|được|có|đã|sẽ|phải|cần)(?!\p{L})/iu
const LONGEST_SAID = 12

/** 'Ngày … tôi đã nghỉ việc tại …': what was done on that day, up to where the sentence asks on. */
const DONE = /^\s*(?:chúng )?tôi(?: \p{Ll}[\p{Ll}/]*){2,12}?(?= (?:với|tại|ở|của|do|theo|vì) |[,;.(])/u

/** 'Đã được … phê duyệt, theo Quyết định số …': whoever did it stands between. */
const BY_WHOM = /(?<!\p{L})được[\s:]*$/iu
const ACTED = /^\s*(\p{Ll}+(?: \p{Ll}+){0,2})(?=\s*[,;.]|\s(?:tại|theo|ngày)(?!\p{L}))/u

/** The words behind a hole in mid-sentence, up to a stop; '' where they are another hole's, or a unit. */
const wordsBehind = ({ after, before, line, slot, isFirst }: At): string => {
  const [done] = isFirst && slot.date !== undefined ? DONE.exec(after) ?? [] : []
  if (done !== undefined) return cleanLabel(done)
  const [, act = ''] = BY_WHOM.test(before) ? ACTED.exec(after) ?? [] : []
  if (act !== '') return act
  if (line.slots.at(-1) !== slot || !/^\s*\p{Ll}/u.test(after)) return ''
  const words = cleanLabel(after.split(/[,;:.(]/)[0] ?? '')
  if (isUnit(words) && (slot.date !== undefined || kindOf('', words).kind !== 'quantity')) return ''
  return countWords(words) <= (SAID.test(words) ? LONGEST_SAID : LONGEST_TAIL) ? words : ''
}

/** 'Có: … hiện vật kèm theo', 'Tổng số: … trường hợp': the words behind say what of. */
const COUNTS_WHAT = /^(có|tổng số|gồm|cộng)$/iu

/** A hole in mid-sentence is named by the words around it, where those before say little. */
const around = (at: At, label: Label): Label => {
  if ((/:\s*$/.test(at.before) && !BY_WHOM.test(at.before) && !COUNTS_WHAT.test(label.label)) || countWords(label.label) > (kindOf(label.label, '').confidence < UNKNOWN ? LONGER_WORDS : SHORT_WORDS)) return label
  const tail = wordsBehind(at)
  if (tail === '') return label
  if (at.slot.date !== undefined) return BARE_DATE.test(label.label) ? { ...label, label: `Ngày tháng năm ${tail}` } : label
  return countWords(tail) < 2 ? label : { ...label, label: `${label.label} … ${tail}` }
}

/** 'IV. CAM KẾT: … (tên hợp tác xã) cam kết': under a heading the bracket behind says what is asked. */
const namedBehind = ({ after, isFirst }: At, label: Label): Label => {
  const [, named = ''] = /^\s*\(((?:họ |họ và )?tên\s[^()]{2,60})\)/iu.exec(after) ?? []
  return isFirst && named !== '' && isCapitals(label.label) ? { ...label, label: cleanLabel(named).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) } : label
}

const NAMES = /^(?:ghi )?(?:rõ )?(?:tên (?!cơ quan)|loại |hình thức )/iu

/** 'Tách Quỹ ...(1)... thành Quỹ ...(2)...': in a sentence the note of a mark among the dots says whose name it is. */
const LONGEST_BARE = 11
const namedByNote = (walk: Walk, { slot, before }: At): string | undefined => {
  if (slot.to - slot.from > LONGEST_BARE) return undefined
  const told = slot.note === undefined ? undefined : walk.notes.get(slot.note)
  return told !== undefined && plainWords(before) !== '' && !/:\s*$/.test(before) && NAMES.test(told) ? labelOfNote(told) : undefined
}

/** '… cấp cho [tên tổ chức đề nghị] …': what is to be written stands in its place. */
const namedInside = ({ slot, before }: At): string | undefined =>
  (slot.name !== undefined && /^(ghi )?(rõ )?(họ|tên|địa chỉ)[ ,]/iu.test(slot.name) && !/:\s*$/.test(before) ? labelOfNote(slot.name) : undefined)

/** '… (1) cam kết …. Nếu sai … (1) chịu trách nhiệm': a note that has named a hole names it again. */
const namedBefore = (walk: Walk, note: number | null): string | undefined => {
  const told = note === null ? undefined : walk.notes.get(note)
  const label = told === undefined ? '' : labelOfNote(told)
  return walk.drafts.some((draft) => draft.note === note && draft.label === label) ? label : undefined
}

/** 'Tuy nhiên, ……(5)……': behind a word that only joins, the note says what is asked. */
const joinedByNote = (walk: Walk, at: At): string | undefined => {
  const [words, told] = [plainWords(at.before), walk.notes.get(noteBehind(at) ?? 0)]
  return told !== undefined && /^(ghi|nêu|điền)(?!\p{L})/iu.test(told) && words.endsWith(',') && countWords(words) <= SHORT_WORDS ? labelOfNote(told) : undefined
}

/** Longer words before a colon head nothing. */
const LONGEST_SCOPE = 8

/** What a list asks of, however long its words: 'Thông tin về …, …', 'Diện tích đất của …, …'. */
const ASKS_OF = /^(thông tin|tình hình|hiện trạng|kết quả|nội dung|mục đích|lý do|phương án|kế hoạch|danh mục|danh sách|tổng|số|diện tích|thời hạn|thời gian|hình thức|tên)(?!\p{L})/iu

/** An item of a list with one hole, at its end, asks with all of its words. */
const wholeItem = ({ before, after, isFirst, line }: At): string | undefined => {
  const words = withoutEnumerator(plainWords(before))
  return isFirst && line.slots.length === 1 && trimPunctuation(plainWords(after)) === '' && words !== plainWords(before) && ASKS_OF.test(words) && !/(?<=\p{Ll})\. \p{Lu}/u.test(words) ? cleanLabel(before) : undefined
}

/** What names a slot whatever stands before it: words in its place, or a note. */
export const knownLabel = (walk: Walk, at: At): string | undefined =>
  namedInside(at) ?? namedByNote(walk, at) ?? joinedByNote(walk, at) ?? (/:\s*$/.test(at.before) ? undefined : namedBefore(walk, noteBehind(at)))

/** What the words around a slot ask; undefined where it has none. */
export const labelAt = (at: At): Label | undefined => {
  const read = readLabel(at.before, at.line.paragraph.atoms.slice(at.start, at.slot.from), at.isFirst)
  const whole = read.scope === '' || countWords(read.scope) > LONGEST_SCOPE ? wholeItem(at) : undefined
  const label = whole === undefined ? read : { ...read, label: whole, scope: '' }
  return label.label === '' ? undefined : namedBehind(at, around(at, settle(label, at.slot)))
}

/** 'Thời gian tập sự: từ' -> 'Thời gian tập sự', which the end of the stretch is asked of as well. */
export const lastingOf = (label: string): string | undefined => LASTS.exec(label)?.[1]
