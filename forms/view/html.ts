/** Text that is safe to send. Only `html` and `raw` make it, so a forgotten escape does not compile. */
export type Html = { readonly html: string }

type Part = Html | string | number | false | null | undefined | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

const flatten = (part: Part): string => {
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map(flatten).join('')
}

/** Template tag: every value is escaped unless it is Html already; arrays are joined, false/null/undefined vanish. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((out, literal, i) => out + flatten(parts[i - 1]) + literal),
})

/** For text that is already markup (an SVG we drew, a precomputed segment). Never for anything a person wrote. */
export const raw = (markup: string): Html => ({ html: markup })

/** ` name="value"`, or nothing when the value is false or undefined; `true` gives a bare attribute. */
export const attribute = (name: string, value: string | number | boolean | undefined): Html =>
  raw(value === undefined || value === false ? '' : value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`)

/**
 * The same text in one piece. Joined strings stay a tree of their parts until somebody reads them, and a tree that is kept
 * is walked again in every page that it becomes part of: what is kept for many pages is kept flat.
 */
export const flat = (text: string): string => {
  text.charCodeAt(0)
  return text
}
