import type { Lang } from '../../engine/json.ts'
import { translate } from '../../messages/translate.ts'
import { attribute, html, type Html } from '../html.ts'

export type PlainInput = {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly error?: string | undefined
  readonly optional?: boolean
  /** Rows of a textarea; absent: one line. */
  readonly rows?: number
  readonly autocomplete?: string
  readonly width?: 'short' | 'medium'
  readonly attributes?: Html
}

/** A text input of the portal's own pages (tracking, feedback): the look of form fields without a schema. */
export const renderPlainInput = (input: PlainInput, lang: Lang): Html => {
  const id = `f-${input.name}`
  const described = [input.help && `${id}-help`, input.error && `${id}-error`].filter(Boolean).join(' ')
  const shared = html`id="${id}" name="${input.name}"${attribute('aria-describedby', described || undefined)}${attribute('aria-invalid', input.error !== undefined && 'true')}${attribute('autocomplete', input.autocomplete)}${input.attributes}`
  return html`<div class="field${input.error ? ' field--error' : ''}"><label class="field__label" for="${id}">${input.label}${input.optional ? html` <span class="field__optional">${translate('page.optional', lang)}</span>` : ''}</label>
${input.help ? html`<p class="field__help" id="${id}-help">${input.help}</p>` : ''}${input.error ? html`<p class="field__error" id="${id}-error">${input.error}</p>` : ''}
${input.rows ? html`<textarea class="textarea" rows="${input.rows}" ${shared}>\n${input.value}</textarea>` : html`<input class="input${input.width ? ` input--${input.width}` : ''}" type="text" value="${input.value}" ${shared}>`}</div>`
}
