import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const PDF = '%PDF-1.7 thử'
const idOf = (address: string): string => /\/ho-so\/([^/]+)/.exec(address)?.[1] ?? ''

/** Up to the papers page, which a helper makes necessary. */
const toPapers = async (): Promise<{ browser: Visitor; page: Seen }> => {
  const browser = openVisitor(portal.citizen)
  const opened = await browser.send(await browser.open(`/thu-tuc/${ONLINE}/nop`), { type: { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'true' } })
  const members = await browser.sendOn(opened, { type: { 'applicant.helperName': 'Trần Văn Bình' } })
  const page = await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
  return { browser, page }
}

const file = (value: string | Uint8Array, fileName = 'ủy quyền.pdf', type = 'application/pdf') => ({ name: 'file.uy-quyen', value, fileName, type })

describe('papers without scripts', () => {
  test('a required paper stops the way on; given, scanned and clean, it opens it', async () => {
    const { browser, page } = await toPapers()
    expect(page).toMatchObject({ status: 200, path: expect.stringMatching(/giay-to$/) })
    expect((await browser.send(page)).status).toBe(422)
    const given = await browser.sendOn(page, { press: 'upload', files: [file(PDF)] })
    expect(given.body).toContain('ủy quyền.pdf')
    expect(given.body).toContain('data-state="scanning"')
    await portal.scan('NO_THREATS_FOUND')
    const clean = await browser.get(page.path)
    expect(clean.body).toContain('data-state="clean"')
    const review = await browser.sendOn(clean)
    expect(review.path).toMatch(/xem-lai$/)
    const receipt = await browser.sendOn(review)
    expect(receipt.body).toMatch(/H26-\d{6}-\d{4,}/)
    expect(receipt.body).toContain('ủy quyền.pdf')
  })

  test('a file that comes along with any other button is taken too', async () => {
    const { browser, page } = await toPapers()
    const saved = await browser.sendOn(page, { press: 'save', files: [file(PDF)] })
    expect(saved.path).toMatch(/luu$/)
    expect((await portal.deps.dossiers.find(idOf(page.path)))?.attachments).toHaveLength(1)
  })

  test('a file is removed by its button', async () => {
    const { browser, page } = await toPapers()
    await browser.send(page, { press: 'upload', files: [file(PDF)] })
    const [attachment] = (await portal.deps.dossiers.find(idOf(page.path)))?.attachments ?? []
    const without = await browser.sendOn(page, { press: `remove:${attachment?.id}` })
    expect(without.body).not.toContain('ủy quyền.pdf')
    expect((await portal.deps.dossiers.find(idOf(page.path)))?.attachments).toEqual([])
  })

  test.each([
    ['empty', file('')],
    ['not what its name says', file('MZ not a PDF')],
    ['of a kind that is not asked for', file('GIF89a', 'a.gif', 'image/gif')],
    ['over the limit of its paper', file(Buffer.concat([Buffer.from(PDF), Buffer.alloc(2_000_000)]))],
    ['more than one post can carry', file(Buffer.concat([Buffer.from(PDF), Buffer.alloc(4_300_000)]))],
  ])('a file that is %s is refused at its paper, by name, and the others are kept', async (_what, wrong) => {
    const { browser, page } = await toPapers()
    const refused = await browser.send(page, { press: 'next', files: [wrong, file(PDF, 'tốt.pdf')] })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('href="#f-papers-uy-quyen"')
    expect(refused.body).toContain(wrong.fileName)
    expect((await portal.deps.dossiers.find(idOf(page.path)))?.attachments.map(({ fileName }) => fileName)).toEqual(['tốt.pdf'])
  })

  test('the limit that a file is over is said as the language writes numbers', async () => {
    const { browser, page } = await toPapers()
    const heavy = { press: 'upload', files: [file(Buffer.concat([Buffer.from(PDF), Buffer.alloc(2_400_000)]))] }
    expect((await browser.send(page, heavy)).body).toContain('Tệp nặng 2,3 MB, quá giới hạn 1,9 MB')
    const english = await browser.get(`/en${page.path}`)
    expect((await browser.send(english, heavy)).body).toContain('The file is 2.3 MB; the limit is 1.9 MB')
  })

  test('an infected file is shown as such and does not count', async () => {
    const { browser, page } = await toPapers()
    await browser.send(page, { press: 'upload', files: [file(PDF)] })
    await portal.scan('THREATS_FOUND')
    const shown = await browser.get(page.path)
    expect(shown.body).toContain('data-state="infected"')
    expect((await browser.send(shown)).status).toBe(422)
  })
})

test('a clean file downloads for who holds the draft, and for nobody else', async () => {
  const { browser, page } = await toPapers()
  await browser.send(page, { press: 'upload', files: [file(PDF)] })
  const id = idOf(page.path)
  const [attachment] = (await portal.deps.dossiers.find(id))?.attachments ?? []
  const address = `/ho-so/${id}/tep/${attachment?.id}`
  expect((await browser.get(address)).status).toBe(409)
  await portal.scan('NO_THREATS_FOUND')
  const found = await browser.get(address)
  expect(found.status).toBe(303)
  const download = await fetch(found.headers['location'] ?? '')
  expect(await download.text()).toBe(PDF)
  expect(download.headers.get('content-disposition')).toContain("filename*=UTF-8''%E1%BB%A7y%20quy%E1%BB%81n.pdf")
  expect((await openVisitor(portal.citizen).get(address)).status).toBe(404)
  expect((await browser.get(`/ho-so/${id}/tep/khong-co`)).status).toBe(404)
})
