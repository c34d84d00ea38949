import type { RouteNameOf } from '../../http/routes.ts'
import type { Operation } from '../operations.ts'

export type OfficeName = Extract<RouteNameOf<'api'>, `office${string}`>

const REVISION = { name: 'If-Match', required: true, description: 'ETag of the revision that you have seen, or `*` for whatever it is. Of two workers the second hears 412, with the present revision and what is allowed.' }
const WEBHOOK_POST = [400, 413, 415, 422]
const POSTED = [400, 404, 409, 413, 415, 422]

/** What the document says of the back offices' calls. 401, 403 and 429 are said of each of them. */
export const OFFICE_OPERATIONS: Readonly<Record<OfficeName, Operation>> = {
  officeSelf: {
    summary: 'Who this key is, and what it may do', scope: 'any',
    answers: { 200: { description: 'Integrator and key.', schema: 'Self' } }, problems: [],
  },
  officeRotation: {
    summary: 'A new key in the place of this one, which holds on for a while', scope: 'any', body: 'Rotation',
    description: 'The new key has the scopes of this one, and its end, if it was made with one. Where the answer was lost, ask again: what was made before ends. This key holds on for five minutes at least.',
    answers: { 201: { description: 'Store it at once.', schema: 'NewKey' } }, problems: [400, 413, 415, 422],
  },
  officeEvents: {
    summary: 'What has happened to your dossiers since a cursor', scope: 'read',
    description: 'At least once: keep the ids that you have seen. In order for each dossier. Begin without a cursor, store the one that each page brings, and ask again with it: on the last page too. What people wrote (reasons, notes, officers) comes to keys with the scope `answers` alone.',
    query: [{ name: 'cursor', description: 'From the page before.' }, { name: 'limit', description: 'Events a page, 1 to 200; 50 unless told.' }, { name: 'type', description: 'Only events of this type, e.g. dossier.submitted: new dossiers. A page may then be short, or empty, with more to come.' }],
    answers: { 200: { description: 'Events, oldest first.', schema: 'Feed' } }, problems: [422],
  },
  officeDossier: {
    summary: 'Where a dossier stands, and what may be done with it now', scope: 'read',
    description: 'No answer and no paper; what people wrote (reasons, notes, names of files) to keys with the scope `answers` alone.',
    answers: { 200: { description: 'Its state; ETag is its revision.', schema: 'OfficeDossier' }, 304: { description: 'Unchanged since the ETag in If-None-Match.' } }, problems: [404],
  },
  officeAnswers: {
    summary: 'What the citizen handed in: answers and papers', scope: 'answers',
    answers: { 200: { description: 'Answers by the schema of that version, papers with their hashes.', schema: 'OfficeContent' } }, problems: [404],
  },
  officeForm: {
    summary: 'The agency\'s own form, filled with the answers', scope: 'answers',
    description: 'Of the version that the citizen filled in.',
    query: [{ name: 'as', description: '`docx`, unless told, or `pdf`.' }],
    answers: { 303: { description: 'Location is where it can be read for ten minutes.' } }, problems: [404, 422],
  },
  officeHistory: {
    summary: 'The chain of a dossier\'s events, for `dvc verify`', scope: 'answers',
    description: 'Whole events, with what people wrote: their hashes can be checked.',
    answers: { 200: { description: 'All events that were relayed, from the first.', schema: 'History' } }, problems: [404],
  },
  officeAction: {
    summary: 'Receives, asks for a supplement, refuses, tells progress, finishes…', scope: 'handle',
    description: 'One step of the life-cycle; the citizen sees it at once. 409 names what is allowed instead. With an Idempotency-Key a repeat gives the same event.',
    headers: [REVISION, { name: 'Idempotency-Key', required: false, description: '8 to 255 visible ASCII characters.' }], body: 'Action',
    answers: { 200: { description: 'Done, now or by the same request before.', schema: 'Handled' } }, problems: [...POSTED, 412, 428],
  },
  officeAddFile: {
    summary: 'Announces a result and says where to post it', scope: 'handle', body: 'ResultClaim',
    description: 'PDF, DOCX, PNG or JPG up to 20 MB, ten at most. Post it, complete it, and name its id when you finish; the citizen then has it.',
    answers: { 201: { description: 'Post the file there within ten minutes, then say that it is complete.', schema: 'ResultTicket' } }, problems: POSTED,
  },
  officeFile: {
    summary: 'A paper or a result', scope: 'answers',
    answers: { 303: { description: 'Location is where it can be read for a minute.' } }, problems: [404, 409],
  },
  officeCompleteFile: {
    summary: 'Says that a result was posted; repeated, it gives the state of the scan', scope: 'handle',
    answers: { 200: { description: 'State of the file.', schema: 'ResultState' } }, problems: [404, 409],
  },
  officeWebhooks: { summary: 'Your webhooks, without their secrets', scope: 'webhooks', answers: { 200: { description: 'At most five.', schema: 'Webhooks' } }, problems: [] },
  officeAddWebhook: {
    summary: 'Has events of your dossiers posted to you', scope: 'webhooks', body: 'WebhookWrite',
    description: 'By the Standard Webhooks specification: headers webhook-id (the event\'s id), webhook-timestamp, webhook-signature. The body is {type, timestamp, data: {version, agency, procedure, index, event}}, made from the immutable event: ids, codes, types, states and dates. No answer is in it, and what people wrote (reasons, notes, officers) only where a key with the scope `answers` made the webhook with `texts`; the hash is that of the whole event. In order for each dossier, at least once, retried for three days; 2xx is success, redirects are not followed.',
    answers: { 201: { description: 'Store the secret at once.', schema: 'NewWebhook' } }, problems: WEBHOOK_POST,
  },
  officeChangeWebhook: { summary: 'Moves, narrows, stops or resumes a webhook', scope: 'webhooks', body: 'WebhookWrite', description: 'One with `texts` only by a key that has the scope `answers`, too.', answers: { 200: { description: 'Changed.', schema: 'Webhook' } }, problems: [...WEBHOOK_POST, 404] },
  officeRemoveWebhook: {
    summary: 'Ends a webhook', scope: 'webhooks', description: 'What is not delivered by now is not sent any more; the feed has it.',
    answers: { 204: { description: 'There is no such webhook any more.' } }, problems: [404],
  },
  officeWebhookRotation: {
    summary: 'A new secret; the old one signs along for a while', scope: 'webhooks', body: 'Rotation',
    answers: { 201: { description: 'Store the secret at once.', schema: 'NewWebhook' } }, problems: [400, 404, 409, 413, 415, 422],
  },
  officeDeadLetters: {
    summary: 'Events that could not be delivered in three days', scope: 'webhooks',
    answers: { 200: { description: 'The oldest hundred.', schema: 'DeadLetters' } }, problems: [404],
  },
  officeReplay: {
    summary: 'Delivers events again: the same id, the same bytes', scope: 'webhooks', body: 'Replay',
    answers: { 200: { description: 'They are on their way.', schema: 'Replayed' } }, problems: [...WEBHOOK_POST, 404],
  },
}
