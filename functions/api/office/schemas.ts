import type { JsonObject } from '../../../forms/index.ts'
import { STEPS } from '../../core/handling.ts'
import { SCOPES } from '../../core/integrator.ts'
import { ACTIONS } from '../../core/life-cycle.ts'
import { actor, attachmentState, closed, day, dossierCode, eventType, flag, list, mediaType, oneOf, open, procedureCode, ref, said, sha256, status, text, time, uploadForm, uuid, version, whole, words } from '../shapes.ts'

/** What a person wrote: told to keys that may read the answers. */
const written: JsonObject = said(text, 'Absent for a key without the scope `answers`.')

const officeFile: JsonObject = closed({
  id: uuid, component: said(text, 'Id of the paper in the procedure; @result for a result.'), fileName: written, type: mediaType, bytes: whole, sha256, state: attachmentState, addedAt: time, reason: text,
  supplement: said(whole, 'Number of the supplement that it came with.'),
}, ['fileName', 'reason', 'supplement'])

const told: JsonObject = said({ ...text, maxLength: 2000 }, 'The citizen reads it as it is.')
const toldOfItem: JsonObject = { ...told, maxLength: 500 }
const short: JsonObject = { ...text, maxLength: 200 }
const actionBody = (name: string, properties: JsonObject = {}, optional: readonly string[] = []): JsonObject =>
  closed({ action: { ...text, const: name }, ...properties, officer: said(short, 'Who did it, for the history.') }, [...optional, 'officer'])

/** The body of each action, a shape of its own: the action's name tells which. */
const ACTION_SHAPES = {
  Receive: actionBody('receive', { note: told }, ['note']),
  Refuse: actionBody('refuse', { reason: told }),
  Progress: actionBody('progress', { step: oneOf(...STEPS), department: short, note: told }, ['step', 'department', 'note']),
  RequestSupplement: actionBody('request-supplement', {
    reason: told, fields: list(closed({ pointer: { ...text, maxLength: 300 }, reason: toldOfItem })), papers: list(closed({ component: { ...text, maxLength: 300 }, reason: toldOfItem })), until: day,
  }, ['fields', 'papers', 'until']),
  RequestPayment: actionBody('request-payment', { amount: said({ type: 'integer', minimum: 1, maximum: 1e12 }, 'VND.'), reason: told }),
  ConfirmPayment: actionBody('confirm-payment', { note: told }, ['note']),
  PromiseAgain: actionBody('repromise', { dueAt: time, reason: told, apology: told }),
  Stop: actionBody('stop', { reason: told }),
  Finish: actionBody('finish', { files: said(list(text), 'Ids of result files that are clean.'), note: told }, ['files', 'note']),
  Return: actionBody('return', { note: told }, ['note']),
  Withdraw: actionBody('withdraw', { reason: told }),
} satisfies Record<string, JsonObject>

const ACTION_NAMES = Object.keys(ACTION_SHAPES) as readonly (keyof typeof ACTION_SHAPES)[]

const nameOf = (shape: JsonObject): string => String(((shape['properties'] as JsonObject)['action'] as JsonObject)['const'])

const action: JsonObject = {
  oneOf: ACTION_NAMES.map(ref),
  discriminator: { propertyName: 'action', mapping: Object.fromEntries(ACTION_NAMES.map((name) => [nameOf(ACTION_SHAPES[name]), `#/components/schemas/${name}`])) },
}

const integratorId: JsonObject = { ...text, examples: ['ba-dinh'] }
const keyId: JsonObject = { ...text, examples: ['K7QH3MPA'] }
const eventId: JsonObject = { ...text, examples: ['0d6f2c1e-8f5b-4c7a-9d55-2f4f0f1f6a11-1'] }
const index = said(whole, 'Index in the dossier, from 1 without a gap.')

const webhookShapes = {
  Webhook: closed({ id: { ...text, examples: ['K7QH3MPAWX'] }, url: text, types: list(text), active: flag, texts: said(flag, 'Whether events come with what people wrote.'), createdAt: time, secrets: said(whole, 'That sign now: two while a rotation overlaps.') }),
  Webhooks: closed({ webhooks: list(ref('Webhook')) }),
  WebhookWrite: closed({ url: said(text, 'https, to a public address.'), types: said(list(text), 'Event types; all of them unless told.'), active: flag, texts: said(flag, 'Events come with what people wrote. Only by a key with the scope `answers`, and only when the webhook is made; false unless told.') }, ['types', 'active', 'texts']),
  NewWebhook: closed({ webhook: ref('Webhook'), secret: said(text, 'whsec_…; it is shown this once.') }),
  DeadLetters: closed({
    messages: list(closed({ id: eventId, type: eventType, dossierId: uuid, index, attempts: whole, since: time, endedAt: time, lastError: text }, ['lastError'])),
    cursor: said(text, 'Send it back for the next page; absent on the last.'),
  }, ['cursor']),
  Replay: closed({ ids: { type: 'array', items: text, minItems: 1, maxItems: 100, description: 'Ids of events.' } }),
  Replayed: closed({ ids: list(text) }),
} satisfies Record<string, JsonObject>

/** Shapes of the back offices' calls. */
export const OFFICE_SHAPES = {
  Self: closed({
    integrator: closed({ id: integratorId, name: text, agencies: list(text), procedures: list(text), origins: said(list(text), 'Of sites that may embed forms.'), perMinute: whole, createdAt: time }, ['origins']),
    key: ref('Key'),
    sandbox: said(closed({ now: { ...time, examples: ['2026-12-24T08:00:00+07:00'] }, moved: said(flag, 'Ahead of the real time.') }), 'On a sandbox alone.'),
  }, ['sandbox']),
  Key: closed({ id: keyId, scopes: list(oneOf(...SCOPES)), createdAt: time, endsAt: time }, ['endsAt']),
  Rotation: closed({ overlapHours: said({ type: 'integer', minimum: 0, maximum: 168 }, 'How long the present one holds on; 24 unless told.') }, ['overlapHours']),
  NewKey: closed({ key: ref('Key'), text: said(text, 'The key. It is shown this once.') }),
  Event: closed({ id: eventId, dossierId: uuid, seq: index, type: eventType, at: time, actor, data: said(open, 'Facts of the event: ids, codes, states, dates. With the scope `answers` (a webhook: with `texts`) what people wrote, too: reasons, notes, officers.'), prevHash: said(words, 'Of the event before; empty in the first.'), hash: said(text, 'Of the whole event, what people wrote included.') }),
  Feed: closed({ events: list(closed({ agency: text, procedure: procedureCode, event: ref('Event') })), cursor: said(text, 'Store it, and go on with it.'), more: said(flag, 'True: ask again at once.') }),
  History: closed({ code: dossierCode, events: list(ref('Event')) }),
  OfficeFile: officeFile,
  OfficeDossier: closed({
    id: uuid, code: dossierCode, revision: whole, status, national: said({ type: 'integer', minimum: 1, maximum: 10 }, 'Number of the national status.'), procedure: version, agency: text, submittedAt: time, dueAt: time, due: ref('Due'), contentHash: text,
    allowed: list(oneOf(...ACTIONS)), supplements: said(whole, 'Asked for so far; the law has two.'), receivedAt: time, step: oneOf(...STEPS), department: written,
    supplement: ref('SupplementRequest'), payment: ref('Payment'), repromised: ref('Repromise'), ended: ref('Ended'), results: list(ref('OfficeFile')),
  }, ['receivedAt', 'step', 'department', 'supplement', 'payment', 'repromised', 'ended']),
  OfficeContent: closed({ code: dossierCode, revision: whole, procedure: version, lang: oneOf('vi', 'en'), answers: ref('Answers'), files: list(ref('OfficeFile')), contentHash: text }),
  Action: action,
  ...ACTION_SHAPES,
  Handled: closed({ event: ref('Event'), dossier: ref('OfficeDossier') }),
  ResultClaim: closed({ fileName: { ...text, maxLength: 300 }, type: mediaType, bytes: whole, sha256 }),
  ResultTicket: closed({ attachment: ref('OfficeFile'), upload: uploadForm }),
  ResultState: closed({ attachment: ref('OfficeFile') }),
  Payment: closed({ amount: said(whole, 'VND.'), reason: written, askedAt: time, paidAt: time }, ['reason', 'paidAt']),
  Repromise: closed({ from: time, dueAt: time, reason: written, apology: written, at: time }, ['reason', 'apology']),
  Ended: closed({ reason: written, at: time }, ['reason']),
  ...webhookShapes,
} satisfies Record<string, JsonObject>
