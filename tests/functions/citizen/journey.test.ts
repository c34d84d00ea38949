import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { mainForm, openVisitor, valueIn, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const NAME = { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' }
const visitor = (): Visitor => openVisitor(portal.citizen)
const names = (page: Seen): readonly string[] => mainForm(page).controls.filter(({ disabled }) => !disabled).map(({ name }) => name)
const idOf = (address: string): string => /\/ho-so\/([^/]+)/.exec(address)?.[1] ?? ''

const begin = async (browser: Visitor, lang = ''): Promise<Seen> =>
  browser.sendOn(await browser.open(`${lang}/thu-tuc/${ONLINE}/nop`), { type: NAME })

const toReview = async (browser: Visitor, lang = ''): Promise<Seen> => {
  const members = await begin(browser, lang)
  return browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
}

describe('the journey without scripts', () => {
  test.each(['', '/en'])('goes page by page to one receipt, in the language of %j', async (lang) => {
    const browser = visitor()
    const first = await browser.open(`${lang}/thu-tuc/${ONLINE}/nop`)
    expect(first.body).toContain(`<html lang="${lang === '' ? 'vi' : 'en'}"`)
    const posted = await browser.send(first, { type: NAME })
    expect(posted.status).toBe(303)
    expect(posted.headers['location']).toMatch(new RegExp(`^${lang}/ho-so/[0-9a-f-]{36}/thanh-vien$`))
    const review = await toReview(browser, lang)
    expect(review).toMatchObject({ status: 200, path: expect.stringMatching(/\/xem-lai$/) })
    const submitted = await browser.send(review)
    expect(submitted).toMatchObject({ status: 303, headers: { location: expect.stringMatching(new RegExp(`^${lang}/ho-so/.*/bien-nhan$`)) } })
    const receipt = await browser.open(submitted.headers['location'] ?? '')
    expect(receipt.status).toBe(200)
    expect(receipt.body).toMatch(/H26-\d{6}-\d{4,}/)
    expect(receipt.headers['cache-control']).toBe('no-store')
  })

  test('the cookie of a draft is kept from scripts, from other sites and for thirty days', async () => {
    const first = await visitor().open(`/thu-tuc/${ONLINE}/nop`)
    const holder = { _draft: valueIn(first, '_draft') ?? '', _token: valueIn(first, '_token') ?? '' }
    const post = async (host: string): Promise<readonly string[]> => (await portal.citizen({
      rawPath: `/thu-tuc/${ONLINE}/nop`, headers: { host, 'content-type': 'application/x-www-form-urlencoded' }, requestContext: { http: { method: 'POST' } },
      body: new URLSearchParams({ ...NAME, 'applicant.note': '', ...holder, _intent: 'next' }).toString(),
    }, undefined)).cookies ?? []
    const cookie = `dvc-${holder._draft}=${holder._token}; Path=/; Max-Age=2678400; HttpOnly; SameSite=Lax`
    expect(await post('localhost:3000')).toEqual([cookie])
    expect(await post('dichvucong.example')).toEqual([`${cookie}; Secure`])
  })

  test('an invalid first page comes back with everything typed, says what is wrong, and stores nothing', async () => {
    const browser = visitor()
    const first = await browser.open(`/thu-tuc/${ONLINE}/nop`)
    const again = await browser.send(first, { type: { 'applicant.fullName': '', 'applicant.note': 'Ghi chú của tôi <b>', 'applicant.hasHelper': 'false' } })
    expect(again.status).toBe(422)
    expect(valueIn(again, 'applicant.note')).toBe('Ghi chú của tôi <b>')
    expect(again.body).toContain('href="#f-applicant-fullName"')
    expect(await portal.deps.dossiers.find(valueIn(first, '_draft') ?? '')).toBeUndefined()
    expect(valueIn(again, '_draft')).toBe(valueIn(first, '_draft'))
  })

  test('a question that the answers open is shown before it is called missing', async () => {
    const browser = visitor()
    const opened = await browser.send(await browser.open(`/thu-tuc/${ONLINE}/nop`), { type: { ...NAME, 'applicant.hasHelper': 'true' } })
    expect(opened.status).toBe(200)
    expect(names(opened)).toContain('applicant.helperName')
    expect(opened.body).not.toContain('href="#f-applicant-helperName"')
    expect((await browser.send(opened)).status).toBe(422)
  })

  test('rows are added and removed with what was typed kept', async () => {
    const browser = visitor()
    const members = await begin(browser)
    const one = await browser.send(members, { press: 'add:/members/list' })
    expect(names(one)).toContain('members.list.0.name')
    const two = await browser.send(one, { press: 'add:/members/list', type: { 'members.list.0.name': 'Trần Văn Bình' } })
    expect(valueIn(two, 'members.list.0.name')).toBe('Trần Văn Bình')
    const left = await browser.send(two, { press: 'remove:/members/list/0', type: { 'members.list.1.name': 'Lê Thị Cúc' } })
    expect(valueIn(left, 'members.list.0.name')).toBe('Lê Thị Cúc')
    expect(names(left)).not.toContain('members.list.1.name')
  })

  test('letters in decomposed form and full-width digits are stored as people write them', async () => {
    const members = await visitor().open(`/thu-tuc/${ONLINE}/nop`).then((first) => visitor().send(first, { type: { ...NAME, 'applicant.fullName': '  Nguyễn   Thị Ánh '.normalize('NFD') } }))
    const stored = await portal.deps.dossiers.find(idOf(members.headers['location'] ?? ''))
    expect(stored?.answers['applicant']).toMatchObject({ fullName: 'Nguyễn Thị Ánh' })
  })
})

test('a submit that is not valid shows the review again; its address, opened, leads there in both languages', async () => {
  const browser = visitor()
  const members = await begin(browser)
  const review = await browser.get(members.path.replace('thanh-vien', 'xem-lai'))
  const refused = await browser.send(review)
  expect(refused.status).toBe(422)
  expect(refused.path).toBe(members.path.replace('thanh-vien', 'nop'))
  expect((await browser.open(refused.path)).path).toBe(review.path)
  expect((await browser.open(`/en${refused.path}`)).path).toBe(`/en${review.path}`)
})

describe('nothing doubles and nothing is lost', () => {
  test('a double click on the first page makes one draft; on submit, one dossier with one receipt', async () => {
    const browser = visitor()
    const first = await browser.open(`/thu-tuc/${ONLINE}/nop`)
    const [a, b] = await Promise.all([browser.send(first, { type: NAME }), browser.send(first, { type: NAME })])
    expect(a).toMatchObject({ status: 303, headers: b.headers })
    const review = await toReview(browser)
    const clicks = await Promise.all(Array.from({ length: 5 }, () => browser.send(review)))
    expect(new Set(clicks.map(({ headers }) => headers['location'])).size).toBe(1)
    const receipts = await Promise.all(clicks.map(({ headers }) => browser.open(headers['location'] ?? '')))
    expect(new Set(receipts.map(({ body }) => /H26-\d{6}-\d{4,}/.exec(body)?.[0])).size).toBe(1)
  })

  test('a page of a submitted dossier, opened or posted again, leads to its receipt', async () => {
    const browser = visitor()
    const members = await begin(browser)
    const review = await browser.sendOn(await browser.sendOn(members), { type: { 'pledge.true': 'true' } })
    await browser.send(review)
    const receipt = members.path.replace('thanh-vien', 'bien-nhan')
    expect(await browser.send(members)).toMatchObject({ status: 303, headers: { location: receipt } })
    expect(await browser.get(members.path)).toMatchObject({ status: 303, headers: { location: receipt } })
    expect(await browser.send(review)).toMatchObject({ status: 303, headers: { location: receipt } })
    // The saved link, on a device that holds the dossier: no code is asked for.
    expect(await browser.get(members.path.replace('thanh-vien', 'tiep-tuc'))).toMatchObject({ status: 303, headers: { location: receipt } })
  })

  test('a page that another tab has changed keeps what was typed here, and a second send wins', async () => {
    const browser = visitor()
    const members = await begin(browser)
    const [left, right] = await Promise.all([0, 1].map(() => browser.get(members.path.replace('thanh-vien', 'nguoi-yeu-cau'))))
    if (left === undefined || right === undefined) throw new Error('no pages')
    await browser.send(left, { type: { 'applicant.note': 'từ cửa sổ trái' } })
    const conflict = await browser.send(right, { type: { 'applicant.note': 'từ cửa sổ phải' } })
    expect(conflict.status).toBe(409)
    expect(valueIn(conflict, 'applicant.note')).toBe('từ cửa sổ phải')
    expect((await browser.send(conflict)).status).toBe(303)
    const stored = await portal.deps.dossiers.find(idOf(members.path))
    expect(stored?.answers['applicant']).toMatchObject({ note: 'từ cửa sổ phải' })
  })

  test('a store that is out of reach costs nothing: 503, Retry-After, and the page as it was typed', async () => {
    const { Unavailable } = await import('../../../functions/core/ports.ts')
    const away = async (): Promise<never> => { throw new Unavailable('away') }
    const { citizen } = portal.over({ dossiers: { ...portal.deps.dossiers, create: away, save: away } })
    const browser = openVisitor(citizen)
    const first = await browser.send(await browser.open(`/thu-tuc/${ONLINE}/nop`), { type: NAME })
    expect(first).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(valueIn(first, 'applicant.fullName')).toBe('Nguyễn Thị Ánh')
    const started = visitor()
    const members = await begin(started)
    for (const [name, value] of started.cookies) browser.cookies.set(name, value)
    const busy = await browser.send(await started.get(members.path.replace('thanh-vien', 'nguoi-yeu-cau')), { type: { 'applicant.note': 'đừng mất' } })
    expect(busy).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(valueIn(busy, 'applicant.note')).toBe('đừng mất')
    expect((await started.send(busy)).status).toBe(303)
  })

  test('where not even the draft can be read, the refusal holds what was typed and posts it again', async () => {
    const { Unavailable } = await import('../../../functions/core/ports.ts')
    const { citizen } = portal.over({ dossiers: { ...portal.deps.dossiers, find: async () => { throw new Unavailable('away') } } })
    const browser = visitor()
    const page = await browser.get((await begin(browser)).path.replace('thanh-vien', 'nguoi-yeu-cau'))
    const refused = await openVisitor(citizen).send(page, { type: { 'applicant.note': 'đừng mất' } })
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(valueIn(refused, 'applicant.note')).toBe('đừng mất')
    expect((await browser.send(refused, { press: 'next' })).status).toBe(303)
  })

  test('too much for one dossier is refused on the page, with the field named and the text still there', async () => {
    const browser = visitor()
    const members = await begin(browser)
    const page = await browser.get(members.path.replace('thanh-vien', 'nguoi-yeu-cau'))
    const long = 'dài '.repeat(6_000)
    const refused = await browser.send(page, { type: { 'applicant.note': long } })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('href="#f-applicant-note"')
    expect(valueIn(refused, 'applicant.note')?.trim()).toBe(long.trim())
  })
})

describe('a draft is its holder\'s alone', () => {
  const TEXT = 'Bản nháp được giữ 30 ngày'
  test('not there, not yours and gone after its days are one answer, which says what to do', async () => {
    const browser = visitor()
    const members = await begin(browser)
    const stranger = visitor()
    const foreign = await stranger.get(members.path)
    const unknown = await stranger.get('/ho-so/6a0e1c9e-1f7a-4a8e-9d55-0d8f6c1b2a33/thanh-vien')
    portal.setClock(new Date(Date.now() + 31 * 86_400_000))
    const expired = await browser.get(members.path)
    portal.setClock(undefined)
    expect([foreign.status, unknown.status, expired.status]).toEqual([404, 404, 404])
    const plain = (seen: Seen): string => seen.body.replaceAll(seen.path, '').replaceAll(seen.path.split('/')[2] ?? '', '')
    expect(foreign.body).toContain(TEXT)
    expect(plain(unknown)).toBe(plain(foreign))
    expect(plain(expired)).toBe(plain(foreign))
  })

  test('a post with the right token needs no cookie; one with a wrong token is refused even with it', async () => {
    const browser = visitor()
    const members = await begin(browser)
    expect((await visitor().send(members)).status).toBe(303)
    const wrong = { ...members, body: members.body.replace(/(name="_token" value=")[^"]+/, '$1AAAAAAAAAAAAAAAAAAAAAA') }
    expect((await browser.send(wrong)).status).toBe(404)
  })

  test('a browser without cookies gets the next page as the answer, up to the receipt', async () => {
    const { FORM, gatewayEvent } = await import('../http/events.ts')
    const { entriesOf } = await import('../../journeys/html-form.ts')
    const bare = async (page: Seen, type: Readonly<Record<string, string>>): Promise<Seen> => {
      const form = mainForm(page)
      const typed = { ...Object.fromEntries(entriesOf(form)), ...type, _intent: 'next' }
      const result = await portal.citizen(gatewayEvent(form.action, { method: 'POST', headers: { ...FORM, 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams(typed).toString() }), undefined)
      return { path: form.action, status: result.statusCode, headers: result.headers, body: result.body }
    }
    const first = await visitor().open(`/thu-tuc/${ONLINE}/nop`)
    const members = await bare(first, NAME)
    const pledge = await bare(members, {})
    const review = await bare(pledge, { 'pledge.true': 'true' })
    const receipt = await bare(review, {})
    expect([members, pledge, review, receipt].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(receipt.body).toMatch(/H26-\d{6}-\d{4,}/)
  })

  test('a post that another site sends is refused', async () => {
    const browser = visitor()
    const members = await begin(browser)
    expect((await browser.send(members, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await browser.send(members, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  })

  test('saved, it opens on another device with its code; wrong codes are counted, then locked', async () => {
    const browser = visitor()
    const saved = await browser.sendOn(await begin(browser), { press: 'save' })
    expect(saved.path).toMatch(/\/luu$/)
    const id = idOf(saved.path)
    const code = (await portal.deps.dossiers.find(id))?.resumeCode ?? ''
    expect(saved.body).toContain(code)
    expect(saved.body).toContain(`http://localhost:3000/ho-so/${id}/tiep-tuc`)
    const phone = visitor()
    const asked = await phone.get(`/ho-so/${id}/tiep-tuc`)
    expect(await phone.send(asked, { type: { code: 'AAAAAA' } })).toMatchObject({ status: 403 })
    const resumed = await phone.sendOn(asked, { type: { code: ` ${code.toLowerCase()} ` } })
    expect(resumed).toMatchObject({ status: 200, path: `/ho-so/${id}/thanh-vien` })
    expect((await browser.get(`/ho-so/${id}/thanh-vien`)).status).toBe(200)
    const thief = visitor()
    for (let i = 0; i < 10; i += 1) expect((await thief.send(asked, { type: { code: 'AAAAAA' } })).status).toBe(403)
    expect(await thief.send(asked, { type: { code } })).toMatchObject({ status: 429, headers: { 'retry-after': '3600' } })
  })

  test('the link of an unknown draft asks for a code all the same, and tells nothing', async () => {
    const known = idOf((await begin(visitor())).path)
    const unknown = '6a0e1c9e-1f7a-4a8e-9d55-0d8f6c1b2a33'
    const seen = async (id: string): Promise<readonly Seen[]> => {
      const asked = await visitor().get(`/ho-so/${id}/tiep-tuc`)
      return [asked, await visitor().send(asked, { type: { code: 'AAAAAA' } })].map(({ status, headers, body }) => ({ path: '', status, headers, body: body.replaceAll(id, 'ID') }))
    }
    expect(await seen(unknown)).toEqual(await seen(known))
  })
})
