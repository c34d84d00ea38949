import { Agent, request } from 'node:http'

export type Shot = { readonly path: string; readonly body: string; readonly headers: Readonly<Record<string, string>> }
export type Load = { readonly perSecond: number; readonly refused: number; readonly p95: number; readonly firstRefusal?: string }

const CONNECTIONS = 32

type Answer = { readonly status: number; readonly text: string; readonly ms: number }

const shoot = (origin: URL, agent: Agent, { path, body, headers }: Shot): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const outgoing = request({ agent, host: origin.hostname, port: origin.port, method: 'POST', path, headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => { chunks.push(chunk) })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString(), ms: performance.now() - began }))
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })

/** Sends `total` posts over 32 connections, each as soon as the one before it on its connection was answered. */
export const sendLoad = async (origin: string, total: number, shot: (n: number) => Shot): Promise<Load> => {
  const target = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const answers: Answer[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < total) {
      const n = next
      next += 1
      answers.push(await shoot(target, agent, shot(n)))
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  const refused = answers.filter((answer) => answer.status >= 300)
  const times = answers.map((answer) => answer.ms).toSorted((a, b) => a - b)
  const [first] = refused
  return { perSecond: total / seconds, refused: refused.length, p95: times[Math.floor(times.length * 0.95)] ?? 0, ...(first === undefined ? {} : { firstRefusal: `${first.status} ${first.text.slice(0, 300)}` }) }
}
