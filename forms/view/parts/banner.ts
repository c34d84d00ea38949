import type { Lang } from '../../engine/json.ts'
import { translate, type MessageKey, type MessageParams } from '../../messages/translate.ts'
import { html, type Html } from '../html.ts'

export type Tone = 'info' | 'success' | 'warning' | 'error'

/** A notification at the head of a page. Errors and warnings are announced at once (WCAG 4.1.3), the rest politely. */
export const renderBanner = (tone: Tone, title: string, body?: Html | string): Html => html`
<div class="banner banner--${tone}" role="${tone === 'error' || tone === 'warning' ? 'alert' : 'status'}">
<p class="banner__title">${title}</p>${body === undefined ? '' : typeof body === 'string' ? html`<p>${body}</p>` : body}
</div>`

export type BannerText = { readonly tone: Tone; readonly title: MessageKey; readonly body?: MessageKey; readonly params?: MessageParams }

/** The same from message keys. */
export const renderMessageBanner = ({ tone, title, body, params }: BannerText, lang: Lang): Html =>
  renderBanner(tone, translate(title, lang, params), body === undefined ? undefined : translate(body, lang, params))
