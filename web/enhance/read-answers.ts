import { controlsIn } from './form-page.ts'

type Value = string | number | boolean | Value[] | { [name: string]: Value }
type Tree = { [name: string]: Value }

/** What the enabled inputs of one field say, by the last part of their names ('' = the field's own name). */
const partsOf = (field: HTMLElement, name: string): ReadonlyMap<string, string[]> => {
  const parts = new Map<string, string[]>()
  for (const control of controlsIn(field)) {
    if (control.disabled || (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type) && !control.checked)) continue
    const value = control.value.trim()
    const suffix = control.name === name ? '' : control.name.slice(name.length + 1)
    if (value !== '') parts.set(suffix, [...(parts.get(suffix) ?? []), value])
  }
  return parts
}

const numberOf = (text: string): Value => {
  const n = Number(text.replace(/[.\s]/g, '').replace(',', '.'))
  return Number.isNaN(n) ? text : n
}

const dateOf = (parts: ReadonlyMap<string, string[]>): string =>
  ['year', 'month', 'day'].flatMap((part) => (parts.get(part) ?? []).map((text) => text.padStart(2, '0'))).join('-')

/** Answer of one field as the server would read it, as far as conditions can ask about it. */
const answerOf = (field: HTMLElement, name: string): Value | undefined => {
  const parts = partsOf(field, name)
  const own = parts.get('')
  const kind = field.dataset['kind'] ?? ''
  if (parts.size === 0) return undefined
  if (kind === 'checkboxes') return own ?? []
  if (parts.has('day') || parts.has('month') || parts.has('year')) return dateOf(parts)
  if (!own) return Object.fromEntries([...parts].map(([part, texts]) => [part, texts.at(-1) ?? '']))
  const text = own.at(-1) ?? ''
  if (kind === 'yes-no' || kind === 'declaration') return text === 'true'
  return kind === 'number' || kind === 'money' ? numberOf(text) : text
}

const put = (tree: Tree, path: readonly string[], value: Value): void => {
  let at: Tree = tree
  path.slice(0, -1).forEach((part, i) => {
    at[part] ??= /^\d+$/.test(path[i + 1] ?? '') ? [] : {}
    at = at[part] as Tree
  })
  at[path.at(-1) ?? ''] = value
}

const GROUPS = /^(fieldset|repeating-group|computed)$/

/** Answers that the page's enabled inputs make, from the root. */
export const readAnswers = (form: HTMLFormElement): Tree => {
  const tree: Tree = {}
  for (const field of form.querySelectorAll<HTMLElement>('.field[data-pointer]')) {
    if (GROUPS.test(field.dataset['kind'] ?? '') || field.closest('[hidden]')) continue
    const path = (field.dataset['pointer'] ?? '').split('/').slice(1)
    const answer = answerOf(field, path.join('.'))
    if (answer !== undefined) put(tree, path, answer)
  }
  return tree
}
