import type { Mark, Range } from '../hole.ts'
import { childElements, descendants, firstChild, localName } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'
import { elementsAround, nearest } from './surroundings.ts'

/** Numbers of the children that lead from one element down to another. */
const pathDown = (from: XmlElement, around: readonly XmlElement[]): readonly number[] => {
  const path = around.slice(around.indexOf(from))
  return path.slice(1).map((element, i) => { const parent = path[i]; return parent ? childElements(parent).indexOf(element) : -1 })
}

const follow = (from: XmlElement, path: readonly number[]): XmlElement | undefined =>
  path.reduce((at: XmlElement | undefined, i) => (at ? childElements(at)[i] : undefined), from)

const contents = (branch: XmlElement | undefined): readonly XmlElement[] => (branch ? descendants(branch, 'txbxContent') : [])

/**
 * Word keeps a text box twice: as a drawing (mc:Choice) and, for old programs, as VML (mc:Fallback). Where does the other
 * branch say what this stretch says? undefined where there is no other, or where it is made differently.
 */
export const twinRange = (part: Part, range: Range): Range | undefined => {
  const around = elementsAround(part, range)
  const content = nearest(around, 'txbxContent')
  const alternatives = nearest(around, 'AlternateContent')
  if (!content || !alternatives || !around.some((element) => localName(element) === 'Choice')) return undefined
  const number = contents(firstChild(alternatives, 'Choice')).indexOf(content)
  const other = contents(firstChild(alternatives, 'Fallback'))[number]
  const here = around.at(-1)
  const twin = other ? follow(other, pathDown(content, around)) : undefined
  if (!here || !twin || twin.name !== here.name || twin.text !== here.text) return undefined
  // From the end: start tags differ by the ids in them, what follows does not.
  return { part: range.part, start: twin.end - (here.end - range.start), end: twin.end - (here.end - range.end) }
}

/** A mark in the other branch of its text box. */
export const twinMark = (part: Part, mark: Mark): Mark | undefined => {
  if (mark.form !== 'leader') { const range = twinRange(part, mark.range); return range ? { form: mark.form, range } : undefined }
  const ranges = mark.ranges.map((range) => twinRange(part, range))
  const found = ranges.filter((range) => range !== undefined)
  return found.length === ranges.length && found.length > 0 ? { form: 'leader', ranges: found } : undefined
}

/** Does a stretch lie in the branch for old programs? */
export const isFallback = (part: Part, range: Range): boolean => elementsAround(part, range).some((element) => localName(element) === 'Fallback')
