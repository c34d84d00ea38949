import { isElement, type XmlElement } from '../../xml/parse-part.ts'

export type Element = XmlElement

export const elementsOf = (parent: Element | undefined): readonly Element[] =>
  parent === undefined ? [] : parent.children.filter((child): child is Element => isElement(child))

export const childOf = (parent: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((element, name) => elementsOf(element).find((child) => child.name === name), parent)

export const childrenOf = (parent: Element | undefined, name: string): readonly Element[] => elementsOf(parent).filter((child) => child.name === name)

/** The first element of that name below `parent`, in reading order. */
export const findBelow = (parent: Element | undefined, name: string): Element | undefined => {
  for (const child of elementsOf(parent)) {
    const found = child.name === name ? child : findBelow(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

export const valueOf = (parent: Element | undefined, name: string, attribute = 'w:val'): string | undefined => childOf(parent, name)?.attributes[attribute]

/** A whole or decimal number; undefined where there is none that can be read. */
export const numberOf = (text: string | undefined): number | undefined => {
  const number = Number.parseFloat(text ?? '')
  return Number.isFinite(number) ? number : undefined
}

/** Twentieths of a point, as Word writes lengths, in points. */
export const pointsOf = (element: Element | undefined, ...attributes: readonly string[]): number | undefined => {
  for (const attribute of attributes) {
    const text = element?.attributes[attribute]
    const number = numberOf(text)
    if (number !== undefined) return text?.endsWith('pt') === true ? number : number / 20
  }
  return undefined
}

/** A property that is on by being there, unless it says off; undefined: not said. */
export const flagOf = (parent: Element | undefined, name: string): boolean | undefined => {
  const element = childOf(parent, name)
  return element === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '1')
}

/** The given keys without those that are undefined: properties that say nothing leave inherited ones alone. */
export const defined = <Shape extends object>(shape: Shape): { readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as { readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> }
