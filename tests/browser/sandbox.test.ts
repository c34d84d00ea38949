import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dvc } from '../forms/cli/run-dvc.ts'
import { startLocalServer, type LocalServer } from '../local-server.ts'
import { launchBrowser } from './chromium.ts'
import { hostPath, serveHosts, type Hosts } from './hosts/serve-hosts.ts'
import { axeFindings, DESK, openVisitor, PHONE, tooWide, type Visitor } from './visitor.ts'

const YEAR = new Date().getUTCFullYear() + 2
const BAND = { vi: new RegExp(`^Môi trường thử nghiệm: .+ Đồng hồ đang ở 08:\\d\\d, 24/12/${YEAR}\\.$`), en: new RegExp(`^Sandbox: .+ Its clock shows 08:\\d\\d, 24/12/${YEAR}\\.$`) } as const

/** A portal of its own: the others' clock stays. */
let server: LocalServer
let browser: Browser
let hosts: Hosts
beforeAll(async () => {
  [server, browser] = await Promise.all([startLocalServer(), launchBrowser()])
  hosts = await serveHosts(server.origin, '')
  const moved = await dvc(['sandbox', 'clock', '--to', `${YEAR}-12-24T08:00`], { env: { DVC_DATA: server.dataFolder } })
  if (moved.code !== 0) throw new Error(moved.err)
}, 400_000)
afterAll(async () => { await browser.close(); await hosts.stop(); await server.remove() })


/** The longer words where there is less room. */
const visits = [{ lang: 'vi', viewport: PHONE }, { lang: 'en', viewport: DESK }] as const

/** The band of a page, or of an element in it, once it has loaded. */
const check = async ({ page }: Visitor, lang: 'vi' | 'en', within = 'html'): Promise<void> => {
  const band = page.locator('.sandbox').first()
  await band.waitFor()
  expect((await band.innerText()).trim()).toMatch(BAND[lang])
  expect(await page.locator('.sandbox').count()).toBe(1)
  expect([...await axeFindings(page, within), ...await tooWide(page)]).toEqual([])
}

const visit = async (options: Parameters<typeof openVisitor>[2], act: (visitor: Visitor) => Promise<void>): Promise<void> => {
  const visitor = await openVisitor(browser, server.origin, options)
  try { await act(visitor) } finally { await visitor.close() }
}

describe.each(visits)('the band of a sandbox whose clock was moved ($lang, $viewport.width px)', ({ lang, viewport }) => {
  const prefix = lang === 'en' ? '/en' : ''
  it.each(['/', '/thu-tuc/1.001612', '/thu-tuc/1.001612/nop', '/tra-cuu', '/khong-co-trang-nay'])('is on %s without scripts, axe finds nothing and nothing is too wide', async (path) => {
    await visit({ js: false, viewport, lang }, async (visitor) => {
      await visitor.page.goto(`${prefix}${path === '/' && prefix ? '' : path}`)
      expect((await visitor.page.locator('.sandbox').innerText()).trim()).toMatch(BAND[lang])
    })
    await visit({ js: true, viewport, lang }, async (visitor) => {
      await visitor.page.goto(`${prefix}${path === '/' && prefix ? '' : path}`)
      await check(visitor, lang)
    })
  })
  it('is in the element of another site', async () => {
    await visit({ js: true, viewport, lang }, async (visitor) => {
      await visitor.page.goto(`${hosts.origin}${hostPath({ page: 'plain', procedure: '1.001612', lang })}`)
      await visitor.page.locator('dvc-form .journey').waitFor()
      await check(visitor, lang, 'dvc-form')
    })
  })
  it('is in the page for an iframe, once: with scripts in its element, without them beside its link', async () => {
    for (const js of [true, false]) await visit({ js, viewport, lang }, async (visitor) => {
      await visitor.page.goto(`${prefix}/nhung/1.001612`)
      if (js) await visitor.page.locator('dvc-form .journey').waitFor()
      const band = visitor.page.locator(js ? '.fragment .sandbox' : 'dvc-form > .sandbox')
      expect((await band.innerText()).trim()).toMatch(BAND[lang])
      expect(await visitor.page.locator('.sandbox:visible').count()).toBe(1)
      if (js) expect(await axeFindings(visitor.page, 'dvc-form')).toEqual([])
    })
  })
})
