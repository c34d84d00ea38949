import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { readable } from '../../documents/fill/hand-form.ts'
import { PAPER } from '../authoring/edit/edit-source.ts'
import { dvc } from './run-dvc.ts'
import { openEditor, type Editor } from './run-editor.ts'

const root = mkdtempSync(join(tmpdir(), 'dvc-edit-'))
const folder = join(root, '0.424242')
const form = join(root, 'mau.docx')
let editor: Editor
let drafted: Readonly<Record<string, string>>

const FILES = ['procedure.json', 'form.schema.json', 'form.map.json', 'examples.json', 'import-report.json'] as const
const read = (name: (typeof FILES)[number]) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

beforeAll(async () => {
  writeFileSync(form, PAPER)
  expect((await dvc(['import', form, '--code', '0.424242', '-o', folder])).code).toBe(0)
  drafted = Object.fromEntries(FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  editor = await openEditor(folder, ['--lang', 'en'])
})
beforeEach(() => { for (const [name, text] of Object.entries(drafted)) writeFileSync(join(folder, name), text) })
afterAll(async () => { await editor.stop(); rmSync(root, { recursive: true, force: true }) })

const get = async (path: string) => { const reply = await fetch(`${editor.url}${path}`); return { status: reply.status, html: await reply.text(), headers: reply.headers } }

const post = async (path: string, body: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => {
  const reply = await fetch(`${editor.url}${path}`, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual', headers })
  return { status: reply.status, html: await reply.text(), to: reply.headers.get('location') }
}

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': '\'' }
const plain = (text: string): string => text.replaceAll(/&(?:quot|amp|lt|gt|#39);/g, (one) => ENTITIES[one] ?? one)

/** What the form that posts to `action` would send if nobody touched it. */
const controlsOf = (html: string, action: string): Readonly<Record<string, string>> => {
  const inside = new RegExp(`<form[^>]* action="${action}">([\\s\\S]*?)</form>`).exec(html)?.[1] ?? ''
  return Object.fromEntries([
    ...[...inside.matchAll(/<input type="(?:text|hidden)"[^>]*? name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
    ...[...inside.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/g)].map(([, name = '', value = '']) => [name, plain(value)]),
    ...[...inside.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(([, name = '', list = '']) => [name, plain(/<option value="([^"]*)" selected>/.exec(list)?.[1] ?? '')]),
    ...[...inside.matchAll(/<input type="checkbox"[^>]* name="([^"]*)"[^>]* checked/g)].map(([, name = '']) => [name, 'yes']),
  ])
}

const hidden = (path: string, name: string, html: string): string => { const value = controlsOf(html, path)[name]; if (value === undefined) throw new Error(`${name} is not on the page`); return value }
const pageOf = async (pointer: string) => (await get(`/sua?o=${encodeURIComponent(pointer)}`)).html

describe('dvc edit', () => {
  it('shows the form beside its paper, each hole linked to its question, with what is left to do', async () => {
    const { status, html, headers } = await get('/')
    expect(status).toBe(200)
    expect(html).toMatch(/<mark id="hole-1"><a href="\/sua\?o=%2FnguoiDeNghi%2FhoVaTen"/)
    for (const title of ['Full name', 'Date of birth', 'Công dụng']) expect(html).toContain(title)
    expect(html).toMatch(/href="\/niem-yet">The form has no mistakes[^<]*\(\d+\)/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).not.toContain('<script')
  })

  it('takes what was typed for a question, writes the folder, and marks it as decided', async () => {
    const before = controlsOf(await pageOf('/noiDungDeNghi/congDung'), '/sua')
    expect(before).toMatchObject({ 'title.vi': 'Công dụng', kind: 'text', must: 'yes', when: '' })
    const saved = await post('/sua', { ...before, 'title.vi': 'Dùng để làm gì', 'title.en': 'What for', kind: 'radios', 'options.vi': 'Đi học\r\nĐi làm', 'options.en': 'Study\r\nWork' })
    expect(saved).toMatchObject({ status: 303, to: '/?da=luu#n-noiDungDeNghi-congDung' })
    expect(read('form.schema.json')).toMatchObject({ properties: { noiDungDeNghi: { properties: { congDung: { title: 'Dùng để làm gì', 'x-dvc-en': { title: 'What for' }, 'x-jsf-presentation': { inputType: 'radios' }, oneOf: [{ const: 'di-hoc', title: 'Đi học' }, { const: 'di-lam' }] } } } } })
    expect(JSON.stringify(read('examples.json'))).toContain('di-hoc')
    expect(read('import-report.json')).toMatchObject({ decided: ['/noiDungDeNghi/congDung'] })
    expect(readFileSync(join(folder, 'procedure.json'), 'utf8')).toBe(drafted['procedure.json'])
    expect((await dvc(['lint', folder])).code).toBe(0)
    expect((await get('/?da=luu')).html).toContain('role="status">Saved.')
  })

  it('gives the page back with all that was typed where something is wrong, and writes nothing', async () => {
    const before = controlsOf(await pageOf('/noiDungDeNghi/congDung'), '/sua')
    const refused = await post('/sua', { ...before, 'title.vi': ' ', 'help.vi': 'Ghi <b>rõ</b> "mục đích"', kind: 'radios', 'options.vi': 'Một' })
    expect(refused.status).toBe(422)
    expect(controlsOf(refused.html, '/sua')).toMatchObject({ 'help.vi': 'Ghi <b>rõ</b> "mục đích"', kind: 'radios', 'options.vi': 'Một', must: 'yes' })
    expect(refused.html).toMatch(/<a href="#f-title-vi">Write the title[\s\S]*<a href="#f-options-vi">Write at least 2/)
    expect(refused.html).toContain('aria-invalid="true"')
    expect(refused.html).not.toContain('<b>rõ</b>')
    expect(readFileSync(join(folder, 'form.schema.json'), 'utf8')).toBe(drafted['form.schema.json'])
  })

  it('does not overwrite what has changed meanwhile unless it is pressed again', async () => {
    const before = controlsOf(await pageOf('/noiDungDeNghi/congDung'), '/sua')
    const schema = read('form.schema.json')
    schema.properties.noiDungDeNghi.properties.congDung.title = 'Mục đích sử dụng'
    writeFileSync(join(folder, 'form.schema.json'), JSON.stringify(schema))
    const late = await post('/sua', { ...before, 'title.vi': 'Của tôi' })
    expect(late).toMatchObject({ status: 422, html: expect.stringContaining('The file has changed') })
    expect(read('form.schema.json').properties.noiDungDeNghi.properties.congDung.title).toBe('Mục đích sử dụng')
    expect(await post('/sua', controlsOf(late.html, '/sua'))).toMatchObject({ status: 303 })
    expect(read('form.schema.json').properties.noiDungDeNghi.properties.congDung.title).toBe('Của tôi')
  })

  it('takes a question out, asks for the hole again, moves, and undoes', async () => {
    const page = await pageOf('/noiDungDeNghi/soThe')
    const mark = { o: '/noiDungDeNghi/soThe', _mark: hidden('/bo', '_mark', page) }
    expect(await post('/bo', { ...mark, why: '' })).toMatchObject({ status: 422, html: expect.stringContaining('Say why it is not asked') })
    expect(await post('/bo', { ...mark, why: 'Cơ quan ghi' })).toMatchObject({ status: 303 })
    const { n } = read('form.map.json').holes.find(({ none }: { none?: string }) => none === 'Cơ quan ghi')
    const add = (await get(`/them?n=${n}`)).html
    expect(controlsOf(add, '/them')).toMatchObject({ n: String(n), 'title.vi': 'Số thẻ', into: '' })
    const typed = { ...controlsOf(add, '/them'), 'help.vi': 'Số in trên thẻ.', 'title.vi': 'Số thẻ cũ' }
    expect(await post('/them', typed)).toMatchObject({ status: 422, html: expect.stringContaining('Choose the part') })
    expect(await post('/them', { ...typed, into: '/noiDungDeNghi' })).toMatchObject({ status: 303 })
    expect(read('form.map.json').holes.find((hole: { n: number }) => hole.n === n)).toMatchObject({ answer: '/noiDungDeNghi/soTheCu' })
    expect(await post('/doi-cho', { o: '/noiDungDeNghi/soTheCu', step: '-1' })).toMatchObject({ status: 303 })
    expect(Object.keys(read('form.schema.json').properties.noiDungDeNghi.properties)).toEqual(['congDung', 'soTheCu', 'daCoThe'])
    for (let i = 0; i < 3; i += 1) expect((await post('/hoan-tac', {})).to).toBe('/?da=hoan')
    expect(read('form.schema.json')).toEqual(JSON.parse(drafted['form.schema.json'] ?? ''))
    expect(read('form.map.json')).toEqual(JSON.parse(drafted['form.map.json'] ?? ''))
  })

  it('does not undo what other hands have changed since', async () => {
    expect(await post('/doi-cho', { o: '/noiDungDeNghi/soThe', step: '-1' })).toMatchObject({ status: 303 })
    const schema = read('form.schema.json')
    schema.properties.noiDungDeNghi.title = 'Bằng tay'
    writeFileSync(join(folder, 'form.schema.json'), JSON.stringify(schema))
    expect((await post('/hoan-tac', {})).to).toBe('/?da=khac')
    expect(read('form.schema.json').properties.noiDungDeNghi.title).toBe('Bằng tay')
  })

  it('fills in the posting until the folder may be published', async () => {
    const page = (await get('/niem-yet')).html
    const controls = controlsOf(page, '/niem-yet')
    const wrong = await post('/niem-yet', { ...controls, '/channels/0/limits/0/amount': 'năm ngày', '/summary.vi': 'Khi cần thẻ.' })
    expect(wrong).toMatchObject({ status: 422, html: expect.stringContaining('Write figures only') })
    expect(controlsOf(wrong.html, '/niem-yet')).toMatchObject({ '/channels/0/limits/0/amount': 'năm ngày', '/summary.vi': 'Khi cần thẻ.' })
    const filled = Object.fromEntries(Object.entries(controls).map(([name, value]) => [name, value !== '' || name.startsWith('paper') || /\/(?:limits|fees)\./.test(name) ? value : name.endsWith('/note.vi') || name.endsWith('/note.en') ? '' : name.endsWith('amount') ? '0' : name.endsWith('legalBasis.vi') ? '1/2026 | Luật' : 'Law']))
    expect(await post('/niem-yet', filled)).toMatchObject({ status: 303 })
    expect(await dvc(['lint', folder, '--lang', 'en'])).toMatchObject({ code: 0, out: expect.not.stringContaining('still as the draft left it') })
    expect((await get('/')).html).toContain('No mistakes: it can be published.')
  })

  it('gives the paper filled with each example, as the form is now', async () => {
    const [full] = read('examples.json').valid
    const page = (await get('/')).html
    expect(page).toContain(`<a href="/giay.pdf?vi-du=0" aria-label="PDF: ${full.name}">`)
    const paper = async (path: string) => { const reply = await fetch(`${editor.url}${path}`); return { status: reply.status, type: reply.headers.get('content-type') ?? '', bytes: new Uint8Array(await reply.arrayBuffer()) } }
    const docx = await paper('/giay.docx?vi-du=0')
    expect(docx).toMatchObject({ status: 200, type: expect.stringContaining('wordprocessingml') })
    expect(readable(openPackage(docx.bytes).text('word/document.xml')).join('\n')).toContain(full.answers.noiDungDeNghi.congDung)
    const pdf = await paper('/giay.pdf?vi-du=0')
    expect([pdf.status, pdf.type, Buffer.from(pdf.bytes.subarray(0, 5)).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    expect((await get('/giay.pdf?vi-du=99')).status).toBe(404)
    writeFileSync(join(folder, 'form.map.json'), '{ broken')
    expect(await get('/giay.docx?vi-du=0')).toMatchObject({ status: 409, html: expect.stringContaining('form.map.json') })
  })

  it('answers nobody but this machine\'s own pages', async () => {
    const status = (headers: Readonly<Record<string, string>>, method = 'POST') => new Promise<number>((resolve, reject) => {
      const call = request(`${editor.url}/hoan-tac`, { method, headers }, (reply) => { reply.resume(); resolve(reply.statusCode ?? 0) })
      call.once('error', reject)
      call.end()
    })
    const host = new URL(editor.url).host
    expect(await status({ host: 'evil.example' })).toBe(403)
    expect(await status({ host: 'evil.example' }, 'GET')).toBe(403)
    expect(await status({ host, origin: 'https://evil.example' })).toBe(403)
    expect(await status({ host, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(303)
    expect(await status({ host }, 'DELETE')).toBe(405)
    expect((await post('/sua', { o: 'x'.repeat(1_100_000) })).status).toBe(413)
    expect((await post('/no-such', {})).status).toBe(404)
    expect((await get('/sua?o=/khong/co')).status).toBe(404)
  })

  it('says what to do where a file was broken meanwhile, where no portal runs, and where the folder is none', async () => {
    writeFileSync(join(folder, 'form.schema.json'), '{ broken')
    expect(await get('/')).toMatchObject({ status: 409, html: expect.stringContaining('form.schema.json') })
    writeFileSync(join(folder, 'form.schema.json'), drafted['form.schema.json'] ?? '')
    expect((await post('/xem-thu', {})).html).toContain('npm start')
    writeFileSync(join(folder, 'form.docx'), 'no zip at all')
    expect(await get('/')).toMatchObject({ status: 409, html: expect.stringContaining('form.docx') })
    writeFileSync(join(folder, 'form.docx'), PAPER)
    expect(await dvc(['edit', join(root, 'none'), '--lang', 'en'])).toMatchObject({ code: 1, err: expect.stringContaining('There is no folder') })
    expect(await dvc(['edit', folder, '--port', '99999', '--lang', 'en'])).toMatchObject({ code: 2, err: expect.stringContaining('--port') })
    expect(await dvc(['edit', folder, '--port', new URL(editor.url).port, '--lang', 'en'])).toMatchObject({ code: 3, err: expect.stringContaining('another program') })
  })

  it('edits a form that has no paper', async () => {
    for (const name of ['form.docx', 'form.map.json']) rmSync(join(folder, name))
    const add = (await get('/them?vao=/noiDungDeNghi')).html
    expect(await post('/them', { ...controlsOf(add, '/them'), 'title.vi': 'Ghi chú thêm', 'help.vi': 'Nếu có.' })).toMatchObject({ status: 303 })
    expect(existsSync(join(folder, 'form.map.json'))).toBe(false)
    expect(await dvc(['lint', folder])).toMatchObject({ code: 0 })
    writeFileSync(join(folder, 'form.docx'), PAPER)
  })

  it('ends well when it is asked to', async () => {
    const other = await openEditor(folder, ['--lang', 'vi'])
    expect(await (await fetch(other.url)).text()).toContain('lang="vi"')
    expect(await other.stop()).toBe(0)
  })
})
