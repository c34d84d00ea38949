import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { firstValid } from '../../journeys/examples.ts'
import { axeFindings, DESK, PHONE, tooWide } from '../visitor.ts'
import { driveElement, press, shownPage, step, submitElement, toldBy } from './drive-element.ts'
import type { Extra } from './serve-hosts.ts'
import { useHosts } from './visit-host.ts'

const CODE = '1.001193'
const ANSWERS = firstValid(CODE).answers
const PDF = Buffer.from('%PDF-1.7\n')
const page = (body: string, style = ''): Extra => ({
  html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trang của phường</title>${style && `<style>${style}</style>`}<script src="{portal}/embed.js" async></script></head><body><main><h1>Phường</h1>${body}</main></body></html>`,
})
const FORM = `<dvc-form procedure="${CODE}"><a href="{portal}/thu-tuc/${CODE}/nop">Nộp hồ sơ trên cổng</a></dvc-form>`

const hosts = useHosts(new Map([
  ['/one', page(FORM)],
  ['/two', page(`<dvc-form id="a" procedure="${CODE}"></dvc-form><dvc-form id="b" procedure="1.001612"></dvc-form>`)],
  ['/light', page(FORM.replace('<dvc-form', '<dvc-form light'))],
  ['/themed', page(FORM.replace('<dvc-form', '<dvc-form theme="neutral"'), 'dvc-form { --dvc-accent: #005a30; --dvc-accent-deep: #003d20; --dvc-size: 20px } dvc-form::part(heading) { color: #005a30 } h1 { color: red }')],
  ['/list', page('<dvc-procedures field="thanh-lap-va-hoat-dong-cua-doanh-nghiep"></dvc-procedures>')],
  ['/all', page('<dvc-procedures href="/dich-vu?ma={code}"></dvc-procedures>')],
  ['/dich-vu', page('Dịch vụ')],
  ['/bare', { html: '<!doctype html><html lang="vi"><title>Trống</title><main></main></html>' }],
  ['/framed', page(`<dvc-form frame procedure="${CODE}" title="Đăng ký khai sinh"></dvc-form>`)],
]))

const ready = (at: Page) => at.locator('main .journey').first().waitFor()
const focused = (at: Page): Promise<string> => at.evaluate(() => {
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  return `${one?.localName ?? ''}#${one?.id ?? ''}`
})

describe('focus and words', () => {
  it('stay with the host at first, go to what is wrong, from there to the field, and to the heading of the next page', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page: at }) => {
      await ready(at)
      expect(await focused(at)).toBe('body#')
      await press(at, 'next')
      expect(await focused(at)).toBe('div#error-summary')
      expect(await axeFindings(at, 'dvc-form')).toEqual([])
      const target = await at.locator('main #error-summary a').first().getAttribute('href') ?? ''
      await at.locator('main #error-summary a').first().click()
      expect(await focused(at)).toMatch(new RegExp(`${target}$`))
      expect(new URL(at.url()).hash).toBe('')
      await driveElement(at, { answers: ANSWERS, pdf: PDF, stopAt: 'tre' })
      expect(await focused(at)).toBe('h1#')
      expect(await at.locator('main .dvc > [role=status]').innerText()).toContain('Thông tin về người được đăng ký')
    })
  })

  it('a change of the element\'s language keeps what is typed', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page: at }) => {
      await ready(at)
      await at.locator('main [name="applicant.fullName"]').fill('Nguyễn Văn Bình')
      await step(at, () => at.evaluate(() => document.querySelector('dvc-form')?.setAttribute('lang', 'en')))
      expect(await at.locator('main .fragment').getAttribute('lang')).toBe('en')
      expect(await at.locator('main [name="applicant.fullName"]').inputValue()).toBe('Nguyễn Văn Bình')
      await driveElement(at, { answers: ANSWERS, pdf: PDF, stopAt: 'tre' })
      expect(await at.locator('main .fragment').getAttribute('data-path')).toMatch(/^\/en\/ho-so\//)
    })
  })
})

it('what makes a page easier works within: a mistake is said when its field is left, and what is typed is kept', async () => {
  await hosts.visitHost('/one', { viewport: PHONE }, async ({ page: at }) => {
    await ready(at)
    await at.locator('main [name="applicant.phone"]').fill('12')
    await at.locator('main [name="applicant.fullName"]').focus()
    await at.locator('main .field__error').waitFor()
    expect(await at.locator('main [name="applicant.phone"]').getAttribute('aria-invalid')).toBe('true')
    expect(await focused(at)).toBe('input#f-applicant-fullName')
    await driveElement(at, { answers: ANSWERS, pdf: PDF, stopAt: 'tre' })
    await at.locator('main [name="child.fullName"]').fill('Nguyễn Minh')
    await expect.poll(() => at.locator('main #save-state').innerText(), { timeout: 10_000 }).toMatch(/Đã tự lưu lúc \d\d:\d\d/)
    await at.reload()
    await ready(at)
    expect(await at.locator('main [name="child.fullName"]').inputValue()).toBe('Nguyễn Minh')
  })
})

it('makes no global name but the two elements', async () => {
  const names = (at: Page): Promise<readonly string[]> => at.evaluate(() => Object.getOwnPropertyNames(globalThis))
  await hosts.visitHost('/dich-vu', { viewport: PHONE }, async ({ page: at }) => {
    const before = new Set(await names(at))
    await at.evaluate((code) => { const form = document.createElement('dvc-form'); form.setAttribute('procedure', code); document.querySelector('main')?.append(form) }, CODE)
    await ready(at)
    expect((await names(at)).filter((name) => !before.has(name))).toEqual([])
    await at.goto(`${hosts.host()}/bare`)
    expect([...before].filter((name) => !new Set<string>(['toldByElements']).has(name)).toSorted()).toEqual((await names(at)).filter((name) => name !== 'toldByElements').toSorted())
  })
})

describe('a form that is left', () => {
  it('is where it was after a reload of the page around, and begins anew after the receipt', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page: at }) => {
      await ready(at)
      await driveElement(at, { answers: ANSWERS, pdf: PDF, stopAt: 'nguoi-me' })
      await at.reload()
      await ready(at)
      expect(await shownPage(at)).toBe('nguoi-me')
      await driveElement(at, { answers: ANSWERS, pdf: PDF })
      await submitElement(at)
      await at.reload()
      await ready(at)
      expect(await shownPage(at)).toBe('nguoi-yeu-cau')
    })
  })

  it('is saved with a link and a code, which open it in another element', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page: at }) => {
      await ready(at)
      await driveElement(at, { answers: ANSWERS, pdf: PDF, stopAt: 'tre' })
      await press(at, 'save')
      const [link = '', code = ''] = await at.locator('main .receipt-keys dd').allInnerTexts()
      const id = /ho-so\/([^/]+)/.exec(link)?.[1] ?? ''
      await at.evaluate((draft) => { sessionStorage.clear(); document.querySelector('dvc-form')?.setAttribute('draft', draft) }, id)
      await at.locator('main [name=code]').fill(code)
      await step(at, () => at.locator('main form button[type=submit]').click())
      expect(await shownPage(at)).toBe('tre')
      await press(at, 'next')
      expect(await at.locator('main #error-summary').count()).toBe(1)
    })
  })

  it('gives the copy of what was typed as a file, and opens what is not part of it in a window of its own', async () => {
    await hosts.visitHost('/one', { viewport: PHONE }, async ({ page: at }) => {
      await ready(at)
      await driveElement(at, { answers: ANSWERS, pdf: PDF, stopAt: 'tre' })
      const [copy] = await Promise.all([at.waitForEvent('download'), at.locator('main a[href$="/ban-sao.html"]').click()])
      expect(copy.suggestedFilename()).toBe('ban-sao.html')
      expect(await at.locator('main .caption a').getAttribute('target')).toBe('_blank')
      expect(await shownPage(at)).toBe('tre')
    })
  })
})

describe('several and other looks', () => {
  it('two forms in a page mind their own fields', async () => {
    await hosts.visitHost('/two', { viewport: DESK }, async ({ page: at }) => {
      await at.locator('#a .journey').waitFor()
      await at.locator('#b .journey').waitFor()
      await at.locator('#a [name="applicant.fullName"]').fill('Nguyễn Văn Bình')
      await at.locator('#b form button[value=next]:not([aria-hidden])').click()
      await at.locator('#b #error-summary').waitFor()
      expect(await at.locator('#a #error-summary').count()).toBe(0)
      expect(await at.locator('#a [name="applicant.fullName"]').inputValue()).toBe('Nguyễn Văn Bình')
      expect(await axeFindings(at)).toEqual([])
    })
  })

  it('in the host\'s own tree, by attribute, it goes to the receipt as well', async () => {
    await hosts.visitHost('/light', { viewport: PHONE }, async ({ page: at }) => {
      await ready(at)
      expect(await at.evaluate(() => document.querySelector('dvc-form')?.shadowRoot)).toBeNull()
      expect(await at.getByText('Nộp hồ sơ trên cổng').isVisible()).toBe(false)
      await driveElement(at, { answers: ANSWERS, pdf: PDF })
      expect((await submitElement(at))?.detail).toMatchObject({ code: expect.stringMatching(/^H26-/) })
      expect([...await axeFindings(at, 'dvc-form'), ...await tooWide(at)]).toEqual([])
    })
  })

  it('takes a host\'s colours and sizes by custom properties and parts, and nothing else', async () => {
    await hosts.visitHost('/themed', { viewport: DESK }, async ({ page: at }) => {
      await ready(at)
      const style = (selector: string, property: string) => at.locator(`main ${selector}`).first().evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property)
      await expect.poll(() => style('dvc-form .buttons .button', 'background-color')).toBe('rgb(0, 90, 48)')
      expect(await style('dvc-form h1', 'color')).toBe('rgb(0, 90, 48)')
      expect(await style('dvc-form .field__label', 'font-size')).toBe('20px')
      expect(await axeFindings(at, 'dvc-form')).toEqual([])
    })
  })
})

describe('a list of procedures', () => {
  it('shows those of a field, searches among them, and tells which one was chosen', async () => {
    await hosts.visitHost('/all', { viewport: PHONE }, async ({ page: at }) => {
      await at.locator('main .entry').first().waitFor()
      const all = await at.locator('main .entry').count()
      await at.locator('main input[type=search]').fill('khai sinh')
      await step(at, () => at.locator('main input[type=search]').press('Enter'))
      expect(await at.locator('main .entry').count()).toBeLessThan(all)
      expect(await focused(at)).toBe('input#q')
      expect([...await axeFindings(at, 'dvc-procedures'), ...await tooWide(at)]).toEqual([])
      await at.evaluate(() => document.addEventListener('dvc:choose', (event) => { event.preventDefault() }, { once: true }))
      await at.locator('main .entry h3 a').first().click()
      expect((await toldBy(at)).at(-1)).toEqual({ name: 'dvc:choose', detail: { procedure: CODE } })
      await Promise.all([at.waitForURL(`${hosts.host()}/dich-vu?ma=${CODE}`), at.locator('main .entry h3 a').first().click()])
    })
  })

  it('is narrowed to a field by attribute', async () => {
    const fields = await (await fetch(`${hosts.portal()}/api/v1/procedures`)).json() as { items?: { field: { id: string } }[]; procedures?: { field: { id: string } }[] }
    const id = (fields.items ?? fields.procedures ?? [])[0]?.field.id ?? ''
    await hosts.visitHost('/list', { viewport: PHONE }, async ({ page: at }) => {
      await at.locator('main .found').waitFor()
      await at.evaluate((field) => document.querySelector('dvc-procedures')?.setAttribute('field', field), id)
      await at.locator('main .entry').first().waitFor()
      expect(await at.locator('main input[type=hidden][name=linh-vuc]').inputValue()).toBe(id)
    })
  })
})

describe('an iframe', () => {
  it('is as high as its form, tells its events, and goes on without a cookie', async () => {
    await hosts.visitHost('/framed', { viewport: PHONE }, async ({ page: at, context }) => {
      const frame = at.frameLocator('main iframe')
      await frame.locator('.journey').waitFor()
      const height = (): Promise<number> => at.locator('main iframe').evaluate((one) => one.getBoundingClientRect().height)
      await expect.poll(async () => Math.abs(await height() - await frame.locator('dvc-form').evaluate((one) => one.getBoundingClientRect().height))).toBeLessThan(2)
      const before = await height()
      await step(at, () => frame.locator('form button[value=next]:not([aria-hidden])').click())
      await expect.poll(height).toBeGreaterThan(before)
      expect((await toldBy(at)).map(({ name }) => name)).toEqual(['dvc:ready', 'dvc:step', 'dvc:step'])
      expect(await axeFindings(at)).toEqual([])
      expect((await context.cookies()).filter(({ name }) => name.startsWith('dvc'))).toEqual([])
    })
  })

  it('shows nothing in a site that is not registered', async () => {
    await hosts.visitHost('/framed', { viewport: PHONE, but: /frame-ancestors|left the portal: http:\/\/\[::1\]|chrome-error/ }, async ({ page: at }) => {
      const said: string[] = []
      at.on('console', (message) => said.push(message.text()))
      await at.goto(`${hosts.host().replace('127.0.0.1', '[::1]')}/framed`)
      await expect.poll(() => said.join('\n')).toContain('frame-ancestors')
      expect(await at.frameLocator('main iframe').locator('.journey').count()).toBe(0)
    })
  })
})

it('without scripts the link in the element leads to the form', async () => {
  await hosts.stage.visit({ js: false, viewport: PHONE }, async ({ page: at }) => {
    await at.goto(`${hosts.host()}/one`)
    await at.getByRole('link', { name: 'Nộp hồ sơ trên cổng' }).click()
    await at.locator('main form[data-form]').waitFor()
    expect(new URL(at.url()).origin).toBe(hosts.portal())
  })
})
