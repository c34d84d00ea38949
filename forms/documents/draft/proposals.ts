import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import type { Hole } from '../hole.ts'
import { conditionsAmong, type Condition } from './conditions.ts'
import { englishLabel } from './english.ts'
import { isNoteCut } from './help.ts'
import { isOptional, placedItems, type Node, type Page, type Placed, type Plan } from './plan.ts'

/** Something for the author to decide, or to look at. `holes`: what it is about. */
export type Proposal = {
  readonly about: 'condition' | 'part' | 'english' | 'shared' | 'label' | 'doubt' | 'note'
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

const conditions = (placed: readonly Placed[], known: ReadonlySet<string>): readonly Proposal[] => placed.filter(({ pointer }) => !known.has(pointer)).flatMap((one) => {
  const words = one.item.holes.map(({ hole }) => caseOf(hole)).find((text) => text !== undefined)
  if (words === undefined) return []
  return [says('condition', one, { vi: `"${one.item.title}" có thể chỉ hỏi trong một số trường hợp. Mẫu ghi: ${words}`, en: `"${one.item.title}" may be asked in some cases only. The form says: ${words}` })]
})

type Applied = { readonly pointer: string; readonly condition: Condition }

const appliedIn = (nodes: readonly Node[], pointer: string): readonly Applied[] => [
  ...conditionsAmong(nodes).map((condition) => ({ pointer: `${pointer}/${condition.then.name}`, condition })),
  ...nodes.flatMap((node) => (node.node === 'group' ? appliedIn(node.nodes, `${pointer}/${node.name}`) : [])),
]

const holesOf = (node: Node): readonly number[] => {
  if (node.node === 'item') return node.holes.map(({ hole }) => hole.n)
  return (node.node === 'rows' ? node.items : node.nodes).flatMap(holesOf)
}

/** Conditions that the draft has already: an author looks whether the form means them so. */
const applied = (all: readonly Applied[]): readonly Proposal[] => all.map(({ pointer, condition: { asked, then, said } }) => ({
  about: 'condition', pointer, holes: holesOf(then),
  text: { vi: `Tờ khai chỉ hỏi "${then.title}" khi "${asked.title}" được trả lời "${said.vi}".`, en: `"${then.title}" is asked only where "${asked.title}" is answered "${said.en}".` },
}))

const longNotes = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => isNoteCut(item)).map((one) =>
  says('note', one, { vi: `Chú thích của "${one.item.title}" quá dài để làm hướng dẫn, phần cuối đã bị cắt: hãy rút gọn.`, en: `The form's note on "${one.item.title}" is too long for a help text and was cut: shorten it.` }))

const parts = (pages: readonly Page[]): readonly Proposal[] => pages.filter(({ nodes }) => nodes.length > 0 && nodes.every(isOptional)).map((page) => ({
  about: 'part', pointer: `/${page.name}`, holes: placedItems({ pages: [page] }).flatMap(({ item }) => item.holes.map(({ hole }) => hole.n)),
  text: { vi: `Cả phần "${page.title}" không bắt buộc. Phần này chỉ dành cho một số trường hợp? Nếu vậy hãy thêm câu hỏi về trường hợp và một điều kiện.`, en: `Nothing in "${page.title}" is required. Is it for some cases only? Then add a question about the case, and a condition.` },
}))

const shared = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => item.holes.length > 1 && item.kind !== 'address').map((one) =>
  says('shared', one, { vi: `Mẫu in "${one.item.title}" ở nhiều chỗ; tờ khai chỉ hỏi một lần.`, en: `The form prints "${one.item.title}" in several places; it is asked once.` }))

/** Words that say what is asked only within their line of the paper: 'số … do … cấp ngày …'. */
const LEANS = /^(so|do|tai|cua|nam|ngay|cap ngay|tu|den|la|hang|voi|theo|trong do|ghi cu the|ly do)\b.{0,4}$/

const isBare = ({ item }: Placed): boolean => LEANS.test(foldText(item.title).trim())

const labels = (placed: readonly Placed[]): readonly Proposal[] => placed.flatMap((one) => {
  if (one.item.holes[0]?.hole.label.trim() === '') return [says('label', one, { vi: `Chỗ trống này không có nhãn: hãy đặt tên cho "${one.item.title}".`, en: `This hole has no label: give "${one.item.title}" a title.` })]
  return isBare(one) ? [says('label', one, { vi: `"${one.item.title}" đọc riêng thì không rõ hỏi gì: hãy đặt tên đầy đủ.`, en: `"${one.item.title}" says too little by itself: give it a full title.` })] : []
})

const doubts = (placed: readonly Placed[]): readonly Proposal[] => placed.flatMap((one) => one.item.holes.filter(({ hole }) => hole.confidence < DOUBTFUL).map(({ hole }) =>
  says('doubt', one, { vi: `Hãy xem lại kiểu của "${one.item.title}" (${hole.kind}): ${hole.reason}`, en: `Check the kind of "${one.item.title}" (${hole.kind}): ${hole.reason}` })))

const untranslated = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => englishLabel(item.title) === undefined).map((one) =>
  says('english', one, { vi: `"${one.item.title}" chưa có tiếng Anh.`, en: `"${one.item.title}" has no English yet.` }))

/** What an author should decide before the draft is published, in the order of importance. */
export const proposalsFor = (plan: Plan): readonly Proposal[] => {
  const placed = placedItems(plan)
  const all = plan.pages.flatMap(({ name, nodes }) => appliedIn(nodes, `/${name}`))
  return [...doubts(placed), ...labels(placed), ...conditions(placed, new Set(all.map(({ pointer }) => pointer))), ...applied(all), ...longNotes(placed), ...parts(plan.pages), ...shared(placed), ...untranslated(placed)]
}
