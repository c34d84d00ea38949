import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FRAGMENT } from '../../../functions/http/embedded.ts'
import type { Handler } from '../../../functions/http/chain.ts'
import { gatewayEvent } from '../http/events.ts'
import { Unavailable } from '../../../functions/core/ports.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor, valueIn, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const HOST = 'https://phuong.example'
const FIRST = `/thu-tuc/${ONLINE}/nop`
const NAME = { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' }

/** What an element in a page of `origin` sends: no cookie, its own media type, the origin that browsers add. */
const through = (origin: string): Handler => (event, context) =>
  portal.citizen({ ...event, cookies: [], headers: { accept: FRAGMENT, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', ...event.headers, origin } }, context)
const element = (origin = HOST): Visitor => openVisitor(through(origin))
const pathOf = (page: Seen): string | undefined => /data-path="([^"]+)"/.exec(page.body)?.[1]
const toReview = async (at: Visitor, lang = ''): Promise<Seen> => {
  const members = await at.send(await at.get(`${lang}${FIRST}`), { type: NAME })
  return at.send(await at.send(members), { type: { 'pledge.true': 'true' } })
}

describe('an element in a registered page', () => {
  test('gets the page without its frame, with its title and address, and no cookie', async () => {
    const result = await through(HOST)(gatewayEvent(FIRST), undefined)
    expect(result).toMatchObject({ statusCode: 200, headers: {
      'content-type': `${FRAGMENT}; charset=utf-8`, 'access-control-allow-origin': HOST, vary: 'Accept, Origin', 'cache-control': 'no-store', 'content-security-policy': expect.any(String),
    } })
    expect(result.headers).not.toHaveProperty('access-control-allow-credentials')
    expect(result.cookies).toBeUndefined()
    expect(result.body).toMatch(/^<title>Người yêu cầu – Đăng ký thử nghiệm<\/title>/)
    expect(result.body).toContain(`lang="vi" data-path="${FIRST}"`)
    expect(result.body).not.toMatch(/<html|<header class="site|<footer|<script (?!type="application\/json")|<link/)
  })

  test.each(['', '/en'])('goes page by page to the receipt, each the answer to the post before, in the language of %j', async (lang) => {
    const at = element()
    const review = await toReview(at, lang)
    expect([review.status, pathOf(review)]).toEqual([200, expect.stringMatching(new RegExp(`^${lang}/ho-so/[0-9a-f-]{36}/xem-lai$`))])
    const receipt = await at.send(review)
    expect([receipt.status, pathOf(receipt)]).toEqual([200, expect.stringMatching(/\/bien-nhan$/)])
    expect(receipt.body).toMatch(/data-code="H26-\d{6}-\d{4,}" data-submitted-at="[^"]+\+07:00" data-due-at="[^"]+"/)
    expect(at.cookies.size).toBe(0)
  })

  test('opens a page of its draft by the token that stood in the form, and by no other', async () => {
    const at = element()
    const members = await at.send(await at.get(FIRST), { type: NAME })
    const [id, token] = [valueIn(members, '_draft') ?? '', valueIn(members, '_token') ?? '']
    const open = (headers: Readonly<Record<string, string>>) => at.get(`/ho-so/${id}/nguoi-yeu-cau`, headers)
    expect(valueIn(await open({ 'x-draft-token': token }), 'applicant.fullName')).toBe(NAME['applicant.fullName'])
    expect((await open({ 'x-draft-token': `${token}x` })).status).toBe(404)
    expect((await open({})).status).toBe(404)
  })

  test('hears where to go on as data, because a script sees no redirect', async () => {
    const at = element()
    const members = await at.send(await at.get(FIRST), { type: NAME })
    const [id, token] = [valueIn(members, '_draft') ?? '', valueIn(members, '_token') ?? '']
    await at.send(await at.send(await at.send(members), { type: { 'pledge.true': 'true' } }))
    const again = await at.get(`/ho-so/${id}/xem-lai`, { 'x-draft-token': token })
    expect([again.status, JSON.parse(again.body)]).toEqual([200, { location: `/ho-so/${id}/bien-nhan` }])
    expect((await at.get(`/ho-so/${id}/bien-nhan`, { 'x-draft-token': token })).body).toContain('data-code="H26-')
  })

  test('saves, and goes on with link and code in another element', async () => {
    const saved = await element().send(await element().get(FIRST), { type: NAME, press: 'save' })
    const [, id = '', code = ''] = /\/ho-so\/([0-9a-f-]{36})\/tiep-tuc[\s\S]*class="code">([A-Z0-9-]+)</.exec(saved.body) ?? []
    const at = element()
    const members = await at.send(await at.get(`/ho-so/${id}/tiep-tuc`), { type: { code } })
    expect([members.status, pathOf(members)]).toEqual([200, `/ho-so/${id}/thanh-vien`])
    expect((await at.send(members)).status).toBe(200)
  })

  test('is asked for what is wrong on the page as it was typed', async () => {
    const at = element()
    const again = await at.send(await at.get(FIRST), { type: { 'applicant.fullName': '' } })
    expect([again.status, again.headers['access-control-allow-origin']]).toEqual([422, HOST])
    expect(again.body).toContain('id="error-summary"')
  })

  test('gets the list of procedures of a field as search and entries alone', async () => {
    const page = await element().get('/?linh-vuc=thu-nghiem')
    expect(page.body).toContain(`href="/thu-tuc/${ONLINE}"`)
    expect(page.body).toContain('type="hidden" name="linh-vuc" value="thu-nghiem"')
    expect(page.body).not.toMatch(/hero-drum|class="facet"/)
  })
})

describe('an element in a page that is not registered', () => {
  const stranger = 'https://evil.example'
  test('may read why, and nothing else', async () => {
    const result = await through(stranger)(gatewayEvent(FIRST), undefined)
    expect(result).toMatchObject({ statusCode: 403, headers: { 'access-control-allow-origin': '*' } })
    expect(result.body).toContain(stranger)
    expect(result.body).not.toContain('_token')
    const posted = await through(stranger)(gatewayEvent('/phan-anh', { method: 'POST', body: '' }), undefined)
    expect(posted.statusCode).toBe(403)
  })
  test('reads no page even without the element\'s media type', async () => {
    const result = await portal.citizen(gatewayEvent(FIRST, { headers: { origin: stranger } }), undefined)
    expect(result.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('a browser that asks first', () => {
  const ask = (path: string, origin: string) => portal.citizen(gatewayEvent(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }), undefined)
  test.each(['/ho-so/x/giay-to', '/api/v1/drafts/x/attachments'])('hears yes for %s from a registered page alone', async (path) => {
    expect(await ask(path, HOST)).toMatchObject({ statusCode: 204, headers: { 'access-control-allow-origin': HOST, 'access-control-allow-headers': expect.stringContaining('x-draft-token') } })
    const refused = await ask(path, 'https://evil.example')
    expect(refused.statusCode).toBe(403)
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
  })
  test('and the API answers a registered page', async () => {
    const asked = (origin: string) => portal.api(gatewayEvent('/api/v1/procedures', { headers: { origin } }), undefined)
    expect((await asked(HOST)).headers['access-control-allow-origin']).toBe(HOST)
    expect((await asked('https://evil.example')).headers).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('the page for a frame', () => {
  const policyOf = async (path: string) => (await portal.citizen(gatewayEvent(path, { headers: { referer: `${HOST}/a?b` } }), undefined)).headers['content-security-policy']
  test('may be framed by registered sites alone, every other page by none', async () => {
    expect(await policyOf(`/nhung/${ONLINE}`)).toContain(`frame-ancestors 'self' ${HOST};`)
    expect(await policyOf(FIRST)).toContain("frame-ancestors 'none'")
    expect(await policyOf('/nhung/khong-co')).toContain(HOST)
  })
  test('holds the element, names the page around it, and links to the form for who has no scripts', async () => {
    const ask = async (headers: Readonly<Record<string, string>>, query = '') => (await portal.citizen(gatewayEvent(`/en/nhung/${ONLINE}`, { headers, query }), undefined)).body
    expect(await ask({ referer: `${HOST}/a?b` })).toContain(`<dvc-form procedure="${ONLINE}" lang="en" data-parent="${HOST}">`)
    expect(await ask({}, `theme=neutral&cha=${HOST}`)).toContain(`theme="neutral" data-parent="${HOST}">`)
    const alone = await ask({ referer: 'https://evil.example/' })
    expect(alone).toContain(`<dvc-form procedure="${ONLINE}" lang="en"><aside class="sandbox"`)
    expect(alone).toContain(`</aside><p><a href="/en${FIRST}" target="_blank">`)
  })
})

describe('a site that an integrator was registered with', () => {
  const OWN = 'https://xa-a.example'
  const set = (origins: readonly string[]) => portal.deps.integrators.putIntegrator({ id: 'xa-a', name: 'Xã A', agencies: ['H26'], procedures: [], origins, perMinute: 600, createdAt: '2026-01-05T09:00:00+07:00' })
  const answered = async (origin: string) => (await portal.api(gatewayEvent('/api/v1/procedures', { headers: { origin } }), undefined)).headers['access-control-allow-origin']
  const framed = async (referer: string) => (await portal.citizen(gatewayEvent(`/nhung/${ONLINE}`, { headers: { referer } }), undefined)).headers['content-security-policy']
  test('reads, posts and frames without a deployment, and is not named to others', async () => {
    expect(await answered(OWN)).toBeUndefined()
    await set([OWN])
    expect(await answered(OWN)).toBe(OWN)
    expect(await framed(`${OWN}/`)).toContain(`frame-ancestors 'self' ${OWN};`)
    expect(await framed(`${HOST}/`)).toContain(`frame-ancestors 'self' ${HOST};`)
    expect(await framed('https://evil.example/')).not.toContain(OWN)
    await set([])
    expect(await answered(OWN)).toBeUndefined()
    expect(await framed(`${OWN}/`)).not.toContain(OWN)
  })
})

test('while the register is out of reach another site hears so, and the portal itself goes on', async () => {
  const integrators = { ...portal.deps.integrators, integrators: () => Promise.reject(new Unavailable('out of reach')) }
  const { api } = portal.over({ integrators })
  expect(await api(gatewayEvent('/api/v1/procedures', { headers: { origin: 'https://xa-a.example' } }), undefined)).toMatchObject({ statusCode: 503, headers: { 'retry-after': expect.any(String) } })
  expect((await api(gatewayEvent('/api/v1/procedures'), undefined)).statusCode).toBe(200)
})

describe('a link that leads back', () => {
  const receiptFrom = async (query: string): Promise<Seen> => {
    const browser = openVisitor(portal.citizen)
    const members = await browser.sendOn(await browser.open(`${FIRST}?${query}`), { type: NAME })
    return browser.sendOn(await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } }))
  }
  test('to a page of a registered site stands on the receipt', async () => {
    const receipt = await receiptFrom(new URLSearchParams({ 'tro-ve': `${HOST}/dich-vu?a=1&b=<2>` }).toString())
    expect(receipt.body).toContain(`href="${HOST}/dich-vu?a=1&amp;b=%3C2%3E">Quay lại phuong.example</a>`)
  })
  test.each(['https://evil.example/', 'https://phuong.example@evil.example/', 'javascript:alert(1)', '//evil.example', 'https://u:p@phuong.example/', 'x'.repeat(3000), '%'])('to %j does not', async (address) => {
    const receipt = await receiptFrom(new URLSearchParams({ 'tro-ve': address }).toString())
    expect(receipt.body).toContain('data-code="H26-')
    expect(receipt.body).not.toMatch(/Quay lại|evil/)
  })
})
