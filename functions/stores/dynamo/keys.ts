import { createHash } from 'node:crypto'

/** Primary key of an item; both parts are strings. */
export type Key = { readonly pk: string; readonly sk: string }

/** Attributes that the table's definition names; `ttl` is in seconds since 1970, on drafts and on parts of an index that was replaced. */
export const ATTRIBUTES = { pk: 'pk', sk: 'sk', ttl: 'ttl' } as const

/** Sparse: only heads with something in the outbox carry its two attributes. Sharded, so that no partition takes every submit. */
export const OUTBOX_INDEX = { name: 'outbox', pk: 'obxShard', sk: 'obxAt', shards: 8 } as const

/** Sort key of every head: the table's stream rings the relay for these alone. */
export const HEAD = 'HEAD'

const PREFIX = { dossier: 'D#', code: 'CODE#', counter: 'SEQ#', procedure: 'P#', feedback: 'F#', event: 'E#', version: 'V#', index: 'INDEX#', part: 'PART#' } as const
const CATALOGUE = 'CATALOGUE'

const padded = (prefix: string, number: number): string => `${prefix}${String(number).padStart(8, '0')}`

export const headKey = (id: string): Key => ({ pk: `${PREFIX.dossier}${id}`, sk: HEAD })
export const eventKey = (id: string, seq: number): Key => ({ pk: `${PREFIX.dossier}${id}`, sk: padded(PREFIX.event, seq) })
export const codeKey = (code: string): Key => ({ pk: `${PREFIX.code}${code}`, sk: 'ALIAS' })
export const counterKey = (agency: string, day: string): Key => ({ pk: `${PREFIX.counter}${agency}#${day}`, sk: 'COUNTER' })
export const versionKey = (code: string, version: number): Key => ({ pk: `${PREFIX.procedure}${code}`, sk: padded(PREFIX.version, version) })
/** Pointer to the current version and line of the catalogue in one item: neither can be there without the other. */
export const catalogueKey = (code: string): Key => ({ pk: CATALOGUE, sk: `${PREFIX.procedure}${code}` })
/** Which index of the catalogue is read, and the parts of one, which never change. */
export const indexKey = (): Key => ({ pk: 'INDEX', sk: 'CURRENT' })
export const indexPartKey = (id: string, part: number): Key => ({ pk: `${PREFIX.index}${id}`, sk: padded(PREFIX.part, part) })
export const feedbackKey = (month: string, at: string, id: string): Key => ({ pk: `${PREFIX.feedback}${month}`, sk: `${at}#${id}` })

/** Partition and prefix of the items that a query lists. */
export const eventsOf = (id: string): { readonly pk: string; readonly prefix: string } => ({ pk: `${PREFIX.dossier}${id}`, prefix: PREFIX.event })
export const partsOf = (id: string): { readonly pk: string; readonly prefix: string } => ({ pk: `${PREFIX.index}${id}`, prefix: PREFIX.part })
export const wholeCatalogue = (): { readonly pk: string; readonly prefix: string } => ({ pk: CATALOGUE, prefix: PREFIX.procedure })

/** Id of the dossier whose head this key is; undefined for every other item. */
export const readHeadKey = ({ pk, sk }: Key): string | undefined =>
  sk === HEAD && pk.startsWith(PREFIX.dossier) ? pk.slice(PREFIX.dossier.length) : undefined

/** Partition of the outbox index in which a dossier waits. */
export const outboxShard = (id: string): string => `OBX#${(createHash('sha256').update(id).digest()[0] ?? 0) % OUTBOX_INDEX.shards}`
export const outboxShards = (): readonly string[] => Array.from({ length: OUTBOX_INDEX.shards }, (_none, shard) => `OBX#${shard}`)
