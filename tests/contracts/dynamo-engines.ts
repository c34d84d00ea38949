import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { documentClient } from '../../functions/stores/dynamo/client.ts'
import { ATTRIBUTES, OUTBOX_INDEX } from '../../functions/stores/dynamo/keys.ts'
import type { Table } from '../../functions/stores/dynamo/table.ts'

export type Running = { readonly endpoint: string; readonly stop: () => Promise<void> }
export type Engine = { readonly name: string; readonly skipped?: string; readonly start: () => Promise<Running> }

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const startDynalite = async (): Promise<Running> => {
  const server = dynalite({ createTableMs: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()) }) }
}

const DYNOXIDE = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url))

const answers = async (endpoint: string): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(endpoint).catch(() => undefined)
    if (response) return
    await pause(50)
  }
  throw new Error(`${endpoint} does not answer`)
}

const startDynoxide = async (): Promise<Running> => {
  const port = await freePort()
  const child = spawn(DYNOXIDE, ['--port', String(port)], { stdio: 'ignore' })
  const endpoint = `http://127.0.0.1:${port}`
  await answers(endpoint)
  return { endpoint, stop: async () => { const gone = once(child, 'exit'); child.kill(); await gone } }
}

/** The engines that the stores are held against: real servers, the real SDK in between. */
export const ENGINES: readonly Engine[] = [
  { name: 'dynalite', start: startDynalite },
  { name: 'dynoxide', start: startDynoxide, ...(existsSync(DYNOXIDE) ? {} : { skipped: 'the optional package @dynoxide/linux-x64 is not installed' }) },
]

const text = (name: string): { AttributeName: string; AttributeType: 'S' } => ({ AttributeName: name, AttributeType: 'S' })

/** A fresh table with the keys and index of keys.ts. */
export const freshTable = async ({ endpoint }: Running, table: string): Promise<Table> => {
  const client = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } })
  await client.send(new CreateTableCommand({
    TableName: table, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [ATTRIBUTES.pk, ATTRIBUTES.sk, OUTBOX_INDEX.pk, OUTBOX_INDEX.sk].map(text),
    KeySchema: [{ AttributeName: ATTRIBUTES.pk, KeyType: 'HASH' }, { AttributeName: ATTRIBUTES.sk, KeyType: 'RANGE' }],
    GlobalSecondaryIndexes: [{
      IndexName: OUTBOX_INDEX.name, Projection: { ProjectionType: 'KEYS_ONLY' },
      KeySchema: [{ AttributeName: OUTBOX_INDEX.pk, KeyType: 'HASH' }, { AttributeName: OUTBOX_INDEX.sk, KeyType: 'RANGE' }],
    }],
  }))
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 }, { TableName: table })
  return { client: documentClient(client), table }
}
