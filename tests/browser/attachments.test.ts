import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readExamples } from '../journeys/examples.ts'
import { disguisedFile, emptyFile, infectedFile, pdfFile } from '../journeys/sample-files.ts'
import type { PostedFile } from '../journeys/http-browser.ts'
import { press, untilScanned } from './driver.ts'
import { handOver } from './hand-over.ts'
import { useStage } from './stage.ts'
import { axeFindings, PHONE } from './visitor.ts'

const stage = useStage()
const CODE = '2.000181'
const answers = readExamples(CODE).valid[0]?.answers ?? {}
const PICKER = 'main form input[type=file]'

const openPapers = async (page: Page): Promise<void> => {
  await page.goto(await handOver(page.context(), stage.server().origin, { code: CODE, answers, stopAt: 'giay-to' }))
}

const payload = (file: PostedFile): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } => ({ name: file.name, mimeType: file.type, buffer: Buffer.from(file.body) })

/** Picks a file for the first paper: with scripts it travels at once, without them by the button. */
const give = async (page: Page, file: PostedFile, js: boolean): Promise<void> => {
  await page.locator(PICKER).first().setInputFiles(payload(file))
  if (!js) await press(page, 'upload')
}

describe.each([true, false])('papers (scripts: %s)', (js) => {
  it('a PDF is taken, scanned, shown as usable, and can be removed', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await openPapers(page)
      await give(page, pdfFile('x', 'giấy chứng nhận.pdf'), js)
      if (!js) await untilScanned(page)
      await page.locator('[data-state=clean]').first().waitFor({ timeout: 30_000 })
      expect(await page.locator('main').innerText()).toContain('giấy chứng nhận.pdf')
      if (js) expect(await axeFindings(page)).toEqual([])
      await page.locator('main form button[value^="remove:"]').first().click()
      await page.locator('[data-state=clean]').first().waitFor({ state: 'detached', timeout: 15_000 })
      await page.reload()
      expect(await page.locator('[data-state]').count()).toBe(0)
    })
  })

  it('a file with a virus is shown as infected, with what to do, and stops the submit', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await openPapers(page)
      await give(page, infectedFile('x'), js)
      if (!js) await untilScanned(page)
      await page.locator('[data-state=infected]').first().waitFor({ timeout: 30_000 })
      expect(await page.locator('main').innerText()).toContain('mã độc')
      await press(page, 'next')
      expect(await page.locator('[role=alert]').count()).toBeGreaterThan(0)
    })
  })

  it.each([['whose content is not its type', disguisedFile('x')], ['that is empty', emptyFile('x')]])('a file %s is refused with a sentence, not with an error page', async (_what, file) => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await openPapers(page)
      await give(page, file, js)
      await page.locator('[role=alert], [role=status]:not(:empty), .field__error, .file-advice, [data-state=unscannable]').filter({ hasText: /\S/ }).first().waitFor({ timeout: 20_000 })
      expect(await page.locator('[data-state=clean]').count()).toBe(0)
      expect(await page.locator('h1').innerText()).toBe('Giấy tờ kèm theo')
    })
  })
})
