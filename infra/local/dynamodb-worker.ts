import { parentPort, workerData } from 'node:worker_threads'
import { readCall, refusal, writtenBy, type PartitionKeys, type TableKeys } from './dynamodb-access.ts'
import { serveLocally, startEngine } from './dynamodb-engine.ts'
import type { Role } from './iam.ts'

/** What the thread is started with; roles by access key id. */
export type DynamoWork = { readonly engine: string; readonly folder: string; readonly roles: Readonly<Record<string, Role>>; readonly keys: TableKeys; readonly partitionKeys: PartitionKeys; readonly tableArns: Readonly<Record<string, string>> }

const readWork = (data: unknown): DynamoWork => data as DynamoWork

const { engine: name, folder, roles, keys, partitionKeys, tableArns } = readWork(workerData)
const engine = await startEngine(name, folder)

const { port, close } = await serveLocally((incoming, outgoing) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
    const body = Buffer.concat(chunks)
    const call = readCall(incoming.headers, body.toString('utf8'))
    const refused = refusal(call, roles[call.accessKeyId], { tableArn: (table) => tableArns[table] ?? table, partitionKeys })
    if (refused !== undefined) {
      parentPort?.postMessage({ refused })
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: refused }))
      return
    }
    outgoing.once('finish', () => {
      const written = outgoing.statusCode === 200 ? writtenBy(call, keys) : []
      if (written.length > 0) parentPort?.postMessage({ written })
    })
    engine.handle(incoming, body, outgoing)
  })
})

parentPort?.on('message', () => void Promise.all([close(), engine.stop()]).then(() => parentPort?.postMessage({ stopped: true })))
parentPort?.postMessage({ port, engine: engine.name })
