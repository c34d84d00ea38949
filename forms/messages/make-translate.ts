import type { Lang } from '../engine/json.ts'
import { numberText } from '../fields/number/read-number.ts'

export type MessageParams = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, lang: Lang, params?: MessageParams) => string

const NO_PARAMS: MessageParams = {}

/** `12.345,5` in Vietnamese, `12,345.5` in English; four digits stand without a sign between them, as years do. */
const valueText = (value: string | number, lang: Lang): string => {
  if (typeof value !== 'number') return value
  return Math.abs(value) >= 10_000 ? numberText(value, lang) : String(value).replace('.', lang === 'vi' ? ',' : '.')
}

const fill = (template: readonly string[], params: MessageParams, lang: Lang): string => {
  let text = template[0] ?? ''
  for (let i = 1; i < template.length; i += 2) text += valueText(params[template[i] ?? ''] ?? `{${template[i]}}`, lang) + (template[i + 1] ?? '')
  return text
}

/** `translate` over some messages: the sentence of a key with `{name}` replaced from params, numbers as the language writes them. Plain text: the view escapes it. */
export const makeTranslate = <Key extends string>(messages: Readonly<Record<Lang, Readonly<Record<Key, string>>>>): Translate<Key> => {
  /** Sentences cut at their names, once: text, name, text, name, text. */
  const templates: Readonly<Record<Lang, Map<Key, readonly string[]>>> = { vi: new Map(), en: new Map() }
  return (key, lang, params = NO_PARAMS) => {
    const known = templates[lang].get(key)
    if (known) return fill(known, params, lang)
    const template = messages[lang][key].split(/\{(\w+)\}/)
    templates[lang].set(key, template)
    return fill(template, params, lang)
  }
}
