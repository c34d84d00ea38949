import type { AttributeDefinition, CreateTableCommandInput, KeySchemaElement } from '@aws-sdk/client-dynamodb'
import { Worker } from 'node:worker_threads'
import type { Assembly, Deployed } from './assembly.ts'
import { issueCaller, type Caller } from './credentials.ts'
import type { TableKeys, Written } from './dynamodb-access.ts'
import type { DynamoWork } from './dynamodb-worker.ts'
import type { Role } from './iam.ts'
import { list, member, text, type Value } from './template.ts'

export type Dynamo = { readonly endpoint: string; readonly engine: string; readonly stop: () => Promise<void> }

type Message = { readonly port?: number; readonly engine?: string; readonly written?: readonly Written[]; readonly refused?: string; readonly stopped?: true }

export type DynamoOptions = {
  readonly folder: string
  readonly engine: string
  readonly callers: readonly Caller[]
  readonly onWritten: (written: readonly Written[]) => void
  readonly onRefused: (sentence: string) => void
}

const readKeySchema = (value: Value | undefined): KeySchemaElement[] =>
  list(value).map((key) => ({ AttributeName: text(member(key, 'AttributeName')), KeyType: text(member(key, 'KeyType')) === 'RANGE' ? 'RANGE' : 'HASH' }))

const readAttributes = (value: Value | undefined): AttributeDefinition[] =>
  list(value).map((attribute) => ({ AttributeName: text(member(attribute, 'AttributeName')), AttributeType: text(member(attribute, 'AttributeType')) === 'N' ? 'N' : 'S' }))

const hashOf = (schema: Value | undefined): string => readKeySchema(schema).find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? ''

const partitionKeysOf = (table: Deployed): [string, string][] => [
  [table.ref, hashOf(table.properties['KeySchema'])],
  ...list(table.properties['GlobalSecondaryIndexes']).map((index): [string, string] => [`${table.ref}/index/${text(member(index, 'IndexName'))}`, hashOf(member(index, 'KeySchema'))]),
]

const tableInput = (table: Deployed): CreateTableCommandInput => {
  const indexes = list(table.properties['GlobalSecondaryIndexes']).map((index) => ({
    IndexName: text(member(index, 'IndexName')),
    KeySchema: readKeySchema(member(index, 'KeySchema')),
    Projection: text(member(index, 'Projection', 'ProjectionType')) === 'KEYS_ONLY' ? { ProjectionType: 'KEYS_ONLY' as const } : { ProjectionType: 'ALL' as const },
  }))
  return {
    TableName: table.ref, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: readAttributes(table.properties['AttributeDefinitions']),
    KeySchema: readKeySchema(table.properties['KeySchema']),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  }
}

type Answer = { readonly ok: boolean; readonly text: string }

/** One call, without the SDK (150 ms of every start) and without a signature, which nobody checks at this door. */
const call = async (endpoint: string, action: string, input: object, { accessKeyId }: Caller): Promise<Answer> => {
  const answer = await fetch(endpoint, {
    method: 'POST', body: JSON.stringify(input),
    headers: {
      'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${action}`, 'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none`,
    },
  })
  return { ok: answer.ok, text: await answer.text() }
}

const createMissing = async (endpoint: string, table: Deployed, deployer: Caller): Promise<void> => {
  const found = await call(endpoint, 'DescribeTable', { TableName: table.ref }, deployer)
  const made = !found.ok && found.text.includes('ResourceNotFoundException') ? await call(endpoint, 'CreateTable', tableInput(table), deployer) : found
  if (!made.ok) throw new Error(`The table ${table.ref} could not be made: ${made.text}`)
}

/** CloudFormation's own rights: it makes the tables. */
const DEPLOYER: Role = { arn: 'arn:aws:iam::local:role/cloudformation', statements: [{ allow: true, actions: ['*'], resources: ['*'], conditional: false }], managed: [] }

const awaitMessage = <Wanted extends keyof Message>(worker: Worker, wanted: Wanted): Promise<Message> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: Message) => { if (message[wanted] !== undefined) resolve(message) })
  })

/** Runs the engine with IAM before it, in a thread of its own, and makes the template's tables where they are missing. */
export const startDynamo = async (assembly: Assembly, options: DynamoOptions): Promise<Dynamo> => {
  const tables = assembly.ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table')
  const deployer = issueCaller(DEPLOYER)
  const keys: TableKeys = Object.fromEntries(tables.map((table) => [table.ref, readKeySchema(table.properties['KeySchema']).map((key) => key.AttributeName ?? '')]))
  const work: DynamoWork = {
    engine: options.engine, folder: options.folder, keys, partitionKeys: Object.fromEntries(tables.flatMap(partitionKeysOf)),
    roles: Object.fromEntries([deployer, ...options.callers].map((caller) => [caller.accessKeyId, caller.role])),
    tableArns: Object.fromEntries(tables.map((table) => [table.ref, table.arn])),
  }
  const worker = new Worker(new URL('./dynamodb-worker.ts', import.meta.url), { workerData: work })
  const { port = 0, engine = '' } = await awaitMessage(worker, 'port')
  worker.on('message', ({ written, refused }: Message) => {
    if (written) options.onWritten(written)
    if (refused) options.onRefused(refused)
  })
  const endpoint = `http://127.0.0.1:${port}`
  await Promise.all(tables.map((table) => createMissing(endpoint, table, deployer)))
  return {
    endpoint, engine,
    stop: async () => {
      const stopped = awaitMessage(worker, 'stopped')
      worker.postMessage('stop')
      await Promise.race([stopped, new Promise((late) => setTimeout(late, 2000))])
      await worker.terminate()
    },
  }
}
