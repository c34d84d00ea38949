import type { Lang, Text } from '../../engine/json.ts'
import { translate } from '../../messages/translate.ts'
import { html, type Html } from '../html.ts'
import { inLang } from './format.ts'
import { highlight } from './highlight.ts'

/** A text, marked as Vietnamese where an English page has nothing else to show: a list of procedures is not translated. */
export const told = (text: Text, lang: Lang, query = ''): Html => {
  const shown = highlight(inLang(text, lang), query)
  return lang === 'en' && text.en === '' && text.vi !== '' ? html`<span lang="vi">${shown}</span>` : shown
}

/** `Legal basis: …`, whose laws have their Vietnamese names on English pages too (WCAG 3.1.2). */
export const toldBasis = (basis: string, lang: Lang): Html => {
  const [before = '', after = ''] = translate('page.posting.basis', lang, { basis: '\n' }).split('\n')
  return html`${before}${lang === 'en' ? html`<span lang="vi">${basis}</span>` : basis}${after}`
}
