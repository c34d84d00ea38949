import { afterAll, beforeAll, expect, test } from 'vitest'
import { handleDossier } from '../../../functions/core/handle-dossier.ts'
import { dossierOfCode } from '../../../functions/core/track-dossier.ts'
import type { Command } from '../../../functions/core/command.ts'
import { startPortal, type Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'
import { openVisitor, type Seen, type Visitor } from '../visitor.ts'

let portal: Portal
let citizen: Visitor
let code: string
let key: string

const PDF = new TextEncoder().encode('%PDF-1.7\nảnh rõ\n%%EOF')
const dossier = () => dossierOfCode(code, portal.deps)
const officer = (command: Command) => handleDossier(dossier, { command, actor: 'officer', agent: 'test' }, portal.deps)
const track = async (): Promise<Seen> => citizen.send(await citizen.get('/tra-cuu'), { type: { code, key } })
/** A program's post, with whatever it likes. */
const post = (fields: Readonly<Record<string, string>>, handler = portal.citizen) => handler({
  rawPath: '/tra-cuu/bo-sung', headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }, requestContext: { http: { method: 'POST' } },
  body: new URLSearchParams({ _code: code, _key: key, ...fields }).toString(),
}, undefined)

beforeAll(async () => {
  portal = await startPortal()
  const answers = { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: true, helperName: 'Lê Văn Bình' }, pledge: { true: true } }
  const draft = { id: portal.deps.ids.uuid(), token: 'a-token-of-this-test' }
  const { createDraft } = await import('../../../functions/core/put-draft.ts')
  const { uploadThroughForm } = await import('../../../functions/core/attach-file.ts')
  const { submitDossier } = await import('../../../functions/core/submit-dossier.ts')
  await createDraft({ ...draft, code: ONLINE, lang: 'vi', answers }, portal.deps)
  await uploadThroughForm({ ...draft, component: 'uy-quyen', fileName: 'mo.pdf', type: 'application/pdf', body: PDF }, portal.deps)
  await portal.scan('NO_THREATS_FOUND')
  const done = await submitDossier(draft, portal.deps)
  if (done.kind !== 'submitted') throw new Error(JSON.stringify(done.issues))
  code = done.dossier.submission?.code ?? ''
  key = done.dossier.submission?.trackingKey ?? ''
  citizen = openVisitor(portal.citizen)
  await officer({
    action: 'request-supplement', reason: 'Tên người giúp và giấy ủy quyền chưa rõ', until: '2099-12-01',
    fields: [{ pointer: '/applicant/helperName', reason: 'Thiếu chữ đệm' }], papers: [{ component: 'uy-quyen', reason: 'Ảnh mờ' }],
  })
})
afterAll(() => portal.stop())

test('the tracking page says what to supplement, why and until when; with the code alone it does not', async () => {
  const seen = await track()
  for (const words of ['Yêu cầu bổ sung giấy tờ', 'Tên người giúp và giấy ủy quyền chưa rõ', 'Tên người giúp', 'Thiếu chữ đệm', 'Giấy ủy quyền', 'Ảnh mờ', '01/12/2099']) expect(seen.body).toContain(words)
  expect(seen.body).not.toContain('Lê Văn Bình')
  expect((await citizen.send(await citizen.get('/tra-cuu'), { type: { code } })).body).not.toContain('Ảnh mờ')
})

test('the page has exactly the pinned fields and papers; a wrong key opens nothing', async () => {
  const seen = await citizen.send(await track(), { press: 'open' })
  expect(seen.body).toContain('name="applicant.helperName"')
  expect(seen.body).toContain('Lê Văn Bình')
  expect(seen.body).not.toContain('name="applicant.fullName"')
  expect(seen.body).not.toContain('Nguyễn Thị Ánh')
  expect((await citizen.send(seen, { type: { _key: 'AAAAAAAA' } })).status).toBe(403)
})

test('what is missing is said, what was typed stays, and nothing is written; a file that is none is refused by name', async () => {
  const page = await citizen.send(await track(), { press: 'open' })
  const before = (await dossier()).revision
  const seen = await citizen.send(page, { type: { 'applicant.helperName': 'Lê Văn An Bình' } })
  expect(seen.status).toBe(422)
  expect(seen.body).toContain('Chưa có tệp cho giấy tờ này')
  expect(seen.body).toContain('Lê Văn An Bình')
  const bad = await citizen.send(page, { press: 'upload', files: [{ name: 'file.uy-quyen', fileName: 'x.pdf', type: 'application/pdf', value: 'not a pdf' }] })
  expect(bad.status).toBe(422)
  expect(bad.body).toContain('x.pdf')
  const empty = await citizen.send(page, { type: { 'applicant.helperName': '' } })
  expect(empty.status).toBe(422)
  expect((await dossier()).revision).toBe(before)
})

test('the answer changes the pinned field and adds the pinned paper in one write, whatever else a program sends', async () => {
  const page = await citizen.send(await track(), { press: 'open' })
  const up = await citizen.send(page, { press: 'upload', files: [{ name: 'file.uy-quyen', fileName: 'rõ.pdf', type: 'application/pdf', value: PDF }] })
  expect(up.body).toContain('rõ.pdf')
  const receipt = async (): Promise<string> => (await citizen.get(`/ho-so/${(await dossier()).id}/bien-nhan?khoa=${key}`)).body
  expect((await track()).body).not.toContain('rõ.pdf')
  expect(await receipt()).not.toContain('rõ.pdf')
  const before = await dossier()
  expect((await post({ 'applicant.helperName': 'Lê Văn An Bình', 'applicant.fullName': 'Kẻ Gian' })).statusCode).toBe(422)
  expect((await dossier()).revision).toBe(before.revision)
  const sent = await post({ 'applicant.helperName': 'Lê Văn An Bình', 'pledge.true': '', _intent: 'next' })
  expect(sent.statusCode).toBe(200)
  expect(sent.body).toContain('Đã gửi bổ sung')
  const after = await dossier()
  expect(after).toMatchObject({ status: 'supplemented', revision: before.revision + 1, answers: { applicant: { fullName: 'Nguyễn Thị Ánh', helperName: 'Lê Văn An Bình' }, pledge: { true: true } } })
  expect(after.handling?.asked).toBeUndefined()
  expect(after.handling?.contentHash).not.toBe(after.submission.contentHash)
  expect(after.outbox.at(-1)?.data ?? (await portal.deps.dossiers.events(after)).at(-1)?.data).toMatchObject({ changed: ['/applicant/helperName'], papers: ['uy-quyen'], number: 1 })
  expect((await track()).body).toContain('rõ.pdf')
  expect(await receipt()).toContain('rõ.pdf')
})

test('sent again, it says how the dossier stands; nothing changes', async () => {
  const { revision } = await dossier()
  expect((await post({ 'applicant.helperName': 'Khác' })).statusCode).toBe(200)
  expect((await dossier()).revision).toBe(revision)
})

test('of a double click both answers say that it was sent, and it was sent once', async () => {
  await officer({ action: 'request-supplement', reason: 'Tên', fields: [{ pointer: '/applicant/helperName', reason: 'x' }], papers: [] })
  const { lastEvent: { seq } } = await dossier()
  const fields = { 'applicant.helperName': 'Lê Văn Hai' }
  let reads = 0
  // The other click lands between two reads of this one.
  const find = async (id: string) => { reads += 1; if (reads === 2) await post(fields); return portal.deps.dossiers.find(id) }
  const second = await post(fields, portal.over({ dossiers: { ...portal.deps.dossiers, find } }).citizen)
  expect([second.statusCode, second.body.includes('Đã gửi bổ sung')]).toEqual([200, true])
  expect((await dossier()).lastEvent.seq).toBe(seq + 1)
})
