import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAPER } from '../forms/authoring/edit/edit-source.ts'
import { dvc } from '../forms/cli/run-dvc.ts'
import { openEditor, type Editor } from '../forms/cli/run-editor.ts'
import { launchBrowser } from './chromium.ts'
import { axeFindings, DESK, openVisitor, PHONE, tooWide, withoutLabel, type VisitorOptions } from './visitor.ts'

const root = mkdtempSync(join(tmpdir(), 'dvc-edit-'))
let browser: Browser
beforeAll(async () => { writeFileSync(join(root, 'mau.docx'), PAPER); browser = await launchBrowser() })
afterAll(async () => { await browser.close(); rmSync(root, { recursive: true, force: true }) })

const folderOf = (code: string): string => join(root, code)
const schemaOf = (code: string) => JSON.parse(readFileSync(join(folderOf(code), 'form.schema.json'), 'utf8'))

/** A draft of its own, its editor, and somebody in front of it; faults in the browser must be none. */
const author = async (code: string, options: VisitorOptions, act: (page: Page) => Promise<void>): Promise<void> => {
  expect((await dvc(['import', join(root, 'mau.docx'), '--code', code, '-o', folderOf(code)])).code).toBe(0)
  const editor: Editor = await openEditor(folderOf(code), ['--lang', options.lang ?? 'vi'])
  const visitor = await openVisitor(browser, editor.url, options)
  try {
    await act(visitor.page)
    expect(visitor.faults).toEqual([])
  } finally { await visitor.close(); expect(await editor.stop()).toBe(0) }
}

const looked = async (page: Page): Promise<unknown> => ({ axe: await axeFindings(page), wide: await tooWide(page), label: await withoutLabel(page), h1: await page.locator('h1').count() })
const FINE = { axe: [], wide: [], label: [], h1: 1 }

const PAGES = ['/', '/sua?o=%2FnguoiDeNghi', '/sua?o=%2FnguoiDeNghi%2FhinhThucNhan', '/them?n=1', '/them?vao=%2FnguoiDeNghi', '/niem-yet', '/khong-co']

describe('the pages of dvc edit', () => {
  it.each([['vi', DESK], ['en', PHONE]] as const)('are found fine by axe and nothing is too wide (%s)', async (lang, viewport) => {
    await author(lang === 'vi' ? '0.500001' : '0.500002', { js: true, viewport, lang }, async (page) => {
      for (const path of PAGES) {
        await page.goto(path)
        expect({ path, ...Object(await looked(page)) }).toEqual({ path, ...FINE })
      }
      await page.goto(PAGES[2] ?? '')
      await page.locator('#f-title-vi').fill('')
      await page.locator('form[action="/sua"] button').click()
      await page.getByRole('alert').waitFor()
      expect(await looked(page)).toEqual(FINE)
    })
  })

  it('let an author without code correct a question: kind, choices, when it is asked (phone, no scripts)', async () => {
    await author('0.500003', { js: false, viewport: PHONE }, async (page) => {
      await page.goto('/')
      await page.getByRole('link', { name: 'Sửa: Công dụng' }).click()
      await page.getByLabel('Câu hỏi, như trên mẫu').fill('')
      await page.getByLabel('Kiểu trả lời').selectOption('Chọn một ý')
      await page.getByRole('button', { name: 'Lưu' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('Ghi ít nhất 2 lựa chọn')
      expect(await tooWide(page)).toEqual([])
      await page.getByLabel('Câu hỏi, như trên mẫu').fill('Dùng vào việc gì')
      await page.getByLabel('Các lựa chọn, mỗi lựa chọn một dòng').fill('Đi học\nĐi làm')
      await page.getByRole('button', { name: 'Lưu' }).click()
      expect(await page.getByRole('status').innerText()).toContain('Đã lưu')
      await page.getByRole('link', { name: 'Sửa: Số thẻ' }).click()
      await page.getByLabel('Hỏi khi nào').selectOption('Khi "Dùng vào việc gì" là: Đi làm')
      await page.getByRole('button', { name: 'Lưu' }).click()
      expect(await page.locator('#n-noiDungDeNghi-soThe').innerText()).toContain('chỉ hỏi khi "Dùng vào việc gì": Đi làm')
      expect(schemaOf('0.500003').properties.noiDungDeNghi).toMatchObject({ then: { required: ['soThe'] }, else: { properties: { soThe: false } } })
      expect((await dvc(['lint', folderOf('0.500003')])).code).toBe(0)
      await page.getByRole('button', { name: 'Hoàn tác' }).click()
      expect(await page.locator('#n-noiDungDeNghi-soThe').innerText()).not.toContain('chỉ hỏi khi')
    })
  })

  it('are worked by keyboard alone', async () => {
    await author('0.500004', { js: true, viewport: DESK, lang: 'en' }, async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: 'Move down: Công dụng' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/da=luu/)
      expect(Object.keys(schemaOf('0.500004').properties.noiDungDeNghi.properties)).toEqual(['daCoThe', 'congDung', 'soThe'])
      // A long paper scrolls inside its frame: it has to be reached without a mouse (WCAG 2.1.1).
      await page.getByRole('region', { name: 'Word form' }).focus()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('paper')
    })
  })
})
