import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
let browser: Visitor
let receipt: Seen
let code: string
let key: string
let id: string
let submittedAt: string

beforeAll(async () => {
  portal = await startPortal()
  browser = openVisitor(portal.citizen)
  const members = await browser.sendOn(await browser.open(`/thu-tuc/${ONLINE}/nop`), { type: { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' } })
  const review = await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
  receipt = await browser.sendOn(review)
  id = /\/ho-so\/([^/]+)/.exec(receipt.path)?.[1] ?? ''
  const { submission } = await portal.deps.dossiers.find(id) ?? {}
  code = submission?.code ?? ''
  key = submission?.trackingKey ?? ''
  submittedAt = submission?.submittedAt ?? ''
})
afterAll(async () => { await portal.stop() })

test('the receipt names code, key and due date, and is open to who has the key, without what was declared', async () => {
  expect(receipt.body).toContain(code)
  expect(receipt.body).toContain(key)
  expect(receipt.body).toContain('Nguyễn Thị Ánh')
  const stranger = openVisitor(portal.citizen)
  expect((await stranger.get(`/ho-so/${id}/bien-nhan`)).status).toBe(404)
  expect((await stranger.get(`/ho-so/${id}/bien-nhan?khoa=WRONGKEY`)).status).toBe(404)
  expect((await stranger.get(`/ho-so/${id}/bien-nhan?khoa=`)).status).toBe(404)
  const byKey = await stranger.get(`/ho-so/${id}/bien-nhan?khoa=${key}`)
  expect(byKey.status).toBe(200)
  expect(byKey.body).toContain(code)
  expect(byKey.body).not.toContain('Nguyễn Thị Ánh')
  expect(byKey.body).not.toContain('ban-sao')
})

test('tracking with the code alone shows the degree of completion and nothing else', async () => {
  const stranger = openVisitor(portal.citizen)
  const brief = await stranger.send(await stranger.get('/tra-cuu'), { type: { code: ` ${code.toLowerCase()} ` } })
  expect(brief.status).toBe(200)
  expect(brief.body).toContain('10 %')
  expect(brief.body).not.toContain('Đăng ký thử nghiệm')
})

test('with the key it shows status, timeline and when it is due and why; a wrong key or code is refused with both kept', async () => {
  const stranger = openVisitor(portal.citizen)
  const page = await stranger.get('/tra-cuu')
  const full = await stranger.send(page, { type: { code, key } })
  expect(full.body).toContain('Đăng ký thử nghiệm')
  expect(full.body).not.toContain('Nguyễn Thị Ánh')
  expect((await stranger.get(`/tra-cuu?ma=${code}&khoa=${key}`)).body).toContain('Đăng ký thử nghiệm')
  const wrong = await stranger.send(page, { type: { code, key: 'AAAAAAAA' } })
  expect(wrong.status).toBe(403)
  expect(wrong.body).not.toContain('10 %')
  expect(await stranger.send(page, { type: { code: 'H26-260101-9999' } })).toMatchObject({ status: 404, body: expect.stringContaining('value="H26-260101-9999"') })
})

test('the copy of what was declared is for who holds the dossier', async () => {
  const copy = await browser.get(`/ho-so/${id}/ban-sao.html`)
  expect(copy.status).toBe(200)
  expect(copy.body).toContain('Nguyễn Thị Ánh')
  expect(copy.body).toContain(code)
  expect((await openVisitor(portal.citizen).get(`/ho-so/${id}/ban-sao.html`)).status).toBe(404)
})

test('a link to the other language does not repeat the tracking key', async () => {
  expect((await browser.get(`/tra-cuu?ma=${code}&khoa=${key}`)).body).not.toMatch(new RegExp(`href="[^"]*khoa=${key}`))
})

test('the receipt offers the agency\'s form, filled, to who holds the dossier and to nobody else', async () => {
  expect(receipt.body).toContain(`/ho-so/${id}/to-khai.pdf`)
  const holder = openVisitor(portal.paper)
  browser.cookies.forEach((value, name) => holder.cookies.set(name, value))
  const word = await holder.get(`/ho-so/${id}/to-khai.docx`)
  expect(word.headers).toMatchObject({ 'cache-control': 'private, no-store', 'content-disposition': expect.stringContaining('dang-ky-thu-nghiem.docx') })
  const written = unzipSync(Buffer.from(word.body, 'latin1'))['word/document.xml']
  const text = strFromU8(written ?? new Uint8Array()).replace(/<[^>]+>/g, '')
  expect(text).toContain('Nguyễn Thị Ánh')
  // Nobody was asked for the date: the system knows when it was submitted.
  const [year, month, day] = submittedAt.slice(0, 10).split('-')
  expect(text).toContain(`Hà Nội, ngày ${day} tháng ${month} năm ${year}`)
  const pdf = await holder.get(`/en/ho-so/${id}/to-khai.pdf`)
  expect(pdf).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
  expect(pdf.body).toMatch(/^%PDF-1\.7/)
  expect(pdf.body).toContain('/Lang (vi)')
  const stranger = openVisitor(portal.paper)
  expect((await stranger.get(`/ho-so/${id}/to-khai.docx`)).status).toBe(404)
  expect((await stranger.get(`/ho-so/${id}/to-khai.pdf?khoa=${key}`)).status).toBe(404)
})
