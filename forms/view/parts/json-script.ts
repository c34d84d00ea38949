import { html, raw, type Html } from '../html.ts'

/** Data for the page's own scripts. `<` is escaped so that no text can end the element. */
export const renderJson = (id: string, data: unknown): Html =>
  html`<script type="application/json" id="${id}">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`
