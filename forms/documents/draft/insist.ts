import { foldText } from '../../engine/fold.ts'
import type { Hole } from '../hole.ts'
import { isOptional, type Item, type Node, type Page } from './plan.ts'

const APPLICANT = /^(thong tin (ve )?)?nguoi (ke )?(khai|yeu cau|de nghi|dang ky|nop ho so|(lam|viet|nop) don)( thong tin)?$/
const CASE = /^(ap dung|truong hop|doi voi|neu)\b/

const NAMES: readonly Hole['kind'][] = ['name', 'organisation']
const IDENTITY: readonly Hole['kind'][] = ['identityNumber', 'identityDocument']

const firstOf = (nodes: readonly Node[], kinds: readonly Hole['kind'][]): Item | undefined =>
  nodes.find((node): node is Item => node.node === 'item' && kinds.includes(node.kind) && !node.free)

const insistedOn = (page: Page): Page => {
  const wanted = new Set<Node | undefined>([firstOf(page.nodes, NAMES), firstOf(page.nodes, IDENTITY)])
  return { ...page, nodes: page.nodes.map((node) => (node.node === 'item' && node.optional && wanted.has(node) ? { ...node, optional: false, insisted: true } : node)) }
}

/** The part of who applies; where no part is called so, the first, if it is not for one case only. */
const applicantAmong = (pages: readonly Page[]): Page | undefined => {
  const named = pages.find(({ title }) => APPLICANT.test(foldText(title)))
  const [first] = pages
  const isEmpty = pages.every(({ nodes }) => nodes.every(isOptional))
  return named ?? (isEmpty && first && !CASE.test(foldText(first.said ?? first.title)) ? first : undefined)
}

/** Nobody files without saying who: name and number of the applicant stay required, whatever 'nếu có' stands over them. */
export const insistOnApplicant = (pages: readonly Page[]): readonly Page[] => {
  const applicant = applicantAmong(pages)
  return pages.map((page) => (page === applicant ? insistedOn(page) : page))
}
