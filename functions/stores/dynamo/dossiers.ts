import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Dossier } from '../../core/dossier.ts'
import { ConditionFailed, type DossierStore, type FeedNumbers, type Waiting } from '../../core/ports.ts'
import { calling } from '../failures.ts'
import { dynamoFeed } from './feed.ts'
import { headItem, readHead } from './head-item.ts'
import { codeKey, counterKey, headKey, OUTBOX_INDEX, outboxShards, readHeadKey } from './keys.ts'
import { getItem, getItems, putNew, type Item, type Table } from './table.ts'

/** Attributes of a head that are `Waiting`. */
const TO_RELAY = ['id', 'procedure', 'submission', 'relayed', 'outbox'] as const satisfies readonly (keyof Waiting)[]

const save = ({ client, table }: Table, dossier: Dossier, expected: number): Promise<void> => calling(async () => {
  await client.send(new PutCommand({
    TableName: table, Item: headItem(dossier), ConditionExpression: 'revision = :expected', ExpressionAttributeValues: { ':expected': expected },
  }))
})

const nextNumber = ({ client, table }: Table, agency: string, day: string): Promise<number> => calling(async () => {
  const { Attributes } = await client.send(new UpdateCommand({
    TableName: table, Key: counterKey(agency, day), UpdateExpression: 'ADD #n :one', ExpressionAttributeNames: { '#n': 'n' },
    ExpressionAttributeValues: { ':one': 1 }, ReturnValues: 'UPDATED_NEW',
  }))
  return Number(Attributes?.['n'])
})

/** A repeat of our own write (its first answer was lost on the way) is no failure: what is there decides. */
const claimCode = async (at: Table, code: string, id: string): Promise<void> => {
  try {
    await putNew(at, { ...codeKey(code), id })
  } catch (error) {
    if (!(error instanceof ConditionFailed) || (await getItem(at, codeKey(code)))?.['id'] !== id) throw error
  }
}

const waitingIn = ({ client, table }: Table, shard: string, limit: number): Promise<readonly Item[]> => calling(async () => {
  const { Items } = await client.send(new QueryCommand({
    TableName: table, IndexName: OUTBOX_INDEX.name, KeyConditionExpression: '#shard = :shard', ExpressionAttributeNames: { '#shard': OUTBOX_INDEX.pk },
    ExpressionAttributeValues: { ':shard': shard }, Limit: limit,
  }))
  return Items ?? []
})

const withOutbox = async (at: Table, limit: number): Promise<readonly string[]> => {
  const found = (await Promise.all(outboxShards().map((shard) => waitingIn(at, shard, limit)))).flat()
  const oldestFirst = found.sort((a, b) => (String(a[OUTBOX_INDEX.sk]) < String(b[OUTBOX_INDEX.sk]) ? -1 : 1))
  return oldestFirst.slice(0, limit).flatMap((item) => readHeadKey({ pk: String(item['pk']), sk: String(item['sk']) }) ?? [])
}

type Emptying = Parameters<DossierStore['clearOutbox']>[0]

/**
 * Takes out the first events, as many as there are numbers, on condition that the outbox is what was read: same length,
 * same event at its place (events run on, so that says it all). The rest is written whole: engines differ on removing
 * several places of a list at once. Does not touch `revision`: a citizen's save meanwhile may bring relayed events back,
 * which are then told again.
 */
const removeFirst = ({ client, table }: Table, dossier: Emptying, numbers: readonly number[]): Promise<void> => calling(async () => {
  const count = numbers.length
  const rest = dossier.outbox.slice(count)
  const oldest = rest[0]
  await client.send(new UpdateCommand({
    TableName: table, Key: headKey(dossier.id),
    UpdateExpression: oldest ? 'SET relayed = :relayed, outbox = :rest, obxAt = :at' : 'SET relayed = :relayed, outbox = :rest REMOVE obxShard, obxAt',
    ConditionExpression: `outbox[${count - 1}].seq = :seq AND size(outbox) = :size`,
    ExpressionAttributeValues: { ':relayed': [...dossier.relayed, ...numbers], ':rest': rest, ':seq': dossier.outbox[count - 1]?.seq, ':size': dossier.outbox.length, ...(oldest ? { ':at': oldest.at } : {}) },
  }))
})

/** Numbers of the oldest events, up to the first that has none: a save meanwhile may have brought back what others relayed. */
const numbersInFront = ({ outbox }: Emptying, numbers: FeedNumbers): readonly number[] => {
  const all = outbox.map(({ id }) => numbers.get(id))
  return all.slice(0, all.includes(undefined) ? all.indexOf(undefined) : all.length).map(Number)
}

/** First on the strength of what the caller read, then, where somebody wrote meanwhile, of what is there now. */
const clearOutbox = async (at: Table, read: Emptying, numbers: FeedNumbers): Promise<void> => {
  let found: Emptying | undefined = read
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const front = found ? numbersInFront(found, numbers) : []
    if (!found || front.length === 0) return
    try {
      return await removeFirst(at, found, front)
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
    const item = await getItem(at, headKey(read.id))
    found = item && readHead(item)
  }
}

/** Dossiers in the one table; every state change is one conditional write on the head. */
export const dynamoDossierStore = (at: Table): DossierStore => ({
  find: async (id) => {
    const item = await getItem(at, headKey(id))
    return item && readHead(item)
  },
  findWaiting: async (ids) => {
    const waiting = (await getItems(at, ids.map(headKey), TO_RELAY)).map((item) => item as Waiting).filter(({ outbox }) => outbox.length > 0)
    const found = new Map(waiting.map((dossier) => [dossier.id, dossier]))
    return ids.flatMap((id) => found.get(id) ?? [])
  },
  create: (dossier) => putNew(at, headItem(dossier)),
  save: (dossier, expected) => save(at, dossier, expected),
  nextNumber: (agency, day) => nextNumber(at, agency, day),
  claimCode: (code, id) => claimCode(at, code, id),
  idOfCode: async (code) => {
    const found = await getItem(at, codeKey(code))
    return typeof found?.['id'] === 'string' ? found['id'] : undefined
  },
  withOutbox: (limit) => withOutbox(at, limit),
  clearOutbox: (read, numbers) => clearOutbox(at, read, numbers),
  ...dynamoFeed(at),
})
