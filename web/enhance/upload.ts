/**
 * Uploads straight to the quarantine bucket, with progress, cancel and removal. The talk with the server:
 *
 * 1. `POST /api/v1/drafts/{id}/attachments` with `X-Draft-Token` and `{component, fileName, type, bytes, sha256}` (base64)
 *    -> 201 `{attachment: {id, state, …}, upload: {url, fields}}`, or problem+json with `detail`.
 * 2. multipart POST to `upload.url`: all `upload.fields` in their order, then `file`. Any 2xx is good.
 * 3. `POST /api/v1/drafts/{id}/attachments/{attachment}/complete` -> `{attachment}`; asked again, ever more slowly, until
 *    `state` is neither 'uploading' nor 'scanning'.
 * After each of these the component's section is taken from a fresh GET of the page: the server alone draws files.
 * Removal is the page's own button posted by fetch (`_intent=remove:<attachment>`), then the same fresh section.
 * A file that did not arrive, or was cancelled, stays in the list with 'try again': it need not be picked a second time.
 */
import { complain, failedLine, focusPicker, progressLine } from './file-lines.ts'
import { langOf, textOf, type Page } from './form-page.ts'
import { FRAGMENT } from './fragment.ts'
import { sendFile } from './send-file.ts'

/** The papers page and its form. */
type Papers = { readonly page: Page; readonly form: HTMLFormElement }

type Attachment = { readonly id: string; readonly state: string }
type Ticket = { readonly attachment: Attachment; readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> } }

const FIRST_WAIT = 800
const LONGEST_WAIT = 8000
const TRIES = 40

const wait = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms) })

const megabytes = (bytes: number, lang: string): string => `${(Math.round((bytes / 1_048_576) * 10) / 10).toLocaleString(lang)} MB`

const hashOf = async (file: File): Promise<string> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return btoa(String.fromCharCode(...hash))
}

/** HEIC and DOCX have no type on some systems: their ending tells it. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', heic: 'image/heic', heif: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const endingOf = (file: File): string => file.name.split('.').at(-1)?.toLowerCase() ?? ''
const typeOf = (file: File): string => TYPES[endingOf(file)] ?? file.type

/** Why this file would be refused, before a byte of it is sent. */
const refusal = (form: HTMLElement, picker: HTMLInputElement, file: File): string | undefined => {
  const limit = Number(picker.dataset['maxBytes'])
  if (file.size > limit) return textOf(form, 'tooBig', { name: file.name, size: megabytes(file.size, langOf(form)), limit: megabytes(limit, langOf(form)) })
  const accepted = picker.accept.split(',')
  if (accepted.includes(typeOf(file)) || accepted.includes(`.${endingOf(file)}`)) return undefined
  return textOf(form, 'wrongType', { name: file.name, types: accepted.filter((one) => one.startsWith('.')).map((one) => one.slice(1).toUpperCase()).join(', ') })
}

const api = async <Answer>(form: HTMLFormElement, path: string, body: object): Promise<Answer> => {
  const answer = await fetch(new URL(`/api/v1/drafts/${form.dataset['draft']}/attachments${path}`, form.action), {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-draft-token': form.dataset['token'] ?? '', 'accept-language': langOf(form) },
  })
  if (answer.status >= 500 || answer.status === 429) throw new Error('')
  const told = (await answer.json()) as Answer & { readonly detail?: string }
  if (!answer.ok) throw new Error(told.detail ?? '')
  return told
}

const sectionOf = (form: HTMLElement, component: string): HTMLElement | null => form.querySelector(`[data-component="${CSS.escape(component)}"]`)

const say = (form: HTMLElement, text: string): void => {
  const status = form.querySelector('#upload-status')
  if (status) status.textContent = text
}

/** Takes one section as the server now draws it. Lines of files that are still on their way are kept. */
const refresh = async ({ page, form }: Papers, component: string): Promise<void> => {
  const answer = await fetch(form.action, { headers: { accept: FRAGMENT, 'x-draft-token': form.dataset['token'] ?? '' } })
  const fresh = page.parse(await answer.text()).querySelector(`[data-component="${CSS.escape(component)}"]`)
  const shown = sectionOf(form, component)
  if (!answer.ok || !fresh || !shown) return
  fresh.querySelector('.files')?.append(...shown.querySelectorAll('[data-uploading], [data-unsent]'))
  const complaint = shown.querySelector('[data-complaint]')
  if (complaint) fresh.append(complaint)
  shown.replaceWith(fresh)
}

/** Asks until the scanner has spoken; a minute or two is the longest that makes sense on an open page. */
const settled = async ({ page, form }: Papers, id: string, onFirst: () => Promise<void>): Promise<Attachment> => {
  let attachment = (await api<{ attachment: Attachment }>(form, `/${id}/complete`, {})).attachment
  await onFirst()
  for (let i = 0, pause = FIRST_WAIT; i < TRIES && !page.ended.aborted && /uploading|scanning/.test(attachment.state); i++, pause = Math.min(pause * 1.5, LONGEST_WAIT)) {
    await wait(pause)
    attachment = (await api<{ attachment: Attachment }>(form, `/${id}/complete`, {})).attachment
  }
  return attachment
}

const postRemoval = async (form: HTMLFormElement, id: string): Promise<void> => {
  const body = new FormData()
  for (const hidden of form.querySelectorAll<HTMLInputElement>(':scope > input[type="hidden"]')) body.append(hidden.name, hidden.value)
  body.append('_intent', `remove:${id}`)
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: FRAGMENT } })
  if (!answer.ok) throw new Error(String(answer.status))
}

/** Sends one file; resolves to what the scan made of it. `told` hears its id, then (undefined) that it has arrived. */
const sendOne = async (papers: Papers, { component, file, told, ...sending }: { readonly component: string; readonly file: File; readonly told: (id?: string) => void; readonly onPercent: (percent: number) => void; readonly signal: AbortSignal }): Promise<string> => {
  const { form } = papers
  const claim = { component, fileName: file.name, type: typeOf(file), bytes: file.size, sha256: await hashOf(file) }
  const { attachment, upload } = await api<Ticket>(form, '', claim)
  told(attachment.id)
  // For whoever has to say that a policy blocks it.
  form.dataset['sentTo'] = new URL(upload.url, form.action).origin
  await sendFile({ ...upload, ...sending, file })
  say(form, textOf(form, 'checking', { name: file.name }))
  await settled(papers, attachment.id, () => { told(); return refresh(papers, component) })
  await refresh(papers, component)
  return attachment.id
}

const uploadOne = async (papers: Papers, component: string, file: File): Promise<void> => {
  const { form, page } = papers
  const section = sectionOf(form, component)
  if (!section) return
  const stop = new AbortController()
  const { line, at } = progressLine(form, section, { file, cancel: () => stop.abort() })
  page.ended.addEventListener('abort', () => stop.abort(), { signal: stop.signal })
  let told: string | undefined
  const hear = (id?: string): void => { told = id; if (id === undefined) line.remove() }
  try {
    const id = await sendOne(papers, { component, file, told: hear, onPercent: at, signal: stop.signal })
    const state = form.querySelector(`[data-file="${CSS.escape(id)}"] .status`)?.textContent ?? ''
    say(form, textOf(form, 'added', { name: file.name, state }))
  } catch (error) {
    // Only a refusal in the server's words is an Error as such: what the network throws is none to read.
    const reason = error instanceof Error && error.name === 'Error' ? error.message : ''
    // What never arrived would hold up 'continue' for a while: the server forgets it, if it can be reached.
    if (told) await postRemoval(form, told).catch(() => undefined)
    if (reason && !stop.signal.aborted) {
      line.remove()
      complain(sectionOf(form, component) ?? section, `${file.name}: ${reason}`)
    } else if (form.contains(line)) {
      failedLine(form, line, { file, wrong: !stop.signal.aborted, why: textOf(form, stop.signal.aborted ? 'cancelled' : 'failed', { name: file.name }), again: () => void uploadOne(papers, component, file) })
    }
  }
}

const takeFiles = async (papers: Papers, picker: HTMLInputElement): Promise<void> => {
  const section = picker.closest<HTMLElement>('[data-component]')
  if (!section) return
  section.querySelector('[data-complaint]')?.remove()
  const files = [...(picker.files ?? [])].slice(0, Number(picker.dataset['left']))
  // Emptied at once: what goes by this way must not be posted with the form a second time.
  picker.value = ''
  for (const file of files) {
    const refused = refusal(papers.form, picker, file)
    if (refused) complain(section, refused)
    else await uploadOne(papers, section.dataset['component'] ?? '', file)
  }
}

const removeFile = async (papers: Papers, button: HTMLButtonElement): Promise<void> => {
  const component = button.closest<HTMLElement>('[data-component]')?.dataset['component'] ?? ''
  await postRemoval(papers.form, button.value.slice('remove:'.length))
  await refresh(papers, component)
  focusPicker(papers.form, component)
}

/** Enhances the papers page; without it files go through the form. */
export const uploads = (page: Page): void => {
  const form = page.root.querySelector<HTMLFormElement>('form[data-papers]')
  if (!form) return
  // Without a secure context there is no hash to pin: the form itself still works.
  if (!globalThis.crypto?.subtle || !form.dataset['token']) return page.root.classList.remove('with-script')
  const on = { signal: page.ended }
  // Picked before this script had come.
  for (const picker of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) if (picker.files?.length) void takeFiles({ page, form }, picker)
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') void takeFiles({ page, form }, event.target)
  }, on)
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[value^="remove:"]') : null
    if (!button) return
    event.preventDefault()
    removeFile({ page, form }, button).catch(() => form.requestSubmit(button))
  }, on)
}
