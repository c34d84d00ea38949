import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { DeadPosition, WebhookStore } from '../../core/ports.ts'
import { ConditionFailed } from '../../core/ports.ts'
import type { Endpoint, Message } from '../../core/webhook.ts'
import { calling } from '../failures.ts'
import { allEndpoints, deadShard, endpointKey, hookShard, messageKey, messagesOfDossier, OUTBOX_INDEX } from './keys.ts'
import { getItem, putNew, queryAll, type Item, type Table } from './table.ts'

/** The table forgets messages after this; the feed has every event for ever. */
const KEPT_SECONDS = 30 * 86_400

const read = <Shape>({ pk: _pk, sk: _sk, ttl: _ttl, obxShard: _shard, obxAt: _at, ...rest }: Item): Shape => rest as Shape

/** In the index while it waits (by endpoint, due time first) or is dead (by endpoint, time of its end). */
const messageItem = (message: Message): Item => ({
  ...message, ...messageKey(message.endpoint, message.dossierId, message.seq), ttl: Math.floor(Date.parse(message.since) / 1000) + KEPT_SECONDS,
  ...(message.state === 'delivered' ? {} : { obxShard: message.state === 'waiting' ? hookShard(message.endpoint) : deadShard(message.endpoint), obxAt: message.nextAt }),
})

const indexed = ({ client, table }: Table, shard: string, { until, limit, start }: { readonly until?: string; readonly limit: number; readonly start?: Item | undefined }): Promise<readonly Item[]> => calling(async () => {
  const { Items } = await client.send(new QueryCommand({
    TableName: table, IndexName: OUTBOX_INDEX.name, Limit: limit, ...(start && { ExclusiveStartKey: start }),
    KeyConditionExpression: until === undefined ? '#shard = :shard' : '#shard = :shard AND #at <= :until',
    ExpressionAttributeNames: { '#shard': OUTBOX_INDEX.pk, ...(until !== undefined && { '#at': OUTBOX_INDEX.sk }) },
    ExpressionAttributeValues: { ':shard': shard, ...(until !== undefined && { ':until': until }) },
  }))
  return Items ?? []
})

/** The index may be a moment behind, and knows keys alone: the items themselves say what they are. */
const messagesAt = async (at: Table, keys: readonly Item[], state: Message['state']): Promise<readonly Message[]> => {
  const items = await Promise.all(keys.map((key) => getItem(at, { pk: String(key['pk']), sk: String(key['sk']) })))
  return items.flatMap((item) => (item ? [read<Message>(item)] : [])).filter((message) => message.state === state)
}

const startAfter = (endpoint: string, { nextAt, dossierId, seq }: DeadPosition): Item =>
  ({ ...messageKey(endpoint, dossierId, seq), [OUTBOX_INDEX.pk]: deadShard(endpoint), [OUTBOX_INDEX.sk]: nextAt })

/** Some that the index names may be dead no longer: it is read on until there are as many as were asked for. */
const deadAfter = async (at: Table, endpoint: string, limit: number, after: DeadPosition | undefined): Promise<readonly Message[]> => {
  const found: Message[] = []
  let start = after && startAfter(endpoint, after)
  do {
    const keys = await indexed(at, deadShard(endpoint), { limit, start })
    found.push(...await messagesAt(at, keys, 'dead'))
    start = keys.length < limit ? undefined : keys.at(-1)
  } while (start !== undefined && found.length < limit)
  return found.slice(0, limit)
}

const save = ({ client, table }: Table, message: Message, expected: number): Promise<void> => calling(async () => {
  await client.send(new PutCommand({
    TableName: table, Item: messageItem(message), ConditionExpression: '#version = :expected', ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':expected': expected },
  }))
})

const add = async (at: Table, message: Message): Promise<void> => {
  try {
    await putNew(at, messageItem(message))
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
  }
}

/** An endpoint that is no more stays as a mark until its messages are gone: no function may delete an item of the table. */
const living = (items: readonly Item[]): readonly Endpoint[] => items.filter((item) => item['removedAt'] === undefined).map((item) => read<Endpoint>(item))

const saveEndpoint = ({ client, table }: Table, endpoint: Endpoint, expected: number): Promise<void> => calling(async () => {
  await client.send(new PutCommand({
    TableName: table, Item: { ...endpoint, ...endpointKey(endpoint.integrator, endpoint.id) }, ConditionExpression: '#version = :expected AND attribute_not_exists(removedAt)',
    ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':expected': expected },
  }))
})

const removeEndpoint = ({ client, table }: Table, { integrator, id }: Pick<Endpoint, 'integrator' | 'id'>, removedAt: string): Promise<void> => calling(async () => {
  const ttl = Math.floor(Date.parse(removedAt) / 1000) + KEPT_SECONDS
  await client.send(new PutCommand({ TableName: table, Item: { ...endpointKey(integrator, id), id, integrator, removedAt, ttl } }))
})

/** Endpoints and the messages on their way. */
export const dynamoWebhookStore = (at: Table): WebhookStore => ({
  endpoints: async () => living(await queryAll(at, allEndpoints())),
  endpoint: async (integrator, id) => {
    const item = await getItem(at, endpointKey(integrator, id))
    return living(item ? [item] : [])[0]
  },
  addEndpoint: (endpoint) => putNew(at, { ...endpoint, ...endpointKey(endpoint.integrator, endpoint.id) }),
  saveEndpoint: (endpoint, expected) => saveEndpoint(at, endpoint, expected),
  removeEndpoint: (endpoint, when) => removeEndpoint(at, endpoint, when),
  addMessage: (message) => add(at, message),
  message: async (endpoint, dossierId, seq) => {
    const item = await getItem(at, messageKey(endpoint, dossierId, seq))
    return item && read<Message>(item)
  },
  messagesOf: async (endpoint, dossierId) => (await queryAll(at, messagesOfDossier(endpoint, dossierId))).map((item) => read<Message>(item)),
  due: async (endpoint, until, limit) => messagesAt(at, await indexed(at, hookShard(endpoint), { until, limit }), 'waiting'),
  dead: (endpoint, limit, after) => deadAfter(at, endpoint, limit, after),
  saveMessage: (message, expected) => save(at, message, expected),
})
