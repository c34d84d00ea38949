import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { mainForm, openVisitor, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
beforeAll(async () => { portal = await startPortal() })
afterAll(async () => { await portal.stop() })

const JSON_WANTED = { accept: 'application/json' }
const NAME = { 'applicant.fullName': 'Nguyễn Thị Ánh', 'applicant.hasHelper': 'false' }
const read = (seen: Seen): unknown => JSON.parse(seen.body)
const first = (browser: Visitor, lang = '') => browser.open(`${lang}/thu-tuc/${ONLINE}/nop`)

describe('what enhancements ask for', () => {
  test('check answers issues with the input, the pointer and a sentence in the language of the page, and stores nothing', async () => {
    for (const [lang, sentence] of [['', /[ạ-ỹ]/i], ['/en', /^[\x20-\x7e]+$/]] as const) {
      const browser = openVisitor(portal.citizen)
      const page = await first(browser, lang)
      const checked = await browser.send(page, { press: 'check', headers: JSON_WANTED })
      expect(checked).toMatchObject({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } })
      const { issues } = read(checked) as { issues: { name: string; pointer: string; message: string }[] }
      expect(issues[0]).toMatchObject({ name: 'applicant.fullName', pointer: '/applicant/fullName', inputs: [], message: expect.stringMatching(sentence) })
      expect(await portal.deps.dossiers.find(mainForm(page).controls.find(({ name }) => name === '_draft')?.value ?? '')).toBeUndefined()
    }
  })

  test('autosave keeps what is half typed and says when; the first one makes the draft and hands out its cookie', async () => {
    const browser = openVisitor(portal.citizen)
    const page = await first(browser)
    const saved = await browser.send(page, { press: 'autosave', type: { 'applicant.note': 'nửa chừng' }, headers: JSON_WANTED })
    expect(read(saved)).toMatchObject({ savedAt: expect.stringMatching(/\+07:00$/) })
    const members = await browser.sendOn(page, { type: NAME })
    expect(members.path).toMatch(/thanh-vien$/)
    const again = await browser.send(members, { press: 'autosave', headers: JSON_WANTED })
    expect(read(again)).toMatchObject({ savedAt: expect.any(String) })
    expect((await browser.send(members)).status).toBe(303)
  })

  test('a refusal is told as problem+json with a code and a request id', async () => {
    const browser = openVisitor(portal.citizen)
    const members = await browser.sendOn(await first(browser), { type: NAME })
    const stranger = { ...members, body: members.body.replace(/(name="_token" value=")[^"]+/, '$1AAAAAAAAAAAAAAAAAAAAAA') }
    const refused = await browser.send(stranger, { press: 'autosave', headers: JSON_WANTED })
    expect(refused).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json; charset=utf-8' } })
    expect(read(refused)).toMatchObject({ code: 'draft-not-found', status: 404, requestId: 'request-1', detail: expect.stringContaining('Bản nháp được giữ 30 ngày') })
  })
})

test('nothing that a citizen types reaches the log, on any page and on any failure', async () => {
  const CANARY = 'Canaria-5823'
  const browser = openVisitor(portal.citizen)
  const everything = (page: Seen): Record<string, string> => Object.fromEntries(mainForm(page).controls
    .filter(({ type, name }) => (type === 'text' || type === 'textarea' || type === 'search') && !name.startsWith('_')).map(({ name }) => [name, `${CANARY} ${name}`]))
  const page = await first(browser)
  await browser.send(page, { type: everything(page) })
  const members = await browser.sendOn(page, { type: { ...everything(page), ...NAME } })
  await browser.send(members, { type: everything(members), press: 'save' })
  await browser.get(`/?q=${CANARY}`)
  await browser.get(`/tra-cuu?ma=${CANARY}&khoa=${CANARY}`)
  for (const path of ['/phan-anh', '/tra-cuu', members.path.replace('thanh-vien', 'tiep-tuc')]) {
    const form = await openVisitor(portal.citizen).get(path)
    await browser.send(form, { type: everything(form) })
  }
  const broken = portal.over({ dossiers: { ...portal.deps.dossiers, save: async ({ answers }) => { throw new TypeError(JSON.stringify(answers)) }, create: async ({ answers }) => { throw new TypeError(JSON.stringify(answers)) } } })
  expect((await openVisitor(broken.citizen).send(page, { type: { ...everything(page), ...NAME } })).status).toBe(500)
  expect(await openVisitor(broken.citizen).send(members, { type: everything(members) })).toMatchObject({ status: 500, headers: { 'content-security-policy': expect.any(String) } })
  expect(portal.log()).toContain('"status":500')
  expect(portal.log()).not.toContain('Canaria')
  expect(portal.log()).not.toContain('Nguyễn')
})
