import type { Block, Paragraph, PrintedText } from '../read/blocks.ts'

const paragraphsOf = (blocks: readonly Block[]): readonly Paragraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks)))))

export const textOf = ({ inlines }: Paragraph): string => inlines.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('').trim()

/** The state's name and motto stand above every form: Decree 30/2020/NĐ-CP, appendix I. */
const MOTTO = /^cộng\s+h(òa|oà)\s+xã\s+hội|^độc\s+lập/i

const sizeOf = ({ inlines }: Paragraph): number => Math.max(0, ...inlines.map((inline) => (inline.kind === 'text' && inline.text.trim() !== '' ? inline.format.size : 0)))

const isTitle = (paragraph: Paragraph): boolean => {
  const text = textOf(paragraph)
  const bold = paragraph.inlines.every((inline) => inline.kind !== 'text' || inline.text.trim() === '' || inline.format.bold || inline.format.script !== 'baseline')
  return paragraph.format.align === 'center' && bold && /\p{L}{2}/u.test(text) && text === text.toLocaleUpperCase('vi') && !MOTTO.test(text)
}

/** The paragraph that names the form: the largest centred one in bold capitals, the first of equals; undefined if there is none. */
export const findHeading = ({ sections }: PrintedText): Paragraph | undefined =>
  sections.flatMap(({ blocks }) => paragraphsOf(blocks)).filter(isTitle).reduce<Paragraph | undefined>((best, paragraph) => (best === undefined || sizeOf(paragraph) > sizeOf(best) ? paragraph : best), undefined)
