import type { HoleKind } from '../hole.ts'
import { kindOf } from './kind-of-label.ts'
import { cleanLabel } from './label.ts'
import type { Line } from './lines.ts'
import { isYesNo, type Option, type Options } from './read-options.ts'
import { addDraft, isOptionalHere, sectionOf, takePending, whereOf, type Group, type NewDraft, type Walk } from './walk.ts'
import type { Draft, Spot } from './drafts.ts'
import { enumeratorOf, plainWords } from './words.ts'

const ONE_OF = /chọn\s+(1|một)|một trong|1 trong|phương thức|hình thức|lựa chọn một/iu
const MANY = /(chọn|đánh dấu).{0,30}(các ô|nhiều|các mục|những ô)|có thể chọn|(giấy tờ|tài liệu|hồ sơ|thành phần).{0,20}(kèm|nộp|gồm)/iu

/** 'Tất cả các nội dung trên' below several lets several be chosen; 'Tất cả' beside 'Một phần' is one of two. */
const ALL_OF_THEM = /^tất cả(?!\p{L})/iu
const offersAll = (texts: readonly string[]): boolean => texts.length > 2 && texts.some((text) => ALL_OF_THEM.test(text))

const firstWords = (text: string): string => text.toLowerCase().split(' ').slice(0, 2).join(' ')

/** Wishes that begin alike stand beside each other; states exclude each other. */
export const exclusive = (texts: readonly string[], context: string): boolean => {
  if (ONE_OF.test(context)) return true
  if (MANY.test(context) || offersAll(texts)) return false
  return new Set(texts.map(firstWords)).size > 1 || texts.length < 3
}

const PAPERS: readonly HoleKind[] = ['identityNumber', 'identityDocument', 'taxCode']
/** Boxes for the papers that somebody has ask by themselves, whatever part they stand in. */
export const arePapers = (texts: readonly string[]): boolean => texts.length > 1 && texts.filter((text) => PAPERS.includes(kindOf(text, '').kind)).length * 2 > texts.length

const boxSpot = (line: Line, { text, at }: Option): Spot => ({ on: 'box', paragraph: line.paragraph, at, option: text })

const draftOf = ({ options, ...group }: Group): NewDraft => {
  const texts = options.map(({ text }) => text)
  const common = { note: group.note, rows: [options.map(({ spot }) => spot)], where: group.where, section: group.section, optional: group.optional, order: group.order }
  if (texts.length === 1) return { ...common, label: texts[0] || group.label, kind: 'tick' }
  if (isYesNo(options)) return { ...common, label: group.label, kind: 'yesNo' }
  return { ...common, label: (group.ofPart && arePapers(texts) ? '' : group.label) || texts.join(', '), kind: exclusive(texts, `${group.heading} ${group.label}`) ? 'choice' : 'choices', options: texts }
}

/** Ends a list of boxes: several are one choice, a lonely one is a tick. */
export const closeGroup = (walk: Walk): void => {
  const { group } = walk
  walk.group = undefined
  if (!group) return
  const at = addDraft(walk, draftOf(group))
  const [draft] = group.at === undefined ? [] : walk.drafts.splice(at, 1)
  if (draft && group.at !== undefined) walk.drafts[group.at] = draft
  const last = group.options.at(-1)?.spot.paragraph.n
  walk.ended = last === undefined || group.ofPart || !/:\s*$/.test(plainWords(group.heading)) ? undefined : { group: { ...group, at: group.at ?? at }, n: last }
}

/** How many paragraphs a question under an option may fill. */
const REACH = 3

/** '☐ Tài khoản: số … / Ngân hàng: … / ☐ Bưu điện': boxes go on behind what an option asks. */
const resumes = ({ ended, pending }: Walk, line: Line, { label, leading }: Options): Group | undefined =>
  (ended !== undefined && pending === undefined && leading && label === '' && ended.group.path === line.site.path && line.paragraph.n - ended.n <= REACH && line.paragraph.n > ended.n ? ended.group : undefined)

/** Does a lonely box of a cell stand for the words of the cell before it? */
const standsForCell = (walk: Walk, line: Line, { options, label }: Options): boolean =>
  label === '' && options.every(({ text }) => text === '') && walk.pending !== undefined && line.site.path !== '' && walk.pending.line.site.path !== line.site.path && walk.pending.line.site.path !== ''

/** Boxes without a question are about their part, but for those of a counted line, which is a question of its own. */
const partLabel = ({ parts }: Walk, line: Line, { leading, options }: Options): string =>
  (!leading && options.length > 1 && /\d/.test(enumeratorOf(plainWords(line.text))) ? '' : parts.at(-1)?.name ?? '')

const openGroup = (walk: Walk, line: Line, options: Options, words: boolean): void => {
  walk.group = words ? undefined : resumes(walk, line, options)
  if (walk.group) return
  const { label, note } = options
  const pending = label === '' && !words ? takePending(walk) : undefined
  if (!words) walk.pending = undefined
  walk.group = {
    path: line.site.path,
    label: label || (pending?.label ?? partLabel(walk, line, options)), ofPart: label === '' && pending === undefined, note: note ?? pending?.note ?? null, heading: pending?.line.text ?? line.text, options: [],
    where: whereOf(line.site, line.paragraph), order: walk.drafts.length - 0.5, section: sectionOf(walk), optional: isOptionalHere(walk),
  }
}

const textsOf = ({ options }: Options): string => options.map(({ text }) => text).join(', ')

/** 'Nam ☐ Nữ ☐' needs no words before it, unless they ask for the sex. */
const labelOf = (options: Options, { pending }: Walk): string => {
  const isSex = (words: string): boolean => kindOf(words, '').kind === 'sex'
  return options.label || (isSex(textsOf(options)) && !isSex(pending?.label ?? '') ? textsOf(options) : '')
}

/** A sex is a choice that has a kind of its own. */
const kindOfChoice = (label: string, options: Options): 'yesNo' | 'sex' | 'choice' | 'choices' =>
  options.yesNo ? 'yesNo' : kindOf(label, '').kind === 'sex' || kindOf(textsOf(options), '').kind === 'sex' ? 'sex' : exclusive(options.options.map(({ text }) => text), '') || options.options.length < 4 ? 'choice' : 'choices'

const takeWhole = (walk: Walk, line: Line, options: Options): void => {
  closeGroup(walk)
  const own = labelOf(options, walk)
  const pending = own === '' ? takePending(walk) : undefined
  const label = own || (pending?.label ?? partLabel(walk, line, options))
  const kind = kindOfChoice(label, options)
  addDraft(walk, {
    label: label || textsOf(options), note: options.note ?? pending?.note ?? null, kind, where: whereOf(line.site, line.paragraph),
    rows: [options.options.map((option) => boxSpot(line, option))], ...(kind === 'yesNo' ? {} : { options: options.options.map(({ text }) => text) }),
  })
}

/** 'b)' goes on with what 'a)' began, '2.' with '1.'. */
const kindOfMark = (line: Line): string => enumeratorOf(plainWords(line.text)).replace(/\d+/u, '1').replace(/^(\(?)\p{L}(?=[.)])/u, '$1a')

/** 'Hình thức nhận: + Tiền mặt: ☐ … + Tài khoản: ☐ …': ways of one question, each with what it asks below it. */
const takeWay = (walk: Walk, line: Line, text: string, spots: readonly Spot[]): boolean => {
  const { ways, pending } = walk
  const mark = kindOfMark(line)
  const draft = ways && ways.mark === mark ? walk.drafts[ways.at] : undefined
  if (ways && draft?.options) { walk.drafts[ways.at] = { ...draft, options: [...draft.options, text], rows: [[...draft.rows.flat(), ...spots]] }; return true }
  if (!pending || mark === '' || !plainWords(pending.line.text).endsWith(':')) return false
  takePending(walk)
  walk.ways = { mark, at: addDraft(walk, { label: pending.label, note: pending.note, kind: ONE_OF.test(pending.label) ? 'choice' : 'choices', options: [text], where: whereOf(line.site, line.paragraph), rows: [spots] }) }
  return true
}

/** What is asked below one of the ways is asked of those who choose it; a mark of another kind ends them. */
export const askUnderWay = (walk: Walk, line: Line, from: number): void => {
  if (walk.ways && enumeratorOf(plainWords(line.text)) !== '') walk.ways = undefined
  const way = walk.drafts[walk.ways?.at ?? -1]?.options?.at(-1)
  if (way === undefined) return
  walk.drafts.forEach((draft, at) => { if (at >= from) walk.drafts[at] = { ...draft, optional: true, section: [...draft.section, way] } })
}

const takeTick = (walk: Walk, line: Line, { label, note, options }: Options): void => {
  closeGroup(walk)
  if (takeWay(walk, line, label, options.map((option) => boxSpot(line, { ...option, text: label })))) return
  addDraft(walk, { label, note, kind: 'tick', where: whereOf(line.site, line.paragraph), rows: [options.map((option) => boxSpot(line, { ...option, text: label }))] })
}

/** Words of an option whose box stands alone in a cell: they stand in the cell before. */
const withWords = (walk: Walk, option: Option): Option => (option.text === '' && walk.group ? { ...option, text: takePending(walk)?.label ?? '' } : option)

/** 'Loại giấy tờ:' with several lines of boxes below it is one question; a heading without a colon may head several. */
const opensList = (walk: Walk, options: Options): boolean => walk.group === undefined && labelOf(options, walk) === ''
  && (walk.pending === undefined || (kindOf(walk.pending.label, '').kind !== 'sex' && /:\s*(\([^()]*\))?$/.test(plainWords(walk.pending.line.text))))

/** The question whose boxes stand on the line right above this one, where more of them may follow. */
const boxesAbove = ({ drafts, pending }: Walk, line: Line, { label, yesNo }: Options): Draft | undefined => {
  const before = drafts.at(-1)
  const last = before?.rows.at(-1)?.at(-1)
  return before?.options && ['choice', 'choices'].includes(before.kind ?? '') && before.repeat === null && !yesNo && !pending && label === '' && last?.on === 'box' && last.paragraph.n === line.paragraph.n - 1 ? before : undefined
}

/** 'Chưa có con đẻ, Đã có con đẻ, Đã có con nuôi': options about the same are a question of their own. */
const shareWord = (texts: readonly string[]): boolean => {
  const [first, ...others] = texts.map((text) => new Set(text.toLowerCase().split(/[^\p{L}]+/u)))
  return [...first ?? []].some((word) => others.every((words) => words.has(word)))
}

/** More boxes on a line that is set in, or '☐ Bên kế thừa' below '☐ Bên nhận ☐ Bên bảo đảm', all under one heading: further options of what stands above. */
const goesOn = (walk: Walk, line: Line, options: Options): boolean => {
  const before = boxesAbove(walk, line, options)
  if (!before?.options) return false
  const more = options.options.map(({ text }) => text)
  const isSetIn = more.length > 1 && /^\s{4,}|^\s*[-+]\s/.test(line.text)
  const isOfPart = options.leading && !(more.length > 2 && shareWord(more)) && before.label.toLowerCase() === walk.parts.at(-1)?.name.toLowerCase()
  if (!isSetIn && !isOfPart) return false
  const texts = [...before.options, ...more]
  walk.drafts[walk.drafts.length - 1] = { ...before, kind: exclusive(texts, before.label) ? 'choice' : 'choices', options: texts, rows: [[...before.rows.flat(), ...options.options.map((option) => boxSpot(line, option))]] }
  return true
}

/** Boxes of a line: one question, or one more option of the list that is open. Lines behind it may carry on with dots. */
export const takeOptions = (walk: Walk, line: Line, options: Options): void => {
  const [only, ...more] = options.options
  const whole = only === undefined || only.text === '' || options.label === '' ? options.label || (only?.text ?? '') : `${options.label}: ${only.text}`
  if (only && more.length === 0 && !options.leading && (walk.ways || (options.label !== '' && only.text !== '')) && takeWay(walk, line, whole, [boxSpot(line, { ...only, text: whole })])) return
  const isLoose = options.options.every(({ text }) => text !== '') && options.label === ''
  if (isLoose && !walk.group && goesOn(walk, line, options)) return
  if (options.options.length > 1 && !(isLoose && !options.yesNo && (walk.group || opensList(walk, options)))) return takeWhole(walk, line, options)
  if (only && options.options.length === 1 && only.text === '' && options.label !== '') return takeTick(walk, line, options)
  if (!walk.group || options.label !== '') { closeGroup(walk); openGroup(walk, line, options, standsForCell(walk, line, options)) }
  for (const option of options.options.map((one) => withWords(walk, one))) walk.group?.options.push({ text: option.text, spot: boxSpot(line, option) })
  askMore(walk, line, options)
}

const OPEN_BRACKET = /\([^()]*$/u

/** '☐ Cách thức khác (nếu được đồng ý):' asks on the line below, whatever other boxes follow. */
export const waitUnderOption = (walk: Walk, line: Line, { leading, options }: Options): void => {
  const words = plainWords(line.text)
  const isOpen = words.endsWith(':') || OPEN_BRACKET.test(words)
  walk.under = leading && options.length === 1 && line.slots.length === 0 && walk.group && isOpen ? { words, n: line.paragraph.n, path: line.site.path } : undefined
}

/** The line below such an option: dots, behind the rest of a bracket where that was broken off. */
export const takeUnderOption = (walk: Walk, line: Line): boolean => {
  const { under } = walk
  const [slot, ...more] = line.slots
  walk.under = undefined
  if (!under || !slot || more.length > 0 || line.boxes.length > 0 || line.paragraph.n !== under.n + 1 || line.site.path !== under.path) return false
  const rest = plainWords(line.paragraph.text.slice(line.from, slot.from))
  if (rest !== '' && !(OPEN_BRACKET.test(under.words) && /^\p{Ll}[^()]*\)[.:]?$/u.test(rest))) return false
  addDraft(walk, { label: cleanLabel(`${under.words} ${rest}`), note: null, optional: true, where: whereOf(line.site, line.paragraph), rows: [[{ on: 'slot', paragraph: line.paragraph, slot }]] })
  return true
}

const SPECIFY = /\((?:đề nghị |xin |cần )?(?:ghi|nêu|kê) (?:rõ|cụ thể)\)\.?(?=[^\p{Ll}]|$)/iu

/** '☐ Sản phẩm khác (đề nghị ghi rõ)' without any dots asks in words as well. */
const askMore = (walk: Walk, line: Line, { leading }: Options): void => {
  const words = plainWords(line.text)
  const at = SPECIFY.exec(words)
  if (!leading || !at || line.slots.length > 0) return
  const label = cleanLabel(words.slice(0, at.index + at[0].length))
  addDraft(walk, { label, note: null, kind: 'text', optional: true, where: whereOf(line.site, line.paragraph), rows: [[{ on: 'gap', paragraph: line.paragraph }]] })
}
