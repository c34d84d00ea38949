import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIndex, findProcedures, renderFormPage, renderHome, type AssetUrls, type CatalogueItem } from '../../forms/index.ts'
import { buildWeb } from '../../web/build.ts'
import { catalogue, CONTEXT, formOf, pagesOf, recordOf, viewContext } from '../forms/view/page-props.ts'

const KB = 1024
const [first] = catalogue()
if (!first) throw new Error('the catalogue is empty')
const brotli = (content: string | Uint8Array): number => brotliCompressSync(content).length
let folder = ''
let assets: AssetUrls
const asset = (url: string): Promise<Buffer> => readFile(join(folder, url))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-web-'))
  assets = await buildWeb(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test.each(['1.001193', '1.001612', '2.000181'])('the first form page of %s with style and script is at most 30 KB, its script 10 KB, without script 20 KB (brotli)', async (code) => {
  const [record, form] = [recordOf(code), formOf(code)]
  const section = form.sections[0]
  if (!section) throw new Error(`${code} has no section`)
  const html = renderFormPage({ ...viewContext(), assets }, { record, form, section, answers: {}, issues: [], opened: [], hidden: {}, action: '/', pages: pagesOf(record, form, {}), context: CONTEXT }).html
  const [css, js] = [brotli(await asset(assets.css)), brotli(await asset(assets.formJs))]
  expect(js).toBeLessThanOrEqual(10 * KB)
  expect(brotli(html) + css).toBeLessThanOrEqual(20 * KB)
  expect(brotli(html) + css + js).toBeLessThanOrEqual(30 * KB)
})

test('the home page of a country\'s catalogue weighs what that of a village does: at most 20 KB with its style (brotli)', async () => {
  const many = (count: number): string => {
    const items = Array.from({ length: count }, (_none, n): CatalogueItem => ({ ...first, code: `8.${String(n).padStart(6, '0')}`, online: n % 50 === 0, field: { id: `f${n % 140}`, title: { vi: `Lĩnh vực số ${n % 140}`, en: '' } }, agency: { vi: `Cơ quan số ${n % 430}`, en: '' } }))
    const asked = { query: '', filters: {} }
    return renderHome({ ...viewContext(), assets }, { ...findProcedures(buildIndex(items), asked), ...asked }).html
  }
  const [village, country] = [brotli(many(200)), brotli(many(2650))]
  expect(country + brotli(await asset(assets.css))).toBeLessThanOrEqual(20 * KB)
  expect(country).toBeLessThanOrEqual(village * 1.5)
})

test('all that the manifest and the styles name is there, and named by its content', async () => {
  const files = await readdir(join(folder, 'assets'))
  const css = String(await asset(assets.css))
  const named = [assets.css, assets.formJs, assets.icon ?? '', ...Object.values(assets.communes), ...[...css.matchAll(/url\("?(\/assets\/[^")]+)/g)].map((match) => match[1] ?? '')]
  expect(named.filter((url) => !files.includes(url.replace('/assets/', '')))).toEqual([])
  expect(named.filter((url) => !/-[\dA-Za-z]{8,10}\.\w+$/.test(url))).toEqual([])
  expect(css).toContain('font-display:optional')
})

test('34 provinces have their communes, 3,321 in all', async () => {
  const lists = await Promise.all(Object.values(assets.communes).map(async (url) => JSON.parse(String(await asset(url))) as [string, string][]))
  expect([lists.length, lists.flat().length]).toEqual([34, 3321])
  expect(lists.flat().every(([code, name]) => /^\d{5}$/.test(code) && name.length > 2)).toBe(true)
})

test('a second build names the same files and leaves no other behind', async () => {
  const again = await buildWeb(folder)
  expect(again).toEqual(assets)
})

test('every class that a page uses has a rule, or is a name for scripts', async () => {
  const css = String(await asset(assets.css))
  expect(['.field__error', '.choice__input', '.banner--warning', '.error-summary', '.slip', '.timeline', '.summary'].filter((name) => !css.includes(name))).toEqual([])
})
