import { html, type Html } from '../../view/html.ts'
import type { Block, Piece } from './document-text.ts'

/** How the holes of a shown paper are linked. `seen`: numbers that have been shown; the first place of each bears its link. */
export type PaperLinks = { readonly seen: Set<number>; readonly hrefOf: (hole: number) => string; readonly labelOf: (hole: number) => string }

const pieceHtml = ({ text, hole }: Piece, { seen, hrefOf, labelOf }: PaperLinks): Html => {
  if (hole === undefined) return html`${text}`
  const isFirst = !seen.has(hole)
  seen.add(hole)
  return isFirst ? html`<mark id="hole-${hole}"><a href="${hrefOf(hole)}" aria-label="${labelOf(hole)}">${hole}</a>${text}</mark>` : html`<mark>${text}</mark>`
}

const blockHtml = (block: Block, links: PaperLinks): Html => {
  if (block.block === 'paragraph') return html`<p>${block.pieces.map((piece) => pieceHtml(piece, links))}</p>`
  return html`<table><tbody>${block.rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell.map((one) => blockHtml(one, links))}</td>`)}</tr>`)}</tbody></table>`
}

/** The paper's text with each hole marked by its number. */
export const paperHtml = (blocks: readonly Block[], links: PaperLinks): readonly Html[] => blocks.map((block) => blockHtml(block, links))

const holds = (block: Block, holes: ReadonlySet<number>): boolean =>
  (block.block === 'paragraph' ? block.pieces.some(({ hole }) => hole !== undefined && holes.has(hole)) : block.rows.some((cells) => cells.some((cell) => cell.some((one) => holds(one, holes)))))

/** The lines of the paper that these holes stand in; of a table its first row as well, which says what they are. */
export const blocksAround = (blocks: readonly Block[], holes: ReadonlySet<number>): readonly Block[] => blocks.filter((block) => holds(block, holes)).map((block) =>
  (block.block === 'paragraph' ? block : { ...block, rows: block.rows.filter((cells, i) => i === 0 || cells.some((cell) => cell.some((one) => holds(one, holes)))) }))
