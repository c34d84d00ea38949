import type { Locator, Page } from 'playwright-core'
import type { Answers } from '../../forms/index.ts'
import { findAnswer, isChosen, typedText } from '../journeys/fill.ts'
import { slugOf } from '../journeys/walk.ts'

/** A control as the person sees it now: visible, enabled, in the form that the page is about. */
type Seen = { readonly name: string; readonly tag: 'input' | 'select' | 'textarea' | 'button'; readonly type: string; readonly value: string; readonly checked: boolean; readonly options: readonly { readonly value: string; readonly text: string }[] }

const MOST_PASSES = 80
const FORM = 'main form'

const seenControls = (page: Page): Promise<readonly Seen[]> =>
  page.locator(`${FORM} :is(input:not([type=hidden]), select, textarea, button)`).evaluateAll((elements) => elements.flatMap((element): Seen[] => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement || element instanceof HTMLButtonElement)) return []
    // Radios may be drawn by their label alone: what counts is that they are not hidden with their field.
    if (element.matches(':disabled') || element.closest('[hidden]') !== null) return []
    const tag = element.tagName.toLowerCase() as Seen['tag']
    const options = element instanceof HTMLSelectElement ? [...element.options].map((option) => ({ value: option.value, text: option.text })) : []
    return [{ tag, options, name: element.name, type: element.type, value: element.value, checked: element instanceof HTMLInputElement && element.checked }]
  }))

const quoted = (text: string): string => JSON.stringify(text)
const locate = (page: Page, control: Seen): Locator => {
  const named = `${FORM} ${control.tag}[name=${quoted(control.name)}]`
  return page.locator(control.type === 'radio' || control.type === 'checkbox' ? `${named}[value=${quoted(control.value)}]` : `${named}:not([type=hidden]):enabled`).first()
}

const choose = async (page: Page, control: Seen, answers: Answers): Promise<boolean> => {
  const wanted = isChosen(answers, control)
  if (wanted === undefined || wanted === control.checked || (control.type === 'radio' && !wanted)) return false
  await locate(page, control).setChecked(wanted)
  return true
}

const select = async (page: Page, control: Seen, text: string): Promise<boolean> => {
  if (control.value === text || (control.value !== '' && Number(control.value) === Number(text))) return false
  const option = control.options.find((one) => one.value !== '' && Number(one.value) === Number(text))
  // Waits for the option: the communes of a province come from a file of their own.
  await locate(page, control).selectOption(option !== undefined && !control.options.some((one) => one.value === text) ? option.value : text)
  return true
}

/** One control; true where something was changed. */
const answerControl = async (page: Page, control: Seen, answers: Answers): Promise<boolean> => {
  if (control.tag === 'button' || control.type === 'file' || control.name.startsWith('_')) return false
  if (control.type === 'radio' || control.type === 'checkbox') return choose(page, control, answers)
  const text = typedText(answers, control)
  if (text === undefined || control.value === text) return false
  if (control.tag === 'select') return select(page, control, text)
  if (control.name.endsWith('.commune') && await becomesSelect(page, control.name)) {
    // By its code, as the list has it; the text is what a person without scripts types.
    await page.locator(`${FORM} select[name=${quoted(control.name)}]`).selectOption(String(findAnswer(answers, control.name).value))
    return true
  }
  await locate(page, control).fill(text)
  return true
}

/** With scripts the commune becomes a list once its province is chosen and the list has come. */
const becomesSelect = async (page: Page, name: string): Promise<boolean> => {
  if (!runsScripts(page)) return false
  const list = page.locator(`${FORM} select[name=${quoted(name)}]`)
  return list.waitFor({ state: 'attached', timeout: 10_000 }).then(() => true, () => false)
}

const SCRIPTS = new WeakMap<Page, boolean>()

/** Marks that this page's visitor has scripts; without the mark it has none. */
export const withScripts = (page: Page, js: boolean): void => { SCRIPTS.set(page, js) }
const runsScripts = (page: Page): boolean => SCRIPTS.get(page) === true

export const nextMissingRow = async (page: Page, answers: Answers): Promise<string | undefined> => {
  const controls = await seenControls(page)
  for (const control of controls.filter((one) => one.tag === 'button' && one.value.startsWith('add:'))) {
    const group = control.value.slice('add:/'.length).replaceAll('/', '.')
    const { value } = findAnswer(answers, group)
    const rows = new Set(controls.filter((one) => one.name.startsWith(`${group}.`)).map((one) => one.name.slice(group.length + 1).split('.')[0]))
    if (Array.isArray(value) && value.length > rows.size) return control.value
  }
  return undefined
}

/** Answers what the page asks, again and again, because answers open questions; each control is touched once. */
export const fillPage = async (page: Page, answers: Answers): Promise<void> => {
  const kept = new Map<string, string>()
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let changed = false
    for (const control of await seenControls(page)) {
      const key = `${control.name}=${control.type === 'radio' || control.type === 'checkbox' ? control.value : ''}`
      // A page may rewrite what was typed (grouping of money): once typed it stays.
      if (kept.has(key) && kept.get(key) === control.tag) continue
      if (!await answerControl(page, control, answers)) continue
      kept.set(key, control.tag)
      changed = true
      // A choice may open questions or bring a list: look at the page anew.
      if (control.tag === 'select' || control.type === 'radio' || control.type === 'checkbox') break
    }
    if (!changed) return
  }
}

const PDF = { name: 'giay-to.pdf', mimeType: 'application/pdf' }

/** Gives every picker of the papers page this file; with scripts it goes at once, without them by the button. */
export const attachEverywhere = async (page: Page, js: boolean, body: Buffer): Promise<void> => {
  const names = (await seenControls(page)).filter((control) => control.type === 'file').map((control) => control.name)
  for (const name of names) await page.locator(`input[type=file][name=${quoted(name)}]`).setInputFiles({ ...PDF, buffer: body })
  if (names.length === 0) return
  if (js) return page.locator('li[data-state=clean]').nth(names.length - 1).waitFor({ timeout: 60_000 })
  await press(page, 'upload')
  await untilScanned(page)
}

/** Without scripts a person reloads until the scan has spoken. */
export const untilScanned = async (page: Page): Promise<void> => {
  for (let i = 0; i < 60; i += 1) {
    if (await page.locator('[data-state=scanning], [data-state=uploading]').count() === 0) return
    await page.waitForTimeout(300)
    await page.goto(page.url())
  }
  throw new Error('the scan never answered')
}

/** Presses the visible button of this intent and waits for the page that answers. */
export const press = async (page: Page, intent: string): Promise<void> => {
  const button = page.locator(`${FORM} button[name="_intent"][value=${quoted(intent)}]:not([aria-hidden=true])`).first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

export type DriveOptions = { readonly code: string; readonly answers: Answers; readonly js: boolean; readonly lang?: 'vi' | 'en'; readonly pdf: Buffer; readonly stopAt?: string; readonly onPage?: (page: Page, slug: string) => Promise<void> }

/** From the posting to 'check your answers' in the real browser; `onPage` looks at every page before it is filled. */
export const driveForm = async (page: Page, options: DriveOptions): Promise<void> => {
  const prefix = options.lang === 'en' ? '/en' : ''
  const stopAt = options.stopAt ?? 'xem-lai'
  await page.goto(`${prefix}/thu-tuc/${options.code}`)
  await Promise.all([page.waitForEvent('load'), page.locator(`a[href$="/thu-tuc/${options.code}/nop"]`).first().click()])
  let last = ''
  for (let i = 0; i < 40; i += 1) {
    const slug = slugOf(new URL(page.url()).pathname)
    if (slug !== last) await options.onPage?.(page, slug)
    last = slug
    if (slug === stopAt) return
    await stepOn(page, slug, options)
  }
  throw new Error(`never came to ${stopAt}: ${page.url()} ${await page.locator('[role=alert]').allInnerTexts()}`)
}

const stepOn = async (page: Page, slug: string, options: DriveOptions): Promise<void> => {
  if (slug === 'giay-to') {
    await attachEverywhere(page, options.js, options.pdf)
    return press(page, 'next')
  }
  const row = await nextMissingRow(page, options.answers)
  if (row !== undefined) { await fillPage(page, options.answers); return press(page, row) }
  await fillPage(page, options.answers)
  return press(page, 'next')
}

/** Presses 'submit' on 'check your answers' and waits for the receipt. */
export const submitHere = async (page: Page): Promise<string> => {
  await Promise.all([page.waitForURL(/\/bien-nhan$/), page.locator('form[data-submit] button[type=submit], main form[action$="/nop"] button[type=submit]').last().click()])
  return receiptCode(page)
}

export const receiptCode = async (page: Page): Promise<string> => {
  const text = await page.locator('main').innerText()
  const code = /\b[A-Z]\d{2}(?:\.\d{2})*-\d{6}-\d{4,}\b/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no dossier code on ${page.url()}: ${text.slice(0, 300)}`)
  return code
}
