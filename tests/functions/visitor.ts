import type { Handler } from '../../functions/http/chain.ts'
import { entriesOf, readForms, type Control, type PageForm } from '../journeys/html-form.ts'
import { FORM, gatewayEvent, multipart, type MultipartPart } from './http/events.ts'

/** What came back, with the body as text. */
export type Seen = { readonly path: string; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }

export type Filled = { readonly press?: string; readonly type?: Readonly<Record<string, string>>; readonly files?: readonly MultipartPart[]; readonly headers?: Readonly<Record<string, string>> }

/** A browser without scripts in front of a handler: it keeps cookies and posts forms as they stand. */
export type Visitor = {
  readonly cookies: Map<string, string>
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Seen>
  /** GET with redirects followed. */
  readonly open: (path: string) => Promise<Seen>
  /** Fills the page's main form and presses the button whose value is `press` (default 'next'); redirects are not followed. */
  readonly send: (page: Seen, filled?: Filled) => Promise<Seen>
  /** The same, with redirects followed. */
  readonly sendOn: (page: Seen, filled?: Filled) => Promise<Seen>
}

const split = (address: string): { path: string; query: string } => {
  const url = new URL(address, 'http://localhost:3000')
  return { path: url.pathname, query: url.search.slice(1) }
}

export const openVisitor = (handler: Handler): Visitor => {
  const cookies = new Map<string, string>()
  const ask = async (address: string, asked: Parameters<typeof gatewayEvent>[1]): Promise<Seen> => {
    const { path, query } = split(address)
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`)
    const result = await handler(gatewayEvent(path, { query, cookies: jar, ...asked }), undefined)
    for (const line of result.cookies ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return { path: address, status: result.statusCode, headers: result.headers, body: result.isBase64Encoded ? Buffer.from(result.body, 'base64').toString('latin1') : result.body }
  }
  const follow = async (seen: Seen): Promise<Seen> => (seen.status === 303 ? follow(await ask(seen.headers['location'] ?? '', {})) : seen)
  const send = (page: Seen, { press = 'next', type = {}, files = [], headers = {} }: Filled = {}): Promise<Seen> => {
    const form = mainForm(page)
    const entries = entriesOf(fill(form, type), { ...BUTTON, value: press })
      .concat(form.controls.some(({ name }) => name === '_intent') ? [['_intent', press]] : [])
    const action = form.action === '' ? page.path : form.action
    if (form.enctype === 'multipart/form-data') {
      const { headers: typed, body } = multipart([...entries.map(([name, value]) => ({ name, value })), ...files])
      return ask(action, { method: 'POST', headers: { ...typed, ...headers }, body })
    }
    return ask(action, { method: 'POST', headers: { ...FORM, ...headers }, body: new URLSearchParams(entries.map(([name, value]) => [name, value])).toString() })
  }
  return {
    cookies, send,
    get: (path, headers = {}) => ask(path, { headers }),
    open: async (path) => follow(await ask(path, {})),
    sendOn: async (page, filled) => follow(await send(page, filled)),
  }
}

const BUTTON: Control = { tag: 'button', type: 'submit', name: '_intent', value: '', checked: false, disabled: false, options: [] }

/** The form that posts an intent, else the first that posts. */
export const mainForm = (page: Seen): PageForm => {
  const forms = readForms(page.body)
  const form = forms.find(({ controls }) => controls.some(({ name }) => name === '_intent')) ?? forms.find(({ method }) => method === 'post')
  if (form === undefined) throw new Error(`${page.path} (${page.status}) has no form: ${page.body.slice(0, 400)}`)
  return form
}

/** Types into controls by name; radios and checkboxes are chosen by value. */
const fill = (form: PageForm, type: Readonly<Record<string, string>>): PageForm => ({
  ...form,
  controls: form.controls.map((control) => {
    const typed = type[control.name]
    if (typed === undefined) return control
    if (control.type === 'radio' || control.type === 'checkbox') return { ...control, checked: control.value === typed }
    return control.type === 'hidden' && control.value === '' && form.controls.some((other) => other !== control && other.name === control.name) ? control : { ...control, value: typed }
  }),
})

/** Value of a hidden or typed control of the page's main form. */
export const valueIn = (page: Seen, name: string): string | undefined => mainForm(page).controls.find((control) => control.name === name && control.type !== 'radio')?.value
