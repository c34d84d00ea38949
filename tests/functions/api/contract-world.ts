import { createHash, randomUUID } from 'node:crypto'
import { createDossier } from '../../../functions/core/create-dossier.ts'
import type { Scope } from '../../../functions/core/integrator.ts'
import { manageIntegrators } from '../../../functions/core/manage-integrators.ts'
import { createDraft } from '../../../functions/core/put-draft.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import { requestUpload } from '../../../functions/core/attach-file.ts'
import type { Portal } from '../portal.ts'
import { ONLINE } from '../sample-procedure.ts'

export type Asked = { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly query?: string; readonly body?: unknown }

export const ANSWERS = { applicant: { fullName: 'Nguyễn Thị Ánh', hasHelper: false }, pledge: { true: true } }
export const PDF = Buffer.from('%PDF-1.7\nthử\n%%EOF')
export const CLAIM = { fileName: 'a.pdf', type: 'application/pdf', bytes: PDF.length, sha256: createHash('sha256').update(PDF).digest('base64') }

/** What scenarios are made of: fresh drafts, dossiers, keys and webhooks on a running portal. */
export type ContractWorld = {
  readonly portal: Portal
  readonly keyFor: (scopes: readonly Scope[], perMinute?: number) => Promise<string>
  readonly office: (path: string, more?: Partial<Asked>) => Promise<Asked>
  readonly dossier: () => Promise<{ readonly code: string; readonly id: string; readonly trackingKey: string }>
  readonly draft: (answers?: typeof ANSWERS | Readonly<Record<string, never>>) => Promise<{ readonly id: string; readonly headers: Readonly<Record<string, string>> }>
  readonly draftWithFile: () => Promise<{ readonly id: string; readonly file: string; readonly headers: Readonly<Record<string, string>> }>
  readonly webhook: () => Promise<string>
}

export const contractWorld = (portal: Portal): ContractWorld => {
  const { deps } = portal
  let serial = 0
  const keyFor = async (scopes: readonly Scope[], perMinute = 10_000): Promise<string> => {
    const id = `contract-${serial += 1}`
    await manageIntegrators({ op: 'set', id, name: id, agencies: ['H26'], perMinute }, deps)
    const made = await manageIntegrators({ op: 'key', id, scopes }, deps)
    return made.kind === 'key' ? (made.text ?? '') : ''
  }
  let all: Promise<string> | undefined
  const everything = (): Promise<string> => { all ??= keyFor(['read', 'answers', 'handle', 'webhooks']); return all }
  const office: ContractWorld['office'] = async (path, { headers = {}, ...more } = {}) =>
    ({ method: 'GET', path: `/api/v1/office${path}`, headers: { authorization: `Bearer ${await everything()}`, ...headers }, ...more })
  let endpoint: Promise<string> | undefined
  const addWebhook = async (): Promise<string> => {
    const { headers } = await office('')
    const made = await portal.api({ rawPath: '/api/v1/office/webhooks', headers: { host: 'localhost', 'content-type': 'application/json', ...headers }, body: '{"url":"https://a.example/"}', requestContext: { http: { method: 'POST' } } }, undefined)
    return (JSON.parse(made.body) as { webhook: { id: string } }).webhook.id
  }
  const draft: ContractWorld['draft'] = async (answers = ANSWERS) => {
    const [id, token] = [randomUUID(), 'a-token-of-this-test']
    await createDraft({ id, token, code: ONLINE, answers, lang: 'vi' }, deps)
    return { id, headers: { 'x-draft-token': token } }
  }
  return {
    portal, keyFor, office, draft,
    dossier: async () => {
      const made = await createDossier({ code: ONLINE, idempotencyKey: randomUUID(), answers: ANSWERS, lang: 'vi' }, deps)
      if (made.kind === 'invalid' || !made.dossier.submission) throw new Error('the sample is valid')
      await relayAll([made.dossier.id], deps)
      return { id: made.dossier.id, code: made.dossier.submission.code, trackingKey: made.dossier.submission.trackingKey }
    },
    draftWithFile: async () => {
      const { id, headers } = await draft({ ...ANSWERS, applicant: { ...ANSWERS.applicant, hasHelper: true, helperName: 'Lê Minh' } } as never)
      const { attachment, ticket } = await requestUpload({ id, token: headers['x-draft-token'] ?? '', component: 'uy-quyen', ...CLAIM }, deps)
      const form = new FormData()
      for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
      form.append('file', new Blob([PDF]))
      await fetch(ticket.url, { method: 'POST', body: form })
      return { id, file: attachment.id, headers }
    },
    webhook: () => { endpoint ??= addWebhook(); return endpoint },
  }
}
