import type { Page } from 'playwright-core'
import type { Answers } from '../../../forms/index.ts'
import { attachEverywhere, fillPage, nextMissingRow } from '../driver.ts'

/** What an element told its page, in order. */
export type Told = { readonly name: string; readonly detail: Readonly<Record<string, unknown>> }

const EVENTS = ['dvc:ready', 'dvc:step', 'dvc:submitted', 'dvc:error', 'dvc:choose'] as const

/** Writes down what elements tell, from the first moment of every page that opens. */
export const hearElements = (page: Page): Promise<unknown> => page.addInitScript((names) => {
  const told: unknown[] = []
  Object.defineProperty(globalThis, 'toldByElements', { value: told, enumerable: false })
  for (const name of names) document.addEventListener(name, (event) => { told.push({ name, detail: (event as CustomEvent).detail }) })
}, EVENTS)

export const toldBy = (page: Page): Promise<readonly Told[]> => page.evaluate(() => (globalThis as unknown as { toldByElements: Told[] }).toldByElements)

const count = async (page: Page): Promise<number> => (await toldBy(page)).length

/** Acts, and waits until the element shows another page or says what is wrong. */
export const step = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  const before = await count(page)
  await act()
  await page.waitForFunction((known) => (globalThis as unknown as { toldByElements: Told[] }).toldByElements.length > known, before, { timeout: 15_000 })
}

/** Slug of the page that the element shows. */
export const shownPage = (page: Page): Promise<string | null> => page.locator('main .journey').getAttribute('data-page')

export const press = (page: Page, intent: string): Promise<void> =>
  step(page, () => page.locator(`main form button[name="_intent"][value=${JSON.stringify(intent)}]:not([aria-hidden=true])`).first().click())

export type Driving = { readonly answers: Answers; readonly pdf: Buffer; readonly stopAt?: string; readonly onPage?: (slug: string) => Promise<void> }

const stepOn = async (page: Page, slug: string, { answers, pdf }: Driving): Promise<void> => {
  if (slug === 'giay-to') {
    await attachEverywhere(page, true, pdf)
    return press(page, 'next')
  }
  const row = await nextMissingRow(page, answers)
  await fillPage(page, answers)
  await press(page, row ?? 'next')
}

/** From the first page that an element shows to 'check your answers', in whatever page it stands. */
export const driveElement = async (page: Page, driving: Driving): Promise<void> => {
  const stopAt = driving.stopAt ?? 'xem-lai'
  let last = ''
  for (let i = 0; i < 40; i += 1) {
    const slug = await shownPage(page) ?? ''
    if (slug !== last) await driving.onPage?.(slug)
    last = slug
    if (slug === stopAt) return
    await stepOn(page, slug, driving)
  }
  throw new Error(`never came to ${stopAt}: ${last} ${await page.locator('main [role=alert]').allInnerTexts()}`)
}

/** Presses 'submit' and gives what the page around was told of the receipt. */
export const submitElement = async (page: Page): Promise<Told | undefined> => {
  await step(page, () => page.locator('main form[data-submit] button[type=submit]').last().click())
  return (await toldBy(page)).find(({ name }) => name === 'dvc:submitted')
}
