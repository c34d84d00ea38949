import type { Answers } from '../../forms/index.ts'
import { fillControls, missingRows } from './fill.ts'
import { decodeEntities, textOf, type Control } from './html-form.ts'
import { buttonOf, mainForm, type HttpBrowser, type Standing } from './http-browser.ts'
import { pdfFile } from './sample-files.ts'

/** One page as the walk met it: what a table of pages is compared with. */
export type VisitedPage = { readonly slug: string; readonly heading: string; readonly names: readonly string[] }
export type Walk = { readonly at: Standing; readonly visited: readonly VisitedPage[] }
export type WalkOptions = { readonly code: string; readonly answers: Answers; readonly lang?: 'vi' | 'en'; readonly stopAt?: string }

const MOST_POSTS = 60
const MOST_WAITS = 60

export const prefixOf = (lang: 'vi' | 'en' = 'vi'): string => (lang === 'en' ? '/en' : '')
export const slugOf = (path: string): string => path.split('/').at(-1) ?? ''

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const inputNames = (controls: readonly Control[]): readonly string[] =>
  [...new Set(controls.filter((control) => control.tag !== 'button' && !control.name.startsWith('_') && control.name !== '').map((control) => control.name))]

/** Answers a page and presses its button; grows repeating groups first, as a person would. */
export const answerPage = async (browser: HttpBrowser, at: Standing, answers: Answers): Promise<Standing> => {
  const form = mainForm(at)
  const controls = fillControls(answers, form.controls)
  const filled = { ...form, controls }
  const [add] = missingRows(answers, controls)
  return browser.send(at, { form: filled, ...withButton(buttonOf(filled, add ?? 'next')) })
}

const withButton = (button: Control | undefined): { readonly button?: Control } => (button === undefined ? {} : { button })

/** Puts a PDF to every picker of the papers page and waits until the scan has spoken. */
export const attachPapers = async (browser: HttpBrowser, at: Standing): Promise<Standing> => {
  const form = mainForm(at)
  const files = form.controls.filter((control) => control.type === 'file' && !control.disabled).map((control) => pdfFile(control.name))
  const upload = buttonOf(form, 'upload') ?? buttonOf(form)
  const posted = await browser.send(at, { form, files, ...withButton(upload) })
  return untilScanned(browser, posted)
}

/** Reloads the page until no file on it is being scanned. */
export const untilScanned = async (browser: HttpBrowser, at: Standing): Promise<Standing> => {
  for (let i = 0, page = at; i < MOST_WAITS; i += 1) {
    if (!/data-state="(scanning|uploading)"/.test(page.html)) return page
    await pause(250)
    page = await browser.open(new URL(page.url).pathname)
  }
  throw new Error('the scan never answered')
}

const visit = (at: Standing): VisitedPage => ({ slug: slugOf(at.path), heading: textOf(at.html, 'h1'), names: inputNames(mainForm(at).controls) })

const stepFrom = async (browser: HttpBrowser, at: Standing, answers: Answers): Promise<Standing> => {
  if (slugOf(at.path) !== 'giay-to') return answerPage(browser, at, answers)
  const attached = await attachPapers(browser, at)
  const form = mainForm(attached)
  return browser.send(attached, { form, ...withButton(buttonOf(form, 'next')) })
}

/** From the posting's button to 'check your answers', page by page, over HTTP without scripts. */
export const walkForm = async (browser: HttpBrowser, options: WalkOptions): Promise<Walk> =>
  goThrough(browser, await browser.open(`${prefixOf(options.lang)}/thu-tuc/${options.code}/nop`), options)

/** The same from any page of the draft. */
export const goThrough = async (browser: HttpBrowser, from: Standing, options: WalkOptions): Promise<Walk> => {
  const stopAt = options.stopAt ?? 'xem-lai'
  const visited: VisitedPage[] = []
  let at = from
  for (let i = 0; i < MOST_POSTS && slugOf(at.path) !== stopAt; i += 1) {
    if (at.status !== 200) throw new Error(`${at.status} at ${at.url}`)
    const page = visit(at)
    if (visited.at(-1)?.heading !== page.heading) visited.push(page)
    at = await stepFrom(browser, at, options.answers)
  }
  if (slugOf(at.path) !== stopAt) throw new Error(`never came to ${stopAt}; last page ${at.url} (${at.status}): ${summaryOf(at.html).join(' | ')}`)
  return { at, visited }
}

/** Sentences of the error summary (role="alert" list), in order. */
export const summaryOf = (page: string): readonly string[] => {
  const at = page.search(/<[a-z]+[^>]*\brole="alert"/)
  if (at < 0) return []
  const list = /<ul[\s\S]*?<\/ul>/.exec(page.slice(at))?.[0] ?? ''
  return [...list.matchAll(/<li[\s\S]*?<\/li>/g)].map(([item]) => textOf(item, 'a') || textOf(item, 'li'))
}

/** Where each line of the error summary leads, in order. */
export const summaryLinks = (page: string): readonly string[] => {
  const at = page.search(/<[a-z]+[^>]*\brole="alert"/)
  const list = at < 0 ? '' : /<ul[\s\S]*?<\/ul>/.exec(page.slice(at))?.[0] ?? ''
  return [...list.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, href = '']) => decodeEntities(href))
}

/** Walks on until a page, or the submit, says what is wrong. */
export const walkUntilRefused = async (browser: HttpBrowser, options: WalkOptions): Promise<Standing> => {
  let at = await browser.open(`${prefixOf(options.lang)}/thu-tuc/${options.code}/nop`)
  for (let i = 0; i < MOST_POSTS; i += 1) {
    if (summaryOf(at.html).length > 0) return at
    if (slugOf(at.path) === 'bien-nhan') throw new Error('these answers were accepted')
    at = slugOf(at.path) === 'xem-lai' ? await submitFrom(browser, at) : await stepFrom(browser, at, options.answers)
  }
  throw new Error(`neither refused nor accepted: ${at.url}`)
}

/** Submits from 'check your answers'; ends on the receipt. */
export const submitFrom = (browser: HttpBrowser, review: Standing): Promise<Standing> => {
  const form = mainForm(review)
  const controls = form.controls.map((control) => (control.type === 'checkbox' && !control.disabled ? { ...control, checked: true } : control))
  return browser.send(review, { form: { ...form, controls }, ...withButton(buttonOf({ ...form, controls })) })
}

/** Dossier code as the law writes it: agency, date, number. */
export const dossierCode = (page: string): string | undefined => /\b[A-Z]\d{2}(?:\.\d{2})*-\d{6}-\d{4,}\b/.exec(page)?.[0]
