import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderFormPage, renderPapersPage, type AssetUrls, type PaperFile } from '../../forms/index.ts'
import { buildWeb } from '../../web/build.ts'
import { CONTEXT, DRAFT, exampleOf, formOf, pagesOf, papersOf, recordOf, viewContext } from '../forms/view/page-props.ts'

/** The scripts against a server that answers as http/ does, in a real browser under the real policy. */
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' }
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'"

const record = recordOf('1.001193')
const form = formOf('1.001193')
const answers = exampleOf('1.001193', form)
const pages = pagesOf(record, form, answers)
const component = papersOf(record, answers).find((paper) => paper.component.upload)?.component
if (!component?.upload) throw new Error('the birth procedure asks for an upload')

let folder = ''
let assets: AssetUrls
let server: Server
let browser: Browser
let page: Page
let posts: { path: string; body: string }[] = []
let files: PaperFile[] = []
let faults: string[] = []

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}
const sectionPage = (slug: string): string => {
  const section = form.sections.find((one) => one.slug === slug)
  return section ? renderFormPage({ ...viewContext(), assets }, { record, form, section, answers, issues: [], opened: [], hidden: { _token: 't' }, action: `/ho-so/d1/${slug}`, pages, context: CONTEXT, draft: DRAFT }).html : ''
}
const papersPage = (): string => renderPapersPage({ ...viewContext(), assets }, { record, papers: [{ component, files }], action: '/ho-so/d1/giay-to', hidden: { _token: 't' }, pages, issues: [], maxBytesThroughForm: 4_000_000, draft: DRAFT }).html

const file = (state: PaperFile['state']): PaperFile => ({ id: 'a1', fileName: 'a.pdf', bytes: 9, state, removable: true })
const answerPost = (path: string, body: string): unknown => {
  if (path.endsWith('/attachments')) return { attachment: { id: 'a1', state: 'uploading' }, upload: { url: '/bucket', fields: { key: 'quarantine/a1' } } }
  if (path.endsWith('/complete')) {
    const state = files[0]?.state === 'scanning' ? 'clean' : 'scanning'
    files = [file(state)]
    return { attachment: { id: 'a1', state } }
  }
  if (body.includes('remove')) files = []
  if (body.includes('_intent=autosave')) return { savedAt: '2026-11-23T09:05:00.000Z' }
  return { issues: [
    { name: 'child.fullName', pointer: '/child/fullName', inputs: [], message: 'Tên quá ngắn.' },
    { name: 'child.birthDate', pointer: '/child/birthDate', inputs: ['child.birthDate.year'], message: 'Năm đủ 4 chữ số.' },
    { name: 'child.birthFacility', pointer: '/child/birthFacility', inputs: [], severity: 'warning', message: 'Xem lại tên.' },
  ] }
}
const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const path = request.url ?? '/'
  if (path.startsWith('/assets/')) {
    response.setHeader('content-type', TYPES[extname(path)] ?? '')
    return void response.end(await readFile(join(folder, path)))
  }
  if (request.method === 'POST') {
    const body = await bodyOf(request)
    posts.push({ path, body })
    if (body.includes('_intent=next')) await new Promise((done) => { setTimeout(done, 400) })
    else if (!path.endsWith('giay-to')) return void response.setHeader('content-type', 'application/json').end(JSON.stringify(answerPost(path, body)))
    answerPost(path, body)
  }
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(path.endsWith('giay-to') ? papersPage() : sectionPage(path.split('/').at(-1) ?? ''))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-enhance-'))
  assets = await buildWeb(folder)
  server = createServer((request, response) => void handle(request, response)).listen(0)
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((arg) => !arg.includes('single-process')) })
})
afterAll(async () => {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  posts = []
  files = []
  faults = []
  page = await browser.newPage({ viewport: { width: 360, height: 800 } })
  page.on('pageerror', (error) => faults.push(String(error)))
})
afterEach(async () => {
  await page.close()
  expect(faults).toEqual([])
})
const open = (slug: string): Promise<unknown> => page.goto(`http://localhost:${(server.address() as AddressInfo).port}/ho-so/d1/${slug}`)
const intents = (intent: string): number => posts.filter(({ body }) => body.includes(`_intent=${intent}`)).length

describe('on a section page', () => {
  test('a condition hides a field and its inputs at once, and brings them back', async () => {
    await open('tre')
    const field = page.locator('[data-pointer="/child/surrogacy"]')
    await page.locator('input[name="child.birthProof"][value="abandoned"]').check()
    expect(await field.isHidden()).toBe(true)
    expect(await field.locator('input:not([disabled])').count()).toBe(0)
    await page.locator('input[name="child.birthProof"][value="certificate"]').check()
    expect(await field.isVisible()).toBe(true)
    expect(await field.locator('input[disabled]').count()).toBe(0)
  })

  test('communes of the chosen province become a list that posts their codes', async () => {
    await open('tre')
    const commune = page.locator('select[name="child.birthPlace.commune"]')
    await commune.waitFor()
    expect(await commune.inputValue()).toMatch(/^\d{5}$/)
    await page.locator('select[name="child.birthPlace.province"]').selectOption('79')
    await expect.poll(() => commune.locator('option').count()).toBeGreaterThan(160)
    expect(await commune.inputValue()).toBe('')
    expect(await page.getByLabel('Xã, phường, đặc khu').first().getAttribute('name')).toBe('child.birthPlace.commune')
  })

  test('a field that was changed and left shows the server\'s sentence, tied to its input', async () => {
    await open('tre')
    const name = page.locator('[name="child.fullName"]')
    await name.fill('X')
    await page.locator('[name="child.birthFacility"]').focus()
    const error = page.locator('#f-child-fullName-error')
    await error.waitFor()
    expect(await error.textContent()).toBe('Tên quá ngắn.')
    expect(await name.getAttribute('aria-describedby')).toContain('f-child-fullName-error')
    expect(await name.getAttribute('aria-invalid')).toBe('true')
    expect(await name.inputValue()).toBe('X')
  })

  test('of several boxes only the one at fault is marked, and a warning is no error', async () => {
    await open('tre')
    const year = page.locator('[name="child.birthDate.year"]')
    await year.fill('94')
    await page.locator('[name="child.birthFacility"]').fill('Trạm')
    await page.locator('[name="child.fullName"]').focus()
    await page.locator('#f-child-birthDate-error').waitFor()
    expect(await year.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('[name="child.birthDate.day"]').getAttribute('aria-invalid')).toBeNull()
    const warning = page.locator('#f-child-birthFacility-warning')
    expect(await warning.textContent()).toBe('Xem lại tên.')
    expect(await page.locator('[name="child.birthFacility"]').getAttribute('aria-invalid')).toBeNull()
    expect(await page.locator('#f-child-birthFacility-error').count()).toBe(0)
  })

  test('what is typed is kept a few seconds later, and the time is said in Vietnamese civil time', async () => {
    await open('tre')
    await page.locator('[name="child.birthFacility"]').fill('Trạm y tế')
    await expect.poll(() => page.locator('#save-state').textContent(), { timeout: 8000 }).toBe('Đã tự lưu lúc 16:05.')
    expect(intents('autosave')).toBe(1)
  })

  test('a double click posts once', async () => {
    await open('tre')
    await page.locator('.buttons .button').first().dblclick()
    await page.waitForLoadState('networkidle')
    expect(intents('next')).toBe(1)
  })
})

describe('on the papers page', () => {
  test('a file goes straight to the bucket with its hash, its state appears, and removal takes it away', async () => {
    await open('giay-to')
    await page.locator('input[type="file"]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    await page.locator('[data-file="a1"][data-state="clean"]').waitFor({ timeout: 10_000 })
    const claim = JSON.parse(posts.find(({ path }) => path.endsWith('/attachments'))?.body ?? '{}') as Record<string, unknown>
    expect(claim).toMatchObject({ component: component.id, fileName: 'a.pdf', type: 'application/pdf', bytes: 9, sha256: expect.stringMatching(/^[\w+/]{43}=$/) })
    expect(posts.find(({ path }) => path === '/bucket')?.body).toMatch(/name="key"[\s\S]*quarantine\/a1[\s\S]*name="file"; filename="a.pdf"/)
    await page.locator('button[value="remove:a1"]').click()
    await expect.poll(() => page.locator('[data-file]').count()).toBe(0)
  })

  test('a file that did not arrive waits in the list, is forgotten by the server, and goes again without being picked anew', async () => {
    await open('giay-to')
    await page.route('**/bucket', (route) => route.abort())
    await page.locator('input[type="file"]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    await page.locator('li[data-unsent]').waitFor()
    expect(await page.locator('li[data-unsent]').textContent()).toContain('a.pdf')
    expect(posts.some(({ body }) => body.includes('remove:a1'))).toBe(true)
    // Only this page knows the file: to go on without it is a decision.
    const asked = new Promise<string>((resolve) => { page.once('dialog', (dialog) => { resolve(dialog.type()); void dialog.dismiss() }) })
    await page.locator('.buttons .button').first().click({ noWaitAfter: true })
    expect(await asked).toBe('beforeunload')
    await page.unroute('**/bucket')
    faults = []
    await page.locator('li[data-unsent] button').first().click()
    await page.locator('[data-file="a1"][data-state="clean"]').waitFor({ timeout: 10_000 })
    expect(await page.locator('li[data-unsent]').count()).toBe(0)
  })

  test('a file over the limit is refused before a byte is sent', async () => {
    await open('giay-to')
    await page.locator('input[type="file"]').evaluate((input: HTMLInputElement) => { input.dataset['maxBytes'] = '4' })
    await page.locator('input[type="file"]').setInputFiles({ name: 'big.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    expect(await page.locator('[data-complaint]').textContent()).toContain('big.pdf')
    expect(posts).toEqual([])
  })
})
