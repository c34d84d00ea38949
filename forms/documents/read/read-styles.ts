import type { Package } from '../package/open-package.ts'
import { attribute, childAt, childElements, firstChild } from '../xml/elements.ts'
import { parsePart, type XmlElement } from '../xml/parse-part.ts'

/** `pos` in points from the text margin. */
export type TabStop = { readonly pos: number; readonly leader: boolean }

/** Properties of a kind (pPr or rPr), the nearest first: what is set nearer to the text wins. */
export type Styles = { readonly chain: (id: string | undefined, kind: 'pPr' | 'rPr') => readonly XmlElement[]; readonly hasTableBorders: (id: string | undefined) => boolean }

const TWIPS = 20
const LEADERS = ['dot', 'middleDot', 'underscore', 'hyphen', 'heavy']
const MOST_ANCESTORS = 20

type Sheet = { readonly byId: ReadonlyMap<string, XmlElement>; readonly defaultId: string | undefined; readonly defaults: XmlElement | undefined }

const readSheet = (pkg: Package, name: string): Sheet => {
  if (!pkg.has(name)) return { byId: new Map(), defaultId: undefined, defaults: undefined }
  const { root } = parsePart(name, pkg.text(name))
  const all = childElements(root, 'style')
  const usual = all.find((style) => attribute(style, 'type') === 'paragraph' && ['1', 'true'].includes(attribute(style, 'default') ?? ''))
  return { byId: new Map(all.map((style) => [attribute(style, 'styleId') ?? '', style])), defaultId: attribute(usual, 'styleId'), defaults: firstChild(root, 'docDefaults') }
}

/** The style sheet beside the body. */
export const readStyles = (pkg: Package): Styles => {
  const sheet = readSheet(pkg, pkg.main.replace(/[^/]+$/, 'styles.xml'))
  const lineage = (id: string | undefined): readonly XmlElement[] => {
    const found: XmlElement[] = []
    for (let at = sheet.byId.get(id ?? ''); at && found.length < MOST_ANCESTORS; at = sheet.byId.get(attribute(firstChild(at, 'basedOn'), 'val') ?? '')) found.push(at)
    return found
  }
  const known = new Map<string, readonly XmlElement[]>()
  const chain = (id: string | undefined, kind: 'pPr' | 'rPr'): readonly XmlElement[] => {
    const key = `${kind} ${id ?? ''}`
    const own = known.get(key) ?? [...lineage(id ?? sheet.defaultId).map((style) => firstChild(style, kind)), childAt(sheet.defaults, `${kind}Default`, kind)].filter((one) => one !== undefined)
    known.set(key, own)
    return own
  }
  return { chain, hasTableBorders: (id) => lineage(id).some((style) => childAt(style, 'tblPr', 'tblBorders') !== undefined) }
}

/** The nearest setting of a property. */
export const nearest = (chain: readonly XmlElement[], name: string): XmlElement | undefined => {
  for (const properties of chain) {
    const found = firstChild(properties, name)
    if (found) return found
  }
  return undefined
}

/** Tab stops from the left; a nearer 'clear' takes one of the style away. */
export const tabStops = (chain: readonly XmlElement[]): readonly TabStop[] => {
  const stops = new Map<number, TabStop>()
  for (const properties of chain.toReversed()) for (const tab of childElements(firstChild(properties, 'tabs') ?? properties, 'tab')) {
    const pos = Number(attribute(tab, 'pos') ?? 0) / TWIPS
    if (attribute(tab, 'val') === 'clear') stops.delete(pos)
    else if (attribute(tab, 'val') !== 'bar') stops.set(pos, { pos, leader: LEADERS.includes(attribute(tab, 'leader') ?? 'none') })
  }
  return [...stops.values()].sort((a, b) => a.pos - b.pos)
}

/** Where the first line begins, in points. */
export const firstIndent = (chain: readonly XmlElement[]): number => {
  const indent = nearest(chain, 'ind')
  const points = (name: string): number => Number(attribute(indent, name) ?? 0) / TWIPS
  return (points('left') || points('start')) + points('firstLine') - points('hanging')
}
