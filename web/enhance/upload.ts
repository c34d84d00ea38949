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
import { textOf } from './form-page.ts'
import { sendFile } from './send-file.ts'

type Attachment = { readonly id: string; readonly state: string }
type Ticket = { readonly attachment: Attachment; readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> } }

const FIRST_WAIT = 800
const LONGEST_WAIT = 8000
const TRIES = 40

const wait = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms) })

const megabytes = (bytes: number): string => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`

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
  if (file.size > limit) return textOf(form, 'tooBig', { name: file.name, size: megabytes(file.size), limit: megabytes(limit) })
  const accepted = picker.accept.split(',')
  if (accepted.includes(typeOf(file)) || accepted.includes(`.${endingOf(file)}`)) return undefined
  return textOf(form, 'wrongType', { name: file.name, types: accepted.filter((one) => one.startsWith('.')).map((one) => one.slice(1).toUpperCase()).join(', ') })
}

const api = async <Answer>(form: HTMLElement, path: string, body: object): Promise<Answer> => {
  const answer = await fetch(`/api/v1/drafts/${form.dataset['draft']}/attachments${path}`, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-draft-token': form.dataset['token'] ?? '', 'accept-language': document.documentElement.lang },
  })
  if (answer.status >= 500 || answer.status === 429) throw new Error('')
  const told = (await answer.json()) as Answer & { readonly detail?: string }
  if (!answer.ok) throw new Error(told.detail ?? '')
  return told
}

const escapeHtml = (text: string): string => new Option(text).innerHTML

/** One line of the list while a file is on its way: name, bar with percent, cancel. */
const progressLine = (form: HTMLElement, section: Element, file: File): { readonly line: HTMLElement; readonly at: (percent: number) => void; readonly cancel: HTMLButtonElement } => {
  const line = document.createElement('li')
  line.className = 'file'
  line.dataset['uploading'] = ''
  line.innerHTML = `<p class="file-name">${escapeHtml(file.name)}</p><progress max="100" value="0"></progress><p class="file-advice"></p><button type="button" class="button button--link">${escapeHtml(textOf(form, 'cancel'))}</button>`
  section.querySelector('.files')?.append(line)
  const bar = line.querySelector('progress')
  const text = line.querySelector('.file-advice')
  const at = (percent: number): void => {
    if (bar) bar.value = percent
    if (text) text.textContent = textOf(form, 'progress', { name: file.name, percent })
  }
  at(0)
  return { line, at, cancel: line.querySelector('button') ?? document.createElement('button') }
}

const linkButton = (text: string, act: () => void): HTMLButtonElement => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button--link'
  button.textContent = text
  button.addEventListener('click', act)
  return button
}

/** The line of a file that did not arrive: why, 'try again', 'leave it out'. Only this page knows the file, so it is not redrawn. */
const failedLine = (form: HTMLElement, line: HTMLElement, { file, why, wrong, again }: { readonly file: File; readonly why: string; readonly wrong: boolean; readonly again: () => void }): void => {
  delete line.dataset['uploading']
  line.dataset['unsent'] = ''
  const [name, text, row] = ['p', 'p', 'p'].map((tag) => document.createElement(tag)) as [HTMLElement, HTMLElement, HTMLElement]
  name.className = 'file-name'
  name.textContent = file.name
  text.className = wrong ? 'field__error' : 'file-advice'
  text.setAttribute('role', 'alert')
  text.textContent = why
  row.className = 'file-actions'
  const leave = (act: () => void) => (): void => {
    const component = line.closest<HTMLElement>('[data-component]')?.dataset['component'] ?? ''
    line.remove()
    document.getElementById(`f-papers-${component}`)?.focus()
    act()
  }
  row.append(linkButton(textOf(form, 'retry'), leave(again)), linkButton(textOf(form, 'giveUp'), leave(() => undefined)))
  line.replaceChildren(name, text, row)
}

const say = (text: string): void => {
  const status = document.getElementById('upload-status')
  if (status) status.textContent = text
}

/** A message under the picker that stays until the next file is chosen. */
const complain = (section: Element, text: string): void => {
  const known = section.querySelector<HTMLElement>('[data-complaint]')
  const message = known ?? document.createElement('p')
  message.className = 'field__error'
  message.dataset['complaint'] = ''
  message.setAttribute('role', 'alert')
  message.textContent = known?.textContent ? `${known.textContent} ${text}` : text
  if (!known) section.append(message)
}

/** Takes one section as the server now draws it. Lines of files that are still on their way are kept. */
const refresh = async (component: string): Promise<void> => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(`[data-component="${CSS.escape(component)}"]`)
  const shown = document.querySelector(`[data-component="${CSS.escape(component)}"]`)
  if (!answer.ok || !fresh || !shown) return
  fresh.querySelector('.files')?.append(...shown.querySelectorAll('[data-uploading], [data-unsent]'))
  const complaint = shown.querySelector('[data-complaint]')
  if (complaint) fresh.append(complaint)
  shown.replaceWith(fresh)
}

/** Asks until the scanner has spoken; a minute or two is the longest that makes sense on an open page. */
const settled = async (form: HTMLElement, id: string, onFirst: () => Promise<void>): Promise<Attachment> => {
  let attachment = (await api<{ attachment: Attachment }>(form, `/${id}/complete`, {})).attachment
  await onFirst()
  for (let i = 0, pause = FIRST_WAIT; i < TRIES && /uploading|scanning/.test(attachment.state); i++, pause = Math.min(pause * 1.5, LONGEST_WAIT)) {
    await wait(pause)
    attachment = (await api<{ attachment: Attachment }>(form, `/${id}/complete`, {})).attachment
  }
  return attachment
}

const postRemoval = async (form: HTMLFormElement, id: string): Promise<void> => {
  const body = new FormData()
  for (const hidden of form.querySelectorAll<HTMLInputElement>(':scope > input[type="hidden"]')) body.append(hidden.name, hidden.value)
  body.append('_intent', `remove:${id}`)
  const answer = await fetch(form.action, { method: 'POST', body })
  if (!answer.ok) throw new Error(String(answer.status))
}

const uploadOne = async (form: HTMLFormElement, component: string, file: File): Promise<void> => {
  const section = document.querySelector(`[data-component="${CSS.escape(component)}"]`)
  if (!section) return
  const { line, at, cancel } = progressLine(form, section, file)
  const stop = new AbortController()
  cancel.addEventListener('click', () => stop.abort())
  let told: string | undefined
  try {
    const claim = { component, fileName: file.name, type: typeOf(file), bytes: file.size, sha256: await hashOf(file) }
    const { attachment, upload } = await api<Ticket>(form, '', claim)
    told = attachment.id
    await sendFile({ ...upload, file, onPercent: at, signal: stop.signal })
    say(textOf(form, 'checking', { name: file.name }))
    await settled(form, attachment.id, () => { told = undefined; line.remove(); return refresh(component) })
    await refresh(component)
    const state = document.querySelector(`[data-file="${CSS.escape(attachment.id)}"] .status`)?.textContent ?? ''
    say(textOf(form, 'added', { name: file.name, state }))
  } catch (error) {
    // Only a refusal in the server's words is an Error as such: what the network throws is none to read.
    const reason = error instanceof Error && error.name === 'Error' ? error.message : ''
    // What never arrived would hold up 'continue' for a while: the server forgets it, if it can be reached.
    if (told) await postRemoval(form, told).catch(() => undefined)
    if (reason && !stop.signal.aborted) {
      line.remove()
      complain(document.querySelector(`[data-component="${CSS.escape(component)}"]`) ?? section, `${file.name}: ${reason}`)
    } else if (line.isConnected) {
      failedLine(form, line, { file, wrong: !stop.signal.aborted, why: textOf(form, stop.signal.aborted ? 'cancelled' : 'failed', { name: file.name }), again: () => void uploadOne(form, component, file) })
    }
  }
}

const takeFiles = async (form: HTMLFormElement, picker: HTMLInputElement): Promise<void> => {
  const section = picker.closest<HTMLElement>('[data-component]')
  if (!section) return
  section.querySelector('[data-complaint]')?.remove()
  const files = [...(picker.files ?? [])].slice(0, Number(picker.dataset['left']))
  // Emptied at once: what goes by this way must not be posted with the form a second time.
  picker.value = ''
  for (const file of files) {
    const refused = refusal(form, picker, file)
    if (refused) complain(section, refused)
    else await uploadOne(form, section.dataset['component'] ?? '', file)
  }
}

const removeFile = async (form: HTMLFormElement, button: HTMLButtonElement): Promise<void> => {
  const component = button.closest<HTMLElement>('[data-component]')?.dataset['component'] ?? ''
  await postRemoval(form, button.value.slice('remove:'.length))
  await refresh(component)
  document.getElementById(`f-papers-${component}`)?.focus()
}

/** Enhances the papers page; without it files go through the form. */
export const uploads = (page: Document): void => {
  const form = page.querySelector<HTMLFormElement>('form[data-papers]')
  if (!form) return
  // Without a secure context there is no hash to pin: the form itself still works.
  if (!globalThis.crypto?.subtle || !form.dataset['token']) return document.documentElement.classList.remove('with-script')
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') void takeFiles(form, event.target)
  })
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[value^="remove:"]') : null
    if (!button) return
    event.preventDefault()
    removeFile(form, button).catch(() => form.requestSubmit(button))
  })
}
