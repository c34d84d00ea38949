import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { firstValid } from '../../journeys/examples.ts'
import { pdfFile } from '../../journeys/sample-files.ts'
import { axeFindings, DESK, PHONE, tooWide, type Viewport } from '../visitor.ts'
import { driveElement, submitElement, toldBy } from './drive-element.ts'
import { hostPath, isInstalled } from './serve-hosts.ts'
import { cookiesSentTo } from './third-party-cookies.ts'
import { useHosts } from './visit-host.ts'

const hosts = useHosts()
const PDF = Buffer.from(pdfFile('x').body)

type Sample = { readonly page: string; readonly about: string; readonly viewport: Viewport; readonly lang: 'vi' | 'en'; readonly needs?: readonly string[] }

const SAMPLES: readonly Sample[] = [
  { page: 'plain', about: 'plain HTML', viewport: PHONE, lang: 'vi' },
  { page: 'wordpress', about: 'everything unset and everything important', viewport: PHONE, lang: 'vi' },
  { page: 'react', about: 'a React app in strict mode', viewport: DESK, lang: 'vi', needs: ['react', 'react-dom/client'] },
  { page: 'vue', about: 'a Vue app', viewport: DESK, lang: 'en', needs: ['vue'] },
  { page: 'strict', about: 'a strict policy with Trusted Types', viewport: DESK, lang: 'en' },
]

/** One that asks for no paper, and one that asks for one. */
const WITHOUT_PAPERS = { procedure: '1.001612', answers: firstValid('1.001612').answers }
const WITH_PAPERS = { procedure: '1.001193', answers: firstValid('1.001193').answers }

const addressBar = (page: Page): Promise<unknown> => page.evaluate(() => [location.href, history.length, history.state])

const missing = SAMPLES.flatMap(({ needs = [] }) => needs).filter((name) => !isInstalled(name))
if (missing.length > 0) console.warn(`skipped, not installed: ${missing.join(', ')}`)

it('the browser of these tests keeps no third-party cookie', async () => {
  await hosts.visitHost(hostPath({ page: 'plain', ...WITHOUT_PAPERS }), { viewport: DESK }, async ({ page }) => {
    expect(await cookiesSentTo(page)).toEqual(['', ''])
  })
})

describe.each(SAMPLES)('$about', ({ page: name, viewport, lang, needs = [] }) => {
  const isHere = needs.every(isInstalled)
  it.skipIf(!isHere).each([WITHOUT_PAPERS, WITH_PAPERS])('the whole journey of $procedure', async ({ procedure, answers }) => {
    await hosts.visitHost(hostPath({ page: name, procedure, lang }), { viewport }, async ({ page, context }) => {
      await page.locator('main .journey').waitFor()
      const before = await addressBar(page)
      const found: Record<string, readonly string[]> = {}
      const look = async (slug: string): Promise<void> => {
        const wrong = [...await axeFindings(page, 'dvc-form'), ...await tooWide(page)]
        if (wrong.length > 0) found[slug] = wrong
      }
      await driveElement(page, { answers, pdf: PDF, onPage: look })
      const submitted = await submitElement(page)
      await look('bien-nhan')
      expect(submitted?.detail).toEqual({
        procedure, code: expect.stringMatching(/^H26-\d{6}-\d{4,}$/), submittedAt: expect.stringMatching(/\+07:00$/), dueAt: expect.stringMatching(/^20\d\d-/),
      })
      expect((await page.locator('main .slip').innerText()).includes('giay-to.pdf')).toBe(procedure === WITH_PAPERS.procedure)
      expect(found).toEqual({})
      expect(await page.locator('main .fragment').getAttribute('lang')).toBe(lang)
      // The host's address, history, names and cookies are as they were.
      expect(await addressBar(page)).toEqual(before)
      expect(await context.cookies()).toEqual([])
      expect((await toldBy(page)).filter(({ name: event }) => event === 'dvc:error')).toEqual([])
    })
  })
})
