import { allows, type Role } from './iam.ts'
import { isValues, list, member, text, type Value, type Values } from './template.ts'

/** Key attributes of each table, by name. */
export type TableKeys = Readonly<Record<string, readonly string[]>>

/** A write as the stream would tell of it: keys alone. */
export type Written = { readonly table: string; readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE'; readonly keys: Values }

export type Call = { readonly action: string; readonly accessKeyId: string; readonly body: Values }

/** Reads target, caller and body of a DynamoDB request. */
export const readCall = (headers: Readonly<Record<string, string | string[] | undefined>>, body: string): Call => {
  const parsed: Value = body === '' ? {} : JSON.parse(body)
  return {
    action: String(headers['x-amz-target'] ?? '').split('.')[1] ?? '',
    accessKeyId: /Credential=([^/]+)\//.exec(String(headers['authorization'] ?? ''))?.[1] ?? '',
    body: isValues(parsed) ? parsed : {},
  }
}

const TRANSACT = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem', Get: 'GetItem' } as const

type Need = { readonly action: string; readonly table: string; readonly index?: string }

const transactNeeds = (body: Values): Need[] =>
  list(body['TransactItems']).flatMap((item) => Object.entries(TRANSACT).flatMap(([kind, action]) => {
    const table = text(member(item, kind, 'TableName'))
    return table ? [{ action, table }] : []
  }))

/** What the caller must be allowed to do; a batch or transaction needs several. */
const needsOf = ({ action, body }: Call): Need[] => {
  const batch = isValues(body['RequestItems']) ? Object.keys(body['RequestItems']) : []
  if (batch.length > 0) return batch.map((table) => ({ action, table }))
  if (action.startsWith('Transact')) return transactNeeds(body)
  return [{ action, table: text(body['TableName']) || '*', ...(text(body['IndexName']) && { index: text(body['IndexName']) }) }]
}

/** Partition that an equality of a key condition names: `pk = :pk`, `#shard = :shard AND …`. */
const queried = (body: Values, partitionKey: string): string => {
  const equalities = [...text(body['KeyConditionExpression']).matchAll(/([#\w]+)\s*=\s*(:\w+)/g)]
  const [, , value = ''] = equalities.find(([, name = '']) => (text(member(body['ExpressionAttributeNames'], name)) || name) === partitionKey) ?? []
  return text(member(body['ExpressionAttributeValues'], value, 'S'))
}

/** Partitions that a call of one item or a query names (`dynamodb:LeadingKeys`); undefined where that cannot be told. */
const partitionsOf = ({ action, body }: Call, partitionKey: string | undefined): readonly string[] | undefined => {
  if (partitionKey === undefined) return undefined
  const found = action === 'Query' ? queried(body, partitionKey) : text(member(body['Key'] ?? body['Item'], partitionKey, 'S'))
  return found === '' ? undefined : [found]
}

/** Partition key of each table, and of each index as `table/index/name`. */
export type PartitionKeys = Readonly<Record<string, string>>

/** What calls are judged by. */
export type Names = { readonly tableArn: (name: string) => string; readonly partitionKeys: PartitionKeys }

/** The sentence that AWS answers, or undefined where the role allows the call. */
export const refusal = (call: Call, role: Role | undefined, { tableArn, partitionKeys }: Names): string | undefined => {
  if (role === undefined) return 'The security token included in the request is invalid.'
  for (const need of needsOf(call)) {
    const index = need.index === undefined ? '' : `/index/${need.index}`
    const resource = need.table === '*' ? '*' : `${tableArn(need.table)}${index}`
    if (!allows(role, `dynamodb:${need.action}`, resource, partitionsOf(call, partitionKeys[`${need.table}${index}`])))
      return `User: ${role.arn} is not authorized to perform: dynamodb:${need.action} on resource: ${resource} because no identity-based policy allows the dynamodb:${need.action} action`
  }
  return undefined
}

const keysOf = (item: Value | undefined, names: readonly string[]): Values =>
  Object.fromEntries(names.flatMap((name): [string, Value][] => {
    const value = member(item, name)
    return value === undefined ? [] : [[name, value]]
  }))

type Write = readonly [kind: string, table: string, item: Value | undefined]

const EVENT = { PutItem: 'INSERT', UpdateItem: 'MODIFY', DeleteItem: 'REMOVE', Put: 'INSERT', Update: 'MODIFY', Delete: 'REMOVE', PutRequest: 'INSERT', DeleteRequest: 'REMOVE' } as const

const writesOf = ({ action, body }: Call): Write[] => {
  if (action === 'TransactWriteItems')
    return list(body['TransactItems']).flatMap((item) => (isValues(item) ? Object.entries(item) : []).map(([kind, write]): Write => [kind, text(member(write, 'TableName')), member(write, 'Item') ?? member(write, 'Key')]))
  if (action === 'BatchWriteItem')
    return Object.entries(isValues(body['RequestItems']) ? body['RequestItems'] : {}).flatMap(([table, requests]) =>
      list(requests).flatMap((request) => (isValues(request) ? Object.entries(request) : []).map(([kind, write]): Write => [kind, table, member(write, 'Item') ?? member(write, 'Key')])))
  return [[action, text(body['TableName']), body['Item'] ?? body['Key']]]
}

const isEvent = (kind: string): kind is keyof typeof EVENT => kind in EVENT

/** The stream records that a successful call leaves. Whether a put was new is not known here: it is told as INSERT. */
export const writtenBy = (call: Call, keys: TableKeys): Written[] =>
  writesOf(call).flatMap(([kind, table, item]) => {
    const names = keys[table]
    return isEvent(kind) && names !== undefined ? [{ table, eventName: EVENT[kind], keys: keysOf(item, names) }] : []
  })
