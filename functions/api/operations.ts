import type { Scope } from '../core/integrator.ts'
import type { RouteNameOf } from '../http/routes.ts'
import { OFFICE_OPERATIONS } from './office/operations.ts'
import type { SchemaName } from './openapi-schemas.ts'

type Answer = { readonly description: string; readonly schema?: SchemaName; readonly mediaType?: string }

/** What the document says of one call; paths and methods come from the route table. */
export type Operation = {
  readonly summary: string
  readonly description?: string
  readonly headers?: readonly { readonly name: string; readonly required: boolean; readonly description: string }[]
  readonly query?: readonly { readonly name: string; readonly description: string }[]
  readonly body?: SchemaName
  /** What an integrator's key must be made for ('any': nothing in particular); absent: anybody may call. */
  readonly scope?: Scope | 'any'
  /** Answers that are no problem, by status. */
  readonly answers: Readonly<Record<number, Answer>>
  /** Statuses of problem+json that this call can give, besides 500 and 503. */
  readonly problems: readonly number[]
}

const TOKEN = { name: 'X-Draft-Token', required: true, description: 'Secret of the draft, minted by the client: 16 to 128 of A-Z a-z 0-9 - _.' }
const NOT_MODIFIED: Answer = { description: 'Unchanged since the ETag in If-None-Match.' }
const POSTED = [400, 403, 404, 409, 413, 415]

/** A Record over the route table: a call without its description does not compile. */
export const OPERATIONS: Readonly<Record<RouteNameOf<'api'>, Operation>> = {
  catalogue: {
    summary: 'Procedures, searched with or without diacritics',
    query: [
      { name: 'q', description: 'Words of the title, summary or keywords.' },
      { name: 'level', description: 'Level or grade of the service: muc-2, muc-3, mot-phan, toan-trinh.' },
      { name: 'agency', description: 'Agency that receives.' },
      { name: 'field', description: 'Id of the field (lĩnh vực).' },
      { name: 'limit', description: 'Entries a page, 1 to 100; 20 unless told.' },
      { name: 'cursor', description: 'From the page before.' },
    ],
    answers: { 200: { description: 'A page of the catalogue.', schema: 'CataloguePage' }, 304: NOT_MODIFIED },
    problems: [400],
  },
  procedure: {
    summary: 'Texts and rules of the current version',
    answers: { 200: { description: 'The procedure.', schema: 'Procedure' }, 304: NOT_MODIFIED },
    problems: [404],
  },
  schema: {
    summary: 'JSON Schema 2020-12 of the answers',
    answers: { 200: { description: 'The schema.', schema: 'AnswersSchema', mediaType: 'application/schema+json' }, 304: NOT_MODIFIED },
    problems: [404, 409],
  },
  validate: {
    summary: 'What is wrong with answers, and which papers they ask for; stores nothing',
    body: 'AnswersOnly',
    answers: { 200: { description: 'The outcome.', schema: 'Validation' } },
    problems: POSTED,
  },
  createDossier: {
    summary: 'A whole dossier in one call, for answers that ask for no required paper',
    description: 'Takes no files: the body is `answers` alone, anything else is refused. Where `validate` names required papers, write a draft (PUT /api/v1/drafts/{id}), add its attachments and submit it.',
    headers: [{ name: 'Idempotency-Key', required: true, description: '8 to 255 visible ASCII characters; the same key and body give the same receipt.' }],
    body: 'AnswersOnly',
    answers: { 201: { description: 'Submitted.', schema: 'Receipt' }, 200: { description: 'Was submitted with this key before.', schema: 'Receipt' } },
    problems: [...POSTED, 422],
  },
  putDraft: {
    summary: 'Creates a draft (If-None-Match: *) or writes its answers (If-Match: its revision)',
    headers: [TOKEN, { name: 'If-None-Match', required: false, description: '`*` to create.' }, { name: 'If-Match', required: false, description: 'ETag of the revision to replace.' }],
    body: 'DraftWrite',
    answers: { 201: { description: 'Created.', schema: 'Draft' }, 200: { description: 'Written.', schema: 'Draft' } },
    problems: [...POSTED, 412, 428],
  },
  addAttachment: {
    summary: 'Announces a file and says where to post it',
    headers: [TOKEN],
    body: 'FileClaim',
    answers: { 201: { description: 'Post the file there within ten minutes, then say that it is complete.', schema: 'UploadTicket' } },
    problems: [...POSTED, 422],
  },
  completeAttachment: {
    summary: 'Says that the file was posted; repeated, it gives the state of the scan',
    headers: [TOKEN],
    answers: { 200: { description: 'State of the file.', schema: 'AttachmentState' } },
    problems: [403, 404, 409],
  },
  submitDraft: {
    summary: 'Submits the draft; a repeat gives the same receipt',
    headers: [TOKEN],
    answers: { 200: { description: 'Submitted.', schema: 'Receipt' } },
    problems: [403, 404, 422],
  },
  dossier: {
    summary: 'Tracks a dossier; without its key the degree of completion alone',
    headers: [{ name: 'X-Tracking-Key', required: false, description: 'From the receipt; or Authorization: Bearer.' }],
    answers: { 200: { description: 'Where it stands.', schema: 'Tracked' } },
    problems: [403, 404],
  },
  ...OFFICE_OPERATIONS,
  openapi: { summary: 'This document', answers: { 200: { description: 'OpenAPI 3.1.' }, 304: NOT_MODIFIED }, problems: [] },
}
