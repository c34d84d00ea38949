import { attribute, childAt, childElements } from '../xml/elements.ts'
import type { Part, XmlElement } from '../xml/parse-part.ts'

/** Styles that are based on one another in a circle have no end. */
const DEEPEST = 20

const fontsOf = (styles: Part, id: string | undefined, left: number): XmlElement | undefined => {
  const style = id === undefined || left === 0 ? undefined : childElements(styles.root, 'style').find((one) => attribute(one, 'styleId') === id)
  return style && (childAt(style, 'rPr', 'rFonts') ?? fontsOf(styles, attribute(childAt(style, 'basedOn'), 'val'), left - 1))
}

/** w:rFonts of a paragraph's style or of those that it is based on. A paragraph without a style writes as the document does. */
export const styleFonts = (styles: Part, paragraph: XmlElement | undefined): XmlElement | undefined =>
  fontsOf(styles, attribute(childAt(paragraph, 'pPr', 'pStyle'), 'val'), DEEPEST)
