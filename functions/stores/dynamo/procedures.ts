import { gunzipSync, gzipSync } from 'node:zlib'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { CatalogueEntry, ProcedureStore, PublishedProcedure } from '../../core/ports.ts'
import { calling } from '../failures.ts'
import { dynamoCatalogueIndex } from './catalogue-index.ts'
import { catalogueKey, versionKey, wholeCatalogue } from './keys.ts'
import { getItem, putNew, queryAll, type Item, type Table } from './table.ts'

/** A form model is large and repeats itself: packed, the widest form stays far below an item's 400 KB, and costs less to read. */
const pack = (published: PublishedProcedure): Uint8Array => gzipSync(JSON.stringify(published))
const unpack = (item: Item): PublishedProcedure => JSON.parse(gunzipSync(item['body'] as Uint8Array).toString()) as PublishedProcedure

/** A list often names who decides, and not who does it: better found under that name than under none. */
const agencyOf = ({ title, authority }: PublishedProcedure['record']['agency']): CatalogueEntry['agency'] => (title.vi === '' && authority ? authority : title)

const entryOf = ({ record, version, form }: PublishedProcedure): CatalogueEntry => ({
  code: record.code, title: record.title, summary: record.summary, keywords: record.keywords, field: record.field, levels: record.levels,
  agency: agencyOf(record.agency), online: form !== undefined, version,
})

const readEntry = ({ pk: _pk, sk: _sk, ...entry }: Item): CatalogueEntry => entry as CatalogueEntry

const makeCurrent = ({ client, table }: Table, published: PublishedProcedure, previous: number): Promise<void> => calling(async () => {
  await client.send(new PutCommand({
    TableName: table, Item: { ...entryOf(published), ...catalogueKey(published.record.code) },
    ConditionExpression: previous === 0 ? 'attribute_not_exists(pk)' : '#version = :previous',
    ...(previous === 0 ? {} : { ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':previous': previous } }),
  }))
})

const KEPT = 200

/** Procedures by version. Versions never change, so a container reads each one once; which one is current is asked every time. */
export const dynamoProcedureStore = (at: Table): ProcedureStore => {
  const kept = new Map<string, PublishedProcedure>()
  const version = async (code: string, number: number): Promise<PublishedProcedure | undefined> => {
    const name = `${code} ${number}`
    const found = kept.get(name)
    if (found) return found
    const item = await getItem(at, versionKey(code, number))
    if (!item) return undefined
    if (kept.size >= KEPT) kept.clear()
    const published = unpack(item)
    kept.set(name, published)
    return published
  }
  const catalogue = async (): Promise<readonly CatalogueEntry[]> => (await queryAll(at, wholeCatalogue())).map(readEntry)
  return {
    version, catalogue, ...dynamoCatalogueIndex(at, catalogue),
    current: async (code) => {
      const entry = await getItem(at, catalogueKey(code))
      return entry && version(code, readEntry(entry).version)
    },
    addVersion: (published) => putNew(at, { ...versionKey(published.record.code, published.version), body: pack(published), publishedAt: published.publishedAt }),
    makeCurrent: (published, previous) => makeCurrent(at, published, previous),
  }
}
