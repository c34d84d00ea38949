import type { JsonObject } from '../../forms/index.ts'
import { STEPS } from '../core/handling.ts'
import { SCOPES } from '../core/integrator.ts'
import { ACTIONS } from '../core/life-cycle.ts'

/** Shapes of the API in JSON Schema 2020-12, as OpenAPI 3.1 takes it. Closed: an answer with a field not named here fails the tests. */
const closed = (properties: JsonObject, optional: readonly string[] = []): JsonObject => ({
  type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)), additionalProperties: false,
})
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const list = (items: JsonObject): JsonObject => ({ type: 'array', items })
const text: JsonObject = { type: 'string' }
const whole: JsonObject = { type: 'integer' }
const time: JsonObject = { type: 'string', description: 'ISO 8601 with +07:00, Vietnamese civil time.' }
const open: JsonObject = { type: 'object' }

const attachmentState: JsonObject = { enum: ['uploading', 'scanning', 'clean', 'infected', 'unscannable'] }
const shownFile = (more: JsonObject = {}): JsonObject => closed({ id: text, component: text, fileName: text, bytes: whole, state: attachmentState, reason: text, ...more }, ['reason'])
const version = closed({ code: text, version: whole })
const status: JsonObject = { enum: ['draft', 'submitted', 'supplemented', 'received', 'refused', 'processing', 'awaiting-supplement', 'awaiting-clarification', 'awaiting-payment', 'withdrawn', 'stopped', 'done', 'returned'] }

const catalogueShapes = {
  Text: closed({ vi: text, en: text }),
  CatalogueEntry: closed({ code: text, title: ref('Text'), summary: ref('Text'), keywords: list(text), field: closed({ id: text, title: ref('Text') }), agency: ref('Text'), levels: list(open), online: { type: 'boolean' }, version: whole }),
  CataloguePage: closed({ total: whole, procedures: list(ref('CatalogueEntry')), cursor: { type: 'string', description: 'Send it back for the next page; absent on the last.' } }, ['cursor']),
  Procedure: closed({
    code: text, title: ref('Text'), summary: ref('Text'), keywords: list(text), field: closed({ id: text, title: ref('Text') }),
    agency: closed({ tier: text, title: ref('Text'), chosenBy: text }, ['chosenBy']),
    audience: list(ref('Text')), levels: list(open), decision: text, steps: list(ref('Text')), channels: list(open), components: list(open),
    requirements: list(ref('Text')), results: list(open), legalBasis: list(open), version: whole, publishedAt: time, online: { type: 'boolean' },
  }),
  AnswersSchema: { type: 'object', description: 'JSON Schema 2020-12 of the answers of this procedure.' },
} satisfies Record<string, JsonObject>

const issueShapes = {
  Issue: closed({ pointer: { type: 'string', description: 'RFC 6901 pointer into the answers, or /papers/<component>.' }, code: text, params: open, severity: { enum: ['error', 'warning'] }, message: { type: 'string', description: 'In the language of Accept-Language.' } }),
  Validation: closed({ valid: { type: 'boolean' }, issues: list(ref('Issue')), papers: list(closed({ component: text, title: ref('Text'), required: { type: 'boolean' } })) }),
  Problem: closed({ type: text, title: text, detail: { type: 'string', description: 'What is wrong and what to do, in the language of Accept-Language.' }, status: whole, code: text, requestId: text, issues: list(ref('Issue')), dossierStatus: status, revision: whole, allowed: list(text), retryAfter: whole }, ['issues', 'dossierStatus', 'revision', 'allowed', 'retryAfter']),
} satisfies Record<string, JsonObject>

const dossierShapes = {
  Due: closed({
    dueAt: time, countedFrom: time, promised: { type: 'boolean', description: 'False: past the last approved year of the official calendar.' },
    limit: closed({ amount: { type: 'number' }, unit: text, basis: text }),
    steps: list(closed({ date: text, count: { type: 'number' }, reason: text, params: open }, ['count'])),
  }),
  Receipt: closed({
    id: text, code: text, status, procedure: version, submittedAt: time, dueAt: time, due: ref('Due'), agency: text,
    trackingKey: { type: 'string', description: 'Secret: with the code it opens the whole status.' }, contentHash: text,
  }),
  Tracked: closed({
    code: text, percent: { type: 'integer', description: 'Degree of completion; all that is told without the tracking key.' },
    status, national: { type: 'integer', minimum: 1, maximum: 10, description: 'Number of the national status.' },
    procedure: version, submittedAt: time, agency: text, dueAt: time, due: ref('Due'), supplement: ref('SupplementRequest'),
    payment: ref('Payment'), repromised: ref('Repromise'), ended: ref('Ended'),
    attachments: list(ref('ShownFile')), results: list(ref('ResultFile')),
    timeline: list(closed({ seq: whole, type: text, at: time, actor: { enum: ['citizen', 'officer', 'system'] }, data: open })),
  }, ['status', 'national', 'procedure', 'submittedAt', 'agency', 'dueAt', 'due', 'supplement', 'payment', 'repromised', 'ended', 'attachments', 'results', 'timeline']),
  SupplementRequest: closed({
    number: whole, reason: text, askedAt: time, until: { type: 'string', description: 'Civil date until which the agency waits.' },
    fields: list(closed({ pointer: text, reason: text })), papers: list(closed({ component: text, reason: text })),
  }, ['until']),
  ShownFile: shownFile(),
  ResultFile: shownFile({ href: { type: 'string', description: 'Opens the file for ten minutes; a redirect to where it is kept.' } }),
} satisfies Record<string, JsonObject>

const draftShapes = {
  Answers: { type: 'object', description: 'One object a section, as the schema of the procedure says.' },
  AnswersOnly: closed({ answers: ref('Answers') }),
  DraftWrite: closed({ answers: ref('Answers'), procedure: { type: 'string', description: 'Code of the procedure; needed to create.' } }, ['procedure']),
  Attachment: closed({ id: text, component: text, fileName: text, type: text, bytes: whole, sha256: text, state: attachmentState, addedAt: time, reason: text }, ['reason']),
  Draft: closed({
    id: text, revision: whole, status, procedure: version, answers: ref('Answers'), attachments: list(ref('Attachment')),
    resumeCode: text, updatedAt: time, expiresAt: time,
  }, ['expiresAt']),
  FileClaim: closed({ component: text, fileName: text, type: text, bytes: whole, sha256: { type: 'string', description: 'SHA-256 of the content, base64.' } }),
  UploadTicket: closed({
    attachment: ref('Attachment'),
    upload: closed({ url: text, fields: { type: 'object', additionalProperties: text, description: 'Form fields to post before the file, as they are.' }, expiresAt: text }),
  }),
  AttachmentState: closed({ attachment: ref('Attachment') }),
} satisfies Record<string, JsonObject>

const officeFile: JsonObject = closed({
  id: text, component: { type: 'string', description: 'Id of the paper in the procedure; @result for a result.' }, fileName: text, type: text, bytes: whole, sha256: text, state: attachmentState, addedAt: time, reason: text,
  supplement: { type: 'integer', description: 'Number of the supplement that it came with.' },
}, ['reason', 'supplement'])

const said: JsonObject = { type: 'string', minLength: 1, maxLength: 2000, description: 'The citizen reads it as it is.' }
const short: JsonObject = { type: 'string', minLength: 1, maxLength: 200 }
const actionBody = (name: string, properties: JsonObject = {}, optional: readonly string[] = []): JsonObject =>
  closed({ action: { const: name }, ...properties, officer: { ...short, description: 'Who did it, for the history.' } }, [...optional, 'officer'])

const ACTION_BODIES: JsonObject[] = [
  actionBody('receive', { note: said }, ['note']), actionBody('refuse', { reason: said }), actionBody('progress', { step: { enum: [...STEPS] }, department: short, note: said }, ['step', 'department', 'note']),
  actionBody('request-supplement', {
    reason: said, fields: list(closed({ pointer: text, reason: said })), papers: list(closed({ component: text, reason: said })), until: { type: 'string', description: 'YYYY-MM-DD' },
  }, ['fields', 'papers', 'until']),
  actionBody('request-payment', { amount: { type: 'integer', minimum: 1, description: 'VND.' }, reason: said }), actionBody('confirm-payment', { note: said }, ['note']),
  actionBody('repromise', { dueAt: time, reason: said, apology: said }), actionBody('stop', { reason: said }),
  actionBody('finish', { files: list(text), note: said }, ['files', 'note']), actionBody('return', { note: said }, ['note']), actionBody('withdraw', { reason: said }),
]

const scopes: JsonObject = list({ enum: [...SCOPES] })
const officeShapes = {
  Self: closed({
    integrator: closed({ id: text, name: text, agencies: list(text), procedures: list(text), perMinute: whole, createdAt: time }),
    key: ref('Key'),
  }),
  Key: closed({ id: text, scopes, createdAt: time, endsAt: time }, ['endsAt']),
  Rotation: closed({ overlapHours: { type: 'integer', minimum: 0, maximum: 168, description: 'How long the present key holds on; 24 unless told.' } }, ['overlapHours']),
  Event: closed({ id: text, dossierId: text, seq: { type: 'integer', description: 'Index in the dossier, from 1 without a gap.' }, type: text, at: time, actor: { enum: ['citizen', 'officer', 'system'] }, data: open, prevHash: text, hash: text }),
  Feed: closed({ events: list(closed({ agency: text, procedure: text, event: ref('Event') })), cursor: text, more: { type: 'boolean', description: 'True: ask again at once.' } }),
  History: closed({ code: text, events: list(ref('Event')) }),
  OfficeFile: officeFile,
  OfficeDossier: closed({
    id: text, code: text, revision: whole, status, national: whole, procedure: version, agency: text, submittedAt: time, dueAt: time, due: ref('Due'), contentHash: text,
    allowed: list({ enum: [...ACTIONS] }), supplements: { type: 'integer', description: 'Asked for so far; the law has two.' }, receivedAt: time, step: { enum: [...STEPS] }, department: text,
    supplement: ref('SupplementRequest'), payment: ref('Payment'), repromised: ref('Repromise'), ended: ref('Ended'), results: list(ref('OfficeFile')),
  }, ['receivedAt', 'step', 'department', 'supplement', 'payment', 'repromised', 'ended']),
  OfficeContent: closed({ code: text, revision: whole, procedure: version, lang: { enum: ['vi', 'en'] }, answers: ref('Answers'), files: list(ref('OfficeFile')), contentHash: text }),
  Action: { oneOf: ACTION_BODIES, discriminator: { propertyName: 'action' } },
  Handled: closed({ event: ref('Event'), dossier: ref('OfficeDossier') }),
  ResultClaim: closed({ fileName: text, type: text, bytes: whole, sha256: { type: 'string', description: 'SHA-256 of the content, base64.' } }),
  ResultTicket: closed({ attachment: ref('OfficeFile'), upload: closed({ url: text, fields: { type: 'object', additionalProperties: text }, expiresAt: text }) }),
  ResultState: closed({ attachment: ref('OfficeFile') }),
  Payment: closed({ amount: { type: 'integer', description: 'VND.' }, reason: text, askedAt: time, paidAt: time }, ['paidAt']),
  Repromise: closed({ from: time, dueAt: time, reason: text, apology: text, at: time }),
  Ended: closed({ reason: text, at: time }),
  NewKey: closed({ key: ref('Key'), text: { type: 'string', description: 'The key. It is shown this once.' } }),
} satisfies Record<string, JsonObject>

export const SCHEMAS = { ...catalogueShapes, ...issueShapes, ...dossierShapes, ...draftShapes, ...officeShapes }
export type SchemaName = keyof typeof SCHEMAS
