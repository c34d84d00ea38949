import { attribute, childAt, childElements } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'

const styleOf = (styles: Part, id: string | undefined): XmlElement | undefined =>
  (id === undefined ? undefined : childElements(styles.root, 'style').find((style) => attribute(style, 'styleId') === id))

/** w:rFonts of a paragraph's style or of those that it is based on. A paragraph without a style writes as the document does. */
export const styleFonts = (styles: Part, paragraph: XmlElement | undefined): XmlElement | undefined => {
  const seen = new Set<XmlElement>()
  let style = styleOf(styles, attribute(childAt(paragraph, 'pPr', 'pStyle'), 'val'))
  while (style && !seen.has(style)) {
    seen.add(style)
    const fonts = childAt(style, 'rPr', 'rFonts')
    if (fonts) return fonts
    style = styleOf(styles, attribute(childAt(style, 'basedOn'), 'val'))
  }
  return undefined
}
