import type { JsonObject } from '../../forms/index.ts'
import type { Scope } from '../core/integrator.ts'
import type { RouteNameOf } from '../http/routes.ts'
import { OFFICE_OPERATIONS } from './office/operations.ts'
import type { AnswerHeader } from './openapi-headers.ts'
import type { Asks } from './openapi-parameters.ts'
import type { SchemaName } from './openapi-schemas.ts'

export type Answer = { readonly description: string; readonly schema?: SchemaName | JsonObject; readonly mediaType?: string; readonly headers?: readonly AnswerHeader[] }

/** Groups of calls, in the order of the alphabet. */
export const TAGS = {
  'Back office': 'An agency\'s own system: new dossiers, their content, what is done with them.',
  Catalogue: 'Procedures, their rules and the schema of their answers.',
  Dossiers: 'Submit in one call; track.',
  Drafts: 'The journey of a client that fills in a form page by page, with papers.',
  Keys: 'The integrator\'s own key.',
  Meta: 'This description.',
  Webhooks: 'Events of dossiers, posted to you.',
} as const

/** What the document says of one call; paths and methods come from the route table. */
export type Operation = Asks & {
  readonly tag: keyof typeof TAGS
  readonly summary: string
  readonly description: string
  readonly body?: SchemaName
  /** What an integrator's key must be made for ('any': nothing in particular); absent: anybody may call. */
  readonly scope?: Scope | 'any'
  /** Answers that are no problem, by status. 304 is said of each call with an ETag. */
  readonly answers: Readonly<Record<number, Answer>>
  /** Statuses of problem+json that this call can give, besides 400, 500 and 503. */
  readonly problems: readonly number[]
}

const POSTED = [403, 404, 409, 413, 415]

/** A Record over the route table: a call without its description does not compile. */
export const OPERATIONS: Readonly<Record<RouteNameOf<'api'>, Operation>> = {
  catalogue: {
    tag: 'Catalogue', summary: 'Procedures, searched with or without diacritics', etag: true,
    description: 'In pages: ask again with the cursor until none comes. What matches best is first.',
    answers: { 200: { description: 'A page of the catalogue.', schema: 'CataloguePage' } },
    problems: [],
  },
  procedure: {
    tag: 'Catalogue', summary: 'Texts and rules of the current version', etag: true,
    description: 'All that the public posting says: steps, limits and fees by channel and case, papers, legal bases.',
    answers: { 200: { description: 'The procedure.', schema: 'Procedure' } },
    problems: [404],
  },
  schema: {
    tag: 'Catalogue', summary: 'JSON Schema 2020-12 of the answers', etag: true,
    description: 'The very schema that validates here. Keep it, and hold the next version against it with `dvc compat`.',
    answers: { 200: { description: 'The schema.', schema: 'AnswersSchema', mediaType: 'application/schema+json' } },
    problems: [404, 409],
  },
  validate: {
    tag: 'Catalogue', summary: 'What is wrong with answers, and which papers they ask for',
    description: 'Stores nothing.', body: 'AnswersOnly',
    answers: { 200: { description: 'The outcome.', schema: 'Validation' } },
    problems: POSTED,
  },
  createDossier: {
    tag: 'Dossiers', summary: 'A whole dossier in one call, for answers that ask for no required paper',
    description: 'Takes no files: the body is `answers` alone, anything else is refused. Where `validate` names required papers, write a draft (PUT /api/v1/drafts/{id}), add its attachments and submit it.',
    needs: ['Idempotency-Key'], body: 'AnswersOnly',
    answers: { 201: { description: 'Submitted.', schema: 'Receipt', headers: ['Location'] }, 200: { description: 'Was submitted with this key before.', schema: 'Receipt', headers: ['Location'] } },
    problems: [...POSTED, 422],
  },
  putDraft: {
    tag: 'Drafts', summary: 'Creates a draft (If-None-Match: *) or writes its answers (If-Match: its revision)',
    description: 'All answers are written, not some of them. Without a condition two devices could undo each other unseen: 428.',
    needs: ['X-Draft-Token'], takes: ['If-None-Match', 'If-Match'], body: 'DraftWrite',
    answers: { 201: { description: 'Created.', schema: 'Draft', headers: ['ETag', 'Location'] }, 200: { description: 'Written.', schema: 'Draft', headers: ['ETag'] } },
    problems: [...POSTED, 412, 428],
  },
  addAttachment: {
    tag: 'Drafts', summary: 'Announces a file and says where to post it',
    description: 'Length, type and SHA-256 are pinned: another file is not taken.',
    needs: ['X-Draft-Token'], body: 'FileClaim',
    answers: { 201: { description: 'Post the file there within ten minutes, then say that it is complete.', schema: 'UploadTicket' } },
    problems: [...POSTED, 422],
  },
  completeAttachment: {
    tag: 'Drafts', summary: 'Says that the file was posted; repeated, it gives the state of the scan',
    description: 'A file counts once it is `clean`.',
    needs: ['X-Draft-Token'],
    answers: { 200: { description: 'State of the file.', schema: 'AttachmentState' } },
    problems: [403, 404, 409],
  },
  submitDraft: {
    tag: 'Drafts', summary: 'Submits the draft; a repeat gives the same receipt',
    description: 'All of it is validated again, by the version that the draft was begun on.',
    needs: ['X-Draft-Token'],
    answers: { 200: { description: 'Submitted.', schema: 'Receipt' } },
    problems: [403, 404, 422],
  },
  dossier: {
    tag: 'Dossiers', summary: 'Tracks a dossier; without its key the degree of completion alone', etag: true,
    description: 'Never the answers. While there are results each telling has new addresses for them, and so another ETag.',
    takes: ['X-Tracking-Key'],
    answers: { 200: { description: 'Where it stands.', schema: 'Tracked' } },
    problems: [403, 404],
  },
  ...OFFICE_OPERATIONS,
  openapi: {
    tag: 'Meta', summary: 'This document', etag: true, description: 'A typed client is made from it by `npm run client`.',
    answers: { 200: { description: 'OpenAPI 3.1.', schema: { type: 'object', additionalProperties: true } } }, problems: [],
  },
}
