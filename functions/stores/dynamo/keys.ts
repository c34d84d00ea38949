import { createHash } from 'node:crypto'

/** Primary key of an item; both parts are strings. */
export type Key = { readonly pk: string; readonly sk: string }

/** Attributes that the table's definition names; `ttl` is in seconds since 1970, on drafts, counts of calls, webhooks' messages, endpoints that were removed, and parts of an index that was replaced. */
export const ATTRIBUTES = { pk: 'pk', sk: 'sk', ttl: 'ttl' } as const

/** Sparse: only heads with something in the outbox, and webhooks' messages that are not through, carry its two attributes. Sharded, so that no partition takes every submit. */
export const OUTBOX_INDEX = { name: 'outbox', pk: 'obxShard', sk: 'obxAt', shards: 8 } as const

/** Sort key of every head: the table's stream rings the relay for these alone. */
export const HEAD = 'HEAD'

const PREFIX = { dossier: 'D#', code: 'CODE#', counter: 'SEQ#', procedure: 'P#', feedback: 'F#', version: 'V#', index: 'INDEX#', part: 'PART#', integrator: 'I#', apiKey: 'K#', quota: 'Q#', feed: 'FEED#', number: 'N#', endpoint: 'W#', message: 'M#' } as const
const CATALOGUE = 'CATALOGUE'
const INTEGRATORS = 'INTEGRATORS'
const WEBHOOKS = 'WEBHOOKS'

const padded = (prefix: string, number: number): string => `${prefix}${String(number).padStart(8, '0')}`

export const headKey = (id: string): Key => ({ pk: `${PREFIX.dossier}${id}`, sk: HEAD })
export const codeKey = (code: string): Key => ({ pk: `${PREFIX.code}${code}`, sk: 'ALIAS' })
export const counterKey = (agency: string, day: string): Key => ({ pk: `${PREFIX.counter}${agency}#${day}`, sk: 'COUNTER' })
export const versionKey = (code: string, version: number): Key => ({ pk: `${PREFIX.procedure}${code}`, sk: padded(PREFIX.version, version) })
/** Pointer to the current version and line of the catalogue in one item: neither can be there without the other. */
export const catalogueKey = (code: string): Key => ({ pk: CATALOGUE, sk: `${PREFIX.procedure}${code}` })
/** Which index of the catalogue is read, and the parts of one, which never change. */
export const indexKey = (): Key => ({ pk: 'INDEX', sk: 'CURRENT' })
export const indexPartKey = (id: string, part: number): Key => ({ pk: `${PREFIX.index}${id}`, sk: padded(PREFIX.part, part) })
/** `day`: 2026-07-14. */
export const feedbackKey = (day: string, id: string): Key => ({ pk: `${PREFIX.feedback}${day.slice(0, 7)}`, sk: `${day}#${id}` })
export const feedKey = (agency: string, number: number): Key => ({ pk: `${PREFIX.feed}${agency}`, sk: padded(PREFIX.number, number) })
export const integratorKey = (id: string): Key => ({ pk: INTEGRATORS, sk: `${PREFIX.integrator}${id}` })
export const apiKeyKey = (integrator: string, id: string): Key => ({ pk: `${PREFIX.integrator}${integrator}`, sk: `${PREFIX.apiKey}${id}` })
export const quotaKey = (integrator: string, minute: string): Key => ({ pk: `${PREFIX.quota}${integrator}`, sk: minute })
export const endpointKey = (integrator: string, id: string): Key => ({ pk: WEBHOOKS, sk: `${PREFIX.endpoint}${integrator}#${id}` })
/** How far a sandbox's clock was moved. */
export const clockKey = (): Key => ({ pk: 'CLOCK', sk: 'AHEAD' })
export const messageKey = (endpoint: string, dossierId: string, seq: number): Key => ({ pk: `${PREFIX.endpoint}${endpoint}`, sk: padded(`${PREFIX.message}${dossierId}#`, seq) })

/** What a message's sort key begins with: the stream rings the delivery for new ones. */
export const MESSAGE_PREFIX = PREFIX.message

/** Partition and prefix of the items that a query lists. */
export const partsOf = (id: string): { readonly pk: string; readonly prefix: string } => ({ pk: `${PREFIX.index}${id}`, prefix: PREFIX.part })
export const wholeCatalogue = (): { readonly pk: string; readonly prefix: string } => ({ pk: CATALOGUE, prefix: PREFIX.procedure })
export const allIntegrators = (): { readonly pk: string; readonly prefix: string } => ({ pk: INTEGRATORS, prefix: PREFIX.integrator })
export const keysOfIntegrator = (id: string): { readonly pk: string; readonly prefix: string } => ({ pk: `${PREFIX.integrator}${id}`, prefix: PREFIX.apiKey })
export const allEndpoints = (): { readonly pk: string; readonly prefix: string } => ({ pk: WEBHOOKS, prefix: PREFIX.endpoint })
export const messagesOfDossier = (endpoint: string, dossierId: string): { readonly pk: string; readonly prefix: string } => ({ pk: `${PREFIX.endpoint}${endpoint}`, prefix: `${PREFIX.message}${dossierId}#` })

/** Partitions that a job may be let into alone, as IAM writes them; `waiting` is one of the outbox index. */
export const PARTITIONS = {
  integrators: [INTEGRATORS, `${PREFIX.integrator}*`], endpoints: [WEBHOOKS], messages: [`${PREFIX.endpoint}*`], waiting: ['HOOK#*'], clock: [clockKey().pk],
} as const

/** Id of the dossier whose head this key is; undefined for every other item. */
export const readHeadKey = ({ pk, sk }: Key): string | undefined =>
  sk === HEAD && pk.startsWith(PREFIX.dossier) ? pk.slice(PREFIX.dossier.length) : undefined

/** What publishing has written: it outlives a reset of a sandbox. */
export const isPublished = ({ pk }: Key): boolean => pk === CATALOGUE || pk === indexKey().pk || pk.startsWith(PREFIX.procedure) || pk.startsWith(PREFIX.index)
/** Integrators, their keys and their webhooks; no message and no count of calls. */
export const belongsToIntegrators = ({ pk }: Key): boolean => pk === INTEGRATORS || pk === WEBHOOKS || pk.startsWith(PREFIX.integrator)

/** Partition of the outbox index in which a dossier waits. */
export const outboxShard = (id: string): string => `OBX#${(createHash('sha256').update(id).digest()[0] ?? 0) % OUTBOX_INDEX.shards}`
export const outboxShards = (): readonly string[] => Array.from({ length: OUTBOX_INDEX.shards }, (_none, shard) => `OBX#${shard}`)

/** Partitions of the same index in which an endpoint's messages wait, and lie dead. */
export const hookShard = (endpoint: string): string => `HOOK#${endpoint}`
export const deadShard = (endpoint: string): string => `DEAD#${endpoint}`
