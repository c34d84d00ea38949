import { describe, expect, it } from 'vitest'
import { hasWordForm, ONLINE, POSTED } from '../journeys/examples.ts'
import { tokens } from '../journeys/html-form.ts'
import { openHttpBrowser } from '../journeys/http-browser.ts'
import { useStage } from './stage.ts'
import { axeFindings, DESK, PHONE, tooWide, withoutLabel } from './visitor.ts'

const stage = useStage()

const PATHS = [
  '/', '/?q=khai+sinh', '/?q=khong+co+thu+tuc+nao+nhu+vay',
  ...[...ONLINE, ...POSTED].map((code) => `/thu-tuc/${code}`),
  ...ONLINE.map((code) => `/thu-tuc/${code}/nop`),
  '/tra-cuu', '/phan-anh', '/thong-ke', '/khong-co-trang-nay', '/thu-tuc/9.999999',
]
const VISITS = (['vi', 'en'] as const).flatMap((lang) => PATHS.map((path) => ({ lang, path: lang === 'en' ? `/en${path === '/' ? '' : path}` : path })))

/** The two languages are one HTML with other words, so each is looked at in one size: the longer words where there is less room. */
const SIZE = { vi: PHONE, en: DESK } as const

const bare = (path: string): string => path.replace(/^\/en(?=\/|$)/, '').replace(/\/$/, '')

describe('every page', () => {
  it.each(VISITS)('$path: nothing is wrong for axe, nothing is too wide, the language is said', async ({ path, lang }) => {
    await stage.visit({ js: true, viewport: SIZE[lang] }, async ({ page }) => {
      await page.goto(path)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.locator('h1').count()).toBe(1)
      // The journeys (journeys.test.ts) have axe on the steps of every form, in both languages.
      const axe = path.endsWith('/nop') ? [] : await axeFindings(page)
      expect({ axe, wide: await tooWide(page), label: await withoutLabel(page) }).toEqual({ axe: [], wide: [], label: [] })
    })
  })

  it.each(['/en', '/en/thong-ke', '/en/thu-tuc/1.001193', '/en/phan-anh'])('%s in English on a phone: English words are not always shorter', async (path) => {
    await stage.visit({ js: true, viewport: PHONE }, async ({ page }) => {
      await page.goto(path)
      expect({ axe: await axeFindings(page), wide: await tooWide(page) }).toEqual({ axe: [], wide: [] })
    })
  })

  it.each(VISITS.filter(({ path }) => !path.includes('khong-co') && !path.includes('9.999999')))('$path: links to the same page in the other language', async ({ path, lang }) => {
    const browser = openHttpBrowser(stage.server().origin)
    const here = await browser.open(path)
    const other = lang === 'vi' ? 'en' : 'vi'
    const link = tokens(here.html).find(({ tag, attributes }) => tag === 'a' && attributes['hreflang'] === other)
    const there = await browser.open(link?.attributes['href'] ?? '/no-link')
    expect(there.status).toBe(200)
    expect(tokens(there.html).find(({ tag }) => tag === 'html')?.attributes['lang']).toBe(other)
    expect(bare(there.path)).toBe(bare(here.path))
  })
})

describe('finding a procedure', () => {
  it.each(['khai sinh', 'KHAI SINH', 'đăng ký khai sinh', 'dang ky khai sinh', '1.001193'])('finds the birth registration by "%s"', async (query) => {
    await stage.visit({ js: false, viewport: PHONE }, async ({ page }) => {
      await page.goto('/')
      await page.getByRole('searchbox').first().fill(query)
      await Promise.all([page.waitForEvent('load'), page.getByRole('searchbox').first().press('Enter')])
      expect(await page.locator('main a[href="/thu-tuc/1.001193"]').count()).toBeGreaterThan(0)
    })
  })

  it.each(ONLINE)('%s is within three clicks of the home page (TT 32/2017)', async (code) => {
    await stage.visit({ js: false, viewport: PHONE }, async ({ page }) => {
      await page.goto('/')
      const apply = page.locator(`main a[href="/thu-tuc/${code}/nop"]`).first()
      let clicks = 0
      if (await apply.count() === 0) { await Promise.all([page.waitForEvent('load'), page.locator(`main a[href="/thu-tuc/${code}"]`).first().click()]); clicks += 1 }
      await Promise.all([page.waitForEvent('load'), page.locator(`main a[href="/thu-tuc/${code}/nop"]`).first().click()])
      clicks += 1
      expect(await page.locator('main form[data-form]').getAttribute('action')).toBe(`/thu-tuc/${code}/nop`)
      expect(clicks).toBeLessThanOrEqual(3)
    })
  })

  it.each([...ONLINE, ...POSTED].filter(hasWordForm))('%s gives its Word form to download', async (code) => {
    const response = await fetch(`${stage.server().origin}/thu-tuc/${code}/mau.docx`)
    const head = Buffer.from(await response.arrayBuffer()).subarray(0, 2).toString('latin1')
    expect({ status: response.status, head }).toEqual({ status: 200, head: 'PK' })
  })
})

describe('feedback', () => {
  it('says what is missing, keeps what was typed, and gives a number when it was sent', async () => {
    await stage.visit({ js: false, viewport: PHONE }, async ({ page }) => {
      await page.goto('/phan-anh')
      const send = page.locator('main form[method=post] button[type=submit]').last()
      await page.locator('main [name=name]').fill('Trần Thị Hoa')
      await Promise.all([page.waitForEvent('load'), send.click()])
      expect(await page.locator('[role=alert] a').count()).toBeGreaterThan(0)
      expect(await page.locator('main [name=name]').inputValue()).toBe('Trần Thị Hoa')
      await page.locator('main [name=about]').first().check().catch(() => page.locator('main select[name=about]').selectOption('portal'))
      await page.locator('main [name=subject]').fill('Trang tra cứu')
      await page.locator('main [name=text]').fill('Chữ trên nút hơi nhỏ, xin cho to hơn.')
      await Promise.all([page.waitForEvent('load'), send.click()])
      expect(await page.locator('main').innerText()).toContain('Đã nhận ý kiến của bạn')
    })
  })
})
