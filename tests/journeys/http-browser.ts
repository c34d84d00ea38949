import { entriesOf, readForms, type Control, type PageForm } from './html-form.ts'

/** Where a browser without scripts stands: the page after redirects. */
export type Standing = { readonly url: string; readonly path: string; readonly status: number; readonly html: string; readonly headers: Headers; readonly redirects: readonly string[] }
export type PostedFile = { readonly field: string; readonly name: string; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }
export type Sending = { readonly form: PageForm; readonly button?: Control; readonly files?: readonly PostedFile[] }

export type HttpBrowser = {
  readonly open: (path: string) => Promise<Standing>
  /** Posts the form as a browser would, follows See Other, keeps cookies. */
  readonly send: (from: Standing, sending: Sending) => Promise<Standing>
  readonly cookies: ReadonlyMap<string, string>
}

const bodyOf = ({ form, button, files = [] }: Sending): FormData | URLSearchParams => {
  const entries = entriesOf(form, button)
  if (form.enctype !== 'multipart/form-data') return new URLSearchParams(entries.map(([name, value]) => [name, value]))
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  for (const control of form.controls.filter((one) => one.type === 'file' && !one.disabled)) {
    const mine = files.filter((file) => file.field === control.name)
    for (const file of mine) body.append(control.name, new File([file.body], file.name, { type: file.type }))
    // A browser posts an empty part for a picker where nothing was picked.
    if (mine.length === 0) body.append(control.name, new File([], '', { type: 'application/octet-stream' }))
  }
  return body
}

/** A browser without scripts, in as few lines as it takes: cookies (new, or those that it kept), forms, redirects. */
export const openHttpBrowser = (origin: string, kept: ReadonlyMap<string, string> = new Map()): HttpBrowser => {
  const cookies = new Map(kept)
  const keepCookies = (headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const visit = async (url: string, init: RequestInit, redirects: readonly string[]): Promise<Standing> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html,application/xhtml+xml', 'user-agent': 'dvc-tests', ...(cookie === '' ? {} : { cookie }), ...(init.method === 'POST' ? { origin, referer: url } : {}) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    keepCookies(response.headers)
    const location = response.headers.get('location')
    if (location !== null && response.status >= 300 && response.status < 400) {
      if (redirects.length > 5) throw new Error(`redirects without end: ${redirects.join(' ')}`)
      return visit(new URL(location, url).href, {}, [...redirects, location])
    }
    return { url, path: new URL(url).pathname, status: response.status, html: await response.text(), headers: response.headers, redirects }
  }
  return {
    cookies,
    open: (path) => visit(new URL(path, origin).href, {}, []),
    send: (from, sending) => {
      const target = new URL(sending.form.action === '' ? from.url : sending.form.action, from.url)
      if (sending.form.method === 'post') return visit(target.href, { method: 'POST', body: bodyOf(sending) }, [])
      for (const [name, value] of entriesOf(sending.form, sending.button)) target.searchParams.append(name, value)
      return visit(target.href, {}, [])
    },
  }
}

/** The form that a page is about: the one that posts an intent, else the first that posts. */
export const mainForm = (standing: Standing): PageForm => {
  const forms = readForms(standing.html)
  const form = forms.find((one) => one.controls.some((control) => control.name === '_intent')) ?? forms.find((one) => one.method === 'post') ?? forms[0]
  if (form === undefined) throw new Error(`${standing.url} (${standing.status}) has no form`)
  return form
}

/** The button with this value of `_intent`, or the first that submits. */
export const buttonOf = (form: PageForm, intent?: string): Control | undefined =>
  form.controls.find((control) => (control.tag === 'button' || control.type === 'submit') && control.type === 'submit' && !control.disabled && (intent === undefined || control.value === intent))
