import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor, valueIn, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const NAME = { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' }
const visitor = (): Visitor => openVisitor(portal.citizen)
const ENTRY = `/thu-tuc/${ONLINE}/nop`

test('the first page has the address that it keeps in the draft, in either language', async () => {
  const entry = await visitor().get(`/en${ENTRY}`)
  expect(entry.status).toBe(303)
  expect(entry.headers['location']).toMatch(new RegExp(`^/en/ho-so/[0-9a-f-]{36}/nguoi-yeu-cau\\?thu-tuc=${ONLINE}$`))
  expect(entry.headers['cache-control']).toBe('no-store')
})

test('looked at again before anything is stored, it is the same draft-to-be; after, it shows what was stored', async () => {
  const browser = visitor()
  const first = await browser.open(ENTRY)
  expect(valueIn(await browser.get(first.path), '_draft')).toBe(valueIn(first, '_draft'))
  await browser.send(first, { type: NAME })
  const back = await browser.get(first.path)
  expect(valueIn(back, 'applicant.fullName')).toBe(NAME['applicant.fullName'])
  const next = await browser.send(back, { type: { 'applicant.fullName': 'Nguyễn Thị Ánh Nguyệt' } })
  expect(next.headers['location']).toBe(first.path.replace(/nguoi-yeu-cau.*/, 'thanh-vien'))
})

test('what was kept by autosave is there after a reload', async () => {
  const browser = visitor()
  const first = await browser.open(ENTRY)
  await browser.send(first, { press: 'autosave', type: { 'applicant.fullName': 'Nguyễn Thị Ánh' }, headers: { accept: 'application/json' } })
  expect(valueIn(await browser.get(first.path), 'applicant.fullName')).toBe('Nguyễn Thị Ánh')
})

test('a browser that was sent the link, or keeps no cookies, begins a draft of its own and sees nothing', async () => {
  const owner = visitor()
  const first = await owner.open(ENTRY)
  await owner.send(first, { type: NAME })
  const other = await visitor().get(first.path)
  expect(other.status).toBe(200)
  expect(other.body).not.toContain('Nguyễn Thị Ánh')
  expect(valueIn(other, '_draft')).not.toBe(valueIn(first, '_draft'))
})

test('a page that is not the first one is not found without its draft, whatever procedure is named', async () => {
  const first = await visitor().open(ENTRY)
  const statusOf = async (path: string): Promise<number> => (await visitor().get(path)).status
  expect(await statusOf(first.path.replace('nguoi-yeu-cau', 'thanh-vien'))).toBe(404)
  expect(await statusOf(first.path.replace(/\?.*/, ''))).toBe(404)
  expect(await statusOf(first.path.replace(ONLINE, '0.000000'))).toBe(404)
})
