import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { dvc, jsonOf } from '../forms/cli/run-dvc.ts'
import { firstValid } from '../journeys/examples.ts'
import { pdfFile } from '../journeys/sample-files.ts'
import { startLocalServer, type LocalServer } from '../local-server.ts'
import { launchBrowser } from './chromium.ts'
import { axeFindings, DESK, openVisitor, PHONE, tooWide, withoutLabel, type VisitorOptions } from './visitor.ts'

/** An agency asks by its API, and the citizen answers on the tracking page; on a server of its own, whose operator is the test. */
const CODE = '1.000894'
const PAPER = 'cham-dut-ben-nu'
/** She marries again: the paper that may be asked for is that of her divorce. */
const { bride, ...others } = firstValid(CODE).answers as { readonly bride: object }
const ANSWERS = { ...others, bride: { ...bride, times: 2, ended: 'divorce', endedPaper: 'Quyết định số 12/2024/QĐST-HNGĐ' } }
const PDF = { name: 'ban-an.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile('x').body) }

const SHOTS = process.env['SHOTS']
let server: LocalServer
let browser: Browser
let key: string
beforeAll(async () => {
  [server, browser] = await Promise.all([startLocalServer(), launchBrowser()])
  const env = { DVC_DATA: server.dataFolder }
  await dvc(['integrator', 'set', 'mot-cua', '--name', 'Một cửa', '--agencies', '01/00004'], { env })
  key = String(jsonOf(await dvc(['integrator', 'key', 'mot-cua', '--scopes', 'read,answers,handle', '--json'], { env }))['text'])
})
afterAll(async () => { await browser.close(); await server.remove() })

type Body = Readonly<Record<string, unknown>>
const ask = async (method: string, path: string, body?: Body, headers: Readonly<Record<string, string>> = {}): Promise<Body> => {
  const response = await fetch(`${server.origin}/api/v1${path}`, { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const answer = await response.json() as Body
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
  return answer
}
const act = (code: string, body: Body): Promise<Body> => ask('POST', `/office/dossiers/${code}/actions`, body, { 'if-match': '*' })

const submitted = (name: string): Promise<Body> => ask('POST', `/procedures/${CODE}/dossiers`, { answers: ANSWERS }, { 'idempotency-key': name })

/** axe itself is a script; the page is the same HTML without. */
const looksRight = async (page: Page, js: boolean): Promise<void> => {
  expect({ axe: js ? await axeFindings(page) : [], wide: await tooWide(page), label: await withoutLabel(page) }).toEqual({ axe: [], wide: [], label: [] })
}

const submitting = (page: Page, selector: string): Promise<unknown> => Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])

/** With the code and key of the receipt, as somebody types them on another device. */
const track = async (page: Page, lang: 'vi' | 'en', { code, trackingKey }: Body): Promise<void> => {
  await page.goto(lang === 'en' ? '/en/tra-cuu' : '/tra-cuu')
  await page.locator('main [name=code]').fill(String(code))
  await page.locator('main [name=key]').fill(String(trackingKey))
  await submitting(page, 'main form button[type=submit]')
}

/** Laid ready by its own button, or sent along with the answer. */
const attach = async (page: Page, first: boolean): Promise<void> => {
  await page.locator(`input[type=file][name="file.${PAPER}"]`).setInputFiles(PDF)
  if (!first) return
  await submitting(page, 'button[name=_intent][value=upload]:visible')
  expect(await page.locator('main').innerText()).toContain(PDF.name)
}

const VISITORS: readonly (VisitorOptions & { readonly lang: 'vi' | 'en'; readonly name: string })[] = [
  { name: 'on a phone, without scripts', js: false, viewport: PHONE, lang: 'vi' },
  { name: 'on a phone, with scripts', js: true, viewport: PHONE, lang: 'vi' },
  { name: 'at a desk, in English', js: true, viewport: DESK, lang: 'en' },
]

describe('a supplement', () => {
  it.each(VISITORS)('is asked for, seen, answered and received: $name', async ({ name, lang, ...options }) => {
    const receipt = await submitted(`supplement ${name}`.replaceAll(' ', '-'))
    const code = String(receipt['code'])
    await act(code, { action: 'request-supplement', reason: 'Số điện thoại thiếu chữ số, bản án chưa có', until: '2099-12-01', fields: [{ pointer: '/filing/phone', reason: 'Gọi không được' }], papers: [{ component: PAPER, reason: 'Chụp đủ các trang' }] })
    const visitor = await openVisitor(browser, server.origin, { ...options, lang })
    const { page } = visitor
    await track(page, lang, receipt)
    expect(await page.locator('main').innerText()).toContain('Chụp đủ các trang')
    await looksRight(page, options.js)
    await submitting(page, 'main form[action$="/bo-sung"] button[type=submit]')
    await looksRight(page, options.js)
    expect(await page.locator('main .field__optional:visible').allInnerTexts()).toEqual([])
    expect(await page.locator('main input:visible:not([type=file]), main select:visible, main textarea:visible').count()).toBe(1)

    await page.locator('[name="filing.phone"]').fill('12')
    await submitting(page, 'button[name=_intent][value=next]:not([aria-hidden=true])')
    expect(await page.locator('[role=alert] a').count()).toBe(2)
    expect(await page.locator('[name="filing.phone"]').inputValue()).toBe('12')
    await looksRight(page, options.js)

    await page.locator('[name="filing.phone"]').fill('0987654321')
    await attach(page, !options.js)
    expect(await page.locator('[name="filing.phone"]').inputValue()).toContain('987')
    await looksRight(page, options.js)
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
    await submitting(page, 'button[name=_intent][value=next]:not([aria-hidden=true])')
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-sent.png`, fullPage: true })
    expect(await page.locator('main').innerText()).toContain(lang === 'vi' ? 'Đã gửi bổ sung' : 'The supplement was sent')
    await looksRight(page, options.js)

    const after = await ask('GET', `/office/dossiers/${code}/answers`)
    expect(after['answers']).toHaveProperty('filing.phone', '0987654321')
    expect(after['files']).toEqual([expect.objectContaining({ component: PAPER, fileName: PDF.name })])
    expect(await ask('GET', `/office/dossiers/${code}`)).toMatchObject({ status: 'supplemented' })
    expect(visitor.faults).toEqual([])
    await visitor.close()
  })
})
