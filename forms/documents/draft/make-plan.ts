import type { Hole, WordForm } from '../hole.ts'
import { underOneAddress } from './address-holes.ts'
import { withOwedCases, withOwedPages } from './cases.ts'
import { makeItems } from './make-items.ts'
import { headingOf, type Heading } from './headings.ts'
import { insistOnApplicant } from './insist.ts'
import { asTitle, pageSlug, propertyName } from './names.ts'
import { RECEIVER_PAGE } from './receiver.ts'
import type { Group, Item, Node, Page, Plan, Rows, Written } from './plan.ts'

const PHOTO = 'Ảnh hoặc giấy tờ kèm theo: nộp thành tệp ở phần giấy tờ'
const LOOSE = 'Nội dung khai'

const pathOf = (hole: Hole): readonly string[] => hole.section.split(' > ').map((part) => part.trim()).filter((part) => part !== '')

/** Things by a key, keys in order of first appearance. */
const groupBy = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): readonly (readonly [string, readonly Thing[]])[] => {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    groups.set(key, [...(groups.get(key) ?? []), thing])
  }
  return [...groups]
}

/** Where a part is put: names that are taken there, and the form. */
type Part = { readonly taken: Set<string>; readonly form: WordForm }

const nameIn = (taken: Set<string>, title: string, fallback: string): string => {
  const name = propertyName(title, taken, fallback)
  taken.add(name)
  return name
}

const makeRows = (repeat: string, holes: readonly Hole[], taken: Set<string>, form: WordForm): Rows => {
  const title = headingOf(repeat).title || 'Danh sách'
  return { node: 'rows', name: nameIn(taken, title, 'danhSach'), title, items: withOwedCases(makeItems(holes, 'Địa chỉ', new Set())), printed: form.repeats.find(({ name }) => name === repeat)?.rows.length ?? 1 }
}

const firstHole = (node: Node): number => {
  if (node.node === 'item') return node.holes[0]?.hole.n ?? 0
  return Math.min(...(node.node === 'rows' ? node.items : node.nodes).map(firstHole))
}

/** As they begin on the paper. */
const inOrder = <Some extends Node>(nodes: readonly Some[]): readonly Some[] => nodes.toSorted((a, b) => firstHole(a) - firstHole(b))

/** Questions and tables of one part. */
const makeLeaves = (holes: readonly Hole[], title: string, taken: Set<string>, form: WordForm): readonly (Item | Rows)[] =>
  inOrder(groupBy(holes, (hole) => hole.repeat ?? '').flatMap(([repeat, some]): readonly (Item | Rows)[] => (repeat === '' ? makeItems(some, title, taken) : [makeRows(repeat, some, taken, form)])))

const lastOf = (path: string): string => path.split(' > ').at(-1) ?? ''

/** The last heading says it, unless it says too little or another part has the same. */
const groupHeading = (path: string, paths: readonly string[]): Heading => {
  const last = lastOf(path)
  const isClear = last.includes(' ') && paths.every((other) => other === path || lastOf(other) !== last)
  return isClear ? headingOf(last) : { title: path.split(' > ').map((part) => headingOf(part).title).join(': ') }
}

/** A part that is one address or one table, or whose question says it all, needs no heading of its own. */
const standsAlone = (node: Item | Rows, title: string, path: string): boolean =>
  node.node === 'rows' || node.title === title || node.made || /^(có|không)$/iu.test(lastOf(path))

const makeGroup = (path: string, paths: readonly string[], holes: readonly Hole[], { taken, form }: Part): Node => {
  const heading = groupHeading(path, paths)
  const { title } = heading
  const inside = withOwedCases(makeLeaves(holes, title, new Set(), form))
  const [only] = inside
  const nameOf = (words: string): string => nameIn(taken, words, `phan${holes[0]?.n ?? 0}`)
  if (inside.length === 1 && only && standsAlone(only, title, path)) {
    const own = only.node === 'rows' ? title : only.title
    return { ...only, name: nameOf(own), title: own, under: path }
  }
  const group: Group = { node: 'group', name: nameOf(title), ...heading, under: path, nodes: inside }
  return group
}

const makeNodes = (title: string, holes: readonly Hole[], form: WordForm): readonly Node[] => {
  const taken = new Set<string>()
  const parts = groupBy(holes, (hole) => pathOf(hole).slice(1).join(' > '))
  const paths = parts.map(([path]) => path)
  return withOwedCases(inOrder(parts.flatMap(([path, some]): readonly Node[] => (path === '' ? makeLeaves(some, title, taken, form) : [makeGroup(path, paths, some, { taken, form })]))))
}

/** Where holes of no part follow each other they are one page, called after the only one where there is only one. */
const looseTitle = (holes: readonly Hole[]): string => (holes.length === 1 ? asTitle(holes[0]?.label ?? '') : '') || LOOSE

const pageKeys = (holes: readonly Hole[]): readonly (readonly [Hole, string])[] => {
  let run = 0
  return holes.map((hole, i) => {
    const part = pathOf(hole)[0]
    if (part !== undefined) return [hole, part] as const
    const before = holes[i - 1]
    if (before === undefined || pathOf(before).length > 0) run += 1
    return [hole, `\n${run}`] as const
  })
}

const makePages = (holes: readonly Hole[], form: WordForm): readonly Page[] => {
  const [names, slugs] = [new Set<string>(['camDoan', RECEIVER_PAGE.name]), new Set<string>(['cam-doan', RECEIVER_PAGE.slug])]
  return groupBy(pageKeys(holes), ([, key]) => key).map(([key, pairs]) => {
    const some = pairs.map(([hole]) => hole)
    const heading = key.startsWith('\n') ? { title: looseTitle(some) } : headingOf(key)
    const { title } = heading
    const slug = pageSlug(title, slugs)
    slugs.add(slug)
    return { name: nameIn(names, title, `trang${slugs.size}`), slug, ...heading, nodes: makeNodes(title, some, form) }
  })
}

/** A Word form as pages of questions: its parts are pages, in its order, one person's questions together. */
export const makePlan = (form: WordForm, asksReceiver: boolean): Plan => {
  const unasked: readonly Written[] = form.holes.filter(({ kind }) => kind === 'file').map((hole) => ({ hole, none: PHOTO }))
  return { pages: insistOnApplicant(withOwedPages(makePages(underOneAddress(form.holes.filter(({ kind }) => kind !== 'file')), form))), unasked, asksReceiver }
}
