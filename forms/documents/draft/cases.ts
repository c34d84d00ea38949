import { foldText } from '../../engine/fold.ts'
import { optionValues } from './options.ts'
import { isOptional, type Item, type Node, type Page } from './plan.ts'

/** `node` is asked only where `asked` has this answer: yes or no, or the value of an option. */
export type Case = { readonly asked: Item; readonly answer: boolean | string; readonly node: Node; readonly required: boolean }
export type PageCase = { readonly from: Page; readonly asked: Item; readonly answer: string; readonly page: Page }

const LONG_OPTION = 3

const plain = (text: string): string => foldText(text).replace(/[^a-z0-9]+/g, ' ').trim()

/** 'Các thành viên hộ gia đình đăng ký hộ kinh doanh', 'Nếu bị khuyết tật thì nêu rõ'. */
const isNamedAfter = (title: string, option: string): boolean => {
  const [words, wanted] = [plain(title).replace(/^(neu|truong hop|doi voi)( (la|bi))? /, ''), plain(option)]
  return words === wanted || (wanted.split(' ').length >= LONG_OPTION && words.startsWith(`${wanted} `))
}

const optionsOf = ({ kind, holes }: Item): readonly string[] => {
  const options = holes[0]?.hole.options ?? []
  return kind === 'choice' && options.length > 1 ? options : []
}

const optionNamed = (asked: Item, title: string): string | undefined => {
  const options = optionsOf(asked)
  return optionValues(options)[options.findIndex((option) => isNamedAfter(title, option))]
}

const YES_OR_NO: Readonly<Record<string, boolean>> = { co: true, khong: false }

const answerNamed = (asked: Item, title: string): boolean | string | undefined => (asked.kind === 'yesNo' ? YES_OR_NO[plain(title)] : optionNamed(asked, title))

const above = (path: string): string => path.split(' > ').slice(0, -1).join(' > ')

/** A part below the choice, or right behind it; 'Tình trạng đi học > Đã nghỉ học' where the choice heads a part of its own. */
const isBeside = (under: string, asked: Item): boolean => {
  const [there, own] = [above(under), asked.under ?? '']
  return there === own || there === above(own) || (above(there) === own && plain(there.split(' > ').at(-1) ?? '') === plain(asked.title))
}

const namedAfter = (asked: Item, node: Node): Omit<Case, 'required'> | undefined => {
  const { under = '' } = node
  if (under === '' || !isBeside(under, asked)) return undefined
  const answer = answerNamed(asked, under.split(' > ').at(-1) ?? '')
  return answer === undefined ? undefined : { asked, answer, node }
}

const labelOf = (node: Node): string => (node.node === 'item' ? node.holes[0]?.hole.label ?? '' : '')

/** 'Nếu có, …' and 'Nếu không, …'; 'Số con (nếu có)' is free by itself. */
const branchOf = (label: string): boolean | undefined => {
  const said = /^nếu[\s"'“”‘’]+(có|không)(?!\p{L})/iu.exec(label.normalize('NFC').trim())?.[1]
  return said === undefined ? undefined : YES_OR_NO[plain(said)]
}

/** Behind a yes or no: a count, what says so itself, and what goes on with that in the same sentence. */
const afterYesNo = (asked: Item, node: Node, before: Case | undefined, isNext: boolean): Case | undefined => {
  if (node.node !== 'item' || asked.kind !== 'yesNo') return undefined
  const branch = branchOf(labelOf(node))
  if (branch !== undefined) return { asked, answer: branch, node, required: true }
  if (isNext && node.kind === 'quantity') return { asked, answer: true, node, required: true }
  return before?.asked === asked && node.optional && /^\p{Ll}/u.test(labelOf(node)) ? { asked, answer: before.answer, node, required: false } : undefined
}

/**
 * Which of these questions and groups hang on a question before them. The paper leaves them free because of those who answer
 * otherwise.
 */
export const casesAmong = (nodes: readonly Node[]): readonly Case[] => {
  const cases: Case[] = []
  let [asked, at]: [Item | undefined, number] = [undefined, -1]
  nodes.forEach((node, i) => {
    const named = asked && namedAfter(asked, node)
    const found = named ? { ...named, required: !isOptional(node) } : asked && afterYesNo(asked, node, cases.at(-1), i === at + 1)
    if (found) cases.push(found)
    else if (node.node === 'item' && (node.kind === 'yesNo' || optionsOf(node).length > 0)) [asked, at] = [node, i]
    else asked = undefined
  })
  return cases
}

/** Pages named after an option of the question that the page before ends with. */
export const pageCases = (pages: readonly Page[]): readonly PageCase[] => {
  const cases: PageCase[] = []
  let from: Page | undefined
  for (const page of pages) {
    const asked = from?.nodes.at(-1)
    const answer = asked?.node === 'item' ? optionNamed(asked, page.said ?? page.title) : undefined
    if (from && asked?.node === 'item' && answer !== undefined) cases.push({ from, asked, answer, page })
    else from = page
  }
  return cases
}

/** What the form itself leaves free stays so; what was free because of the case is owed once the case is there. */
const owedWithin = <Some extends Node>(node: Some): Some => {
  if (node.node === 'item') return { ...node, optional: node.free }
  return node.node === 'rows' ? { ...node, items: node.items.map(owedWithin) } : { ...node, nodes: node.nodes.map(owedWithin) }
}

/** The nodes with what hangs on an answer no longer free of its own. */
export const withOwedCases = <Some extends Node>(nodes: readonly Some[]): readonly Some[] => {
  const cases = casesAmong(nodes)
  const isOwed = (node: Node): boolean => cases.some((one) => one.node === node && (one.required || node.under !== undefined))
  return nodes.map((node) => (isOwed(node) ? owedWithin(node) : node))
}

/** The same for whole pages. */
export const withOwedPages = (pages: readonly Page[]): readonly Page[] => {
  const cases = pageCases(pages)
  return pages.map((page) => (cases.some((one) => one.page === page) ? { ...page, nodes: page.nodes.map(owedWithin) } : page))
}
