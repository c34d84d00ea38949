import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/chromium.ts'
import { servePages } from './serve-pages.ts'
import { median } from './statistics.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const LOOK_EVERY_MS = 500

type Timing = { readonly interactive: number; readonly blocking: number; readonly controls: number }

/** Runs in the page before anything else: notes long tasks and when the number of controls last changed. */
const observe = (): void => {
  const seen = { tasks: [] as { start: number; duration: number }[], controls: 0, controlsAt: 0, paintAt: 0 }
  Object.assign(globalThis, { benchSeen: seen })
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.tasks.push({ start: entry.startTime, duration: entry.duration }) }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') seen.paintAt = entry.startTime }).observe({ type: 'paint', buffered: true })
  const count = (): void => {
    const now = document.querySelectorAll('input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)').length
    if (now !== seen.controls) { seen.controls = now; seen.controlsAt = performance.now() }
  }
  new MutationObserver(count).observe(document, { childList: true, subtree: true })
  addEventListener('DOMContentLoaded', count)
}

/**
 * Interactive = all controls are there, deferred scripts have run and the last long task is over.
 * Blocking = what long tasks take beyond 50 ms, from the start on.
 */
const readTiming = (): Timing & { readonly idle: boolean } => {
  const seen: { tasks: { start: number; duration: number }[]; controls: number; controlsAt: number } = Reflect.get(globalThis, 'benchSeen')
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const lastTask = Math.max(0, ...seen.tasks.map((task) => task.start + task.duration))
  const interactive = Math.max(lastTask, seen.controlsAt, navigation?.domContentLoadedEventEnd ?? Number.POSITIVE_INFINITY)
  const blocking = seen.tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0)
  return { interactive, blocking, controls: seen.controls, idle: (navigation?.loadEventEnd ?? 0) > 0 && performance.now() - interactive > 1500 }
}

/** A mid-range phone on a poor line: 4x slower processor, 1.6 Mbit/s, 150 ms. */
export const timePage = async (browser: Browser, url: string): Promise<Timing> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(observe)
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
    for (let waited = 0; waited < 40_000; waited += LOOK_EVERY_MS) {
      const timing = await page.evaluate(readTiming)
      if (timing.idle) return timing
      await page.waitForTimeout(LOOK_EVERY_MS)
    }
    throw new Error(`${url} never came to rest`)
  } finally { await context.close() }
}

/** `brief`: shown for comparison only, so two rounds do. */
export type Contender = { readonly name: string; readonly path: string; readonly assetBytes: number; readonly brief?: boolean }
const BRIEF_ROUNDS = 2
export type Pages = { readonly files: Readonly<Record<string, Buffer>>; readonly contenders: readonly Contender[] }

export type Measured = Timing & { readonly assetBytes: number }

const typical = (timings: readonly Timing[]): Timing => {
  if (timings.length === 0) throw new Error('no round was measured')
  const of = (what: keyof Timing): number => median(timings.map((timing) => timing[what]))
  return { interactive: of('interactive'), blocking: of('blocking'), controls: of('controls') }
}

/** Loads every page in turn, several times, and gives the medians of each by name. */
export const measurePages = async ({ files, contenders }: Pages): Promise<ReadonlyMap<string, Measured>> => {
  const server = await servePages(files)
  const browser = await launchBrowser()
  try {
    const samples = new Map<string, Timing[]>(contenders.map((one) => [one.name, []]))
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const one of contenders.filter((contender) => contender.brief !== true || round < BRIEF_ROUNDS)) samples.get(one.name)?.push(await timePage(browser, `${server.origin}${one.path}`))
    }
    return new Map(contenders.map((one) => [one.name, { ...typical(samples.get(one.name) ?? []), assetBytes: one.assetBytes }]))
  } finally { await browser.close(); server.close() }
}

