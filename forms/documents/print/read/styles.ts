import { mergeParagraph, readBorders, readParagraphFormat, readRunFormat, readShade, type Borders, type ParagraphFormat, type RunFormat } from './formats.ts'
import { childOf, childrenOf, pointsOf, valueOf, type Element } from './xml.ts'

/** Points between a cell's edge and its text. */
export type Margins = { readonly top?: number; readonly left?: number; readonly bottom?: number; readonly right?: number }

export type Style = {
  readonly paragraph: Partial<ParagraphFormat>
  readonly run: Partial<RunFormat>
  readonly borders: Borders
  readonly margins: Margins
  readonly shade: string | undefined
}

export type Styles = {
  readonly defaults: Pick<Style, 'paragraph' | 'run'>
  /** A style with all that it is based on; of the type's default style where `id` is '' or unknown. */
  readonly styleOf: (type: 'paragraph' | 'character' | 'table', id: string) => Style
}

const NOTHING: Style = { paragraph: {}, run: {}, borders: {}, margins: {}, shade: undefined }

export const readMargins = (element: Element | undefined): Margins => {
  const sides = [['top', 'w:top'], ['left', 'w:left'], ['left', 'w:start'], ['bottom', 'w:bottom'], ['right', 'w:right'], ['right', 'w:end']] as const
  return Object.fromEntries(sides.flatMap(([side, name]) => {
    const points = pointsOf(childOf(element, name), 'w:w')
    return points === undefined ? [] : [[side, points]]
  }))
}

const ownStyle = (style: Element): Style => ({
  paragraph: readParagraphFormat(childOf(style, 'w:pPr')), run: readRunFormat(childOf(style, 'w:rPr')),
  borders: readBorders(childOf(style, 'w:tblPr', 'w:tblBorders')), margins: readMargins(childOf(style, 'w:tblPr', 'w:tblCellMar')),
  shade: readShade(childOf(style, 'w:tcPr')),
})

const layStyle = (base: Style, own: Style): Style => ({
  paragraph: mergeParagraph(base.paragraph, own.paragraph), run: { ...base.run, ...own.run }, borders: { ...base.borders, ...own.borders },
  margins: { ...base.margins, ...own.margins }, shade: own.shade ?? base.shade,
})

export const readStyles = (root: Element | undefined): Styles => {
  const styles = childrenOf(root, 'w:style')
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const standard = new Map(styles.filter(({ attributes }) => attributes['w:default'] === '1').map((style) => [style.attributes['w:type'] ?? '', style]))
  const known = new Map<Element, Style>()
  const resolve = (style: Element | undefined, depth: number): Style => {
    if (style === undefined || depth > 20) return NOTHING
    const done = known.get(style)
    if (done !== undefined) return done
    const resolved = layStyle(resolve(byId.get(valueOf(style, 'w:basedOn') ?? ''), depth + 1), ownStyle(style))
    known.set(style, resolved)
    return resolved
  }
  const defaults = childOf(root, 'w:docDefaults')
  return {
    defaults: { paragraph: readParagraphFormat(childOf(defaults, 'w:pPrDefault', 'w:pPr')), run: readRunFormat(childOf(defaults, 'w:rPrDefault', 'w:rPr')) },
    styleOf: (type, id) => resolve(byId.get(id) ?? standard.get(type), 0),
  }
}
