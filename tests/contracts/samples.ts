import { randomUUID } from 'node:crypto'
import type { Attachment, Dossier } from '../../functions/core/dossier.ts'
import { tell } from '../../functions/core/events.ts'
import type { PublishedProcedure } from '../../functions/core/ports.ts'

export const AT = new Date('2026-07-14T08:00:00+07:00')

/** A draft as use cases make it. */
export const draft = (given: Partial<Dossier> = {}): Dossier => ({
  id: randomUUID(), revision: 1, status: 'draft', procedure: { code: '1.001193', version: 1 }, lang: 'vi',
  answers: { applicant: { fullName: 'Nguyễn Thị Ánh', note: '', rows: [{ n: 1 }, { n: 2.5 }], empty: {}, list: [] } },
  attachments: [], tokenHash: 'a'.repeat(64), resumeCode: 'ABC234', createdAt: '2026-07-14T08:00:00+07:00', updatedAt: '2026-07-14T08:00:00+07:00',
  expiresAt: '2026-08-13T08:00:00+07:00', relayed: [], outbox: [], lastEvent: { seq: 0, hash: '' }, ...given,
})

/** The dossier with events waiting. */
export const telling = (dossier: Dossier, count: number, at = AT): Dossier => {
  let next = dossier
  for (let index = 0; index < count; index += 1) next = tell(next, { type: 'test.event', actor: 'system', data: { index, word: 'tiếng Việt', none: null, yes: true }, at })
  return next
}

export const attachment = (given: Partial<Attachment> = {}): Attachment => ({
  id: randomUUID(), component: 'giay-chung-sinh', fileName: 'giấy chứng sinh.pdf', type: 'application/pdf', bytes: 10, sha256: '', state: 'scanning',
  quarantineKey: `q/${randomUUID()}/${randomUUID()}`, addedAt: '2026-07-14T08:00:00+07:00', ...given,
})

const words = { vi: 'Thử', en: 'Test' }

/** A dossier that was submitted to this agency, with events waiting. */
export const waitingAt = (agency: string, count: number, at = AT): Dossier => telling(draft({
  status: 'submitted', submission: { code: 'H26-260714-0001', trackingKey: 'ABCD', submittedAt: '2026-07-14T08:00:00+07:00', due: { dueAt: '2026-07-14T17:00:00+07:00', countedFrom: '2026-07-14T08:00:00+07:00', limit: { amount: 8, unit: 'hours', basis: '' }, promised: true, steps: [] }, agency, contentHash: '' },
}), count, at)

/** A published version with as much in it as the stores look at. */
export const procedure = (code: string, version: number, given: Partial<PublishedProcedure> = {}): PublishedProcedure => ({
  record: {
    code, title: words, summary: words, keywords: ['thử'], field: { id: 'ho-tich', title: words }, agency: { tier: 'commune', title: words }, audience: [words],
    levels: [{ scheme: 'nd-42-2022', grade: 'toan-trinh' }], decision: '1/QĐ', steps: [], channels: [], components: [], requirements: [], results: [], legalBasis: [],
  },
  version, publishedAt: '2026-07-14T08:00:00+07:00', sourceHash: `hash-${version}`, form: { title: words, schema: { type: 'object' }, sections: [] }, validatorSha256: 'f'.repeat(64), ...given,
})
