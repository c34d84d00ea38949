import type { Issue, Json, MessageKey, MessageParams } from '../../forms/index.ts'

type Entry = { readonly status: number; readonly message: MessageKey; readonly retryAfter?: number }

/** Every refusal that a use case can give: HTTP status, message key, seconds after which a repeat makes sense. */
export const ERRORS = {
  'bad-request': { status: 400, message: 'error.bad-request' },
  /** Not UTF-8, or a broken percent escape: refused rather than stored wrong. */
  'bad-encoding': { status: 400, message: 'error.bad-encoding' },
  'bad-json': { status: 400, message: 'error.bad-json' },
  /** A post that another site sent in the citizen's name. */
  'cross-site': { status: 403, message: 'error.cross-site' },
  /** An element of ours on a site that is not registered; params: origin. */
  'origin-not-registered': { status: 403, message: 'error.origin-not-registered' },
  'unknown-field': { status: 400, message: 'error.unknown-field' },
  /** params: name, known (a list). */
  'unknown-parameter': { status: 400, message: 'error.unknown-parameter' },
  'not-found': { status: 404, message: 'error.not-found' },
  'procedure-not-found': { status: 404, message: 'error.procedure-not-found' },
  /** The posting exists, but this procedure is not applied for online. */
  'not-online': { status: 409, message: 'error.not-online' },
  /** Never there, gone after its 30 days, or somebody else's: one answer for all, so that nothing can be probed. */
  'draft-not-found': { status: 404, message: 'error.draft-not-found' },
  /** A page of a draft that has become a dossier; params: id. The host leads on to the receipt. */
  'already-submitted': { status: 409, message: 'error.already-submitted' },
  'edit-conflict': { status: 409, message: 'error.edit-conflict' },
  'resume-wrong': { status: 403, message: 'error.resume-wrong' },
  'resume-locked': { status: 429, message: 'error.resume-locked', retryAfter: 3600 },
  'dossier-not-found': { status: 404, message: 'error.dossier-not-found' },
  'tracking-wrong': { status: 403, message: 'error.tracking-wrong' },
  'dossier-invalid': { status: 422, message: 'error.dossier-invalid' },
  /** params: field (title or pointer), kilobytes, limit. */
  'answers-too-large': { status: 413, message: 'error.answers-too-large' },
  /** The head would not fit into the table; params as above. */
  'dossier-too-large': { status: 413, message: 'error.dossier-too-large' },
  'body-too-large': { status: 413, message: 'error.body-too-large' },
  'unsupported-media-type': { status: 415, message: 'error.unsupported-media-type' },
  'idempotency-key-missing': { status: 400, message: 'error.idempotency-key-missing' },
  'idempotency-conflict': { status: 409, message: 'error.idempotency-conflict' },
  'precondition-required': { status: 428, message: 'error.precondition-required' },
  'precondition-failed': { status: 412, message: 'error.precondition-failed' },
  'feedback-invalid': { status: 422, message: 'error.feedback-invalid' },
  unavailable: { status: 503, message: 'error.unavailable', retryAfter: 5 },
  internal: { status: 500, message: 'error.internal' },
  /** params: component. */
  'paper-unknown': { status: 404, message: 'attachment.paper-unknown' },
  'file-not-found': { status: 404, message: 'attachment.not-found' },
  /** The address of a file was followed after its ten minutes. */
  'grant-over': { status: 410, message: 'attachment.grant-over' },
  'file-not-arrived': { status: 409, message: 'attachment.not-arrived' },
  'file-not-clean': { status: 409, message: 'attachment.not-clean' },
  /** params: file (name). */
  'result-not-clean': { status: 409, message: 'attachment.result-not-clean' },
  'file-empty': { status: 422, message: 'attachment.empty' },
  /** params: size, limit (MB as the citizen reads them). */
  'file-too-large': { status: 413, message: 'attachment.too-large' },
  /** More than one post through a page can carry; params: limit (MB). */
  'file-too-large-here': { status: 413, message: 'attachment.too-large-here' },
  /** params: accept, a list such as "PDF, JPG". */
  'file-type': { status: 415, message: 'attachment.type' },
  'file-content': { status: 422, message: 'attachment.wrong-content' },
  /** params: limit. */
  'file-too-many': { status: 409, message: 'attachment.too-many' },
  /** A result that the citizen has already. */
  'file-given': { status: 409, message: 'attachment.given' },
  /** params: file. */
  'file-twice': { status: 422, message: 'attachment.twice' },
  'file-checksum': { status: 400, message: 'attachment.checksum' },
  /** Unknown, forged, ended, revoked: one answer for all. */
  'key-wrong': { status: 401, message: 'error.key-wrong' },
  /** params: scope. */
  'scope-missing': { status: 403, message: 'error.scope-missing' },
  /** params: limit; facts: retryAfter, in seconds. */
  'quota-exceeded': { status: 429, message: 'error.quota-exceeded' },
  /** params: field, shouldBe. */
  'value-wrong': { status: 422, message: 'error.value-wrong' },
  'endpoint-not-found': { status: 404, message: 'error.endpoint-not-found' },
  /** params: limit, until. */
  'too-many-secrets': { status: 409, message: 'error.too-many-secrets' },
  'form-not-found': { status: 404, message: 'error.form-not-found' },
  'message-not-found': { status: 404, message: 'error.message-not-found' },
  /** The life-cycle has no such step from here; facts: status, revision, allowed. */
  'not-allowed': { status: 409, message: 'error.not-allowed' },
  /** params of these three: basis, the law that says so; facts as above. */
  'too-many-supplements': { status: 409, message: 'error.too-many-supplements' },
  'already-repromised': { status: 409, message: 'error.already-repromised' },
  'still-waiting': { status: 409, message: 'error.still-waiting' },
  'nothing-asked': { status: 409, message: 'error.nothing-asked' },
  /** params: limit. */
  'pins-count': { status: 422, message: 'error.pins-count' },
  /** params: pin. */
  'pin-twice': { status: 422, message: 'error.pin-twice' },
  /** params: pin; papers, the ids that may be named. */
  'paper-not-open': { status: 422, message: 'error.paper-not-open' },
  /** It decides which agency has the dossier; params: pin. */
  'pin-agency': { status: 422, message: 'error.pin-agency' },
  /** params: pin. */
  'pin-unknown': { status: 422, message: 'error.pin-unknown' },
  /** Time travel and reset, asked of a portal that is no sandbox. */
  'sandbox-only': { status: 409, message: 'error.sandbox-only' },
  /** params: now, what the sandbox's clock shows. */
  'clock-not-later': { status: 422, message: 'error.clock-not-later' },
  /** params: date. */
  'date-not-later': { status: 422, message: 'error.date-not-later' },
  /** params: date, the latest that may be named. */
  'date-too-far': { status: 422, message: 'error.date-too-far' },
  /** params: date; next, the working day after it. */
  'date-day-off': { status: 422, message: 'error.date-day-off' },
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof ERRORS

/** What a program needs to know besides: problem+json carries it as members of its own (RFC 9457 §3.2). */
export type Facts = Readonly<Record<string, Json>>

/** A named refusal: data from the catalogue, with what the sentence needs and, for answers, the issues. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly params: MessageParams
  readonly issues: readonly Issue[]
  readonly facts: Facts

  constructor(code: ErrorCode, params: MessageParams = {}, issues: readonly Issue[] = [], facts: Facts = {}) {
    super(code)
    this.code = code
    this.params = params
    this.issues = issues
    this.facts = facts
  }
}

/** Catalogue entry of a code: status, message key and, where a repeat makes sense, the seconds to wait. */
export const errorEntry = (code: ErrorCode): Entry => ERRORS[code]

/** A value that cannot be taken, and what it should be: the field by its name, the rest as few signs as say it in both languages. */
export const refuseValue = (field: string, shouldBe: string): never => { throw new AppError('value-wrong', { field, shouldBe }) }
