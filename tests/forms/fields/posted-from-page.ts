import type { PostedInputs } from '../../../forms/index.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)

export const attributeOf = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>])`).exec(tag)
  return match === null ? undefined : decode(match[1] ?? '')
}

const valueOfInput = (tag: string): string | undefined => {
  const type = attributeOf(tag, 'type')
  const off = (type === 'radio' || type === 'checkbox') && attributeOf(tag, 'checked') === undefined
  return off ? undefined : (attributeOf(tag, 'value') ?? '')
}

const valueOf = (tag: string, inner: string): string | undefined => {
  if (tag.startsWith('<textarea')) return decode(inner.replace(/^\n/, ''))
  if (tag.startsWith('<input')) return valueOfInput(tag)
  const chosen = /<option value="([^"]*)" selected>/.exec(inner)
  return chosen === null ? '' : decode(chosen[1] ?? '')
}

const CONTROL = /(<input\b[^>]*>)|(<(?:select|textarea)\b[^>]*>)([\s\S]*?)<\/(?:select|textarea)>/g

/** What a browser would post of this markup: enabled controls with a name, in order; suffixes below `name`. */
export const postedFromPage = (html: string, name: string): PostedInputs => {
  const posted: Record<string, string[]> = {}
  for (const [, input, block, inner = ''] of html.matchAll(CONTROL)) {
    const tag = input ?? block ?? ''
    const full = attributeOf(tag, 'name')
    const value = valueOf(tag, inner)
    if (full === undefined || value === undefined || attributeOf(tag, 'disabled') !== undefined) continue
    const suffix = full === name ? '' : full.slice(name.length + 1)
    posted[suffix] = [...(posted[suffix] ?? []), value]
  }
  return posted
}
