import type { JsonObject } from '../../forms/index.ts'

const text: JsonObject = { type: 'string' }

/** Headers of answers. Those on calls and quota are told in every answer to an integrator whose key is known (draft-ietf-httpapi-ratelimit-headers). */
const HEADERS = {
  ETag: { description: 'Tag of what was told: a revision, or a hash of the body.', schema: text, example: '"3"' },
  Location: { description: 'Where it is.', schema: text, example: '/api/v1/dossiers/H26-260714-0001' },
  'Retry-After': { description: 'Seconds.', schema: { type: 'integer', minimum: 1 }, example: 42 },
  'WWW-Authenticate': { description: 'How a key is shown.', schema: text, example: 'Bearer' },
  'RateLimit-Policy': { description: 'Calls that a minute holds.', schema: text, example: '"calls";q=600;w=60' },
  RateLimit: { description: 'What is left of this minute, and the seconds that it lasts.', schema: text, example: '"calls";r=599;t=42' },
} satisfies Record<string, JsonObject>

export type AnswerHeader = keyof typeof HEADERS

const OF_PROBLEM: Readonly<Record<number, readonly AnswerHeader[]>> = { 401: ['WWW-Authenticate'], 429: ['Retry-After'], 503: ['Retry-After'] }

/** Before the key is read (413, by length), when it opens nothing, or when we fail ourselves, no quota is known. */
const WITHOUT_QUOTA: ReadonlySet<number> = new Set([401, 413, 500, 503])

const tell = (names: readonly AnswerHeader[]): JsonObject => (names.length === 0 ? {} : { headers: Object.fromEntries(names.map((name) => [name, HEADERS[name]])) })

/** Headers of one answer; `own` are those that only this call gives. */
export const headersOf = (status: number, own: readonly AnswerHeader[], isCounted: boolean): JsonObject =>
  tell([...own, ...(OF_PROBLEM[status] ?? []), ...(isCounted && !WITHOUT_QUOTA.has(status) ? ['RateLimit-Policy', 'RateLimit'] as const : [])])
