import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { BatchGetCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { Unavailable } from '../../core/ports.ts'
import { calling } from '../failures.ts'
import type { Key } from './keys.ts'

export type Table = { readonly client: DynamoDBDocumentClient; readonly table: string }
export type Item = Readonly<Record<string, unknown>>

/** One item, read strongly: a page must show what its own post has just written. */
export const getItem = ({ client, table }: Table, key: Key): Promise<Item | undefined> =>
  calling(async () => (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item)

/** As many keys as one call takes. */
const BATCH = 100

/** As names that stand for themselves: many a word is reserved. */
const onlyThese = (attributes: readonly string[]): { readonly ProjectionExpression: string; readonly ExpressionAttributeNames: Record<string, string> } => ({
  ProjectionExpression: attributes.map((name) => `#${name}`).join(', '), ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
})

/** Items of several keys, read strongly, in no order: in as few calls as their number and size allow. `attributes`: these alone. */
export const getItems = async ({ client, table }: Table, keys: readonly Key[], attributes?: readonly string[]): Promise<readonly Item[]> => {
  const asked = { ConsistentRead: true, ...(attributes && onlyThese(attributes)) }
  const items: Item[] = []
  let left: Record<string, unknown>[] = [...keys]
  while (left.length > 0) {
    const batch = left.slice(0, BATCH)
    const { Responses, UnprocessedKeys } = await calling(() => client.send(new BatchGetCommand({ RequestItems: { [table]: { ...asked, Keys: batch } } })))
    const late = UnprocessedKeys?.[table]?.Keys ?? []
    if (late.length === batch.length) throw new Unavailable('none of the items asked for was read')
    items.push(...(Responses?.[table] ?? []))
    left = [...late, ...left.slice(BATCH)]
  }
  return items
}

/** Writes only where no item has this key. */
export const putNew = ({ client, table }: Table, item: Item): Promise<void> => calling(async () => {
  await client.send(new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))
})

/** All items of a partition whose sort key begins so, in order, over as many pages as it takes. */
export const queryAll = async ({ client, table }: Table, { pk, prefix }: { readonly pk: string; readonly prefix: string }): Promise<readonly Item[]> => {
  const items: Item[] = []
  let from: Record<string, unknown> | undefined
  do {
    const start = from
    const page = await calling(() => client.send(new QueryCommand({
      TableName: table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix }, ...(start ? { ExclusiveStartKey: start } : {}),
    })))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  return items
}

type Part = { readonly pk: string; readonly after?: string; readonly limit: number; readonly newestFirst?: boolean }

/** Items of a partition behind a sort key, in order; `newestFirst`: from the end, and `after` is not asked for. Fewer than `limit` only where there are no more: a page of the table ends at a megabyte. */
export const queryPart = async ({ client, table }: Table, { pk, after, limit, newestFirst = false }: Part): Promise<readonly Item[]> => {
  const items: Item[] = []
  let from: Record<string, unknown> | undefined
  do {
    const start = from
    const page = await calling(() => client.send(new QueryCommand({
      TableName: table, ConsistentRead: true, ScanIndexForward: !newestFirst, Limit: limit - items.length, ...(start ? { ExclusiveStartKey: start } : {}),
      KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after', ExpressionAttributeValues: { ':pk': pk, ...(after !== undefined && { ':after': after }) },
    })))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from && items.length < limit)
  return items
}
