import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachmentHeader } from '../../../functions/http/attachment-header.ts'
import { publishProcedure } from '../../../functions/core/publish-procedure.ts'
import { refreshIndex } from '../../../functions/core/refresh-index.ts'
import { startPortal, type Portal } from '../portal.ts'
import { listedSource, ONLINE, POSTED, WORD_FORM } from '../sample-procedure.ts'
import { openVisitor, valueIn, type Visitor } from '../visitor.ts'

let portal: Portal
let browser: Visitor
beforeAll(async () => { portal = await startPortal(); browser = openVisitor(portal.citizen) })
afterAll(async () => { await portal.stop() })

describe('the catalogue', () => {
  test('finds a procedure without diacritics, in both languages', async () => {
    const found = await browser.get('/?q=dang+ky+thu')
    expect(found).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=60' } })
    expect(found.body).toContain(`href="/thu-tuc/${ONLINE}"`)
    expect((await browser.get('/en?q=test')).body).toContain(`href="/en/thu-tuc/${ONLINE}"`)
    expect((await browser.get('/?q=xyzxyz')).body).toContain('Tìm thấy 0 thủ tục')
  })

  test('of many procedures is paged and filtered by address alone, and follows the index at once', async () => {
    for (let n = 0; n < 45; n++) await publishProcedure(listedSource(`8.${String(n).padStart(6, '0')}`), portal.deps)
    await refreshIndex(portal.deps)
    const codesAt = async (path: string): Promise<readonly string[]> => [...(await browser.get(path)).body.matchAll(/<h3><a href="\/thu-tuc\/(8[^"]+)"/g)].map((match) => match[1] ?? '')
    const pages = await Promise.all(['', '&trang=2', '&trang=3', '&trang=99', '&trang=x', '&trang=-1'].map((page) => codesAt(`/?linh-vuc=linh-vuc-thu${page}`)))
    expect(pages.map((codes) => codes.length)).toEqual([20, 20, 5, 5, 20, 20])
    expect(new Set(pages.slice(0, 3).flat()).size).toBe(45)
    expect((await browser.get('/?tat-ca=linh-vuc')).body).toContain('Lĩnh vực thử')
    expect((await browser.get('/?tat-ca=../x')).status).toBe(200)
    await publishProcedure(listedSource('8.000100', 'Tên chỉ có ở đây'), portal.deps)
    expect(await codesAt('/?q=ten+chi+co+o+day')).not.toContain('8.000100')
    await refreshIndex(portal.deps)
    expect(await codesAt('/?q=ten+chi+co+o+day')).toEqual(['8.000100'])
    expect((await browser.get('/en/thu-tuc/8.000100')).body).toContain('<h1><span lang="vi">Tên chỉ có ở đây</span></h1>')
  })

  test.each(['/', `/thu-tuc/${ONLINE}`, `/thu-tuc/${ONLINE}/mau.docx`])('%s is not sent again to who holds it', async (path) => {
    const { headers } = await browser.get(path)
    expect(await browser.get(path, { 'if-none-match': headers['etag'] ?? '' })).toMatchObject({ status: 304, body: '' })
  })
})

test('the Word form is a download with a name in both alphabets', async () => {
  const form = await browser.get(`/thu-tuc/${ONLINE}/mau.docx`)
  expect(form.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': `attachment; filename="dang-ky-thu-nghiem.docx"; filename*=UTF-8''%C4%90%C4%83ng%20k%C3%BD%20th%E1%BB%AD%20nghi%E1%BB%87m.docx`,
  })
  expect(Buffer.from(form.body, 'latin1').equals(WORD_FORM)).toBe(true)
})

test('a name cannot break out of its header or be a path', () => {
  expect(attachmentHeader('a"\r\nX: y/../ö.docx')).toBe(`attachment; filename="a-x-y-.-o.docx"; filename*=UTF-8''a%20X%20y%20.%20%C3%B6.docx`)
  expect(attachmentHeader('漢.docx')).toBe(`attachment; filename="tep.docx"; filename*=UTF-8''%E6%BC%A2.docx`)
})

test.each([
  ['/thu-tuc/0.000000', 404], ['/thu-tuc/0.000000/nop', 404], [`/thu-tuc/${POSTED}/mau.docx`, 404], [`/thu-tuc/${POSTED}/nop`, 409], ['/khong-co', 404], ['/ho-so', 404],
])('%s says what to do instead, in both languages (%i)', async (path, status) => {
  const pages = await Promise.all([path, `/en${path}`].map((address) => browser.get(address)))
  expect(pages.map((page) => page.status)).toEqual([status, status])
  for (const page of pages) {
    expect(page.headers).toMatchObject({ 'content-security-policy': expect.stringContaining("default-src 'none'"), 'cache-control': 'no-store' })
    expect(page.body).toMatch(/<h1>[^<]+<\/h1>/)
  }
})

test('a posting without an online form offers none', async () => {
  const page = await browser.get(`/thu-tuc/${POSTED}`)
  expect(page.status).toBe(200)
  expect(page.body).not.toContain('/nop')
})

describe('feedback', () => {
  test('is taken with its text alone, and asks for what is missing with the rest kept', async () => {
    const page = await browser.get('/phan-anh?about=procedure&subject=9.000001')
    expect(valueIn(page, 'subject')).toBe('9.000001')
    const wrong = await browser.send(page, { type: { about: 'procedure', name: 'Lê Văn Ba' } })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('href="#f-text"')
    expect(valueIn(wrong, 'name')).toBe('Lê Văn Ba')
    const sent = await browser.sendOn(wrong, { type: { about: 'procedure', text: 'Trang này rõ ràng.' } })
    expect(sent.status).toBe(200)
    // A page of its own: reloading it sends nothing again.
    const id = /[?&]da-gui=([0-9a-f-]{36})$/.exec(sent.path)?.[1] ?? 'none'
    expect(sent.body).toContain(id)
    expect((await browser.get('/phan-anh?da-gui=%3Cb%3E')).body).not.toContain('&lt;b&gt;')
  })

  test('longer than a petition may be, it is refused with its words still there', async () => {
    const text = 'x'.repeat(5_001)
    const wrong = await browser.send(await browser.get('/phan-anh'), { type: { about: 'portal', text } })
    expect(wrong.status).toBe(422)
    expect(valueIn(wrong, 'text')).toBe(text)
  })
})

test('the statistics page counts the catalogue', async () => {
  expect(await browser.get('/thong-ke')).toMatchObject({ status: 200 })
})
