import type { JsonObject } from '../../forms/index.ts'
import { OFFICE_SHAPES } from './office/schemas.ts'
import { PROCEDURE_SHAPES } from './openapi-procedure.ts'
import { actor, attachmentState, closed, day, dossierCode, eventType, flag, list, mediaType, oneOf, open, procedureCode, ref, said, sha256, status, text, time, uploadForm, uuid, version, whole, words } from './shapes.ts'

const shownFile = (more: JsonObject = {}): JsonObject => closed({ id: uuid, component: text, fileName: text, bytes: whole, state: attachmentState, reason: text, ...more }, ['reason'])

const issueShapes = {
  Issue: closed({
    pointer: said(words, 'RFC 6901 pointer into the answers, or /papers/<component>.'), code: said(text, 'What is wrong, for programs.', 'required'), params: open, severity: oneOf('error', 'warning'), message: said(text, 'In the language of Accept-Language.'),
  }),
  Validation: closed({ valid: flag, issues: list(ref('Issue')), papers: list(closed({ component: text, title: ref('Text'), required: flag })) }),
  Problem: closed({
    type: said(text, 'URN of the kind of problem.', 'urn:dvc-forms:error:dossier-not-found'), title: said(text, 'Name of the status.', 'Not Found'), detail: said(text, 'What is wrong and what to do, in the language of Accept-Language.'),
    status: said({ type: 'integer', minimum: 400, maximum: 599 }, 'The HTTP status.', 404), code: said(text, 'What is wrong, for programs.', 'dossier-not-found'), requestId: said(text, 'To quote to the hotline.'),
    issues: list(ref('Issue')), dossierStatus: status, revision: whole, allowed: list(text), retryAfter: said(whole, 'Seconds.'),
  }, ['issues', 'dossierStatus', 'revision', 'allowed', 'retryAfter']),
} satisfies Record<string, JsonObject>

const dossierShapes = {
  Due: closed({
    dueAt: time, countedFrom: time, promised: said(flag, 'False: past the last approved year of the official calendar.'),
    limit: closed({ amount: { type: 'number' }, unit: oneOf('workingDays', 'days', 'hours', 'months'), basis: words }),
    steps: list(closed({ date: day, count: { type: 'number' }, reason: said(text, 'Why the day counts, or not.', 'due.working-day'), params: open }, ['count'])),
  }),
  Receipt: closed({
    id: uuid, code: dossierCode, status, procedure: version, submittedAt: time, dueAt: time, due: ref('Due'), agency: text,
    trackingKey: said(text, 'Secret: with the code it opens the whole status.'), contentHash: text,
  }),
  Tracked: closed({
    code: dossierCode, percent: said({ type: 'integer', minimum: 0, maximum: 100 }, 'Degree of completion; all that is told without the tracking key.'),
    status, national: said({ type: 'integer', minimum: 1, maximum: 10 }, 'Number of the national status.'),
    procedure: version, submittedAt: time, agency: text, dueAt: time, due: ref('Due'), supplement: ref('SupplementRequest'),
    payment: ref('Payment'), repromised: ref('Repromise'), ended: ref('Ended'),
    attachments: list(ref('ShownFile')), results: list(ref('ResultFile')),
    timeline: list(closed({ seq: whole, type: eventType, at: time, actor, data: open })),
  }, ['status', 'national', 'procedure', 'submittedAt', 'agency', 'dueAt', 'due', 'supplement', 'payment', 'repromised', 'ended', 'attachments', 'results', 'timeline']),
  SupplementRequest: closed({
    number: whole, reason: said(text, 'This and each one below: absent for a key without the scope `answers`.'), askedAt: time, until: said(day, 'Civil date until which the agency waits.'),
    fields: list(closed({ pointer: text, reason: text }, ['reason'])), papers: list(closed({ component: text, reason: text }, ['reason'])),
  }, ['reason', 'until']),
  ShownFile: shownFile(),
  ResultFile: shownFile({ href: said(text, 'Opens the file for ten minutes; a redirect to where it is kept.') }),
} satisfies Record<string, JsonObject>

const draftShapes = {
  Answers: said(open, 'One object a section, as the schema of the procedure says.'),
  AnswersOnly: closed({ answers: ref('Answers') }),
  DraftWrite: closed({ answers: ref('Answers'), procedure: said(procedureCode, 'Code of the procedure; needed to create.') }, ['procedure']),
  Attachment: closed({ id: uuid, component: text, fileName: text, type: mediaType, bytes: whole, sha256, state: attachmentState, addedAt: time, reason: text }, ['reason']),
  Draft: closed({
    id: uuid, revision: whole, status, procedure: version, answers: ref('Answers'), attachments: list(ref('Attachment')),
    resumeCode: text, updatedAt: time, expiresAt: time,
  }, ['expiresAt']),
  FileClaim: closed({ component: text, fileName: { ...text, maxLength: 300 }, type: mediaType, bytes: whole, sha256 }),
  UploadTicket: closed({ attachment: ref('Attachment'), upload: uploadForm }),
  AttachmentState: closed({ attachment: ref('Attachment') }),
} satisfies Record<string, JsonObject>

export const SCHEMAS = { ...PROCEDURE_SHAPES, ...issueShapes, ...dossierShapes, ...draftShapes, ...OFFICE_SHAPES }
export type SchemaName = keyof typeof SCHEMAS
