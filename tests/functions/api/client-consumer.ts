/** What an integrator writes with the packed client. Written into a folder of its own, compiled there and run by Node against a portal. */
export const RIGHT = `
import { createHash } from 'node:crypto'
import { catalogue, defaults, officeAction, officeAddFile, officeAnswers, officeCompleteFile, officeFile, officeSelf, ok, HttpError } from '@dvc-forms/client'
import type { Feed, OfficeFile } from '@dvc-forms/client'
import { news, submit } from './readme.ts'

const { DVC_ORIGIN = '', DVC_KEY = '', DVC_ANSWERS = '{}' } = process.env
defaults.baseUrl = DVC_ORIGIN
const office = { headers: { Authorization: \`Bearer \${DVC_KEY}\` } }

const allCodes = async (): Promise<string[]> => {
  const codes: string[] = []
  let cursor: string | undefined
  do {
    const page = await ok(catalogue({ limit: 4, ...(cursor !== undefined && { cursor }) }))
    codes.push(...page.procedures.map(({ code }) => code))
    cursor = page.cursor
  } while (cursor !== undefined)
  return codes
}

const untilTold = async (code: string): Promise<Feed> => {
  const feed = await news(DVC_KEY)
  if (feed.events.some(({ event }) => event.data['code'] === code)) return feed
  await new Promise((done) => setTimeout(done, 200))
  return untilTold(code)
}

const answerWith = async (code: string, pdf: Uint8Array<ArrayBuffer>): Promise<{ readonly file: OfficeFile; readonly status: string }> => {
  const claim = { fileName: 'kết quả.pdf', type: 'application/pdf', bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('base64') }
  const { attachment, upload } = await ok(officeAddFile(code, claim, {}, office))
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([pdf]))
  await fetch(upload.url, { method: 'POST', body: form })
  let file: OfficeFile
  do {
    await new Promise((done) => setTimeout(done, 200))
    file = (await ok(officeCompleteFile(code, attachment.id, {}, office))).attachment
  } while (file.state === 'scanning')
  const { dossier } = await ok(officeAction(code, '*', { action: 'finish', files: [file.id] }, {}, office))
  return { file, status: dossier.status }
}

const codes = await allCodes()
const refused = await submit({}).catch((error: Error) => error.message)
const { code, trackingKey, now } = await submit(JSON.parse(DVC_ANSWERS))
const feed = await untilTold(code)
const received = await officeAction(code, '*', { action: 'receive', officer: 'Trần Văn Bình' }, {}, office)
const { answers } = await ok(officeAnswers(code, {}, office))
const { integrator } = await ok(officeSelf({}, office))
const pdf = new TextEncoder().encode('%PDF-1.7 result %%EOF')
const { file, status } = await answerWith(code, pdf)
const bytes = new Uint8Array(await (await ok(officeFile(code, file.id, {}, office))).arrayBuffer())
const held = await officeSelf({ ifNoneMatch: (await officeSelf({}, office)).headers.get('etag') ?? '' }, office)
const wrongKey = await news('dvc_nobody.x').catch((error: Error) => error.message)
const problem = await ok(officeAction(code, '*', { action: 'receive' }, {}, office)).catch((error: unknown) => (error instanceof HttpError ? { status: error.status, code: error.data.code } : {}))
console.log(JSON.stringify({
  codes, refused, code, hasKey: trackingKey.length > 0, now: now.status, more: feed.more, received: received.status, left: received.headers.get('ratelimit'), sections: Object.keys(answers),
  integrator: integrator.id, status, same: Buffer.from(bytes).equals(Buffer.from(pdf)), held: held.status, wrongKey, problem,
}))
`

/** Each line has one mistake, which the compiler has to find. */
export const WRONG = [
  "ok(validate('1.000894', { answer: {} }))",
  "ok(validate('1.000894'))",
  "ok(createDossier('1.000894', { answers: {} }))",
  "ok(catalogue({ limit: 'ten' }))",
  "ok(catalogue({ lvel: 'toan-trinh' }))",
  "ok(officeAction('H26-260714-0001', '*', { action: 'refuse' }))",
  "ok(officeAction('H26-260714-0001', '*', { action: 'receive', files: [] }))",
  "ok(officeAction('H26-260714-0001', '*', { action: 'supplement' }))",
  "ok(dossier('H26-260714-0001')).then(({ answers }) => answers)",
  "ok(officeDossier('H26-260714-0001')).then(({ status }) => status === 'finished')",
] as const

export const IMPORTS = "import { catalogue, createDossier, dossier, officeAction, officeDossier, ok, validate } from '@dvc-forms/client'"
