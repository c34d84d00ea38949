import type { JsonObject } from '../../forms/index.ts'
import { OFFICE_SHAPES } from './office/schemas.ts'
import { attachmentState, closed, list, open, ref, status, text, time, version, whole } from './shapes.ts'

const shownFile = (more: JsonObject = {}): JsonObject => closed({ id: text, component: text, fileName: text, bytes: whole, state: attachmentState, reason: text, ...more }, ['reason'])

const catalogueShapes = {
  Text: closed({ vi: text, en: { type: 'string', description: 'Empty where there is Vietnamese alone: a listed procedure is not translated.' } }),
  CatalogueEntry: closed({ code: text, title: ref('Text'), summary: ref('Text'), keywords: list(text), field: closed({ id: text, title: ref('Text') }), agency: ref('Text'), levels: list(open), online: { type: 'boolean' }, version: whole }),
  CataloguePage: closed({ total: whole, procedures: list(ref('CatalogueEntry')), cursor: { type: 'string', description: 'Send it back for the next page; absent on the last.' } }, ['cursor']),
  Procedure: closed({
    code: text, title: ref('Text'), summary: ref('Text'), keywords: list(text), field: closed({ id: text, title: ref('Text') }),
    agency: closed({ tier: text, tiers: list(text), title: ref('Text'), authority: ref('Text'), address: ref('Text'), delegate: ref('Text'), partners: ref('Text'), chosenBy: text }, ['tiers', 'authority', 'address', 'delegate', 'partners', 'chosenBy']),
    kind: ref('Text'), related: ref('Text'), description: ref('Text'), listedBy: { type: 'string', description: 'Name of the list that it was posted from; absent where the agency published it itself.' },
    audience: list(ref('Text')), levels: list(open), decision: text, steps: list(ref('Text')), channels: list(open), components: list(open),
    requirements: list(ref('Text')), results: list(open), legalBasis: list(open), version: whole, publishedAt: time, online: { type: 'boolean' },
  }, ['kind', 'related', 'description', 'listedBy']),
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
    number: whole, reason: { type: 'string', description: 'This and each one below: absent for a key without the scope `answers`.' }, askedAt: time, until: { type: 'string', description: 'Civil date until which the agency waits.' },
    fields: list(closed({ pointer: text, reason: text }, ['reason'])), papers: list(closed({ component: text, reason: text }, ['reason'])),
  }, ['reason', 'until']),
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

export const SCHEMAS = { ...catalogueShapes, ...issueShapes, ...dossierShapes, ...draftShapes, ...OFFICE_SHAPES }
export type SchemaName = keyof typeof SCHEMAS
