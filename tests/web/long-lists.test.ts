import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileForm } from '../../forms/compile/index.ts'
import { renderFormPage, type Answers, type AssetUrls, type JsonSchema } from '../../forms/index.ts'
import { buildWeb } from '../../web/build.ts'
import { CONTEXT, DRAFT, recordOf, viewContext } from '../forms/view/page-props.ts'

/** Lists that depend on another answer: short ones travel with the page, long ones are drawn by the server when they are asked for. */
const listed = (province: string, length: number): string[] => Array.from({ length }, (_, i) => `${province} – phường số ${i + 1}`)
const schemaOf = (length: number): JsonSchema => ({
  type: 'object', title: 'Tờ khai', properties: { place: {
    type: 'object', title: 'Nơi ở', 'x-jsf-presentation': { inputType: 'fieldset', slug: 'noi-o' },
    properties: { province: { type: 'string', title: 'Tỉnh', enum: ['Huế', 'Hà Nội'], 'x-jsf-presentation': { inputType: 'select' } }, ward: { type: 'string', title: 'Phường' }, floor: { type: 'string', title: 'Tầng' } },
    allOf: ['Huế', 'Hà Nội'].map((province) => ({ if: { required: ['province'], properties: { province: { const: province } } }, then: { properties: { ward: { enum: listed(province, length) } } } })),
  } },
})

let folder = ''
let assets: AssetUrls
let browser: Browser
let server: Server
let posts = 0

const draw = (length: number, place: Answers): string => {
  const form = compileForm(schemaOf(length))
  const [section] = form.sections
  if (section === undefined) throw new Error('the form has one section')
  return renderFormPage({ ...viewContext(), assets }, { record: recordOf('1.001193'), form, section, answers: { place }, issues: [], opened: [], hidden: {}, action: `/${length}`, pages: [], context: CONTEXT, draft: DRAFT }).html
}
const typed = (body: string): Answers => Object.fromEntries(['province', 'ward', 'floor'].flatMap((name) => new URLSearchParams(body).getAll(`place.${name}`).filter((text) => text !== '').map((text) => [name, text])))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-lists-'))
  assets = await buildWeb(folder)
  server = createServer((request, response) => {
    const path = request.url ?? ''
    let body = ''
    request.on('data', (chunk: Buffer) => { body += chunk.toString() })
    request.on('end', () => {
      if (path.startsWith('/assets/')) return void readFile(join(folder, path)).then((file) => response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/css').end(file))
      if (request.headers.accept === 'application/json') return void response.end('{"issues":[]}')
      posts += body.includes('_intent=check') ? 1 : 0
      response.setHeader('content-type', 'text/html; charset=utf-8').end(draw(Number(path.slice(1)), body === '' ? { province: 'Huế', ward: listed('Huế', 1)[0] ?? '' } : typed(body)))
    })
  }).listen(0)
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((arg) => !arg.includes('single-process')) })
})
afterAll(async () => {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true })
})

test.each([[3, 'in the page', 0], [200, 'at the server', 1]] as const)('of %i wards, kept %s: another province brings its own and takes the old choice back', async (length, _where, asked) => {
  posts = 0
  const page = await browser.newPage()
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/${length}`)
  const ward = page.locator('select[name="place.ward"]')
  expect(await page.content()).toContain('id="form-model"')
  await page.locator('[name="place.floor"]').fill('2')
  expect(await ward.inputValue()).toBe(listed('Huế', 1)[0])
  await page.locator('select[name="place.province"]').selectOption('Hà Nội')
  await expect.poll(() => ward.locator('option:not([hidden]):not([value=""])').allTextContents()).toEqual(listed('Hà Nội', length))
  expect(await ward.inputValue()).toBe('')
  expect(posts).toBe(asked)
  await page.close()
})
