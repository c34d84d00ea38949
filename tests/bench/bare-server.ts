import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Worker } from 'node:worker_threads'
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

/**
 * The yardstick of the submit budget, run as a process of its own (`node bare-server.ts ENGINE FOLDER`): an HTTP server that
 * reads the body and writes it as one item; at `/fewest` with the four writes that the budgets allow a dossier, at `/dossier` with the seven calls
 * that the design itself gives it. Prints its port.
 */
const [engine = 'dynalite', folder = ''] = process.argv.slice(2)
const worker = new Worker(new URL('bare-worker.ts', import.meta.url), { workerData: { engine, folder } })
const [enginePort]: [number] = await once(worker, 'message') as [number]
const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${enginePort}`, region: 'ap-southeast-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } })
await client.send(new CreateTableCommand({
  TableName: 'bare', BillingMode: 'PAY_PER_REQUEST', KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
}))
await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 }, { TableName: 'bare' })
const documents = DynamoDBDocumentClient.from(client)

type Item = Readonly<Record<string, unknown>>
const IF_NEW = { TableName: 'bare', ConditionExpression: 'attribute_not_exists(pk)' } as const

const asOneItem = (body: Item): Promise<unknown> => documents.send(new PutCommand({ TableName: 'bare', Item: { pk: randomUUID(), ...body } }))

/** Three writes (counter, alias, head) and one event: what the budgets allow, if nothing is read. */
const write = async (id: string, body: Item): Promise<void> => {
  await documents.send(new UpdateCommand({ TableName: 'bare', Key: { pk: 'counter' }, UpdateExpression: 'ADD #n :one', ExpressionAttributeNames: { '#n': 'n' }, ExpressionAttributeValues: { ':one': 1 } }))
  await documents.send(new PutCommand({ ...IF_NEW, Item: { pk: `code ${id}`, id } }))
  await documents.send(new PutCommand({ ...IF_NEW, Item: { pk: id, ...body } }))
  await documents.send(new PutCommand({ ...IF_NEW, Item: { pk: `event ${id}`, seq: 1 } }))
}

const asFewest = (body: Item): Promise<void> => write(randomUUID(), body)

/** Two reads before those (is it a repeat, which version is current), and behind them the update that takes the event out of the head's outbox. */
const asDossier = async (body: Item): Promise<void> => {
  const id = randomUUID()
  await documents.send(new GetCommand({ TableName: 'bare', Key: { pk: id }, ConsistentRead: true }))
  await documents.send(new GetCommand({ TableName: 'bare', Key: { pk: 'current' }, ConsistentRead: true }))
  await write(id, body)
  await documents.send(new UpdateCommand({ TableName: 'bare', Key: { pk: id }, UpdateExpression: 'SET outbox = :none', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':none': [] } }))
}

const WAYS: Readonly<Record<string, (body: Item) => Promise<unknown>>> = { '/fewest': asFewest, '/dossier': asDossier }

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => { chunks.push(chunk) })
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Item
    const answer = WAYS[request.url ?? ''] ?? asOneItem
    answer(body).then(
      () => response.writeHead(201, { 'content-type': 'application/json' }).end('{}'),
      (error: unknown) => response.writeHead(500).end(String(error)))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`port ${address !== null && typeof address === 'object' ? address.port : 0}`)
})
process.once('SIGTERM', () => process.exit(0))
