import { parentPort, workerData } from 'node:worker_threads'
import { serveLocally, startEngine } from '../../infra/local/dynamodb-engine.ts'

/** The engine of the local stack on a thread of its own, as the local stack runs it, without anything in between. */
const { engine: name, folder }: { readonly engine: string; readonly folder: string } = workerData
const engine = await startEngine(name, folder)
const { port } = await serveLocally((incoming, outgoing) => {
  const chunks: Buffer[] = []
  incoming.on('data', (chunk: Buffer) => { chunks.push(chunk) })
  incoming.on('end', () => engine.handle(incoming, Buffer.concat(chunks), outgoing))
})
parentPort?.postMessage(port)
