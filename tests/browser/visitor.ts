import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import { withScripts } from './driver.ts'

/** Who visits: with or without scripts, on a phone or at a desk, in which language. */
export type VisitorOptions = { readonly js: boolean; readonly viewport: Viewport; readonly lang?: 'vi' | 'en' }
export type Viewport = { readonly width: number; readonly height: number }
export const PHONE: Viewport = { width: 360, height: 800 }
export const DESK: Viewport = { width: 1280, height: 900 }

declare global {
  interface Window { readonly axe: typeof import('axe-core') }
}

export type Visitor = {
  readonly context: BrowserContext
  readonly page: Page
  /** Console errors, CSP violations, uncaught exceptions, requests that left the portal: all must stay empty. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

// A page that answers 4xx on purpose (the error page, a refused post) makes Chromium write this line; it is no fault of the page.
const EXPECTED = /Failed to load resource: the server responded with a status of 4\d\d/

const watch = (page: Page, origin: string, faults: string[]): void => {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(`console at ${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`exception at ${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.hostname !== new URL(origin).hostname && url.hostname !== '127.0.0.1') faults.push(`left the portal: ${request.url()}`)
  })
  page.on('response', (response) => { if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`) })
}

/** A fresh visitor with nothing stored. */
export const openVisitor = async (browser: Browser, origin: string, options: VisitorOptions): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: origin, viewport: options.viewport, javaScriptEnabled: options.js, locale: options.lang === 'en' ? 'en-GB' : 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh', ...(options.viewport === PHONE ? { hasTouch: true, isMobile: true } : {}),
  })
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  context.on('page', (page) => { watch(page, origin, faults); withScripts(page, options.js) })
  const page = await context.newPage()
  return { context, page, faults, close: () => context.close() }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Passes are not reported: writing them out takes longer than finding them. */
const AXE_OPTIONS: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }

/** axe's findings on this page, or in what `within` names, as sentences; [] = none. WCAG 2.2 A and AA with axe's best practices. */
export const axeFindings = async (page: Page, within = 'html'): Promise<readonly string[]> => {
  // As a string to evaluate, which the page's CSP does not stop; in every frame, since axe asks its copies there.
  for (const frame of page.frames()) await frame.evaluate(AXE)
  const result: AxeResults = await page.evaluate(([root, options]) => window.axe.run(root, options), [within, AXE_OPTIONS] as const)
  return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.html.slice(0, 160)}`))
}

/** Elements that reach past the right edge: on a phone nobody should have to scroll sideways. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= edge) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > edge + 1)
    return [`page ${document.documentElement.scrollWidth} > ${edge}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))]
  })

/** Controls without a visible label: a placeholder is none (axe lets it pass). */
export const withoutLabel = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]):not([type=submit]), select, textarea')]
    .filter((control) => !control.disabled && (control.labels?.length ?? 0) === 0 && !control.hasAttribute('aria-label') && !control.hasAttribute('aria-labelledby'))
    .map((control) => control.outerHTML.slice(0, 120)))
