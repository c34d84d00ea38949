import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderFormPage, type AssetUrls } from '../../forms/index.ts'
import { buildWeb } from '../../web/build.ts'
import { CONTEXT, formOf, pagesOf, recordOf, viewContext } from '../forms/view/page-props.ts'

/** What an element loads, as a plain web server would send it (gzip, its default level). */
const KB = 1024
const gzip = (content: string | Uint8Array): number => gzipSync(content).length

let folder = ''
let assets: AssetUrls
let loader = ''
const named = (pattern: RegExp): Promise<Buffer> => readFile(join(folder, pattern.exec(loader)?.[0] ?? 'not named by the loader'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-embed-'))
  assets = await buildWeb(folder)
  loader = await readFile(join(folder, 'loader/embed.js'), 'utf8')
})
afterAll(() => rm(folder, { recursive: true }))

const CSS = /\/assets\/embed-[\w]+\.css/
const JS = /\/assets\/inside-[\w]+\.js/

test('the loader is at most 5 KB', () => {
  expect(gzip(loader)).toBeGreaterThan(KB)
  expect(gzip(loader)).toBeLessThanOrEqual(5 * KB)
})

test.each(['1.001193', '1.001612', '2.000181'])('all that an element loads for %s, loader, script, styles and first page, is at most 25 KB', async (code) => {
  const [record, form] = [recordOf(code), formOf(code)]
  const [section] = form.sections
  if (!section) throw new Error(`${code} has no section`)
  const hidden = { _draft: '0a52b1de-7c9a-4b7e-9b55-3a1f8a3e5a11', _token: 'c29tZSByYW5kb20gdG9rZW4' }
  const html = renderFormPage({ ...viewContext(), assets, embedded: true }, { record, form, section, answers: {}, issues: [], opened: [], hidden, action: `/thu-tuc/${code}/nop`, pages: pagesOf(record, form, {}), context: CONTEXT }).html
  const parts = { loader: gzip(loader), script: gzip(await named(JS)), styles: gzip(await named(CSS)), page: gzip(html) }
  expect(Math.min(...Object.values(parts))).toBeGreaterThan(KB)
  expect(Object.values(parts).reduce((sum, one) => sum + one, 0), JSON.stringify(parts)).toBeLessThanOrEqual(25 * KB)
})

test('the loader names what it loads by its content, and makes no global name', async () => {
  expect((await named(JS)).length).toBeGreaterThan(KB)
  expect((await named(CSS)).length).toBeGreaterThan(KB)
  expect(loader).toMatch(/^"use strict";\(\(\)=>\{|^\(\(\)=>\{/)
  expect(loader.trimEnd()).toMatch(/\}\)\(\);$/)
})

test('the styles stay below the element: no rule reaches a host\'s own, and no length follows a host\'s root', async () => {
  const css = String(await named(CSS))
  const selectors = [...css.replace(/@(container|media)[^{]*\{/g, '').matchAll(/(?:^|\})([^{}@]+)\{/g)].flatMap(([, list = '']) => list.split(/,(?![^(]*\))/))
  expect(selectors.length).toBeGreaterThan(200)
  expect(selectors.filter((selector) => !/^(\.dvc\b|:is\(\.dvc|:host)/.test(selector.trim()))).toEqual([])
  expect(css).not.toMatch(/[\d.]rem\b|\d+vw\b|@font-face|:root/)
})
