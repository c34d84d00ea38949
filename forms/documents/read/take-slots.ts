import { kindOf } from './kind-of-label.ts'
import { cleanLabel, noteOf, type Label } from './label.ts'
import type { Line } from './lines.ts'
import { namesOffice } from './names-office.ts'
import { offeredOptions } from './offered-options.ts'
import { isProgramMark } from './placeholders.ts'
import { noteBehind, type At } from './slot-at.ts'
import { knownLabel, labelAt, labelOfNote, lastingOf } from './slot-labels.ts'
import { isStray } from './stray-slots.ts'
import { addDraft, addRow, addSpot, forgetPart, isBrokenOff, scopePath, takePending, whereOf, type Walk } from './walk.ts'
import { beginsSmall, countWords, enumeratorOf, isCapitals, plainWords, trimPunctuation, withoutEnumerator, withoutNoteMarks } from './words.ts'
import { isReserved } from './sections.ts'

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

/** 'Thời điểm ký: ……  Ngày … tháng … năm …': the date goes where its parts are printed, and the dots before it stay. */
const datesLast = (walk: Walk, { before, slot, line, isFirst }: At): number | undefined => {
  const [draft, at] = [walk.drafts.at(-1), walk.drafts.length - 1]
  if (isFirst || !draft || slot.date !== 'words' || !/^[\s:]*ngày(\s*[/(]\s*day\)?)?\s*$/iu.test(before) || draft.rows[0]?.[0]?.paragraph !== line.paragraph || !['date', 'issueDate'].includes(kindOf(draft.label, '').kind)) return undefined
  walk.drafts[at] = { ...draft, rows: [[{ on: 'slot', paragraph: line.paragraph, slot }]] }
  return at
}

/** 'Cơ quan cấp ……/issued by ……': dots behind the same words in another language go on with the answer. */
const isTwin = ({ before, isFirst }: At): boolean => !isFirst && /^\s*\/\s*[a-z][a-z .'()-]*[\s:]*$/iu.test(before)

const takeSlot = (walk: Walk, at: At): number | undefined => {
  const twin = isTwin(at) ? walk.drafts.length - 1 : undefined
  if (twin !== undefined && walk.last) { addSpot(walk, twin, { on: 'slot', paragraph: at.line.paragraph, slot: at.slot }); return twin }
  const dated = datesLast(walk, at)
  if (dated !== undefined) return dated
  const known = knownLabel(walk, at)
  if (known !== undefined) return create(walk, at, { label: known, scope: '', note: noteBehind(at) })
  const label = labelAt(at)
  if (!label) return takeWordless(walk, at)
  const carried = at.isFirst && walk.pending && isBrokenOff(walk.pending) && beginsSmall(plainWords(at.before)) ? takePending(walk) : undefined
  return create(walk, at, { ...(carried ? carry(carried.label, label) : label), note: label.note ?? noteBehind(at) ?? carried?.note ?? null })
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
  const lasting = lastingOf(draft.label)
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
    if (isStray(at, walk)) return
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
