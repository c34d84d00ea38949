import type { JsonObject } from '../../../forms/index.ts'
import { STEPS } from '../../core/handling.ts'
import { SCOPES } from '../../core/integrator.ts'
import { ACTIONS } from '../../core/life-cycle.ts'
import { attachmentState, closed, list, open, ref, status, text, time, version, whole } from '../shapes.ts'

/** What a person wrote: told to keys that may read the answers. */
const written: JsonObject = { type: 'string', description: 'Absent for a key without the scope `answers`.' }

const officeFile: JsonObject = closed({
  id: text, component: { type: 'string', description: 'Id of the paper in the procedure; @result for a result.' }, fileName: written, type: text, bytes: whole, sha256: text, state: attachmentState, addedAt: time, reason: text,
  supplement: { type: 'integer', description: 'Number of the supplement that it came with.' },
}, ['fileName', 'reason', 'supplement'])

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
const webhook: JsonObject = closed({ id: text, url: text, types: list(text), active: { type: 'boolean' }, texts: { type: 'boolean', description: 'Whether events come with what people wrote.' }, createdAt: time, secrets: { type: 'integer', description: 'That sign now: two while a rotation overlaps.' } })

/** Shapes of the back offices' calls. */
export const OFFICE_SHAPES = {
  Self: closed({
    integrator: closed({ id: text, name: text, agencies: list(text), procedures: list(text), perMinute: whole, createdAt: time }),
    key: ref('Key'),
  }),
  Key: closed({ id: text, scopes, createdAt: time, endsAt: time }, ['endsAt']),
  Rotation: closed({ overlapHours: { type: 'integer', minimum: 0, maximum: 168, description: 'How long the present key holds on; 24 unless told.' } }, ['overlapHours']),
  Event: closed({ id: text, dossierId: text, seq: { type: 'integer', description: 'Index in the dossier, from 1 without a gap.' }, type: text, at: time, actor: { enum: ['citizen', 'officer', 'system'] }, data: { ...open, description: 'Facts of the event: ids, codes, states, dates. With the scope `answers` (a webhook: with `texts`) what people wrote, too: reasons, notes, officers.' }, prevHash: text, hash: { type: 'string', description: 'Of the whole event, what people wrote included.' } }),
  Feed: closed({ events: list(closed({ agency: text, procedure: text, event: ref('Event') })), cursor: text, more: { type: 'boolean', description: 'True: ask again at once.' } }),
  History: closed({ code: text, events: list(ref('Event')) }),
  OfficeFile: officeFile,
  OfficeDossier: closed({
    id: text, code: text, revision: whole, status, national: whole, procedure: version, agency: text, submittedAt: time, dueAt: time, due: ref('Due'), contentHash: text,
    allowed: list({ enum: [...ACTIONS] }), supplements: { type: 'integer', description: 'Asked for so far; the law has two.' }, receivedAt: time, step: { enum: [...STEPS] }, department: written,
    supplement: ref('SupplementRequest'), payment: ref('Payment'), repromised: ref('Repromise'), ended: ref('Ended'), results: list(ref('OfficeFile')),
  }, ['receivedAt', 'step', 'department', 'supplement', 'payment', 'repromised', 'ended']),
  OfficeContent: closed({ code: text, revision: whole, procedure: version, lang: { enum: ['vi', 'en'] }, answers: ref('Answers'), files: list(ref('OfficeFile')), contentHash: text }),
  Action: { oneOf: ACTION_BODIES, discriminator: { propertyName: 'action' } },
  Handled: closed({ event: ref('Event'), dossier: ref('OfficeDossier') }),
  ResultClaim: closed({ fileName: text, type: text, bytes: whole, sha256: { type: 'string', description: 'SHA-256 of the content, base64.' } }),
  ResultTicket: closed({ attachment: ref('OfficeFile'), upload: closed({ url: text, fields: { type: 'object', additionalProperties: text }, expiresAt: text }) }),
  ResultState: closed({ attachment: ref('OfficeFile') }),
  Payment: closed({ amount: { type: 'integer', description: 'VND.' }, reason: written, askedAt: time, paidAt: time }, ['reason', 'paidAt']),
  Repromise: closed({ from: time, dueAt: time, reason: written, apology: written, at: time }, ['reason', 'apology']),
  Ended: closed({ reason: written, at: time }, ['reason']),
  Webhook: webhook,
  Webhooks: closed({ webhooks: list(ref('Webhook')) }),
  WebhookWrite: closed({ url: { type: 'string', description: 'https, to a public address.' }, types: { ...list(text), description: 'Event types; all of them unless told.' }, active: { type: 'boolean' }, texts: { type: 'boolean', description: 'Events come with what people wrote. Only by a key with the scope `answers`, and only when the webhook is made; false unless told.' } }, ['types', 'active', 'texts']),
  NewWebhook: closed({ webhook: ref('Webhook'), secret: { type: 'string', description: 'whsec_…; it is shown this once.' } }),
  DeadLetters: closed({ messages: list(closed({ id: text, type: text, dossierId: text, index: whole, attempts: whole, since: time, endedAt: time, lastError: text }, ['lastError'])) }),
  Replay: closed({ ids: { type: 'array', items: text, minItems: 1, maxItems: 100, description: 'Ids of events.' } }),
  Replayed: closed({ ids: list(text) }),
  NewKey: closed({ key: ref('Key'), text: { type: 'string', description: 'The key. It is shown this once.' } }),
} satisfies Record<string, JsonObject>
