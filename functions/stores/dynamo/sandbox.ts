import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { SandboxStore } from '../../core/manage-sandbox.ts'
import { calling } from '../failures.ts'
import { dynamoClockStore } from './clock.ts'
import { readHead } from './head-item.ts'
import { belongsToIntegrators, isPublished, readHeadKey, type Key } from './keys.ts'
import type { Item, Table } from './table.ts'

const AT_ONCE = 16

/** The whole table, a page at a time: a sandbox is small. */
async function* scanned({ client, table }: Table): AsyncGenerator<readonly Item[]> {
  let from: Record<string, unknown> | undefined
  do {
    const start = from
    const page = await calling(() => client.send(new ScanCommand({ TableName: table, ConsistentRead: true, ...(start ? { ExclusiveStartKey: start } : {}) })))
    yield page.Items ?? []
    from = page.LastEvaluatedKey
  } while (from)
}

const keyOf = ({ pk, sk }: Item): Key => ({ pk: String(pk), sk: String(sk) })

const remove = async ({ client, table }: Table, keys: readonly Key[]): Promise<void> => {
  for (let from = 0; from < keys.length; from += AT_ONCE)
    await Promise.all(keys.slice(from, from + AT_ONCE).map((Key) => calling(async () => { await client.send(new DeleteCommand({ TableName: table, Key })) })))
}

const clear = async (at: Table, all: boolean): ReturnType<SandboxStore['clear']> => {
  const removed = { dossiers: 0, items: 0 }
  for await (const page of scanned(at)) {
    const keys = page.map(keyOf).filter((key) => !isPublished(key) && (all || !belongsToIntegrators(key)))
    await remove(at, keys)
    removed.items += keys.length
    removed.dossiers += keys.filter((key) => readHeadKey(key) !== undefined).length
  }
  return removed
}

/** Scans and deletes: only the operator's job of a sandbox stack may do so. */
export const dynamoSandboxStore = (at: Table): SandboxStore => ({
  ...dynamoClockStore(at),
  files: async () => {
    const files = []
    for await (const page of scanned(at)) files.push(...page.filter((item) => readHeadKey(keyOf(item)) !== undefined).flatMap((item) => readHead(item).attachments))
    return files
  },
  clear: ({ all }) => clear(at, all),
})
