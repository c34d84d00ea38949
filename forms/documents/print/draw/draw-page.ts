import type { Page } from '../layout/paginate.ts'
import type { Item } from '../layout/strips.ts'
import { boxStrokes, isChosen } from './draw-box.ts'
import type { Tag, Tags } from './structure.ts'

type Doc = PDFKit.PDFDocument
type Text = Extract<Item, { readonly kind: 'text' }>
type Box = Extract<Item, { readonly kind: 'box' }>
type Rule = Extract<Item, { readonly kind: 'rule' }>

/** What a tick box is to a listener. */
export type BoxWords = { readonly chosen: string; readonly open: string }

const drawText = (doc: Doc, { x, y, text, face, size, color, spacing }: Text): void => {
  doc.font(face, size).fillColor(`#${color}`).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...(spacing === 0 ? {} : { characterSpacing: spacing }) })
}

const drawBox = (doc: Doc, { x, y, size, mark, color }: Box): void => {
  doc.lineWidth(Math.max(size * 0.055, 0.5)).strokeColor(`#${color}`).undash().lineCap('butt')
  for (const [start, ...rest] of boxStrokes(mark, size)) {
    if (start === undefined) continue
    doc.moveTo(x + start[0], y + start[1])
    for (const [dx, dy] of rest) doc.lineTo(x + dx, y + dy)
  }
  doc.stroke()
}

/** Dots stand as far apart as those of the text's own size. */
const DOT_PITCH = 2.5

const drawRule = (doc: Doc, { x, y, toX, toY, width, color, dash }: Rule): void => {
  doc.lineWidth(width).strokeColor(`#${color}`)
  if (dash === 'dots') doc.lineCap('round').dash(0.01, { space: width * DOT_PITCH })
  else if (dash === 'dashes') doc.lineCap('butt').dash(3, { space: 2 })
  else doc.lineCap('butt').undash()
  doc.moveTo(x, y).lineTo(toX, toY).stroke()
}

const drawArtifact = (doc: Doc, item: Item): void => {
  if (item.kind === 'text') drawText(doc, item)
  else if (item.kind === 'box') drawBox(doc, item)
  else if (item.kind === 'rule') drawRule(doc, item)
  else doc.rect(item.x, item.y, item.width, item.height).fill(`#${item.color}`)
}

const isTold = (item: Item): item is Text | Box => (item.kind === 'text' || item.kind === 'box') && item.node !== null

/** Ground, lines, borders and leaders: a screen reader passes them over. Grounds lie under everything. */
const drawArtifacts = (doc: Doc, items: readonly Item[]): void => {
  const silent = items.filter((item) => !isTold(item))
  if (silent.length === 0) return
  doc.markContent('Artifact', { type: 'Layout' })
  for (const item of silent) if (item.kind === 'fill') drawArtifact(doc, item)
  for (const item of silent) if (item.kind !== 'fill') drawArtifact(doc, item)
  doc.endMarkedContent()
}

/** A picture with words in its place: a tick box, or a letter that the font lacks. */
const drawSpoken = (doc: Doc, item: Text | Box, actual: string, tag: Tag): void => {
  const span = doc.struct('Span', { actual })
  tag.add(span)
  const content = doc.markStructureContent('Span', { actual })
  if (item.kind === 'text') drawText(doc, item)
  else drawBox(doc, item)
  doc.endMarkedContent()
  span.add(content)
  span.end()
}

const spokenWords = (item: Text | Box, words: BoxWords): string | undefined =>
  item.kind === 'text' ? item.actual : isChosen(item.mark) ? words.chosen : words.open

/** Neighbouring pieces of one paragraph are one stretch of marked content. */
const drawTold = (doc: Doc, items: readonly Item[], tags: Tags, words: BoxWords): void => {
  let open: Tag | undefined
  const close = (): void => { if (open !== undefined) doc.endMarkedContent(); open = undefined }
  for (const item of items) {
    if (!isTold(item) || item.node === null) continue
    const tag = tags.get(item.node)
    if (tag === undefined) continue
    const actual = spokenWords(item, words)
    if (actual !== undefined || tag !== open) close()
    if (actual !== undefined) drawSpoken(doc, item, actual, tag)
    else if (open === undefined) {
      open = tag
      tag.add(doc.markStructureContent(item.node.role))
    }
    if (actual === undefined) drawArtifact(doc, item)
  }
  close()
}

export const drawPage = (doc: Doc, { shape, items }: Page, tags: Tags, words: BoxWords): void => {
  doc.addPage({ size: [shape.width, shape.height], margin: 0 })
  drawArtifacts(doc, items)
  drawTold(doc, items, tags, words)
}
