import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORM, gatewayEvent } from '../http/events.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE, POSTED } from '../sample-procedure.ts'
import { openVisitor, valueIn, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const FIRST = `/thu-tuc/${ONLINE}/nop`
const NAME = { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' }
const visitor = (): Visitor => openVisitor(portal.citizen)
const post = (path: string, entries: readonly (readonly [string, string])[], headers: Readonly<Record<string, string>> = {}) =>
  portal.citizen(gatewayEvent(path, { method: 'POST', headers: { ...FORM, ...headers }, body: new URLSearchParams(entries.map(([name, value]) => [name, value])).toString() }), undefined)

const firstPost = (changed: Readonly<Record<string, string>>) =>
  post(FIRST, Object.entries({ ...NAME, _draft: randomUUID(), _token: 'a'.repeat(22), _intent: 'next', ...changed }))

const submitted = async (browser: Visitor): Promise<{ readonly first: Seen; readonly members: Seen }> => {
  const first = await browser.open(FIRST)
  const members = await browser.sendOn(first, { type: NAME })
  const review = await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
  expect((await browser.send(review)).status).toBe(303)
  return { first, members }
}

describe('secrets that a page minted come back as they were, or not at all', () => {
  test.each([
    ['attributes of a cookie', 'aaaaaaaaaaaaaaaaaaaa; Domain=evil.example'],
    ['another header', 'aaaaaaaaaaaaaaaaaaaa\r\nSet-Cookie: a=b'],
    ['more than a cookie holds', 'a'.repeat(5000)],
    ['letters that no header takes', 'một mã bí mật rất dài của tôi'],
    ['too little to be a secret', 'aaaa'],
  ])('%s: refused, and no cookie', async (_what, token) => {
    expect(await firstPost({ _token: token })).toMatchObject({ statusCode: 400 })
    expect((await firstPost({ _token: token })).cookies ?? []).toEqual([])
  })
})

describe('an address of nowhere is not repeated as a link', () => {
  test.each(['//evil.example', '/en//evil.example', '/en/\\evil.example', '/\\/evil.example', '/en/%2F%2Fevil.example'])('%s', async (path) => {
    const result = await portal.citizen(gatewayEvent(path), undefined)
    expect(result.statusCode).toBe(404)
    expect(result.body).not.toContain('evil.example')
  })
})

test.each(['a'.repeat(3000), 'CODE#x', '😀', '__proto__', '../../x', '\u0000'])('a dossier code that was never given out is not found: %j', async (code) => {
  expect((await visitor().get(`/tra-cuu?${new URLSearchParams({ ma: code, khoa: 'AAAAAAAA' })}`)).status).toBe(404)
})

test('an unknown address below the API is a problem, not a page, wherever the gateway sends it', async () => {
  const result = await portal.citizen(gatewayEvent('/api/v1/nothing'), undefined)
  expect(result).toMatchObject({ statusCode: 404, headers: { 'content-type': 'application/problem+json; charset=utf-8' } })
  const english = await portal.citizen(gatewayEvent('/api/v1/nothing', { headers: { 'accept-language': 'en' } }), undefined)
  expect({ language: english.headers['content-language'], ...JSON.parse(english.body) }).toMatchObject({ language: 'en', code: 'not-found', detail: expect.stringMatching(/^[\x20-\x7e]+$/) })
})

test('a draft that ended while its page stood open: the words can be copied, and the page says how to go on', async () => {
  const id = randomUUID()
  const lost = await post(`/en/ho-so/${id}/thanh-vien`, [['_token', 'a'.repeat(22)], ['_intent', 'next'], ['members.0.fullName', 'Nguyễn <b>Văn</b> An']])
  expect(lost.statusCode).toBe(404)
  expect(lost.body).toContain('<li>Nguyễn &lt;b&gt;Văn&lt;/b&gt; An</li>')
  expect(lost.body).toContain(`href="/en/ho-so/${id}/tiep-tuc"`)
  expect(lost.body).not.toContain('>Send again<')
})

test('a post to a page of a draft that cannot be read leads back to that page', async () => {
  const browser = visitor()
  const members = await browser.sendOn(await browser.open(FIRST), { type: NAME })
  const refused = await portal.citizen(gatewayEvent(members.path, { method: 'POST', headers: FORM, body: 'a=%E1' }), undefined)
  expect(refused.statusCode).toBe(400)
  expect(refused.body).toContain(`<a class="button" href="${members.path}">`)
})

test('what another tab changed after it was read is shown, and not submitted unread', async () => {
  const browser = visitor()
  const first = await browser.open(FIRST)
  const members = await browser.sendOn(first, { type: NAME })
  const review = await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
  const draftFirst = await browser.get(members.path.replace('thanh-vien', 'nguoi-yeu-cau'))
  expect((await browser.send(draftFirst, { type: { 'applicant.fullName': 'Lê Đổi Tên' } })).status).toBe(303)
  const stopped = await browser.send(review)
  expect(stopped.status).toBe(409)
  expect(stopped.body).toContain('Lê Đổi Tên')
  expect(stopped.body).toContain('Hồ sơ chưa nộp')
  expect((await portal.deps.dossiers.find(valueIn(review, '_draft') ?? ''))?.status).toBe('draft')
  const receipt = await browser.sendOn(stopped)
  expect(receipt.path).toMatch(/bien-nhan$/)
  // The first page again, back in the history: the receipt, whatever it says.
  expect((await browser.sendOn(review)).path).toBe(receipt.path)
})

test('what is not applied for online says so, and leads to its posting', async () => {
  const refused = await visitor().get(`/thu-tuc/${POSTED}/nop`)
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('<h1>Không thực hiện được yêu cầu</h1>')
  expect(refused.body).toContain(`href="/thu-tuc/${POSTED}"`)
})

test('what is asked is shown as words, never as markup', async () => {
  const script = '"><script>alert(1)</script>'
  const query = new URLSearchParams([['q', script], ['linh-vuc', script], ['co-quan', script], ['muc-do', script], ['ma', script], ['khoa', script], ['about', script], ['subject', script]])
  for (const path of ['/', '/tra-cuu', '/phan-anh', '/thong-ke', `/thu-tuc/${ONLINE}`, FIRST, '/khong-co']) {
    for (const lang of ['', '/en']) {
      const page = await visitor().get(`${lang}${path === '/' && lang !== '' ? '' : path}?${query}`)
      expect(page.body).not.toContain('<script>alert')
    }
  }
})

test('fields that the page never asked for, or that would reach a prototype, are named and not kept', async () => {
  const result = await post(FIRST, [...Object.entries({ ...NAME, _draft: randomUUID(), _token: 'a'.repeat(22), _intent: 'next' }),
    ['__proto__.admin', '1'], ['constructor.prototype.admin', '1'], ['applicant.__proto__.admin', '1'], ['applicant.salary', '1'], ['pledge.true', 'true']])
  expect(result.statusCode).toBe(422)
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
})

describe('the back button', () => {
  test('to the first page of what has been submitted meanwhile leads to the receipt', async () => {
    const browser = visitor()
    const { first, members } = await submitted(browser)
    expect(await browser.send(first, { type: NAME })).toMatchObject({ status: 303, headers: { location: members.path.replace('thanh-vien', 'bien-nhan') } })
  })

  test('to the first page of a draft: what is wrong there now keeps the page', async () => {
    const browser = visitor()
    const first = await browser.open(FIRST)
    expect((await browser.send(first, { type: NAME })).status).toBe(303)
    const again = await browser.send(first, { type: { ...NAME, 'applicant.fullName': '', 'applicant.note': 'giữ lại' } })
    expect(again.status).toBe(422)
    expect(valueIn(again, 'applicant.note')).toBe('giữ lại')
    expect((await browser.send(again, { type: NAME })).status).toBe(303)
  })
})

test('a page that another tab has made pointless takes its post without harm', async () => {
  const browser = visitor()
  const members = await browser.sendOn(await browser.open(FIRST), { type: { ...NAME } })
  const gone = members.path.replace('thanh-vien', 'giay-to')
  const token = valueIn(members, '_token') ?? ''
  expect((await browser.open(gone)).path).toBe(members.path.replace('thanh-vien', 'xem-lai'))
  expect(await post(gone, [['_token', token], ['_intent', 'next']])).toMatchObject({ statusCode: 303 })
  expect(await post(members.path.replace('thanh-vien', 'khong-co'), [['_token', token], ['_intent', 'next']])).toMatchObject({ statusCode: 404 })
})
