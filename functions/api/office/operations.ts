import type { RouteNameOf } from '../../http/routes.ts'
import type { Operation } from '../operations.ts'

export type OfficeName = Extract<RouteNameOf<'api'>, `office${string}`>

const WEBHOOK_POST = [413, 415, 422]
const POSTED = [404, 409, 413, 415, 422]

/** What the document says of the back offices' calls. 401, 403 and 429 are said of each of them. */
export const OFFICE_OPERATIONS: Readonly<Record<OfficeName, Operation>> = {
  officeSelf: {
    tag: 'Keys', summary: 'Who this key is, and what it may do', scope: 'any', etag: true,
    description: 'Agencies, procedures and quota of the integrator; scopes and end of the key.',
    answers: { 200: { description: 'Integrator and key.', schema: 'Self' } }, problems: [],
  },
  officeRotation: {
    tag: 'Keys', summary: 'A new key in the place of this one, which holds on for a while', scope: 'any', body: 'Rotation',
    description: 'The new key has the scopes of this one, and its end, if it was made with one. Where the answer was lost, ask again: what was made before ends. This key holds on for five minutes at least.',
    answers: { 201: { description: 'Store it at once.', schema: 'NewKey' } }, problems: [413, 415, 422],
  },
  officeEvents: {
    tag: 'Back office', summary: 'What has happened to your dossiers since a cursor', scope: 'read',
    description: 'At least once: keep the ids that you have seen. In order for each dossier. Begin without a cursor, store the one that each page brings, and ask again with it: on the last page too. What people wrote (reasons, notes, officers) comes to keys with the scope `answers` alone.',
    answers: { 200: { description: 'Events, oldest first.', schema: 'Feed' } }, problems: [422],
  },
  officeDossier: {
    tag: 'Back office', summary: 'Where a dossier stands, and what may be done with it now', scope: 'read', etag: true,
    description: 'No answer and no paper; what people wrote (reasons, notes, names of files) to keys with the scope `answers` alone. The ETag is of the revision and of the day, on which `allowed` depends; for If-Match the revision counts alone.',
    answers: { 200: { description: 'Its state.', schema: 'OfficeDossier' } }, problems: [404],
  },
  officeAnswers: {
    tag: 'Back office', summary: 'What the citizen handed in: answers and papers', scope: 'answers', etag: true,
    description: 'Answers by the schema of the version that they were given for, normalised; papers with their hashes.',
    answers: { 200: { description: 'Answers and papers; ETag is the revision.', schema: 'OfficeContent' } }, problems: [404],
  },
  officeForm: {
    tag: 'Back office', summary: 'The agency\'s own form, filled with the answers', scope: 'answers',
    description: 'Of the version that the citizen filled in. A redirect to where it can be read for ten minutes; a client that follows it has the file, made anew each time.',
    answers: {
      303: { description: 'Location is where it can be read for ten minutes.', headers: ['Location'] },
      200: { description: 'The filled form, from where Location leads.', schema: { type: 'string', format: 'binary' }, mediaType: 'application/octet-stream' },
    },
    problems: [404, 422],
  },
  officeHistory: {
    tag: 'Back office', summary: 'The chain of a dossier\'s events, for `dvc verify`', scope: 'answers', etag: true,
    description: 'Whole, without pages: a chain is verified from its first link, and a dossier has some tens of events. With what people wrote, so that their hashes can be checked.',
    answers: { 200: { description: 'All events that were relayed, from the first.', schema: 'History' } }, problems: [404],
  },
  officeAction: {
    tag: 'Back office', summary: 'Receives, asks for a supplement, refuses, tells progress, finishes…', scope: 'handle',
    description: 'One step of the life-cycle; the citizen sees it at once. 409 names what is allowed instead. `If-Match: *` is for whatever revision it is; of two workers the second hears 412, with the present revision and what is allowed.',
    needs: ['If-Match'], takes: ['Idempotency-Key'], body: 'Action',
    answers: { 200: { description: 'Done, now or by the same request before.', schema: 'Handled', headers: ['ETag'] } }, problems: [...POSTED, 412, 428],
  },
  officeAddFile: {
    tag: 'Back office', summary: 'Announces a result and says where to post it', scope: 'handle', body: 'ResultClaim',
    description: 'PDF, DOCX, PNG or JPG up to 20 MB, ten at most; files that the scan refused do not count. Post it, complete it, and name its id when you finish; the citizen then has it.',
    answers: { 201: { description: 'Post the file there within ten minutes, then say that it is complete.', schema: 'ResultTicket' } }, problems: POSTED,
  },
  officeFile: {
    tag: 'Back office', summary: 'A paper or a result', scope: 'answers',
    description: 'A redirect to where it can be read for a minute; a client that follows it has the file, with its own media type. A file never changes: its SHA-256 stands in for an ETag.',
    answers: {
      303: { description: 'Location is where it can be read for a minute.', headers: ['Location'] },
      200: { description: 'The file, from where Location leads.', schema: { type: 'string', format: 'binary' }, mediaType: 'application/octet-stream' },
    },
    problems: [404, 409],
  },
  officeCompleteFile: {
    tag: 'Back office', summary: 'Says that a result was posted; repeated, it gives the state of the scan', scope: 'handle',
    description: 'A result can be named in `finish` once it is `clean`.',
    answers: { 200: { description: 'State of the file.', schema: 'ResultState' } }, problems: [404, 409],
  },
  officeRemoveFile: {
    tag: 'Back office', summary: 'Takes back a result that was not given yet', scope: 'handle',
    description: 'The wrong file, or one that the scan refused.',
    answers: { 204: { description: 'It is not there, now or since the same request before.' } }, problems: [404, 409],
  },
  officeWebhooks: {
    tag: 'Webhooks', summary: 'Your webhooks, without their secrets', scope: 'webhooks', etag: true,
    description: 'Whole, without pages: an integrator has five at most.',
    answers: { 200: { description: 'At most five.', schema: 'Webhooks' } }, problems: [],
  },
  officeAddWebhook: {
    tag: 'Webhooks', summary: 'Has events of your dossiers posted to you', scope: 'webhooks', body: 'WebhookWrite',
    description: 'By the Standard Webhooks specification: headers webhook-id (the event\'s id), webhook-timestamp, webhook-signature. The body is `{type, timestamp, data: {version, agency, procedure, index, event}}`, made from the immutable event: ids, codes, types, states and dates. No answer is in it, and what people wrote (reasons, notes, officers) only where a key with the scope `answers` made the webhook with `texts`; the hash is that of the whole event. In order for each dossier, at least once, retried for three days; 2xx is success, redirects are not followed.',
    answers: { 201: { description: 'Store the secret at once.', schema: 'NewWebhook' } }, problems: WEBHOOK_POST,
  },
  officeChangeWebhook: {
    tag: 'Webhooks', summary: 'Moves, narrows, stops or resumes a webhook', scope: 'webhooks', body: 'WebhookWrite',
    description: 'What is not told goes back to what a new one has: all types, active. One with `texts` is changed only by a key that has the scope `answers`, too.',
    answers: { 200: { description: 'Changed.', schema: 'Webhook' } }, problems: [...WEBHOOK_POST, 404],
  },
  officeRemoveWebhook: {
    tag: 'Webhooks', summary: 'Ends a webhook', scope: 'webhooks',
    description: 'What is not delivered by now is not sent any more; the feed has it.',
    answers: { 204: { description: 'There is no such webhook any more.' } }, problems: [404],
  },
  officeWebhookRotation: {
    tag: 'Webhooks', summary: 'A new secret; the old one signs along for a while', scope: 'webhooks', body: 'Rotation',
    description: 'While both hold, each message has two signatures.',
    answers: { 201: { description: 'Store the secret at once.', schema: 'NewWebhook' } }, problems: [404, 409, 413, 415, 422],
  },
  officeDeadLetters: {
    tag: 'Webhooks', summary: 'Events that could not be delivered in three days', scope: 'webhooks',
    description: 'In pages, oldest first: ask again with the cursor until none comes. They are kept for thirty days; the feed has every event for ever.',
    answers: { 200: { description: 'A page of dead letters.', schema: 'DeadLetters' } }, problems: [404, 422],
  },
  officeReplay: {
    tag: 'Webhooks', summary: 'Delivers events again: the same id, the same bytes', scope: 'webhooks', body: 'Replay',
    description: 'Events that this webhook was sent in the last thirty days, dead or delivered, by their ids. In a sandbox any event of your dossiers, from before the webhook was made too.',
    answers: { 200: { description: 'They are on their way.', schema: 'Replayed' } }, problems: [...WEBHOOK_POST, 404],
  },
}
