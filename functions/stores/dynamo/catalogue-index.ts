import { randomUUID } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { buildIndex } from '../../../forms/engine/catalogue-index.ts'
import type { CatalogueIndex } from '../../../forms/index.ts'
import { ConditionFailed, type CatalogueEntry, type IndexPointer, type ProcedureStore } from '../../core/ports.ts'
import { calling } from '../failures.ts'
import { indexKey, indexPartKey, partsOf } from './keys.ts'
import { getItem, putNew, queryAll, type Table } from './table.ts'

type Index = CatalogueIndex<CatalogueEntry>

/** An item holds 400 KB. */
const PART = 350 * 1024
/** Whoever read the old pointer reads its parts within seconds. */
const GRACE_SECONDS = 3600
const TRIES = 3

const pack = (index: Index): readonly Uint8Array[] => {
  const packed = gzipSync(JSON.stringify(index))
  return Array.from({ length: Math.ceil(packed.length / PART) }, (_none, part) => packed.subarray(part * PART, (part + 1) * PART))
}

const readPointer = async (at: Table): Promise<IndexPointer | undefined> => {
  const item = await getItem(at, indexKey())
  return item && { revision: Number(item['revision']), id: String(item['id']), parts: Number(item['parts']), contentHash: String(item['contentHash']) }
}

/** Undefined where parts are gone: another index took its place meanwhile. */
const readParts = async (at: Table, { id, parts }: IndexPointer): Promise<Index | undefined> => {
  const items = await queryAll(at, partsOf(id))
  if (items.length !== parts) return undefined
  return JSON.parse(gunzipSync(Buffer.concat(items.map(({ body }) => body as Uint8Array))).toString()) as Index
}

const expire = async ({ client, table }: Table, { id, parts }: Pick<IndexPointer, 'id' | 'parts'>): Promise<void> => {
  const ttl = Math.floor(Date.now() / 1000) + GRACE_SECONDS
  for (let part = 0; part < parts; part++) {
    await calling(() => client.send(new UpdateCommand({ TableName: table, Key: indexPartKey(id, part), UpdateExpression: 'SET #ttl = :ttl', ExpressionAttributeNames: { '#ttl': 'ttl' }, ExpressionAttributeValues: { ':ttl': ttl } })))
  }
}

const putPointer = ({ client, table }: Table, pointer: IndexPointer, previous: IndexPointer | undefined): Promise<void> => calling(async () => {
  await client.send(new PutCommand({
    TableName: table, Item: { ...indexKey(), ...pointer },
    ConditionExpression: previous === undefined ? 'attribute_not_exists(pk)' : 'id = :previous',
    ...(previous === undefined ? {} : { ExpressionAttributeValues: { ':previous': previous.id } }),
  }))
})

const moveIndex = async (at: Table, index: Index, contentHash: string, previous: IndexPointer | undefined): Promise<void> => {
  const bodies = pack(index)
  const pointer: IndexPointer = { revision: (previous?.revision ?? 0) + 1, id: randomUUID(), parts: bodies.length, contentHash }
  for (const [part, body] of bodies.entries()) await putNew(at, { ...indexPartKey(pointer.id, part), body })
  try {
    await putPointer(at, pointer, previous)
  } catch (error) {
    // The SDK repeats a call whose answer was lost: our own pointer is no rival.
    if (!(error instanceof ConditionFailed) || (await readPointer(at))?.id !== pointer.id) {
      await expire(at, pointer)
      throw error
    }
  }
  if (previous !== undefined) await expire(at, previous)
}

/** The index of the catalogue in the table; one read tells whether the one at hand is still the one. */
export const dynamoCatalogueIndex = (at: Table, entries: () => Promise<readonly CatalogueEntry[]>): Pick<ProcedureStore, 'index' | 'indexPointer' | 'moveIndex'> => {
  let kept: { readonly id: string; readonly index: Index } | undefined
  const read = async (): Promise<Index> => {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const pointer = await readPointer(at)
      if (pointer === undefined) break
      if (kept?.id === pointer.id) return kept.index
      const index = await readParts(at, pointer)
      if (index !== undefined) {
        kept = { id: pointer.id, index }
        return index
      }
    }
    return buildIndex(await entries())
  }
  return { index: read, indexPointer: () => readPointer(at), moveIndex: (index, contentHash, previous) => moveIndex(at, index, contentHash, previous) }
}
