import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ONLINE, firstValid } from '../journeys/examples.ts'
import { pdfFile } from '../journeys/sample-files.ts'
import { driveForm, receiptCode, submitHere } from './driver.ts'
import { useStage } from './stage.ts'
import { axeFindings, DESK, PHONE, tooWide, withoutLabel, type VisitorOptions } from './visitor.ts'

const stage = useStage()
const PDF = Buffer.from(pdfFile('x').body)

/** `looked`: axe looks at the pages as well. */
type Way = VisitorOptions & { readonly name: string; readonly lang: 'vi' | 'en'; readonly looked?: boolean }
const SCRIPTED: readonly Way[] = [
  { name: 'on a phone, with scripts, in Vietnamese', js: true, viewport: PHONE, lang: 'vi' },
  { name: 'at a desk, with scripts, in English', js: true, viewport: DESK, lang: 'en' },
]
const UNSCRIPTED: readonly Way[] = [
  { name: 'on a phone, without scripts, in English', js: false, viewport: PHONE, lang: 'en' },
  { name: 'at a desk, without scripts, in Vietnamese', js: false, viewport: DESK, lang: 'vi' },
]

const takesTurn = (turn: number, at: number): boolean => at === turn % 2

/**
 * Each form is walked with scripts on a phone and at a desk, and by turns in one of two ways without. axe, which takes a third of
 * the time, looks at each form once: the two languages and sizes are one HTML, and what is drawn otherwise all forms have in common.
 */
const JOURNEYS = ONLINE.flatMap((code, turn): readonly (Way & { readonly code: string })[] => [
  ...SCRIPTED.map((way, at) => ({ ...way, code, looked: takesTurn(turn, at) })), ...UNSCRIPTED.filter((_, at) => takesTurn(turn, at)).map((way) => ({ ...way, code })),
])

/** What must hold on every page of every journey. */
const inspect = async (page: Page, way: Way): Promise<readonly string[]> => [
  ...await tooWide(page), ...await withoutLabel(page),
  // axe needs scripts; the HTML without them is the same HTML.
  ...(way.looked === true ? await axeFindings(page) : []),
]

describe('in the browser', () => {
  it.each(JOURNEYS)('the journey of $code comes to the receipt $name', async ({ code, ...way }) => {
    await stage.visit(way, async ({ page }) => {
      const findings: Record<string, readonly string[]> = {}
      const look = async (at: Page, slug: string): Promise<void> => {
        const found = await inspect(at, way)
        if (found.length > 0) findings[slug] = found
      }
      await driveForm(page, { code, answers: firstValid(code).answers, js: way.js, lang: way.lang, pdf: PDF, onPage: look })
      const receipt = await submitHere(page)
      await look(page, 'bien-nhan')
      expect(receipt).toMatch(/^[A-Z]\d{2}/)
      expect(await page.locator('html').getAttribute('lang')).toBe(way.lang)
      expect(findings).toEqual({})
      await page.reload()
      expect(await receiptCode(page)).toBe(receipt)
    })
  })
})
