import type { PublishedProcedure } from '../../functions/core/ports.ts'

const text = { vi: 'Thủ tục để thử', en: 'Sample procedure' }
const name = { type: 'string', title: 'Họ và tên' }

/** The smallest procedure that can be submitted: the proof is about storage, not about fields. */
export const PROCEDURE: PublishedProcedure = {
  version: 1, publishedAt: '2026-01-01T00:00:00+07:00', sourceHash: 'sample', validatorSha256: 'sample',
  record: {
    code: '9.000001', title: text, summary: text, keywords: [], field: { id: 'thu', title: text }, agency: { tier: 'commune', title: text }, audience: [],
    levels: [{ scheme: 'nd-42-2022', grade: 'toan-trinh' }], decision: '', steps: [], components: [], requirements: [], results: [], legalBasis: [],
    channels: [{ channel: 'online', limits: [{ amount: 3, unit: 'workingDays', basis: 'sample' }], fees: [{ amount: 0, basis: 'sample' }] }],
  },
  form: {
    title: text,
    schema: { type: 'object', properties: { applicant: { type: 'object', properties: { fullName: name } } } },
    sections: [{
      name: 'applicant', slug: 'nguoi-yeu-cau', title: text,
      fields: [{ name: 'fullName', pointer: '/applicant/fullName', kind: 'text', title: text, required: false, schema: name, presentation: { inputType: 'text' } }],
    }],
  },
}
