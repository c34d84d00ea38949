/** A control of a form as a browser without scripts would see it. */
export type Control = {
  readonly tag: 'input' | 'select' | 'textarea' | 'button'
  readonly type: string
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly disabled: boolean
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]
}
export type PageForm = { readonly action: string; readonly method: string; readonly enctype: string; readonly controls: readonly Control[] }

const ENTITY: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return ENTITY[name ?? ''] ?? whole
  })

type Token = { readonly close: boolean; readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly start: number; readonly end: number }

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)*)\s*\/?>/gi
const ATTRIBUTE = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g

const readAttributes = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? '')]))

/** Tags of a page in order; what stands inside script and style is skipped, as a parser would. */
export const tokens = (page: string): readonly Token[] => {
  const found: Token[] = []
  let silentUntil = ''
  for (const match of page.matchAll(TAG)) {
    const [all, slash, tag = '', attributes = ''] = match
    if (tag === '') continue
    const name = tag.toLowerCase()
    if (silentUntil !== '') { if (slash === '/' && name === silentUntil) silentUntil = ''; continue }
    if (slash !== '/' && (name === 'script' || name === 'style')) silentUntil = name
    found.push({ close: slash === '/', tag: name, attributes: slash === '/' ? {} : readAttributes(attributes), start: match.index, end: match.index + all.length })
  }
  return found
}

/** Text of the first element of this tag, tags inside it removed. */
export const textOf = (page: string, tag: string): string => {
  const match = new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'i').exec(page)
  return decodeEntities((match?.[1] ?? '').replace(/<[^>]+>/g, '')).replace(/\s+/g, ' ').trim()
}

const contentAfter = (page: string, all: readonly Token[], at: number, tag: string): string => {
  const open = all[at]
  const close = all.slice(at + 1).find((token) => token.close && token.tag === tag)
  return open === undefined ? '' : decodeEntities(page.slice(open.end, close?.start ?? open.end))
}

const readOptions = (page: string, all: readonly Token[], at: number): Control['options'] => {
  const options: { value: string; text: string; selected: boolean }[] = []
  for (let i = at + 1; i < all.length; i += 1) {
    const token = all[i]
    if (token === undefined || (token.close && token.tag === 'select')) break
    if (token.tag !== 'option' || token.close) continue
    const text = contentAfter(page, all, i, 'option').replace(/\s+/g, ' ').trim()
    options.push({ text, value: token.attributes['value'] ?? text, selected: 'selected' in token.attributes })
  }
  return options
}

const readControl = (page: string, all: readonly Token[], at: number): Control | undefined => {
  const token = all[at]
  if (token === undefined || token.close) return undefined
  const { tag, attributes } = token
  if (tag !== 'input' && tag !== 'select' && tag !== 'textarea' && tag !== 'button') return undefined
  const options = tag === 'select' ? readOptions(page, all, at) : []
  const value = tag === 'select' ? (options.find((option) => option.selected) ?? options[0])?.value ?? ''
    : tag === 'textarea' ? contentAfter(page, all, at, 'textarea').replace(/^\r?\n/, '') : attributes['value'] ?? ''
  return {
    tag, options, value, name: attributes['name'] ?? '', checked: 'checked' in attributes, disabled: 'disabled' in attributes,
    type: attributes['type'] ?? (tag === 'button' ? 'submit' : tag === 'input' ? 'text' : tag),
  }
}

/** The forms of a page with their controls, `form="id"` and disabled fieldsets honoured. */
export const readForms = (page: string): readonly PageForm[] => {
  const all = tokens(page)
  const forms: { id: string; action: string; method: string; enctype: string; controls: Control[] }[] = []
  let current: (typeof forms)[number] | undefined
  const fieldsets: boolean[] = []
  const byId = new Map<string, Control[]>()
  all.forEach((token, at) => {
    if (token.tag === 'fieldset') { if (token.close) fieldsets.pop(); else fieldsets.push('disabled' in token.attributes) }
    if (token.tag === 'form') {
      current = token.close ? undefined : { id: token.attributes['id'] ?? '', action: token.attributes['action'] ?? '', method: (token.attributes['method'] ?? 'get').toLowerCase(), enctype: token.attributes['enctype'] ?? '', controls: [] }
      if (current !== undefined) forms.push(current)
      return
    }
    const control = readControl(page, all, at)
    if (control === undefined) return
    const effective = fieldsets.includes(true) ? { ...control, disabled: true } : control
    const owner = token.attributes['form']
    if (owner === undefined) current?.controls.push(effective)
    else byId.set(owner, [...(byId.get(owner) ?? []), effective])
  })
  return forms.map(({ id, ...form }) => ({ ...form, controls: [...form.controls, ...(byId.get(id) ?? [])] }))
}

/** What pressing `button` would post: enabled, named controls in order, as HTML's form submission says. */
export const entriesOf = (form: PageForm, button?: Control): readonly (readonly [string, string])[] =>
  form.controls.flatMap((control): readonly (readonly [string, string])[] => {
    if (control.disabled || control.name === '' || control.type === 'file') return []
    if (control.tag === 'button' || control.type === 'submit') return control === button ? [[control.name, control.value]] : []
    if (control.type === 'checkbox' || control.type === 'radio') return control.checked ? [[control.name, control.value === '' ? 'on' : control.value]] : []
    return [[control.name, control.value]]
  })
