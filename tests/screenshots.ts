import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser/chromium.ts'
import { driveForm, fillPage, press, submitHere } from './browser/driver.ts'
import { openVisitor, PHONE, type Viewport } from './browser/visitor.ts'
import { openEditor } from './forms/cli/run-editor.ts'
import { readExamples } from './journeys/examples.ts'
import { pdfFile } from './journeys/sample-files.ts'
import { startLocalServer } from './local-server.ts'
import { shrinkPng } from './png.ts'

/**
 * `node tests/screenshots.ts`: walks the real portal and writes the pictures of README.md to web/screenshots, on a phone and
 * at a desk. Fails where one is over 150 KB.
 */
const OUT = join(import.meta.dirname, '../web/screenshots')
const MOST_BYTES = 150 * 1024
const CODE = '1.001193'

/** The page as it stands after loading: from the top, letters in place, nothing in focus. */
const shoot = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo({ top: 0, behavior: 'instant' })
  })
  const image = shrinkPng(await page.screenshot({ type: 'png', animations: 'disabled' }))
  const file = join(OUT, `${name}.png`)
  await writeFile(file, image)
  const { size } = await stat(file)
  console.log(`${name}.png ${(size / 1024).toFixed(0)} KB`)
  if (size > MOST_BYTES) throw new Error(`${name}.png is ${size} bytes: over ${MOST_BYTES}`)
}

const PDF = Buffer.from(pdfFile('x').body)
// One that asks for papers.
const answers = readExamples(CODE).valid[1]?.answers ?? {}

/** The child's page, filled in. */
const shootForm = async (page: Page, suffix: string): Promise<void> => {
  await fillPage(page, answers)
  await shoot(page, `form-${suffix}`)
}

/** The mother's page with two mistakes. */
const shootError = async (page: Page, suffix: string): Promise<void> => {
  await fillPage(page, answers)
  await page.locator('main form input[name="mother.fullName"]').fill('')
  await page.locator('main form input[name="mother.birthDate.day"]').fill('32')
  await press(page, 'next')
  await shoot(page, `error-${suffix}`)
}

/** With the paper that was given. */
const shootPapers = async (page: Page, suffix: string): Promise<void> => {
  const review = page.url()
  await page.goto(review.replace(/[^/]+$/, 'giay-to'))
  await shoot(page, `papers-${suffix}`)
  await page.goto(review)
}

const walk = async (page: Page, suffix: string): Promise<void> => {
  // Twice: letters that come late wait for the next page (font-display: optional).
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.goto('/')
  await shoot(page, `home-${suffix}`)
  await page.goto(`/thu-tuc/${CODE}`)
  await shoot(page, `posting-${suffix}`)
  await driveForm(page, { code: CODE, answers, js: true, pdf: PDF, onPage: async (at, slug) => {
    if (slug === 'tre') await shootForm(at, suffix)
    if (slug === 'nguoi-me') await shootError(at, suffix)
  } })
  await shootPapers(page, suffix)
  await shoot(page, `review-${suffix}`)
  await submitHere(page)
  await shoot(page, `receipt-${suffix}`)
  await Promise.all([page.waitForEvent('load'), page.locator('main a[href*="/tra-cuu"]').first().click()])
  await shoot(page, `tracking-${suffix}`)
}

/** `dvc edit` with the paper at the left; it writes only when somebody saves. */
const shootEditor = async (browser: Browser): Promise<void> => {
  const editor = await openEditor(join(import.meta.dirname, '../forms/procedures', CODE), ['--lang', 'vi'])
  const { page, close } = await openVisitor(browser, editor.url, { js: true, viewport: { width: 1024, height: 720 } })
  await page.goto('/')
  await shoot(page, 'editor-desktop')
  await close()
  await editor.stop()
}

await mkdir(OUT, { recursive: true })
const [server, browser] = await Promise.all([startLocalServer(), launchBrowser()])
const sizes: readonly (readonly [string, Viewport])[] = [['phone', PHONE], ['desktop', { width: 1024, height: 720 }]]
for (const [suffix, viewport] of sizes) {
  const visitor = await openVisitor(browser, server.origin, { js: true, viewport })
  await walk(visitor.page, suffix)
  await visitor.close()
}
await shootEditor(browser)
await browser.close()
await server.remove()
