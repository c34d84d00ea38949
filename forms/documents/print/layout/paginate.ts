import type { PageShape } from '../read/blocks.ts'
import { heightOf, moveItem, type Item, type Strip } from './strips.ts'

/** Items in points from the upper left corner of the paper. */
export type Page = { readonly shape: PageShape; readonly items: readonly Item[] }

type OpenPage = { readonly shape: PageShape; readonly items: Item[]; y: number; used: boolean; readonly fresh: boolean }
type Paper = { readonly pages: OpenPage[]; shape: PageShape }

/** Rounding must not push the last line of a page out. */
const SLACK = 0.5

/** `fresh`: begun on purpose. A page that begins since the one before is full leaves out the space above its first line. */
const turn = (paper: Paper, fresh = true): OpenPage => {
  const page: OpenPage = { shape: paper.shape, items: [], y: paper.shape.top, used: false, fresh }
  paper.pages.push(page)
  return page
}

const open = (paper: Paper): OpenPage => paper.pages.at(-1) ?? turn(paper)

const roomOn = ({ shape, y }: OpenPage): number => shape.height - shape.bottom - y

const leadOn = ({ used, fresh }: OpenPage, { lead }: Strip): number => (used || fresh ? lead : 0)

const put = (paper: Paper, strip: Strip): void => {
  const page = open(paper)
  const top = page.y + leadOn(page, strip)
  // One by one: a spread of all items of a long strip would overflow the stack.
  for (const item of strip.items) page.items.push(moveItem(item, paper.shape.left, top))
  for (const { from, items } of strip.floats) for (const item of items) page.items.push(moveItem(item, paper.shape.left, from === 'page' ? 0 : page.shape.top))
  page.y = top + strip.height
  page.used ||= strip.height > 0 || strip.items.length > 0
}

const repeatHeaders = (paper: Paper, { headers = [] }: Strip): void => headers.forEach((header) => put(paper, { ...header, items: header.items.map(asArtifact) }))

/** Repeated headers are for the eye: a listener has heard them. */
const asArtifact = (item: Item): Item => (item.kind === 'text' || item.kind === 'box' ? { ...item, node: null } : item)

const nextPage = (paper: Paper, strip: Strip): void => {
  turn(paper, false)
  repeatHeaders(paper, strip)
}

const placeStrip = (paper: Paper, strip: Strip): void => {
  let rest = strip
  for (;;) {
    const page = open(paper)
    const room = roomOn(page) - leadOn(page, rest)
    if (rest.height - rest.tail <= room + SLACK) break
    const fresh = page.shape.height - page.shape.top - page.shape.bottom
    const parts = rest.whole === true && rest.height <= fresh ? undefined : rest.split?.(room)
    // What fits on no page at all is printed over the edge: losing it would be worse.
    if (parts === undefined && !page.used) break
    if (parts !== undefined) put(paper, parts[0])
    nextPage(paper, strip)
    if (parts === undefined) { if (rest.height > roomOn(open(paper)) && rest.split?.(roomOn(open(paper))) === undefined) break } else rest = parts[1]
  }
  put(paper, rest)
  if (strip.last && open(paper).used) turn(paper)
}

/** Strips that stay together, as far as one page holds them. */
const groups = (strips: readonly Strip[]): readonly (readonly Strip[])[] => {
  const found: Strip[][] = []
  let joins = false
  for (const strip of strips) {
    if (joins) found.at(-1)?.push(strip)
    else found.push([strip])
    joins = strip.keep
  }
  return found
}

/** Can the last of the strips begin in `room` under the others? A heading and the first lines of a long row need no page of their own. */
const beginsIn = (group: readonly Strip[], room: number): boolean => {
  const last = group.at(-1)
  const left = room - heightOf(group.slice(0, -1)) - (last?.lead ?? 0)
  return last?.whole !== true && left > 0 && last?.split?.(left) !== undefined
}

const placeGroup = (paper: Paper, group: readonly Strip[]): void => {
  const page = open(paper)
  const height = heightOf(group)
  const fresh = paper.shape.height - paper.shape.top - paper.shape.bottom
  const [first] = group
  const overflows = height - (group.at(-1)?.tail ?? 0) > roomOn(page) + SLACK
  if (first !== undefined && group.length > 1 && page.used && overflows && height <= fresh && !beginsIn(group, roomOn(page))) nextPage(paper, first)
  group.forEach((strip) => placeStrip(paper, strip))
}

export type LaidSection = { readonly shape: PageShape; readonly continuous: boolean; readonly strips: readonly Strip[] }

const sameSize = (a: PageShape, b: PageShape): boolean => a.width === b.width && a.height === b.height

/** Lays strips on pages, one section behind the other. At least one page. */
export const paginate = (sections: readonly LaidSection[], first: PageShape): readonly Page[] => {
  const paper: Paper = { pages: [], shape: first }
  sections.forEach(({ shape, continuous, strips }) => {
    const before = paper.pages.at(-1)
    paper.shape = shape
    if (before === undefined || (before.used && !(continuous && sameSize(before.shape, shape)))) turn(paper)
    else if (!before.used && !sameSize(before.shape, shape)) paper.pages[paper.pages.length - 1] = { ...before, shape, y: shape.top }
    groups(strips).forEach((group) => placeGroup(paper, group))
  })
  const last = paper.pages.at(-1)
  if (last === undefined) turn(paper)
  return paper.pages.length > 1 && last !== undefined && !last.used ? paper.pages.slice(0, -1) : paper.pages
}
