import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { firstValid } from '../../journeys/examples.ts'
import { pdfFile } from '../../journeys/sample-files.ts'
import { axeFindings, PHONE, tooWide } from '../visitor.ts'
import { driveElement, press, shownPage, step, submitElement, toldBy, type Told } from './drive-element.ts'
import type { Extra } from './serve-hosts.ts'
import { useHosts } from './visit-host.ts'

const CODE = '1.001193'
const ANSWERS = firstValid(CODE).answers
const LINK = 'Nộp hồ sơ trên cổng'
const FORM = `<dvc-form procedure="${CODE}"><a href="{portal}/thu-tuc/${CODE}/nop">${LINK}</a></dvc-form>`
const SCRIPT = '<script src="{portal}/embed.js" async></script>'
const around = (body: string, head = SCRIPT, html = 'lang="vi"'): string =>
  `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trang của phường</title>${head}</head><body><main><h1>Phường</h1>${body}</main></body></html>`
const policy = (text: string): NonNullable<Extra['headers']> => ({ 'content-security-policy': text })

const EXTRAS: ReadonlyMap<string, Extra> = new Map<string, Extra>(Object.entries({
  '/one': { html: around(FORM) },
  '/rtl': { html: around(FORM, SCRIPT, 'lang="vi" dir="rtl"') },
  '/none': { html: around('<dvc-form></dvc-form>') },
  '/twice': { html: around(FORM, `${SCRIPT}<script src="{portal}/embed.js" defer></script>`) },
  '/other-version': { html: around(FORM, `<script>customElements.define('dvc-form', class extends HTMLElement { static version = 'older' })</script>${SCRIPT}`) },
  '/no-script': { html: around(FORM), headers: policy("script-src 'self'") },
  '/no-connect': { html: around(FORM), headers: policy("script-src {portal}; connect-src 'self'") },
  '/no-uploads': { html: around(FORM), headers: policy("script-src {portal}; connect-src {portal}") },
  '/no-frame': { html: around(FORM.replace('<dvc-form', '<dvc-form frame')), headers: policy("script-src {portal}; frame-src 'self'") },
  '/older': { html: around(FORM, '<script src="{portal}/older/embed.js"></script><script src="{portal}/embed.js"></script>') },
  '/no-trusted-types': { html: around(FORM), headers: policy("require-trusted-types-for 'script'; trusted-types 'none'") },
}))
const hosts = useHosts(EXTRAS)

const name = (page: Page) => page.locator('main [name="applicant.fullName"]')
const errors = async (page: Page): Promise<readonly Told[]> => (await toldBy(page)).filter((told) => told.name === 'dvc:error')
const ready = (page: Page) => page.locator('main .journey').waitFor()
const linkIsSeen = (page: Page) => page.getByRole('link', { name: LINK }).waitFor()
const anyConsole = /^console/

describe('a page that stands in the way', () => {
  it.each([
    ['/no-connect', 'blocked-by-csp', 'connect-src'],
    ['/no-trusted-types', 'trusted-types', 'trusted-types dvc-form'],
  ])('%s: says so to who reads it and to who owns it, and shows the link', async (path, code, advice) => {
    const said: string[] = []
    await hosts.visitHost(path, { viewport: PHONE, but: anyConsole, before: async ({ page }) => page.on('console', (message) => said.push(message.text())) }, async ({ page }) => {
      await page.locator('main [role=alert]').waitFor()
      await linkIsSeen(page)
      expect(await page.locator('main [role=alert]').innerText()).toContain('chặn biểu mẫu')
      expect((await errors(page)).map(({ detail }) => detail)).toContainEqual({ procedure: CODE, code, message: expect.stringContaining(advice) })
      expect(said.filter((line) => line.startsWith('<dvc-form>: ')).join('\n')).toContain(advice)
    })
  })

  it('a policy without our script leaves the link, and the browser\'s own word to the owner', async () => {
    const said: string[] = []
    await hosts.visitHost('/no-script', { viewport: PHONE, but: anyConsole, before: async ({ page }) => page.on('console', (message) => said.push(message.text())) }, async ({ page }) => {
      await linkIsSeen(page)
      expect(said.join('\n')).toMatch(/embed\.js.*Content Security Policy/s)
      expect(await page.locator('main a').getAttribute('href')).toBe(`${hosts.portal()}/thu-tuc/${CODE}/nop`)
    })
  })

  it('a policy without our frames: the owner is told, and the link is shown', async () => {
    await hosts.visitHost('/no-frame', { viewport: PHONE, but: anyConsole }, async ({ page }) => {
      await linkIsSeen(page)
      await expect.poll(() => errors(page)).toEqual([{ name: 'dvc:error', detail: { procedure: CODE, code: 'blocked-by-csp', message: expect.stringContaining(`add ${hosts.portal()} to frame-src`) } }])
      expect(await page.locator('main iframe').count()).toBe(0)
    })
  })

  it('a policy without the bucket for files: who picks one keeps it in the list, and the owner is told what to add', async () => {
    await hosts.visitHost('/no-uploads', { viewport: PHONE, but: anyConsole }, async ({ page }) => {
      await ready(page)
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'giay-to' })
      await page.locator('main input[type=file]').first().setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile('x').body) })
      await page.locator('main li[data-unsent]').waitFor()
      await expect.poll(() => errors(page)).toEqual([{ name: 'dvc:error', detail: { procedure: CODE, code: 'blocked-by-csp', message: expect.stringMatching(/add http:\/\/127\.0\.0\.1:\d+ to connect-src/) } }])
    })
  })

  it('an origin that is not registered is told so, with the link beside', async () => {
    const elsewhere = hosts.host().replace('127.0.0.1', '[::1]')
    await hosts.visitHost('/one', { viewport: PHONE, but: /^console|left the portal: http:\/\/\[::1\]/ }, async ({ page }) => {
      await page.goto(`${elsewhere}/one`)
      await page.locator('main [data-error]').waitFor()
      expect(await page.locator('main .lead').innerText()).toContain(`${elsewhere} chưa được đăng ký`)
      await linkIsSeen(page)
      expect((await errors(page))[0]?.detail).toMatchObject({ code: 'origin-not-registered' })
      expect(await page.locator('main form').count()).toBe(0)
    })
  })

  it('an element without a procedure is told what is missing', async () => {
    await hosts.visitHost('/none', { viewport: PHONE, but: anyConsole }, async ({ page }) => {
      await expect.poll(() => errors(page)).toEqual([{ name: 'dvc:error', detail: { procedure: '', code: 'misconfigured', message: expect.stringContaining('procedure') } }])
    })
  })

  it('blocked storage costs no more than the place in the form after a reload', async () => {
    const block = ({ page }: { readonly page: Page }) => page.addInitScript(() => {
      const blocked = { get: () => { throw new DOMException('blocked', 'SecurityError') } }
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches']) Object.defineProperty(globalThis, name, blocked)
      Object.defineProperty(Document.prototype, 'cookie', blocked)
    })
    await hosts.visitHost('/one', { viewport: PHONE, before: block }, async ({ page }) => {
      await ready(page)
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'tre' })
      await page.reload()
      await ready(page)
      expect(await shownPage(page)).toBe('nguoi-yeu-cau')
    })
  })

  it('storage that somebody else wrote rubbish into is as good as empty', async () => {
    const spoil = ({ page }: { readonly page: Page }) => page.addInitScript(([portal, code]) => { sessionStorage.setItem(`dvc ${portal} ${code}`, '{rubbish') }, [hosts.portal(), CODE])
    await hosts.visitHost('/one', { viewport: PHONE, before: spoil }, async ({ page }) => {
      await ready(page)
      expect(await shownPage(page)).toBe('nguoi-yeu-cau')
    })
  })

  it.each(['/twice', '/rtl'])('%s: the form is as ever', async (path) => {
    await hosts.visitHost(path, { viewport: PHONE }, async ({ page }) => {
      await ready(page)
      expect((await toldBy(page)).map((told) => told.name)).toEqual(['dvc:ready', 'dvc:step'])
      expect(await page.locator('main h1').last().evaluate((heading) => getComputedStyle(heading).direction)).toBe('ltr')
      expect([...await axeFindings(page, 'dvc-form'), ...await tooWide(page)]).toEqual([])
    })
  })

  it('two versions of this very script: the older one, which came first, shows the form, and a word in the console says so', async () => {
    const said: string[] = []
    const older = async ({ page }: { readonly page: Page }): Promise<void> => {
      page.on('console', (message) => said.push(`${message.type()} ${message.text()}`))
      const now = await (await fetch(`${hosts.portal()}/embed.js`)).text()
      const body = now.replace(/version:("|')[^"']+\1/, 'version:"of-last-year"')
      expect(body).not.toBe(now)
      await page.route(`${hosts.portal()}/older/embed.js`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
    }
    await hosts.visitHost('/older', { viewport: PHONE, before: older }, async ({ page }) => {
      await ready(page)
      expect((await toldBy(page)).map((told) => told.name)).toEqual(['dvc:ready', 'dvc:step'])
      expect(await page.evaluate(() => (customElements.get('dvc-form') as unknown as { version: string }).version)).toBe('of-last-year')
      expect(said).toEqual([expect.stringMatching(/^warning <dvc-form> is here already/), expect.stringMatching(/^warning <dvc-procedures> is here already/)])
    })
  })

  it('another version that came first stays, and a word in the console says so', async () => {
    const said: string[] = []
    await hosts.visitHost('/other-version', { viewport: PHONE, before: async ({ page }) => page.on('console', (message) => said.push(`${message.type()} ${message.text()}`)) }, async ({ page }) => {
      await expect.poll(() => said).toEqual([expect.stringMatching(/^warning <dvc-form> is here already/)])
      await linkIsSeen(page)
    })
  })
})

describe('a page that moves or takes away the element', () => {
  it('moved: what was typed stays, and the form goes on', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page }) => {
      await ready(page)
      await name(page).fill('Nguyễn Văn Bình')
      await page.evaluate(() => document.querySelector('main')?.prepend(document.querySelector('dvc-form') ?? ''))
      expect(await name(page).inputValue()).toBe('Nguyễn Văn Bình')
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'tre' })
      expect((await toldBy(page)).filter((told) => told.name === 'dvc:ready')).toHaveLength(1)
    })
  })

  it('moved while a file is on its way: it arrives', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page }) => {
      await ready(page)
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'giay-to' })
      let goOn = (): void => undefined
      const moved = new Promise<void>((done) => { goOn = done })
      const held: string[] = []
      await page.route((url) => url.hostname === '127.0.0.1' && url.origin !== hosts.host(), async (route) => { held.push(route.request().url()); await moved; await route.continue() })
      await page.locator('main input[type=file]').first().setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile('x').body) })
      await expect.poll(() => held.length).toBe(1)
      await page.evaluate(() => document.querySelector('main')?.prepend(document.querySelector('dvc-form') ?? ''))
      goOn()
      await page.locator('main li[data-state=clean]').waitFor()
      expect(await page.locator('main li[data-unsent]').count()).toBe(0)
    })
  })

  it('taken away while a file is on its way: nothing is left of it, and put back it goes on to the receipt', async () => {
    await hosts.visitHost('/one', { viewport: PHONE, but: /ERR_(ABORTED|FAILED)/ }, async ({ page }) => {
      await ready(page)
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'giay-to' })
      const held: (() => Promise<void>)[] = []
      const isUpload = (url: URL): boolean => url.hostname === '127.0.0.1' && url.origin !== hosts.host()
      await page.route(isUpload, (route) => { held.push(() => route.abort()) })
      await page.locator('main input[type=file]').first().setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile('x').body) })
      await expect.poll(() => held.length).toBe(1)
      await page.evaluate(() => { const form = document.querySelector('dvc-form'); form?.remove(); Object.assign(document, { taken: form }) })
      await page.waitForTimeout(300)
      await page.evaluate(() => document.querySelector('main')?.append((document as unknown as { taken: Node }).taken))
      await page.unroute(isUpload)
      await page.locator('main li[data-unsent]').waitFor()
      await press(page, 'next')
      expect(await shownPage(page)).toBe('xem-lai')
      expect((await submitElement(page))?.detail).toMatchObject({ code: expect.stringMatching(/^H26-/) })
    })
  })
})

describe('a line that breaks', () => {
  it('in the middle: says so, keeps what was typed, and sends it again when asked', async () => {
    await hosts.visitHost('/one', { viewport: PHONE, but: /ERR_INTERNET_DISCONNECTED|<dvc-form>/ }, async ({ page, context }) => {
      await ready(page)
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'tre' })
      await page.locator('main [name="child.fullName"]').fill('Nguyễn Minh Anh')
      await context.setOffline(true)
      await press(page, 'next')
      expect(await page.locator('main .trouble').innerText()).toContain('vẫn còn ở đây')
      expect(await page.locator('main [name="child.fullName"]').inputValue()).toBe('Nguyễn Minh Anh')
      expect(await axeFindings(page, 'dvc-form')).toEqual([])
      await context.setOffline(false)
      await step(page, () => page.locator('main .trouble button').click())
      expect(await page.locator('main .trouble').count()).toBe(0)
      expect(await page.locator('main #error-summary').count()).toBe(1)
      expect(await page.locator('main [name="child.fullName"]').inputValue()).toBe('Nguyễn Minh Anh')
    })
  })

  it('when a file is to go: it stays in the list, and goes when asked again', async () => {
    await hosts.visitHost('/one', { viewport: PHONE, but: /ERR_INTERNET_DISCONNECTED/ }, async ({ page, context }) => {
      await ready(page)
      await driveElement(page, { answers: ANSWERS, pdf: Buffer.alloc(0), stopAt: 'giay-to' })
      await context.setOffline(true)
      await page.locator('main input[type=file]').first().setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdfFile('x').body) })
      await page.locator('main li[data-unsent]').waitFor()
      await context.setOffline(false)
      await page.locator('main li[data-unsent] button').first().click()
      await page.locator('main li[data-state=clean]').waitFor()
      expect(await page.locator('main li[data-unsent]').count()).toBe(0)
    })
  })

  it('at the start: the link stays, and another try brings the form', async () => {
    let broken = true
    const cut = async ({ page }: { readonly page: Page }): Promise<void> => {
      await page.route((url) => url.pathname.endsWith('/nop') || url.pathname.includes('/inside-'), (route) => (broken ? route.abort('internetdisconnected') : route.continue()))
    }
    await hosts.visitHost('/one', { viewport: PHONE, before: cut, but: /ERR_INTERNET_DISCONNECTED|<dvc-form>/ }, async ({ page }) => {
      await page.locator('main .trouble').waitFor()
      await linkIsSeen(page)
      broken = false
      await page.locator('main .trouble button').click()
      await ready(page)
      expect(await page.locator('main .trouble').count()).toBe(0)
    })
  })
})
