import type { Slot } from './find-slots.ts'
import { isUnit, kindOf } from './kind-of-label.ts'
import { cleanLabel, noteOf, readLabel, type Label } from './label.ts'
import type { Line } from './lines.ts'
import { offeredOptions } from './offered-options.ts'
import { isProgramMark } from './placeholders.ts'
import { addDraft, addRow, addSpot, forgetPart, isBrokenOff, scopePath, takePending, whereOf, type Walk } from './walk.ts'
import { beginsSmall, countWords, enumeratorOf, isCapitals, plainWords, trimPunctuation, withoutEnumerator, withoutNoteMarks } from './words.ts'
import { isReserved } from './sections.ts'

type At = { readonly line: Line; readonly slot: Slot; readonly before: string; readonly after: string; readonly isFirst: boolean; readonly start: number }

const NOTE_BEHIND = /^\s*\((\d{1,2})\)/

const noteBehind = ({ slot, after, line }: At): number | null =>
  slot.note ?? (NOTE_BEHIND.test(after) ? Number(NOTE_BEHIND.exec(after)?.[1]) : noteOf('', line.paragraph.atoms.slice(slot.to, slot.to + 2)))

/** What a note says of a hole that has no words: 'Ghi rõ tên tổ chức' -> 'Tên tổ chức'. */
const labelOfNote = (text: string): string => {
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

/** A lone word between two holes asks for the second: it is no unit of the first. */
const unitBehind = ({ after, line, slot }: At): string => (line.slots.at(-1) !== slot && countWords(after) < 2 && !/[,;.]/.test(after) ? '' : after)

const create = (walk: Walk, at: At, { label, scope, note }: Label, repeat: string | null = null): number => addDraft(walk, {
  label, scope, note, repeat, after: unitBehind(at), offered: offeredOptions(at.before, at.after), where: whereOf(at.line.site, at.line.paragraph), rows: [[{ on: 'slot', paragraph: at.line.paragraph, slot: at.slot }]],
  ...(isReserved(`${scope} ${label} ${at.isFirst ? at.before : ''}`) || /^nếu /iu.test(label) ? { optional: true } : {}),
})

/** '1………': a number without its stop counts as well. */
const BARE_COUNT = /^\s*[1-9]\s*$/

/** Is the slot all that a numbered line holds? Then it is one of a list of blank lines. */
const isListLine = ({ before, after, isFirst }: At): boolean =>
  isFirst && (BARE_COUNT.test(before) || (enumeratorOf(before) !== '' && trimPunctuation(withoutEnumerator(before)) === '')) && trimPunctuation(plainWords(after)) === ''

const COUNTED_ON = /^\(?([2-9]|\d\d)/

/** 'Giấy tờ nộp kèm theo đơn gồm có': a list of papers, whose items need no stop. */
const ENCLOSES = /(?<!\p{L})(kèm|gồm( có)?|bao gồm)(?!\p{L})/iu

/** '- Bản sao hợp đồng;' above '- ………': an item of the same list, which does not ask for the next. */
const isItem = (walk: Walk, line: Line, { before }: At): boolean => {
  const words = plainWords(line.text)
  const isClosed = /[;,.]$/.test(words) || (!words.endsWith(':') && ENCLOSES.test(walk.parts.at(-1)?.name ?? ''))
  return isClosed && enumeratorOf(words) !== '' && !/\d/.test(enumeratorOf(words)) && enumeratorOf(words) === enumeratorOf(before)
}

const takeListLine = (walk: Walk, at: At): void => {
  const spot = { on: 'slot', paragraph: at.line.paragraph, slot: at.slot } as const
  if (walk.list?.path === at.line.site.path) return addRow(walk, walk.list.at, spot)
  const before = takePending(walk)
  const pending = before && isItem(walk, before.line, at) ? undefined : before
  const label = pending?.label ?? walk.parts.at(-1)?.name ?? ''
  // What is counted on from questions before is no list of its own.
  if (pending?.itemised !== true && COUNTED_ON.test(enumeratorOf(at.before))) { create(walk, at, { label, scope: '', note: pending?.note ?? null }); return }
  walk.list = { at: create(walk, at, { label, scope: '', note: pending?.note ?? null }, label), path: at.line.site.path }
}

const giveUp = (walk: Walk, { line }: At): void => { walk.notUnderstood.push({ text: plainWords(line.text), where: whereOf(line.site, line.paragraph) }) }

const NAMED = /^(?:ghi|nêu|điền|tên|số|họ|địa|ngày|loại|lý do|nơi|cơ quan|chức)(?!\p{L})/iu

/** A slot without words of its own: a note names it, the line before asks it, it carries on the hole before, or words behind it tell. */
const takeWordless = (walk: Walk, at: At): number | undefined => {
  // '(1)………' in a letterhead; further down such a number counts.
  const note = noteBehind(at) ?? (walk.drafts.length === 0 && at.line.site.path !== '' ? noteOf(at.before, []) : null)
  const told = note === null ? undefined : walk.notes.get(note)
  // 'Hồ sơ gồm:' above '……(4)……': the words ask, and a note that names nothing only says more.
  const explains = told !== undefined && at.isFirst && walk.pending?.trailing === false && !isCapitals(walk.pending.label) && !NAMED.test(told)
  if (told !== undefined && !explains) return create(walk, at, { label: labelOfNote(told), scope: '', note })
  if (isListLine(at) && (walk.list || walk.pending)) { takeListLine(walk, at); return undefined }
  if (at.isFirst && walk.pending) { const pending = walk.pending; takePending(walk); forgetPart(walk, pending); const { label, note } = pending; return create(walk, at, { label, scope: '', note }) }
  // 'Kết quả học tập năm học …: …': what stands before the first dots is asked about.
  const asked = !at.isFirst && plainWords(at.before) === ':' ? walk.drafts[walk.last?.at ?? -1] : undefined
  if (asked) return create(walk, at, { label: `${asked.label} …`, scope: '', note })
  if (walk.last && (!at.isFirst || walk.last.path === at.line.site.path)) { addSpot(walk, walk.last.at, { on: 'slot', paragraph: at.line.paragraph, slot: at.slot }); return walk.last.at }
  const behind = cleanLabel(at.after)
  if (behind !== '') return create(walk, at, { label: behind, scope: '', note })
  // '{{ten_don_vi}}' alone: a program's word for it is better than none.
  const named = isProgramMark(at.line.paragraph.text.slice(at.slot.from, at.slot.to)) ? cleanLabel((at.slot.name ?? '').replaceAll(/[_.]+/g, ' ')) : ''
  if (named !== '') return create(walk, at, { label: named, scope: '', note })
  giveUp(walk, at)
  return undefined
}

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

/** 'Thời điểm ký: ……  Ngày … tháng … năm …': the date goes where its parts are printed, and the dots before it stay. */
const datesLast = (walk: Walk, { before, slot, line, isFirst }: At): number | undefined => {
  const [draft, at] = [walk.drafts.at(-1), walk.drafts.length - 1]
  if (isFirst || !draft || slot.date !== 'words' || !/^[\s:]*ngày(\s*[/(]\s*day\)?)?\s*$/iu.test(before) || draft.rows[0]?.[0]?.paragraph !== line.paragraph || !['date', 'issueDate'].includes(kindOf(draft.label, '').kind)) return undefined
  walk.drafts[at] = { ...draft, rows: [[{ on: 'slot', paragraph: line.paragraph, slot }]] }
  return at
}

/** 'Cơ quan cấp ……/issued by ……': dots behind the same words in another language go on with the answer. */
const isTwin = ({ before, isFirst }: At): boolean => !isFirst && /^\s*\/\s*[a-z][a-z .'()-]*[\s:]*$/iu.test(before)

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

const takeSlot = (walk: Walk, at: At): number | undefined => {
  const twin = isTwin(at) ? walk.drafts.length - 1 : undefined
  if (twin !== undefined && walk.last) { addSpot(walk, twin, { on: 'slot', paragraph: at.line.paragraph, slot: at.slot }); return twin }
  const dated = datesLast(walk, at)
  if (dated !== undefined) return dated
  const known = namedInside(at) ?? namedByNote(walk, at) ?? joinedByNote(walk, at) ?? (/:\s*$/.test(at.before) ? undefined : namedBefore(walk, noteBehind(at)))
  if (known !== undefined) return create(walk, at, { label: known, scope: '', note: noteBehind(at) })
  const read = readLabel(at.before, at.line.paragraph.atoms.slice(at.start, at.slot.from), at.isFirst)
  const whole = read.scope === '' || countWords(read.scope) > LONGEST_SCOPE ? wholeItem(at) : undefined
  const label = whole === undefined ? read : { ...read, label: whole, scope: '' }
  if (label.label === '') return takeWordless(walk, at)
  const settled = namedBehind(at, around(at, settle(label, at.slot)))
  const carried = at.isFirst && walk.pending && isBrokenOff(walk.pending) && beginsSmall(plainWords(at.before)) ? takePending(walk) : undefined
  return create(walk, at, { ...(carried ? carry(carried.label, settled) : settled), note: settled.note ?? noteBehind(at) ?? carried?.note ?? null })
}

/** Words broken over two lines: they go on with what asks first, the label or its scope. */
const carry = (words: string, label: Label): Label =>
  (label.scope === '' ? { ...label, label: `${words} ${label.label}` } : { ...label, scope: `${words} ${label.scope}` })

/** 'Nếu có thì đang làm gì …, thu nhập …': what goes on in small letters is asked of the same people. */
const leanOn = (walk: Walk, at: number): void => {
  const [draft, before] = [walk.drafts[at], walk.drafts[at - 1]]
  const [rows, earlier] = [draft?.rows[0]?.[0]?.paragraph, before?.rows.at(-1)?.at(-1)?.paragraph]
  if (draft && before?.optional === true && rows === earlier && /^(\p{Ll}|Trong đó)/u.test(draft.label)) walk.drafts[at] = { ...draft, optional: true }
}

/** 'Giấy chứng nhận kết hôn: Số …, quyển số …': what stands before the first colon is about all of the line. */
const shareScope = (walk: Walk, at: number, scope: string): string => {
  const draft = walk.drafts[at]
  if (!draft) return scope
  leanOn(walk, at)
  const lasting = LASTS.exec(draft.label)?.[1]
  if (lasting !== undefined) return lasting
  if (draft.scope !== '' || scope === '') return draft.scope
  walk.drafts[at] = { ...draft, scope, section: [...draft.section, ...scopePath(scope)], optional: (walk.drafts[at]?.optional ?? false) || isReserved(scope) }
  return scope
}

/** '… số … ngày … của … (nếu có).': what closes the sentence is said of all that it asks. */
const IF_ANY_BEHIND = /^\s*\(nếu có\)\s*[.;]?\s*$/iu

const loosen = (walk: Walk, from: number): void => {
  walk.drafts.forEach((draft, at) => { if (at >= from) walk.drafts[at] = { ...draft, optional: true } })
}

const TO_OFFICE = /(kính (mong|xin|đề nghị|gửi)|đề nghị|yêu cầu|mong|xin|đang được)( quý)? $/iu

const SUBJECT = "(?:\\([^()]*\\) |tôi |chúng tôi |nay |(?:làm|viết) đơn (?:này )?|do đó,? |vì vậy,? )*"
const ASKS_OFFICE = new RegExp(`^${SUBJECT}(?:kính |xin )?(?:đề nghị|mong|kính gửi)(?: quý(?: cơ quan| đơn vị| cấp)?)?$`, 'iu')
/** 'Đề nghị Sở Xây dựng tỉnh …', 'Kính mong Tòa án nhân dân …': an office by its name, and nothing asked of it yet. */
const NAMES_OFFICE = new RegExp(`^(?:${SUBJECT}|(?:\\p{L}+ ){1,5}(?=kính ))(?:kính )?(?:đề nghị|yêu cầu|mong|thông báo với|báo cáo|trình)(?: quý)? (?:sở(?! hữu)|ủy ban|uỷ ban|ubnd|bảo hiểm xã hội|công an|cục|chi cục|phòng|bộ|tòa án|toà án|ban quản lý|chủ tịch)(?!\\p{L})`, 'iu')
const ASKED_OF = /(?<!\p{L})(?:(?<!cùng )cấp(?! (?:tỉnh|huyện|xã))|đăng ký(?! (?:đất đai|kinh doanh))|ghi|xem xét|về|việc|cho|giải quyết|xác nhận|chấp thuận)(?!\p{L})|:\s*$/iu
/** What only an office does for who asks. */
const ACTS = /^\s*\(?\d?\)?\s*(?:xem xét|giải quyết|cấp|lập|cho phép|xác nhận|chấp thuận|tiếp nhận|thẩm định|phê duyệt|công nhận|thực hiện|tạo điều kiện|đăng ký|công bố)(?!\p{L})/iu

/** 'Đề nghị … cấp giấy phép', 'Kính mong Tòa án nhân dân …': the office that the letter goes to, which nobody is asked for. */
const namesOffice = (walk: Walk, at: At): boolean => {
  const before = plainWords(at.before).toLowerCase()
  const { n } = at.line.paragraph
  const goesOn = at.isFirst && before === '' && walk.officeAt === n - 1
  const asking = trimPunctuation((before.split(/[,;.]\s+/).at(-1) ?? '').replace(/[\s:]*(\(\d\))?[\s:]*$/, ''))
  const isAsked = (ASKS_OFFICE.test(asking) && ACTS.test(at.after)) || (NAMES_OFFICE.test(asking) && !ASKED_OF.test(asking))
  const isNamed = isAsked || walk.office.notes.has(noteBehind(at) ?? 0) || walk.office.names.some((name) => before.endsWith(name) && TO_OFFICE.test(before.slice(0, -name.length)))
  if (isNamed && plainWords(at.after) === '') walk.officeAt = n
  return isNamed || goesOn
}

const FILLED_FROM = 6

/** '(chiếm … % tổng diện tích) ………', '… chưa thỏa thuận được. ………': what was asked is said, and dots fill the line. */
const isFiller = ({ before, after, isFirst }: At): boolean =>
  !isFirst && plainWords(after) === '' && countWords(before) >= FILLED_FROM && (/^[^()]*\)\s*$/.test(before) || /\p{Ll}{2}\.\s*$/u.test(before))

/** Holes of a line in [start, stop). Returns where the words behind the last of them begin. */
export const takeSlots = (walk: Walk, line: Line, start: number, stop: number = line.to): number => {
  const slots = line.slots.filter(({ from, to }) => from >= start && to <= stop)
  let end = start
  let last: number | undefined
  let scope = ''
  const count = walk.drafts.length
  slots.forEach((slot, i) => {
    const text = line.paragraph.text
    const at: At = { line, slot, before: text.slice(end, slot.from), after: text.slice(slot.to, slots[i + 1]?.from ?? stop), isFirst: i === 0 && start === line.from, start: end }
    if (isDecoration(at) || splitsWord(at) || isIndent(at, walk) || isFiller(at)) return
    if (namesOffice(walk, at)) { end = slot.to; return }
    if (i > 0 && last !== undefined) walk.last = { at: last, path: line.site.path }
    if (i > 0 && enumeratorOf(trimPunctuation(at.before)) !== '') scope = ''
    const next = walk.drafts.length
    last = takeSlot(walk, at)
    scope = shareScope(walk, next, scope)
    end = slot.to
  })
  if (IF_ANY_BEHIND.test(line.paragraph.text.slice(end, line.to))) loosen(walk, count)
  const closed = trimPunctuation(withoutNoteMarks(plainWords(line.paragraph.text.slice(end, line.to)))) === ''
  walk.last = last !== undefined && closed ? { at: last, path: line.site.path } : undefined
  return end
}
