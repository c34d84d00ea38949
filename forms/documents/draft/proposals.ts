import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import type { Hole, WordForm } from '../hole.ts'
import { casesAmong, pageCases, type Case } from './cases.ts'
import { englishLabel } from './english.ts'
import { isLeaning } from './full-titles.ts'
import { kindText, reasonText } from './guess-words.ts'
import { isNoteCut } from './help.ts'
import { optionValues } from './options.ts'
import { isOptional, placedItems, type Item, type Node, type Page, type Placed, type Plan } from './plan.ts'
import { holesIn, titlesOf, type Proposal } from './proposal.ts'
import { emptyProposals, othersProposals } from './whole-form-proposals.ts'

const DOUBTFUL = 0.6

const says = (about: Proposal['about'], placed: Placed, text: Text): Proposal =>
  ({ about, pointer: placed.pointer, holes: placed.item.holes.map(({ hole }) => hole.n), text })

const CASE = /áp dụng|trường hợp|đối với|nếu(?!\s+có)/iu
/** A note speaks of cases for many reasons; only these say that others are not asked. */
const ONLY_CASE = /chi (ghi|khai|ke khai|dien|danh dau|ap dung)/

const caseOf = ({ hint = '', label, kind }: Hole): string | undefined =>
  (ONLY_CASE.test(foldText(hint)) ? hint : CASE.test(label.normalize('NFC')) && kind !== 'choice' ? label : undefined)

const LONGEST_QUOTE = 300

const quoted = (words: string): string => (words.length <= LONGEST_QUOTE ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))}…`)

/** What stands under one and the same note is one thing to decide. */
const conditions = (placed: readonly Placed[], isDrafted: (item: Item) => boolean): readonly Proposal[] => {
  const byWords = new Map<string, Placed[]>()
  for (const one of placed) {
    const words = isDrafted(one.item) ? undefined : one.item.holes.map(({ hole }) => caseOf(hole)).find((text) => text !== undefined)
    if (words !== undefined) byWords.set(words, [...(byWords.get(words) ?? []), one])
  }
  return [...byWords].map(([words, some]) => ({
    about: 'condition', pointer: some[0]?.pointer ?? '', holes: some.flatMap(({ item }) => item.holes.map(({ hole }) => hole.n)),
    text: { vi: `${titlesOf(some)} có thể chỉ hỏi trong một số trường hợp. Mẫu ghi: ${quoted(words)}`, en: `${titlesOf(some)} may be asked in some cases only. The form says: ${quoted(words)}` },
  }))
}

const ANSWERS = new Map<boolean | string, Text>([[true, { vi: 'Có', en: 'Yes' }], [false, { vi: 'Không', en: 'No' }]])

const answerText = ({ asked, answer }: Pick<Case, 'asked' | 'answer'>): Text => {
  const options = asked.holes[0]?.hole.options ?? []
  const said = options[optionValues(options).indexOf(String(answer))] ?? String(answer)
  return ANSWERS.get(answer) ?? { vi: `"${said}"`, en: `"${said}"` }
}

const drafted = (title: string, one: Pick<Case, 'asked' | 'answer'>): Text => {
  const { vi, en } = answerText(one)
  return { vi: `Đã đặt: chỉ hỏi "${title}" khi trả lời ${vi} ở "${one.asked.title}". Không đúng thì bỏ điều kiện này.`, en: `Drafted so: "${title}" is asked only after ${en} to "${one.asked.title}". Take the condition out if that is wrong.` }
}

const casesIn = (nodes: readonly Node[], pointer: string): readonly Proposal[] => [
  ...casesAmong(nodes).map((one): Proposal => ({ about: 'condition', pointer: `${pointer}/${one.node.name}`, holes: holesIn([one.node]), text: drafted(one.node.title, one) })),
  ...nodes.flatMap((node) => { const here = `${pointer}/${node.name}`; return node.node === 'item' ? [] : node.node === 'rows' ? casesIn(node.items, `${here}/*`) : casesIn(node.nodes, here) }),
]

const cases = (pages: readonly Page[]): readonly Proposal[] => [
  ...pages.flatMap(({ name, nodes }) => casesIn(nodes, `/${name}`)),
  ...pageCases(pages).map((one): Proposal => ({ about: 'condition', pointer: `/${one.page.name}`, holes: holesIn(one.page.nodes), text: drafted(one.page.title, one) })),
]

const longNotes = (placed: readonly Placed[]): readonly Proposal[] => placed.filter(({ item }) => isNoteCut(item)).map((one) =>
  says('note', one, { vi: `Chú thích của "${one.item.title}" quá dài để làm hướng dẫn, phần cuối đã bị cắt: hãy rút gọn.`, en: `The form's note on "${one.item.title}" is too long for a help text and was cut: shorten it.` }))

const parts = (pages: readonly Page[]): readonly Proposal[] => pages.filter((page) => page.nodes.every(isOptional) && placedItems({ pages: [page] }).some(({ item }) => !item.free)).map((page) => ({
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
  says('doubt', one, { vi: `Hãy xem lại kiểu của "${one.item.title}" (${kindText(hole.kind, 'vi')}): ${reasonText(hole.reason, 'vi')}.`, en: `Check the kind of "${one.item.title}" (${kindText(hole.kind, 'en')}): ${reasonText(hole.reason, 'en')}.` })))

type Titled = { readonly pointer: string; readonly title: string; readonly holes: readonly number[] }

const titledIn = (nodes: readonly Node[], pointer: string): readonly Titled[] => nodes.flatMap((node): readonly Titled[] => {
  const here = `${pointer}/${node.name}`
  const inside = node.node === 'item' ? [] : node.node === 'rows' ? titledIn(node.items, `${here}/*`) : titledIn(node.nodes, here)
  return [{ pointer: here, title: node.title, holes: node.node === 'item' ? holesIn([node]) : [] }, ...inside]
})

/** Pages and groups have titles as questions have. */
const untranslated = (pages: readonly Page[]): readonly Proposal[] =>
  pages.flatMap(({ name, title, nodes }): readonly Titled[] => [{ pointer: `/${name}`, title, holes: [] }, ...titledIn(nodes, `/${name}`)])
    .filter(({ title }) => englishLabel(title) === undefined)
    .map(({ pointer, title, holes }) => ({ about: 'english', pointer, holes, text: { vi: `"${title}" chưa có tiếng Anh.`, en: `"${title}" has no English yet.` } }))

/** Questions that are asked on a condition already. */
const draftedIn = (nodes: readonly Node[]): readonly Node[] => [...casesAmong(nodes).map(({ node }) => node), ...nodes.flatMap((node) => (node.node === 'item' ? [] : draftedIn(node.node === 'rows' ? node.items : node.nodes)))]

/** What an author should decide before the draft is published, in the order of importance. */
export const proposalsFor = (plan: Plan, form: Pick<WordForm, 'notAsked'>): readonly Proposal[] => {
  const placed = placedItems(plan)
  const onCondition = new Set<Node>(plan.pages.flatMap(({ nodes }) => draftedIn(nodes)))
  return [...emptyProposals(plan.pages), ...doubts(placed), ...labels(placed), ...conditions(placed, (item) => onCondition.has(item)), ...cases(plan.pages), ...longNotes(placed), ...parts(plan.pages), ...othersProposals(form, plan.pages), ...shared(placed), ...untranslated(plan.pages)]
}
