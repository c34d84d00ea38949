import { isElement, type XmlElement } from './parse-part.ts'

/** Prefixes are a matter of taste: 'w:p' and 'ns0:p' are both 'p'. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** Child elements, or those of one local name. */
export const childElements = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.filter((node): node is XmlElement => isElement(node) && (name === undefined || localName(node) === name))

export const firstChild = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isElement(node) && localName(node) === name)

/** Down a path of local names: `childAt(paragraph, 'pPr', 'pStyle')`. */
export const childAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce((at: XmlElement | undefined, name) => firstChild(at, name), element)

/** Value of an attribute by its local name. */
export const attribute = (element: XmlElement | undefined, name: string): string | undefined => {
  if (!element) return undefined
  for (const [key, value] of Object.entries(element.attributes)) if (key === name || key.endsWith(`:${name}`)) return value
  return undefined
}

/** Is a toggle like w:b on? There without a value means yes. */
export const isOn = (element: XmlElement | undefined): boolean => element !== undefined && !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? '1')

/** All elements below, in document order, that have one of these local names. */
export const descendants = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] => {
  const found: XmlElement[] = []
  // A stack of our own: documents may be wider and deeper than the machine's.
  const open: XmlElement[] = childElements(element).toReversed()
  for (let at = open.pop(); at; at = open.pop()) {
    if (names.includes(localName(at))) found.push(at)
    for (const child of childElements(at).toReversed()) open.push(child)
  }
  return found
}
