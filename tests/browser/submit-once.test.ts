import { describe, expect, it } from 'vitest'
import { firstValid } from '../journeys/examples.ts'
import { pdfFile } from '../journeys/sample-files.ts'
import { attachEverywhere, driveForm, fillPage, press, receiptCode, submitHere } from './driver.ts'
import { useStage } from './stage.ts'
import { DESK, openVisitor, PHONE } from './visitor.ts'

const stage = useStage()
const CODE = '1.001193'
const { answers } = firstValid(CODE)
const pdf = Buffer.from(pdfFile('x').body)
const SUBMIT = 'main form[action$="/nop"] button[type=submit]'

describe.each([true, false])('one dossier, whatever the hand does (scripts: %s)', (js) => {
  it('a double click on submit gives one receipt', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await driveForm(page, { code: CODE, answers, js, pdf })
      await Promise.all([page.waitForURL(/\/bien-nhan$/), page.locator(SUBMIT).last().dblclick({ noWaitAfter: true })])
      const code = await receiptCode(page)
      await page.reload()
      expect(await receiptCode(page)).toBe(code)
    })
  })

  it('back from the receipt and submit again: the same receipt', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await driveForm(page, { code: CODE, answers, js, pdf })
      const review = page.url()
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
      await driveForm(page, { code: CODE, answers, js, pdf })
      const other = await context.newPage()
      await other.goto(page.url())
      const codes = await Promise.all([submitHere(page), submitHere(other)])
      expect(codes[1]).toBe(codes[0])
    })
  })

  it('the back button brings a page with its answers, and they can be saved again', async () => {
    await stage.visit({ js, viewport: PHONE }, async ({ page }) => {
      await page.goto(`/thu-tuc/${CODE}/nop`)
      await fillPage(page, answers)
      const typed = await page.locator('main form input[name="applicant.fullName"]').inputValue()
      await press(page, 'next')
      const second = page.url()
      await page.goBack()
      expect(await page.locator('main form input[name="applicant.fullName"]').inputValue()).toBe(typed)
      await press(page, 'next')
      expect(page.url()).toBe(second)
    })
  })
})

describe('across machines and power cuts', () => {
  it('a save in one tab is not lost to an older page in another', async () => {
    await stage.visit({ js: false, viewport: DESK }, async ({ page, context }) => {
      await driveForm(page, { code: CODE, answers, js: false, pdf, stopAt: 'nguoi-me' })
      const first = page.url().replace(/[^/]+$/, 'nguoi-yeu-cau')
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

  it('a draft survives kill -9 of the server, and so does the dossier', async () => {
    const { faults, page, close } = await openVisitor(stage.browser(), stage.server().origin, { js: false, viewport: PHONE })
    await driveForm(page, { code: CODE, answers, js: false, pdf, stopAt: 'nguoi-me' })
    const path = new URL(page.url()).pathname
    const server = await stage.restart('kill')
    await page.goto(`${server.origin}${path}`)
    const rest = await page.locator('h1').innerText()
    expect(rest).toBe('Thông tin về người mẹ')
    for (let i = 0; i < 12 && !page.url().endsWith('/xem-lai'); i += 1) {
      if (page.url().endsWith('/giay-to')) { await driveFromPapers(page); continue }
      await fillPage(page, answers)
      await press(page, 'next')
    }
    const code = await submitHere(page)
    const receipt = new URL(page.url()).pathname
    const again = await stage.restart('kill')
    await page.goto(`${again.origin}${receipt}`)
    expect(await receiptCode(page)).toBe(code)
    expect(faults).toEqual([])
    await close()
  })
})

const driveFromPapers = async (page: Parameters<typeof press>[0]): Promise<void> => {
  await attachEverywhere(page, false, pdf)
  await press(page, 'next')
}
