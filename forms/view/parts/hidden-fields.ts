import { html, raw, type Html } from '../html.ts'

/** Control fields of a form. */
export const renderHidden = (hidden: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

/** Enter in a field presses the first submit button of a form, and 'add a row' must not be it. */
export const renderDefaultButton = (): Html => raw('<button class="visually-hidden" type="submit" name="_intent" value="next" tabindex="-1" aria-hidden="true"></button>')
