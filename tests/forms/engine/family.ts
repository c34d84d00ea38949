import type { JsonSchema, ProcedureRecord } from '../../../forms/index.ts'
import { make, readJson } from './world.ts'

/** A small form with every shape: a condition, rows with a condition and a rule, computed totals, copied addresses. */
export const family = make('family', readJson<JsonSchema>('tests/forms/fixtures/family.schema.json'))

const text = (vi: string) => ({ vi, en: vi })

/** A record with two papers: one always, one only for the married. */
export const record: ProcedureRecord = {
  code: '9.000001', title: text('Thử'), summary: text('Thử'), keywords: ['thử'], field: { id: 'thu', title: text('Thử') },
  agency: { tier: 'commune', title: text('UBND') }, audience: [], levels: [], decision: '1', steps: [], requirements: [], results: [], legalBasis: [],
  channels: [{
    channel: 'online',
    limits: [{ when: { properties: { person: { properties: { married: { const: true } }, required: ['married'] } }, required: ['person'] }, amount: 3, unit: 'workingDays', basis: 'x' }, { amount: 1, unit: 'workingDays', basis: 'x' }],
    fees: [{ amount: 0, basis: 'x' }],
  }],
  components: [
    { id: 'to-khai', title: text('Tờ khai'), duty: 'submit', originals: 1, copies: 0, isForm: true },
    { id: 'ket-hon', title: text('Giấy kết hôn'), duty: 'submit', originals: 0, copies: 1, when: { properties: { person: { properties: { married: { const: true } }, required: ['married'] } }, required: ['person'] }, upload: { required: true, accept: ['pdf'], maxBytes: 1000, maxFiles: 2 } },
    { id: 'khac', title: text('Giấy tờ khác'), duty: 'submit', originals: 0, copies: 1, upload: { required: false, accept: ['pdf'], maxBytes: 1000, maxFiles: 2 } },
  ],
}

export const person = { fullName: 'Nguyễn Văn An', married: false, phone: '+84912345678' }
