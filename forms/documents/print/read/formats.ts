import { childOf, childrenOf, defined, elementsOf, flagOf, numberOf, pointsOf, valueOf, type Element } from './xml.ts'

/** How characters look. Lengths in points. */
export type RunFormat = {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly caps: boolean
  readonly smallCaps: boolean
  readonly hidden: boolean
  readonly size: number
  /** Six hexadecimal digits. */
  readonly color: string
  readonly script: 'baseline' | 'superscript' | 'subscript'
  readonly raise: number
  /** Added between letters. */
  readonly spacing: number
  readonly font: string
  readonly style: string
}

export type TabStop = { readonly at: number; readonly align: string; readonly leader: string }

export type Border = { readonly width: number; readonly color: string; readonly style: string }
export type Side = 'top' | 'left' | 'bottom' | 'right'
export type Borders = { readonly [Key in Side | 'insideH' | 'insideV']?: Border | null }

/** How a paragraph lies. Lengths in points; `line` is a factor where `lineRule` is 'auto'. */
export type ParagraphFormat = {
  readonly align: string
  readonly left: number
  readonly right: number
  /** Added to `left` in the first line; negative: it hangs out. */
  readonly first: number
  readonly before: number
  readonly after: number
  readonly line: number
  readonly lineRule: string
  readonly tabs: readonly TabStop[]
  readonly keepNext: boolean
  readonly keepLines: boolean
  /** No line alone at the foot or the head of a page. */
  readonly widows: boolean
  readonly breakBefore: boolean
  readonly contextual: boolean
  readonly list: string
  readonly level: number
  readonly borders: Borders
  readonly shade: string
  readonly style: string
}

export const PLAIN_RUN: RunFormat = {
  bold: false, italic: false, underline: false, strike: false, caps: false, smallCaps: false, hidden: false, size: 10, color: '000000',
  script: 'baseline', raise: 0, spacing: 0, font: '', style: '',
}
export const PLAIN_PARAGRAPH: ParagraphFormat = {
  align: 'left', left: 0, right: 0, first: 0, before: 0, after: 0, line: 1, lineRule: 'auto', tabs: [], keepNext: false, keepLines: false,
  widows: true, breakBefore: false, contextual: false, list: '0', level: 0, borders: {}, shade: '', style: '',
}

const halved = (value: number | undefined): number | undefined => (value === undefined ? undefined : value / 2)
const SCRIPTS = ['baseline', 'superscript', 'subscript'] as const

/** What one `w:rPr` says; what it does not say is missing. */
export const readRunFormat = (rPr: Element | undefined): Partial<RunFormat> => {
  const color = valueOf(rPr, 'w:color')
  return defined({
    bold: flagOf(rPr, 'w:b'), italic: flagOf(rPr, 'w:i'), underline: flagOf(rPr, 'w:u'), strike: flagOf(rPr, 'w:strike') ?? flagOf(rPr, 'w:dstrike'),
    caps: flagOf(rPr, 'w:caps'), smallCaps: flagOf(rPr, 'w:smallCaps'), hidden: flagOf(rPr, 'w:vanish'),
    size: halved(numberOf(valueOf(rPr, 'w:sz'))), color: color === undefined ? undefined : /^[\dA-Fa-f]{6}$/.test(color) ? color : '000000',
    script: SCRIPTS.find((script) => script === valueOf(rPr, 'w:vertAlign')), raise: halved(numberOf(valueOf(rPr, 'w:position'))), spacing: pointsOf(childOf(rPr, 'w:spacing'), 'w:val'),
    font: childOf(rPr, 'w:rFonts')?.attributes['w:ascii'], style: valueOf(rPr, 'w:rStyle'),
  })
}

const readTabs = (pPr: Element | undefined): readonly TabStop[] | undefined => {
  const tabs = childOf(pPr, 'w:tabs')
  return tabs === undefined ? undefined : childrenOf(tabs, 'w:tab').map((tab) => ({
    at: pointsOf(tab, 'w:pos') ?? 0, align: tab.attributes['w:val'] ?? 'left', leader: tab.attributes['w:leader'] ?? 'none',
  }))
}

const readBorder = (element: Element): Border | null => {
  const style = element.attributes['w:val'] ?? 'none'
  const color = element.attributes['w:color'] ?? '000000'
  if (style === 'nil' || style === 'none') return null
  return { style, width: Math.max(0.25, (numberOf(element.attributes['w:sz']) ?? 4) / 8), color: /^[\dA-Fa-f]{6}$/.test(color) ? color : '000000' }
}

const SIDES: Readonly<Record<string, keyof Borders>> = {
  'w:top': 'top', 'w:left': 'left', 'w:start': 'left', 'w:bottom': 'bottom', 'w:right': 'right', 'w:end': 'right', 'w:insideH': 'insideH', 'w:insideV': 'insideV',
}

/** null: said to be none. */
export const readBorders = (element: Element | undefined): Borders =>
  Object.fromEntries(elementsOf(element).flatMap((side) => (SIDES[side.name] === undefined ? [] : [[SIDES[side.name], readBorder(side)]])))

/** The fill of a `w:shd`; '' if none. */
export const readShade = (parent: Element | undefined): string | undefined => {
  const fill = valueOf(parent, 'w:shd', 'w:fill')
  return fill === undefined ? undefined : /^[\dA-Fa-f]{6}$/.test(fill) ? fill : ''
}

const readLine = (spacing: Element | undefined): Partial<Pick<ParagraphFormat, 'line' | 'lineRule'>> => {
  const line = numberOf(spacing?.attributes['w:line'])
  const lineRule = spacing?.attributes['w:lineRule'] ?? 'auto'
  return line === undefined ? {} : { lineRule, line: lineRule === 'auto' ? line / 240 : line / 20 }
}

const AUTO_SPACE = 14

const readSpacing = (spacing: Element | undefined): Partial<ParagraphFormat> => {
  const space = (side: 'before' | 'after'): number | undefined =>
    ['1', 'true', 'on'].includes(spacing?.attributes[`w:${side}Autospacing`] ?? '') ? AUTO_SPACE : pointsOf(spacing, `w:${side}`)
  return { ...defined({ before: space('before'), after: space('after') }), ...readLine(spacing) }
}

/** What one `w:pPr` says; what it does not say is missing. */
export const readParagraphFormat = (pPr: Element | undefined): Partial<ParagraphFormat> => {
  const indent = childOf(pPr, 'w:ind')
  const hanging = pointsOf(indent, 'w:hanging')
  const edges = childOf(pPr, 'w:pBdr')
  return defined({
    align: valueOf(pPr, 'w:jc'), left: pointsOf(indent, 'w:left', 'w:start'), right: pointsOf(indent, 'w:right', 'w:end'),
    first: hanging === undefined ? pointsOf(indent, 'w:firstLine') : -hanging, ...readSpacing(childOf(pPr, 'w:spacing')),
    tabs: readTabs(pPr), keepNext: flagOf(pPr, 'w:keepNext'), keepLines: flagOf(pPr, 'w:keepLines'), widows: flagOf(pPr, 'w:widowControl'), breakBefore: flagOf(pPr, 'w:pageBreakBefore'),
    contextual: flagOf(pPr, 'w:contextualSpacing'), list: childOf(pPr, 'w:numPr', 'w:numId')?.attributes['w:val'],
    level: numberOf(childOf(pPr, 'w:numPr', 'w:ilvl')?.attributes['w:val']), borders: edges === undefined ? undefined : readBorders(edges),
    shade: readShade(pPr), style: valueOf(pPr, 'w:pStyle'),
  })
}

/** Stops of a later layer are added; 'clear' takes an inherited one away. */
const mergeTabs = (inherited: readonly TabStop[], own: readonly TabStop[]): readonly TabStop[] =>
  [...inherited.filter(({ at }) => !own.some((stop) => stop.at === at)), ...own.filter(({ align }) => align !== 'clear')].toSorted((a, b) => a.at - b.at)

export const mergeParagraph = <Shape extends Partial<ParagraphFormat>>(inherited: Shape, own: Partial<ParagraphFormat>): Shape =>
  ({ ...inherited, ...own, ...(own.tabs !== undefined ? { tabs: mergeTabs(inherited.tabs ?? [], own.tabs) } : {}) })
