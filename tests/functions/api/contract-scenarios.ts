import { createHash, randomUUID } from 'node:crypto'
import type { RouteNameOf } from '../../../functions/http/routes.ts'
import { ONLINE, POSTED } from '../sample-procedure.ts'
import { ANSWERS, CLAIM, PDF, type Asked, type ContractWorld } from './contract-world.ts'

type Name = RouteNameOf<'api'>
type Scenario = (world: ContractWorld) => Promise<Asked>
/** What can only be said of one operation, by status. `ok`: the plain case, of which the rest is derived. */
type Scenarios = Readonly<Record<Name, { readonly ok: Scenario } & Readonly<Record<number, Scenario>>>>

const get = (path: string, more: Partial<Asked> = {}): Asked => ({ method: 'GET', path: `/api/v1${path}`, headers: {}, ...more })
const post = (path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Asked => ({ method: 'POST', path: `/api/v1${path}`, headers, ...(body !== undefined && { body }) })
/** The same again with the ETag that the first answer brought. */
const unchanged = (asked: Asked): Scenario => async ({ portal }) => {
  const first = await portal.api({ rawPath: asked.path, headers: { host: 'localhost', ...asked.headers }, requestContext: { http: { method: 'GET' } } }, undefined)
  return { ...asked, headers: { ...asked.headers, 'if-none-match': first.headers['etag'] ?? '' } }
}
const keyed = { 'idempotency-key': 'contract-key-1' }
const action = async (world: ContractWorld, body: unknown, headers: Readonly<Record<string, string>> = { 'if-match': '*' }): Promise<Asked> =>
  world.office(`/dossiers/${(await world.dossier()).code}/actions`, { method: 'POST', body, headers })
const received = async (world: ContractWorld): Promise<string> => {
  const { code } = await world.dossier()
  const { path, headers } = await world.office(`/dossiers/${code}/actions`, { headers: { 'if-match': '*', 'content-type': 'application/json' } })
  await world.portal.api({ rawPath: path, headers: { host: 'localhost', ...headers }, body: '{"action":"receive"}', requestContext: { http: { method: 'POST' } } }, undefined)
  return code
}
const announced = async (world: ContractWorld): Promise<{ readonly code: string; readonly file: string }> => {
  const code = await received(world)
  const { path, headers } = await world.office(`/dossiers/${code}/files`, { headers: { 'content-type': 'application/json' } })
  const made = await world.portal.api({ rawPath: path, headers: { host: 'localhost', ...headers }, body: JSON.stringify(CLAIM), requestContext: { http: { method: 'POST' } } }, undefined)
  const { upload, attachment } = JSON.parse(made.body) as { upload: { url: string; fields: Record<string, string> }; attachment: { id: string } }
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([PDF]))
  await fetch(upload.url, { method: 'POST', body: form })
  return { code, file: attachment.id }
}
/** A call to a webhook that nobody else of the contract uses. */
const freshWebhook = async (world: ContractWorld, method: string, path = ''): Promise<Asked> => {
  const made = await world.office('/webhooks', { headers: { authorization: `Bearer ${await world.keyFor(['webhooks'])}`, 'content-type': 'application/json' } })
  const { body } = await world.portal.api({ rawPath: made.path, headers: { host: 'localhost', ...made.headers }, body: '{"url":"https://c.example/"}', requestContext: { http: { method: 'POST' } } }, undefined)
  return { ...made, method, path: `${made.path}/${(JSON.parse(body) as { webhook: { id: string } }).webhook.id}${path}` }
}
const webhookBody = { url: 'https://b.example/' }

export const SCENARIOS: Scenarios = {
  catalogue: { ok: async () => get('/procedures'), 304: unchanged(get('/procedures')), 400: async () => get('/procedures', { query: 'limit=0' }) },
  procedure: { ok: async () => get(`/procedures/${ONLINE}`), 304: unchanged(get(`/procedures/${ONLINE}`)) },
  schema: { ok: async () => get(`/procedures/${ONLINE}/schema`), 304: unchanged(get(`/procedures/${ONLINE}/schema`)), 409: async () => get(`/procedures/${POSTED}/schema`) },
  validate: { ok: async () => post(`/procedures/${ONLINE}/validate`, { answers: ANSWERS }), 409: async () => post(`/procedures/${POSTED}/validate`, { answers: {} }) },
  createDossier: {
    ok: async () => post(`/procedures/${ONLINE}/dossiers`, { answers: ANSWERS }, { 'idempotency-key': randomUUID() }),
    200: async ({ portal }) => {
      const asked = post(`/procedures/${ONLINE}/dossiers`, { answers: ANSWERS }, keyed)
      await portal.api({ rawPath: asked.path, headers: { host: 'localhost', 'content-type': 'application/json', ...keyed }, body: JSON.stringify(asked.body), requestContext: { http: { method: 'POST' } } }, undefined)
      return asked
    },
    409: async () => post(`/procedures/${ONLINE}/dossiers`, { answers: { ...ANSWERS, applicant: { fullName: 'Khác', hasHelper: false } } }, keyed),
    422: async () => post(`/procedures/${ONLINE}/dossiers`, { answers: {} }, { 'idempotency-key': randomUUID() }),
  },
  putDraft: {
    ok: async () => ({ ...post(`/drafts/${randomUUID()}`, { procedure: ONLINE, answers: {} }, { 'x-draft-token': 'a-token-of-this-test', 'if-none-match': '*' }), method: 'PUT' }),
    200: async (world) => { const { id, headers } = await world.draft(); return { ...post(`/drafts/${id}`, { answers: ANSWERS }, { ...headers, 'if-match': '"1"' }), method: 'PUT' } },
    404: async () => ({ ...post(`/drafts/${randomUUID()}`, { answers: {} }, { 'x-draft-token': 'a-token-of-this-test', 'if-match': '"1"' }), method: 'PUT' }),
    409: async () => ({ ...post(`/drafts/${randomUUID()}`, { procedure: POSTED, answers: {} }, { 'x-draft-token': 'a-token-of-this-test', 'if-none-match': '*' }), method: 'PUT' }),
    412: async (world) => { const { id, headers } = await world.draft(); return { ...post(`/drafts/${id}`, { answers: {} }, { ...headers, 'if-match': '"9"' }), method: 'PUT' } },
    428: async (world) => { const { id, headers } = await world.draft(); return { ...post(`/drafts/${id}`, { answers: {} }, headers), method: 'PUT' } },
  },
  addAttachment: {
    ok: async (world) => { const { id, headers } = await world.draftWithFile(); return post(`/drafts/${id}/attachments`, { component: 'uy-quyen', ...CLAIM }, headers) },
    409: async (world) => {
      const { id, headers } = await world.draft()
      await world.portal.api({ rawPath: `/api/v1/drafts/${id}/submit`, headers: { host: 'localhost', ...headers }, requestContext: { http: { method: 'POST' } } }, undefined)
      return post(`/drafts/${id}/attachments`, { component: 'uy-quyen', ...CLAIM }, headers)
    },
    415: async (world) => { const { id, headers } = await world.draftWithFile(); return post(`/drafts/${id}/attachments`, { component: 'uy-quyen', ...CLAIM, fileName: 'a.exe', type: 'x/y' }, headers) },
    422: async (world) => { const { id, headers } = await world.draftWithFile(); return post(`/drafts/${id}/attachments`, { component: 'uy-quyen', ...CLAIM, bytes: 0 }, headers) },
  },
  completeAttachment: {
    ok: async (world) => { const { id, file, headers } = await world.draftWithFile(); return post(`/drafts/${id}/attachments/${file}/complete`, undefined, headers) },
    409: async (world) => {
      const { id, headers } = await world.draftWithFile()
      const { attachment } = await (await import('../../../functions/core/attach-file.ts')).requestUpload({ id, token: headers['x-draft-token'] ?? '', component: 'uy-quyen', ...CLAIM, sha256: createHash('sha256').update('x').digest('base64') }, world.portal.deps)
      return post(`/drafts/${id}/attachments/${attachment.id}/complete`, undefined, headers)
    },
  },
  submitDraft: {
    ok: async (world) => { const { id, headers } = await world.draft(); return post(`/drafts/${id}/submit`, undefined, headers) },
    422: async (world) => { const { id, headers } = await world.draft({}); return post(`/drafts/${id}/submit`, undefined, headers) },
  },
  dossier: {
    ok: async (world) => { const { code, trackingKey } = await world.dossier(); return get(`/dossiers/${code}`, { headers: { 'x-tracking-key': trackingKey } }) },
    304: async (world) => { const { code, trackingKey } = await world.dossier(); return unchanged(get(`/dossiers/${code}`, { headers: { 'x-tracking-key': trackingKey } }))(world) },
    403: async (world) => get(`/dossiers/${(await world.dossier()).code}`, { headers: { 'x-tracking-key': 'AAAAAAAA' } }),
  },
  openapi: { ok: async () => get('/openapi.json'), 304: unchanged(get('/openapi.json')) },
  officeSelf: { ok: (world) => world.office('/self'), 304: async (world) => unchanged(await world.office('/self'))(world) },
  officeRotation: {
    ok: async (world) => world.office('/key/rotation', { method: 'POST', body: { overlapHours: 1 }, headers: { authorization: `Bearer ${await world.keyFor(['read'])}` } }),
    422: async (world) => world.office('/key/rotation', { method: 'POST', body: { overlapHours: 169 }, headers: { authorization: `Bearer ${await world.keyFor(['read'])}` } }),
  },
  officeEvents: { ok: (world) => world.office('/events'), 422: (world) => world.office('/events', { query: 'cursor=x' }) },
  officeDossier: {
    ok: async (world) => world.office(`/dossiers/${(await world.dossier()).code}`),
    304: async (world) => unchanged(await world.office(`/dossiers/${(await world.dossier()).code}`))(world),
  },
  officeForm: {
    ok: async (world) => world.office(`/dossiers/${(await world.dossier()).code}/forms/docx`),
    422: async (world) => world.office(`/dossiers/${(await world.dossier()).code}/forms/odt`),
  },
  officeAnswers: {
    ok: async (world) => world.office(`/dossiers/${(await world.dossier()).code}/answers`),
    304: async (world) => unchanged(await world.office(`/dossiers/${(await world.dossier()).code}/answers`))(world),
  },
  officeHistory: {
    ok: async (world) => world.office(`/dossiers/${(await world.dossier()).code}/events`),
    304: async (world) => unchanged(await world.office(`/dossiers/${(await world.dossier()).code}/events`))(world),
  },
  officeAction: {
    ok: (world) => action(world, { action: 'receive' }),
    409: (world) => action(world, { action: 'return' }),
    412: (world) => action(world, { action: 'receive' }, { 'if-match': '"9"' }),
    422: (world) => action(world, { action: 'refuse' }),
    428: (world) => action(world, { action: 'receive' }, {}),
  },
  officeAddFile: {
    ok: async (world) => world.office(`/dossiers/${await received(world)}/files`, { method: 'POST', body: CLAIM }),
    409: async (world) => world.office(`/dossiers/${(await world.dossier()).code}/files`, { method: 'POST', body: CLAIM }),
    422: async (world) => world.office(`/dossiers/${await received(world)}/files`, { method: 'POST', body: { ...CLAIM, bytes: 0 } }),
  },
  officeCompleteFile: {
    ok: async (world) => { const { code, file } = await announced(world); return world.office(`/dossiers/${code}/files/${file}/complete`, { method: 'POST' }) },
    409: async (world) => {
      const code = await received(world)
      const { requestResult } = await import('../../../functions/core/result-files.ts')
      const { dossierOfCode } = await import('../../../functions/core/track-dossier.ts')
      const { attachment } = await requestResult(() => dossierOfCode(code, world.portal.deps), CLAIM, world.portal.deps)
      return world.office(`/dossiers/${code}/files/${attachment.id}/complete`, { method: 'POST' })
    },
  },
  officeRemoveFile: {
    ok: async (world) => { const { code, file } = await announced(world); return world.office(`/dossiers/${code}/files/${file}`, { method: 'DELETE' }) },
    409: async (world) => {
      const { code, file } = await announced(world)
      await world.portal.scan('NO_THREATS_FOUND')
      const { path, headers } = await world.office(`/dossiers/${code}/actions`, { headers: { 'if-match': '*', 'content-type': 'application/json' } })
      await world.portal.api({ rawPath: path, headers: { host: 'localhost', ...headers }, body: JSON.stringify({ action: 'finish', files: [file] }), requestContext: { http: { method: 'POST' } } }, undefined)
      return world.office(`/dossiers/${code}/files/${file}`, { method: 'DELETE' })
    },
  },
  officeFile: {
    ok: async (world) => { const { code, file } = await announced(world); await world.portal.scan('NO_THREATS_FOUND'); return world.office(`/dossiers/${code}/files/${file}`) },
    409: async (world) => { const { code, file } = await announced(world); return world.office(`/dossiers/${code}/files/${file}`) },
  },
  officeWebhooks: { ok: (world) => world.office('/webhooks'), 304: async (world) => unchanged(await world.office('/webhooks'))(world) },
  officeAddWebhook: {
    ok: async (world) => world.office('/webhooks', { method: 'POST', body: webhookBody, headers: { authorization: `Bearer ${await world.keyFor(['webhooks'])}` } }),
    422: (world) => world.office('/webhooks', { method: 'POST', body: { url: 'nowhere' } }),
  },
  officeChangeWebhook: {
    ok: async (world) => world.office(`/webhooks/${await world.webhook()}`, { method: 'PUT', body: { url: 'https://a.example/' } }),
    422: async (world) => world.office(`/webhooks/${await world.webhook()}`, { method: 'PUT', body: { url: 'nowhere' } }),
  },
  officeDeadLetters: {
    ok: async (world) => world.office(`/webhooks/${await world.webhook()}/dead-letters`),
    422: async (world) => world.office(`/webhooks/${await world.webhook()}/dead-letters`, { query: 'cursor=x' }),
  },
  officeRemoveWebhook: {
    ok: (world) => freshWebhook(world, 'DELETE'),
  },
  officeWebhookRotation: {
    ok: async (world) => world.office(`/webhooks/${await world.webhook()}/rotation`, { method: 'POST', body: {} }),
    409: async (world) => {
      const asked = await freshWebhook(world, 'POST', '/rotation')
      for (let count = 0; count < 2; count += 1) await world.portal.api({ rawPath: asked.path, headers: { host: 'localhost', ...asked.headers }, body: '{}', requestContext: { http: { method: 'POST' } } }, undefined)
      return { ...asked, body: {} }
    },
    422: async (world) => world.office(`/webhooks/${await world.webhook()}/rotation`, { method: 'POST', body: { overlapHours: -1 } }),
  },
  officeReplay: {
    ok: async (world) => { const webhook = await world.webhook(); return world.office(`/webhooks/${webhook}/replay`, { method: 'POST', body: { ids: [`${(await world.dossier()).id}-1`] } }) },
    422: async (world) => world.office(`/webhooks/${await world.webhook()}/replay`, { method: 'POST', body: { ids: [] } }),
  },
}
