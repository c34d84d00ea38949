import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import type { Hole } from '../hole.ts'
import { englishLabel } from './english.ts'
import { isLeaning } from './full-titles.ts'
import { isNoteCut } from './help.ts'
import { countsAfterYes, isOptional, placedItems, type Page, type Placed, type Plan } from './plan.ts'

/** Something for the author to decide. `holes`: what it is about. */
export type Proposal = {
  readonly about: 'condition' | 'part' | 'english' | 'shared' | 'label' | 'named' | 'doubt' | 'note'
  readonly holes: readonly number[]
  readonly pointer: string
  readonly text: Text
}

const DOUBTFUL = 0.6

const says = (about: Proposal['about'], placed: Placed, text: Text): Proposal =>
  ({ about, pointer: placed.pointer, holes: placed.item.holes.map(({ hole }) => hole.n), text })

const CASE = /(ap dung|truong hop|doi voi|neu\b(?! co\b))/
/** A note speaks of cases for many reasons; only these say that others are not asked. */
const ONLY_CASE = /chi (ghi|khai|ke khai|dien|danh dau|ap dung)/

const caseOf = ({ hint = '', label }: Hole): string | undefined => (ONLY_CASE.test(foldText(hint)) ? hint : CASE.test(foldText(label)) ? label : undefined)

const conditions = (placed: readonly Placed[]): readonly Proposal[] => placed.flatMap((one) => {
  const words = one.item.holes.map(({ hole }) => caseOf(hole)).find((text) => text !== undefined)
  if (words === undefined) return []
  return [says('condition', one, { vi: `"${one.item.title}" có thể chỉ hỏi trong một số trường hợp. Mẫu ghi: ${words}`, en: `"${one.item.title}" may be asked in some cases only. The form says: ${words}` })]
})

const counts = (pages: readonly Page[]): readonly Proposal[] => pages.flatMap((page) => countsAfterYes(page)).map(({ asked, count }) =>
  says('condition', count, { vi: `Đã đặt: chỉ hỏi "${count.item.title}" khi trả lời Có ở "${asked.item.title}". Không đúng thì bỏ điều kiện này.`, en: `Drafted so: "${count.item.title}" is asked only after a Yes to "${asked.item.title}". Take the condition out if that is wrong.` }))

const longNotes = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => isNoteCut(item)).map((one) =>
  says('note', one, { vi: `Chú thích của "${one.item.title}" quá dài để làm hướng dẫn, phần cuối đã bị cắt: hãy rút gọn.`, en: `The form's note on "${one.item.title}" is too long for a help text and was cut: shorten it.` }))

const parts = (pages: readonly Page[]): readonly Proposal[] => pages.filter(({ nodes }) => nodes.length > 0 && nodes.every(isOptional)).map((page) => ({
  about: 'part', pointer: `/${page.name}`, holes: placedItems({ pages: [page] }).flatMap(({ item }) => item.holes.map(({ hole }) => hole.n)),
  text: { vi: `Cả phần "${page.title}" không bắt buộc. Phần này chỉ dành cho một số trường hợp? Nếu vậy hãy thêm câu hỏi về trường hợp và một điều kiện.`, en: `Nothing in "${page.title}" is required. Is it for some cases only? Then add a question about the case, and a condition.` },
}))

const shared = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => item.holes.length > 1 && item.kind !== 'address').map((one) =>
  says('shared', one, { vi: `Mẫu in "${one.item.title}" ở nhiều chỗ; tờ khai chỉ hỏi một lần.`, en: `The form prints "${one.item.title}" in several places; it is asked once.` }))

/** The same words twice in one part: people cannot tell which is which. */
const isTwice = ({ pointer, item }: Placed, placed: readonly Placed[]): boolean => {
  const part = pointer.slice(0, pointer.lastIndexOf('/'))
  return placed.some((one) => one.item !== item && one.item.title === item.title && one.pointer.slice(0, one.pointer.lastIndexOf('/')) === part)
}

const labels = (placed: readonly Placed[]): readonly Proposal[] => placed.flatMap((one) => {
  const printed = one.item.holes[0]?.hole.label.trim()
  if (one.item.made) return [says('named', one, { vi: `Mẫu chỉ ghi "${printed}"; tờ khai hỏi "${one.item.title}". Hãy xem tên này có đúng không.`, en: `The form only says "${printed}"; the question is called "${one.item.title}". Check that it is right.` })]
  if (isTwice(one, placed)) return [says('label', one, { vi: `Cùng một phần có hai câu hỏi tên "${one.item.title}": hãy đặt tên để phân biệt.`, en: `Two questions of one part are called "${one.item.title}": give them titles that tell them apart.` })]
  if (one.item.holes[0]?.hole.label.trim() === '') return [says('label', one, { vi: `Chỗ trống này không có nhãn: hãy đặt tên cho "${one.item.title}".`, en: `This hole has no label: give "${one.item.title}" a title.` })]
  return isLeaning(one.item.title) ? [says('label', one, { vi: `"${one.item.title}" đọc riêng thì không rõ hỏi gì: hãy đặt tên đầy đủ.`, en: `"${one.item.title}" says too little by itself: give it a full title.` })] : []
})

const doubts = (placed: readonly Placed[]): readonly Proposal[] => placed.flatMap((one) => one.item.holes.filter(({ hole }) => hole.confidence < DOUBTFUL).map(({ hole }) =>
  says('doubt', one, { vi: `Hãy xem lại kiểu của "${one.item.title}" (${hole.kind}): ${hole.reason}`, en: `Check the kind of "${one.item.title}" (${hole.kind}): ${hole.reason}` })))

const untranslated = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => englishLabel(item.title) === undefined).map((one) =>
  says('english', one, { vi: `"${one.item.title}" chưa có tiếng Anh.`, en: `"${one.item.title}" has no English yet.` }))

/** What an author should decide before the draft is published, in the order of importance. */
export const proposalsFor = (plan: Plan): readonly Proposal[] => {
  const placed = placedItems(plan)
  return [...doubts(placed), ...labels(placed), ...conditions(placed), ...counts(plan.pages), ...longNotes(placed), ...parts(plan.pages), ...shared(placed), ...untranslated(placed)]
}
