import type { Draft, Spot } from './drafts.ts'
import { FOOTNOTE, type Notes } from './find-notes.ts'
import type { Why } from './find-unasked.ts'
import { findOutline } from './find-outline.ts'
import { foldRepeats } from './fold-repeats.ts'
import type { Item } from './items.ts'
import { cleanLabel, noteOf } from './label.ts'
import { kindOf } from './kind-of-label.ts'
import { isWithin, rowOf, type Line, type Site } from './lines.ts'
import { isYesNo, readOptions, type Options } from './read-options.ts'
import { isAboutThing, isForPerson, isOnlySometimes, isPartHeading, isReserved, levelOf, LOOSE_LEVEL, lowerLast, markOf, openPart, partName, partsAround, PARTY_LEVEL } from './sections.ts'
import { takeCell, takeCrosses, takeDigits, takeGrid } from './take-cells.ts'
import { takeChildren } from './take-children.ts'
import { askUnderWay, closeGroup, takeOptions, takeUnderOption, waitUnderOption } from './take-options.ts'
import { takeSlots } from './take-slots.ts'
import { asksOnBlank, endsInRoom, headsDeeper, KNOWN, OPINION, PARTIES } from './asks-on-blank.ts'
import { addDraft, addRow, forgetPart, isBrokenOff, isOptionalHere, startWalk, takePending, wait, whereOf, type Pending, type Walk } from './walk.ts'
import { beginsSmall, countWords, enumeratorOf, isCapitals, plainWords, trimPunctuation, withoutEnumerator } from './words.ts'

const leavePending = (walk: Walk, next?: Line): void => {
  const pending = takePending(walk)
  if (!pending) return
  const { n } = pending.line.paragraph
  if (pending.itemised || pending.broken) return
  if (!walk.outline.has(pending.line) && !asksOnBlank(pending, { next, blankAt: walk.blankAt, askedAt: walk.drafts.at(-1)?.rows.at(-1)?.at(-1)?.paragraph.n })) { if (next && walk.blankAt === n - 1 && headsDeeper(pending.line, next)) walk.blankAt = n; return }
  walk.blankAt = n
  forgetPart(walk, pending)
  const paragraph = pending.blank ?? pending.line.paragraph
  addDraft(walk, { label: pending.label, note: pending.note, where: whereOf(pending.line.site, pending.line.paragraph), rows: [[{ on: 'gap', paragraph }]], ...(OPINION.test(pending.label) ? { kind: 'longText' } : {}) })
}

/** A heading over two lines is one. */
const joinsPending = (pending: Pending | undefined, line: Line): boolean =>
  pending !== undefined && !pending.trailing && pending.blank === undefined && pending.line.site.path === line.site.path && pending.line.bold && line.bold && isCapitals(plainWords(line.text)) && isCapitals(plainWords(pending.line.text)) && enumeratorOf(plainWords(line.text)) === ''

/** A question over two lines of a cell: the second goes on in small letters. */
const goesOnInCell = (pending: Pending | undefined, line: Line): boolean =>
  pending !== undefined && !pending.trailing && pending.blank === undefined && line.site.path !== '' && pending.line.site.path === line.site.path && !/[:.;?]$/.test(plainWords(pending.line.text)) && beginsSmall(plainWords(line.text))

/** 'với các nội dung sau:' leads to parts and is none. */
const LEADS = /(các nội dung|nội dung|như|thông tin) (sau|sau đây|dưới đây|như sau)\s*:?$/iu
const RESERVED_LEVEL = 6.8

const THING_LEVEL = PARTY_LEVEL - 0.1

const levelOfHeading = (line: Line, words: string): number => {
  if (isForPerson(words)) return PARTY_LEVEL
  // 'Thông tin về thực vật:' is no more about the person before it.
  if (isAboutThing(words)) return THING_LEVEL
  const level = line.paragraph.numbered && enumeratorOf(words) === '' && !line.bold ? LOOSE_LEVEL : levelOf(words, line.bold || (line.paragraph.centred && isCapitals(words)))
  return level === LOOSE_LEVEL && isReserved(words) ? RESERVED_LEVEL : level
}

const openHeading = (walk: Walk, line: Line, words: string): void => {
  const level = levelOfHeading(line, words)
  if (level < RESERVED_LEVEL && LEADS.test(words) && enumeratorOf(words) === '' && !isForPerson(words)) walk.parts = walk.parts.filter((part) => part.level < level)
  else walk.parts = openPart(walk.parts, { path: line.site.heads ?? line.site.path, name: partName(words, walk.person), level, mark: markOf(words), optional: isReserved(words) || isOnlySometimes(walk.notes.get(noteOf(line.text, line.paragraph.atoms.slice(line.from, line.to)) ?? 0) ?? '') })
}

/** A declaration ends whatever part it stands behind. */
const DECLARES = /^(tôi|chúng tôi|tôi\/chúng tôi)( xin)?( hoàn toàn)? (cam đoan|cam kết|chịu)(?!\p{L})/iu

/** 'Tự viết thuyết minh theo …' below a heading says how to answer it: the heading asks. */
const EXPLAINS = /(?<!\p{L})(tự viết|ghi rõ|nêu rõ|trình bày|mô tả|liệt kê|nêu (cụ thể|chi tiết)|ghi (cụ thể|chi tiết|đầy đủ)|kê khai)(?!\p{L})/iu
const FEWEST_EXPLAINING = 6

const explainsPending = ({ pending }: Walk, line: Line, words: string): boolean =>
  pending?.heading === true && pending.blank === undefined && pending.line.site.path === line.site.path && !line.bold && enumeratorOf(words) === '' && !/:\s*$/.test(words)
  && (pending.line.bold || isCapitals(plainWords(pending.line.text))) && countWords(words) >= FEWEST_EXPLAINING && EXPLAINS.test(words)

/** 'Giấy tờ nộp kèm gồm có:' above '(1) Giấy chứng nhận đã cấp;': the list may go on with room for more. */
const beginsList = ({ pending }: Walk, line: Line, words: string): boolean =>
  pending !== undefined && pending.blank === undefined && pending.line.site.path === line.site.path && plainWords(pending.line.text).endsWith(':') && /^\(?1[.)]/.test(enumeratorOf(words)) && /[;,]$/.test(words)

const takeHeading = (walk: Walk, line: Line): void => {
  if (walk.pending && beginsList(walk, line, plainWords(line.text))) { walk.pending.itemised = true; return }
  if (explainsPending(walk, line, plainWords(line.text))) return
  walk.ways = undefined
  const joined = joinsPending(walk.pending, line) || goesOnInCell(walk.pending, line) ? walk.pending : undefined
  if (!joined) leavePending(walk, line)
  const words = plainWords(line.text)
  if (LIMITS.test(words)) return takeUnasked(walk, line, 'instruction')
  if (DECLARES.test(words)) walk.parts = []
  if (walk.outline.has(line)) { const level = levelOf(words, false); walk.parts = walk.parts.filter((part) => part.level < level) }
  const isRow = line.site.heads !== undefined
  const heading = isRow || isPartHeading(words, { bold: line.bold, centred: line.paragraph.centred, numbered: line.paragraph.numbered })
  if (heading && (isRow || line.site.path === '' || /:\s*$/.test(words) || line.bold)) openHeading(walk, line, joined ? `${joined.label} ${words}` : words)
  wait(walk, line, line.from, { trailing: false, heading })
  if (joined && walk.pending) walk.pending = { ...walk.pending, label: `${joined.label} ${walk.pending.label}`, note: walk.pending.note ?? joined.note }
  walk.last = undefined
  walk.list = undefined
}

/** '1 -', '2 –', or a number that Word counts: an empty line of a list that its heading asks for. */
const isEmptyListLine = (walk: Walk, line: Line, words: string): boolean =>
  (walk.pending !== undefined || walk.list?.path === line.site.path) && ((words !== '' && /\d/.test(words) && trimPunctuation(withoutEnumerator(words)) === '') || (words === '' && line.paragraph.numbered && (walk.list?.path ?? walk.pending?.line.site.path) === line.site.path))

const takeEmptyListLine = (walk: Walk, line: Line): void => {
  const spot: Spot = { on: 'gap', paragraph: line.paragraph }
  if (walk.list?.path === line.site.path) return addRow(walk, walk.list.at, spot)
  const pending = takePending(walk)
  const label = pending?.label ?? ''
  walk.list = { at: addDraft(walk, { label, note: pending?.note ?? null, repeat: label, rows: [[spot]], where: whereOf(line.site, line.paragraph) }), path: line.site.path }
}

/** '… của người có tên dưới đây:' behind a hole: what follows is about somebody else. */
const openPerson = (walk: Walk, line: Line, from: number): void => {
  const words = plainWords(line.paragraph.text.slice(from, line.to))
  if (from > line.from && isForPerson(words)) walk.parts = openPart(walk.parts.filter(({ level }) => level < PARTY_LEVEL), { path: line.site.path, name: partName(words.replace(/^(cho|về|của|đối với)\s/iu, ''), ''), level: PARTY_LEVEL, optional: false })
}

/** 'Số người trên xe: | Đăng kiểm số: …': two questions, each in a cell of its own. */
const asksBeside = ({ label, line: own }: Pending, line: Line): boolean => {
  const [slot, ...more] = line.slots
  const { kind, confidence } = kindOf(label, '')
  return slot !== undefined && more.length === 0 && own.site.alone === true && confidence >= KNOWN && !PARTIES.includes(kind)
    && kindOf(cleanLabel(line.paragraph.text.slice(line.from, slot.from)), '').confidence >= KNOWN
}

/** Words of a cell are about what the next cell of the row asks with words of its own. */
const headCell = (walk: Walk, line: Line): void => {
  const { pending } = walk
  const asks = trimPunctuation(plainWords(line.paragraph.text.slice(line.from, line.slots[0]?.from ?? line.from))) !== ''
  if (!pending || pending.trailing || !asks || asksBeside(pending, line) || line.boxes.length > 0 || line.site.path === '' || pending.line.site.path === line.site.path || rowOf(pending.line.site.path) !== rowOf(line.site.path)) return
  takePending(walk)
  walk.parts = [...walk.parts, { path: line.site.path, name: partName(pending.label, walk.person), level: CELL_LEVEL, optional: isReserved(pending.label) }]
}

const CELL_LEVEL = 8

/** Whom a counted question names is asked about until the next number. */
const untilNext = (walk: Walk, line: Line, take: () => number): number => {
  if (!/\d/.test(enumeratorOf(plainWords(line.text)))) return take()
  const parts = walk.parts.filter((part) => part.counted !== true)
  walk.parts = parts
  const end = take()
  walk.parts = walk.parts.map((part) => (part.level === PARTY_LEVEL && !parts.includes(part) ? { ...part, counted: true } : part))
  return end
}

/** '… nhận thừa kế ☐, nhận tặng cho ☐ (đồng):': what stands behind the boxes asks with the line below; a bracket says more of the whole line. */
const waitBehind = (walk: Walk, line: Line): boolean => {
  const from = (line.boxes.at(-1) ?? 0) + 1
  const words = plainWords(line.paragraph.text.slice(from, line.to))
  if (!/\p{L}.*:$/u.test(words)) return false
  wait(walk, line, words.startsWith('(') ? line.from : from, { trailing: true, heading: false })
  walk.last = undefined
  return true
}

/** '…; Số định danh cá' above 'nhân: …': a label that is broken off. */
const BROKEN = /^\s*[;,.]\s*\p{Lu}\p{Ll}*(?: \p{Ll}+){1,6}\s*$/u

/** Parts that a line with something to fill in stands in. */
const turnToParts = (walk: Walk, line: Line, options: Options | undefined): void => {
  const words = plainWords(line.text)
  const level = levelOf(words, false)
  if (DECLARES.test(words)) walk.parts = []
  if (walk.pending?.heading) walk.parts = lowerLast(walk.parts, words)
  if ((!options || enumeratorOf(words) !== '') && level < LOOSE_LEVEL) walk.parts = partsAround(walk.parts, { level, mark: markOf(words) })
}

/** Words that wait ask by themselves where this line has words of its own, and does not go on with them. */
const passPending = (walk: Walk, line: Line): void => {
  const { pending } = walk
  const first = line.slots[0]?.from ?? line.to
  const opensLine = first === line.from || /^[1-9]?$/.test(cleanLabel(line.paragraph.text.slice(line.from, first)))
  if (opensLine || !pending) return
  if ((pending.trailing && !pending.broken) || (pending.heading && !isBrokenOff(pending)) || !beginsSmall(plainWords(line.text))) leavePending(walk, line)
}

/** Words behind the last hole of a line may ask what the next line has room for. */
const waitBehindLast = (walk: Walk, line: Line, end: number, isTaken: boolean): void => {
  const behind = end > line.from ? line.paragraph.text.slice(end, line.to) : ''
  const isBroken = BROKEN.test(behind)
  if (/:\s*$/.test(behind) || isBroken) wait(walk, line, end, { trailing: true, heading: false })
  else if (isTaken) walk.pending = undefined
  if (isBroken && walk.pending) walk.pending.broken = true
}

const takeMarks = (walk: Walk, line: Line): void => {
  if (takeUnderOption(walk, line)) return
  const options = line.boxes.length > 0 ? readOptions(line) : undefined
  turnToParts(walk, line, options)
  headCell(walk, line)
  if (!options) passPending(walk, line)
  if (walk.group && (!options || options.head > line.from)) closeGroup(walk)
  if (options && options.head > line.from) takeSlots(walk, line, line.from, options.head)
  if (options) { takeOptions(walk, line, options); waitUnderOption(walk, line, options) }
  const before = walk.drafts.length
  const end = untilNext(walk, line, () => (options ? takeChildren(walk, line, options) : takeSlots(walk, line, line.from)))
  if (!options) askUnderWay(walk, line, before)
  openPerson(walk, line, end)
  if (endsInRoom(line)) walk.blankAt = line.paragraph.n
  const isTaken = walk.drafts.length > before
  if (options && !options.leading && !isTaken && waitBehind(walk, line)) return
  waitBehindLast(walk, line, end, !options || isTaken)
}

const TICK_ONE = /(một|1) trong|chọn (một|1)(?!\p{L})/iu

/** '- Trường hợp đã kết hôn:' among options of which one is to be ticked heads those below it. */
const headsOptions = ({ group }: Walk, words: string): boolean =>
  group !== undefined && group.options.length > 0 && TICK_ONE.test(group.heading) && words.endsWith(':') && /^[-+*•]/.test(words)

const takeLine = (walk: Walk, line: Line): void => {
  const words = plainWords(line.text)
  if (line.slots.length === 0 && line.boxes.length === 0 && isEmptyListLine(walk, line, words)) return takeEmptyListLine(walk, line)
  if (line.slots.length > 0 || (line.boxes.length > 0 && readOptions(line))) return takeMarks(walk, line)
  if (words === '') { if (walk.pending) walk.pending.blank ??= line.paragraph; return }
  if (headsOptions(walk, words)) return
  if (walk.group && isYesNo(walk.group.options)) closeGroup(walk)
  // In a cell words may wait for the box in the next one; what ends with a colon asks anew.
  if (walk.group && (walk.group.options.length === 0 || line.site.path === '' || words.endsWith(':') || (walk.group.path === line.site.path && /\d/.test(enumeratorOf(words))))) closeGroup(walk)
  takeHeading(walk, line)
}

/** A bracket under a heading that reserves the part to some people. */
const LIMITS = /^\((chỉ|áp dụng (đối với|cho|trong)|dành (riêng )?cho|không (phải|bắt buộc)|nếu có)/iu

/** '(ghi rõ số tầng hầm, tầng lửng):' explains, and asks where an empty line follows. */
const ASKS = /^\((?:ghi|nêu) (?:rõ|cụ thể)\s.*\)\s*:$/iu

/** '(Liệt kê các vị trí …)' below a line that ends open says what is to be written. */
const TELLS = /^\((liệt kê|kê khai|trình bày|mô tả|nêu (rõ|tóm tắt|cụ thể)|ghi (rõ|cụ thể|đầy đủ))(?!\p{L})/iu

/** '(thống kê tài liệu gửi kèm)' below a colon. */
const COUNTS_UP = /^\(thống kê(?!\p{L})/iu

/** '(Trình bày tóm tắt lý do, thời gian, nơi bị tai nạn)' between the questions of a letter is one itself. */
const TELLS_ALONE = /^\((trình bày|nêu tóm tắt|tóm tắt|mô tả)(?!\p{L})[^()]*\)[.:]?$/iu

const askStory = (walk: Walk, line: Line, words: string): void => {
  closeGroup(walk)
  addDraft(walk, { label: cleanLabel(words.replace(/^\(|\)[.:]?$/gu, '')), note: null, kind: 'longText', where: whereOf(line.site, line.paragraph), rows: [[{ on: 'gap', paragraph: line.paragraph }]] })
}

const askBracket = (walk: Walk, line: Line, words: string): void => {
  leavePending(walk, line)
  walk.pending = { label: cleanLabel(words.replace(/^\(|\)\s*:$/gu, '')), note: null, line, trailing: true, heading: false, blank: undefined }
  walk.last = undefined
}

const takeUnasked = (walk: Walk, line: Line, why: Why): void => {
  const words = plainWords(line.text)
  // What stands between a title and 'Kính gửi' says more of the title.
  if (why === 'agency' && walk.drafts.length === 0) walk.parts = []
  if (why === 'instruction' && ASKS.test(words)) return askBracket(walk, line, words)
  if (why === 'instruction' && words.startsWith('(')) {
    const last = walk.parts.at(-1)
    if (walk.pending && (TELLS.test(words) || (COUNTS_UP.test(words) && plainWords(walk.pending.line.text).endsWith(':')))) walk.pending.asked = true
    else if (TELLS_ALONE.test(words) && walk.drafts.length > 0) askStory(walk, line, words)
    if (last && LIMITS.test(words)) walk.parts = [...walk.parts.slice(0, -1), { ...last, optional: true }]
    return
  }
  if (words === '' && line.slots.length === 0) return
  closeGroup(walk)
  leavePending(walk)
  walk.last = undefined
  walk.list = undefined
}

/** What began in a cell ends with it; the notes below the page are no part of what stands last on it. */
const enter = (walk: Walk, { path, party }: Site): void => {
  if (path.startsWith(FOOTNOTE) && !walk.path.startsWith(FOOTNOTE)) walk.parts = []
  walk.path = path
  walk.parts = walk.parts.filter((part) => isWithin(path, part.path))
  const isOpen = walk.parts.some((part) => part.path === path && part.level === PARTY_LEVEL)
  if (party !== undefined && !isOpen) walk.parts = openPart(walk.parts, { path, name: party, level: PARTY_LEVEL, optional: isOptionalHere(walk) })
}

const takeItem = (walk: Walk, item: Item): void => {
  enter(walk, item.site)
  if (item.item === 'line') return takeLine(walk, item)
  closeGroup(walk)
  if (item.item === 'cell' && item.label !== '') leavePending(walk)
  if (item.item === 'digits' && item.label !== '') leavePending(walk)
  if (item.item === 'grid') takeGrid(walk, item)
  else if (item.item === 'cell') takeCell(walk, item)
  else if (item.item === 'crosses') takeCrosses(walk, item)
  else takeDigits(walk, item)
  walk.last = undefined
  walk.list = undefined
}

const officeNotesOf = (items: readonly Item[], unasked: readonly (Why | undefined | 'title')[]): ReadonlySet<number> =>
  new Set(items.flatMap((item, at) => (unasked[at] === 'agency' && item.item === 'line' ? item.slots.flatMap(({ note }) => note ?? []) : [])))

/** 'Kính gửi: Tòa án nhân dân …': how the office is called where the letter names it again. */
const officeNamesOf = (items: readonly Item[], unasked: readonly (Why | undefined | 'title')[]): readonly string[] => items.flatMap((item, at) => {
  const [slot] = item.item === 'line' && unasked[at] === 'agency' ? item.slots : []
  const name = slot && item.item === 'line' ? cleanLabel(item.paragraph.text.slice(item.from, slot.from)).replace(/^(kính gửi|kính trình|và)[\s:]*/iu, '').toLowerCase() : ''
  return name.length < SHORTEST_NAME ? [] : [name]
})

const SHORTEST_NAME = 5

/** A choice of one is none. */
const asTick = (draft: Draft): Draft => {
  const { options: [only, other] = [], ...rest } = draft
  return (draft.kind === 'choice' || draft.kind === 'choices') && only !== undefined && other === undefined ? { ...rest, kind: 'tick', label: only } : draft
}

/** Items with why they are not asked -> holes in reading order, and what could not be understood. */
export const draftHoles = (items: readonly Item[], unasked: readonly (Why | undefined | 'title')[], notes: Notes): { readonly drafts: readonly Draft[]; readonly notUnderstood: Walk['notUnderstood'] } => {
  const walk = startWalk(notes.textsAt(0), { notes: officeNotesOf(items, unasked), names: officeNamesOf(items, unasked) }, findOutline(items, unasked))
  items.forEach((item, at) => {
    const why = unasked[at]
    walk.notes = notes.textsAt(at)
    if (why === 'title') return
    if (why === undefined) takeItem(walk, item)
    else if (item.item === 'line') takeUnasked(walk, item, why)
  })
  closeGroup(walk)
  leavePending(walk)
  return { drafts: foldRepeats(walk.drafts.map(asTick).toSorted((a, b) => a.order - b.order)), notUnderstood: walk.notUnderstood }
}
