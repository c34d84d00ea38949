import { html, raw, type Html } from '../html.ts'

const texts = new WeakMap<object, string>()

/** Data of a published version is one object for thousands of pages: its text is made once. */
const textOf = (data: object): string => {
  const known = texts.get(data)
  if (known !== undefined) return known
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  texts.set(data, text)
  return text
}

/** Data for the page's own scripts. `<` is escaped so that no text can end the element. */
export const renderJson = (id: string, data: object): Html =>
  html`<script type="application/json" id="${id}">${raw(textOf(data))}</script>`
