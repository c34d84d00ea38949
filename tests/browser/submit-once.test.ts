import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { firstValid } from '../journeys/examples.ts'
import { fillPage, press, receiptCode, submitHere } from './driver.ts'
import { handOver } from './hand-over.ts'
import { useStage } from './stage.ts'
import { DESK, PHONE } from './visitor.ts'

const stage = useStage()
const CODE = '1.001193'
const { answers } = firstValid(CODE)
const SUBMIT = 'main form[action$="/nop"] button[type=submit]'

const draftAt = (context: BrowserContext, stopAt: string): Promise<string> => handOver(context, stage.server().origin, { code: CODE, answers, stopAt })

const openReview = async (page: Page): Promise<string> => {
  const review = await draftAt(page.context(), 'xem-lai')
  await page.goto(review)
  return review
}

describe.each([true, false])('one dossier, whatever the hand does (scripts: %s)', (js) => {
  it('a double click on submit gives one receipt', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await openReview(page)
      // Without scripts the second click aborts the first one's navigation, so no single navigation can be waited for.
      await page.locator(SUBMIT).last().dblclick({ noWaitAfter: true })
      await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/\/bien-nhan$/)
      await page.waitForLoadState()
      const code = await receiptCode(page)
      await page.reload()
      expect(await receiptCode(page)).toBe(code)
    })
  })

  it('back from the receipt and submit again: the same receipt', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      const review = await openReview(page)
      const code = await submitHere(page)
      await page.goBack()
      if (await page.locator(SUBMIT).count() > 0) expect(await submitHere(page)).toBe(code)
      await page.goto(review)
      const again = await page.locator(SUBMIT).count() > 0 ? await submitHere(page) : await receiptCode(page)
      expect(again).toBe(code)
    })
  })

  it('two tabs submit the same draft: both show the same receipt', async () => {
    await stage.visit({ js, viewport: DESK }, async ({ page, context }) => {
      const review = await openReview(page)
      const other = await context.newPage()
      await other.goto(review)
      const codes = await Promise.all([submitHere(page), submitHere(other)])
      expect(codes[1]).toBe(codes[0])
    })
  })

  it('the back button brings the first page with its answers, and they can be saved again', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await page.goto(`/thu-tuc/${CODE}/nop`)
      await fillPage(page, answers)
      const typed = await readText(page)
      await press(page, 'next')
      const second = page.url()
      await page.goBack()
      // The number too, which no browser brings back by itself (autocomplete=off), and the commune, which was a list.
      expect(await readText(page)).toEqual(typed)
      await press(page, 'next')
      expect(page.url()).toBe(second)
    })
  })
})

const FIELDS = ['applicant.fullName', 'applicant.identityNumber', 'applicant.receivingCommune.commune'] as const

/** With scripts the commune's list comes after the page: its text settles when the province's list is there. */
const readText = async (page: Page): Promise<readonly string[]> => {
  await page.waitForLoadState('networkidle')
  return Promise.all(FIELDS.map((name) => page.locator(`main form [name="${name}"]`).inputValue()))
}

describe('one draft in two tabs', () => {
  it('a save in one tab is not lost to an older page in another', async () => {
    await stage.visit({ js: false, viewport: DESK }, async ({ context }) => {
      const first = (await draftAt(context, 'nguoi-me')).replace(/[^/]+$/, 'nguoi-yeu-cau')
      const [one, two] = [await context.newPage(), await context.newPage()]
      await one.goto(first)
      await two.goto(first)
      const field = 'main form input[name="applicant.email"]'
      await one.locator(field).fill('mot@example.vn')
      await press(one, 'next')
      await two.locator(field).fill('hai@example.vn')
      await press(two, 'next')
      // What the second tab typed is still on its page, and it is told what happened.
      expect(await two.locator(field).inputValue()).toBe('hai@example.vn')
      expect(await two.locator('main').innerText()).toContain('cửa sổ khác')
      await press(two, 'next')
      await one.goto(first)
      expect(await one.locator(field).inputValue()).toBe('hai@example.vn')
    })
  })
})
