import { appendFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { randomOf } from './random.ts'

/**
 * A target as targets are, a process of its own: `flaky-target.ts PORT JOURNAL SECRET SEED`. Verifies each signature with the library
 * of Standard Webhooks, writes down what it heard before it answers, and then answers, fails, hangs, or cuts the line.
 * Its clock is the proof's, told by its parent: the library checks the age of a signature.
 */
const [port = '', journal = '', secret = '', seed = ''] = process.argv.slice(2)
const random = randomOf(Number(seed))
const webhook = new Webhook(secret)
const clock = { now: 0 }
Date.now = () => clock.now

const note = (line: object): void => appendFileSync(journal, `${JSON.stringify(line)}\n`)

/** The status to answer with: 401 where the library does not accept it. */
const hear = (incoming: IncomingMessage, body: string): number => {
  try {
    webhook.verify(body, incoming.headers as Record<string, string>)
    note({ id: incoming.headers['webhook-id'], body })
    return 204
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    note({ refused: error.message })
    return 401
  }
}

const answer = (incoming: IncomingMessage, outgoing: ServerResponse, body: string): void => {
  const [fails, heardAll] = [random.chance(0.1), random.chance(0.5)]
  if (fails && !heardAll) return void outgoing.writeHead(random.pick([500, 503])).end()
  const status = hear(incoming, body)
  if (random.chance(0.08)) { note({ fault: 'reply lost' }); return void incoming.socket.destroy() }
  if (random.chance(0.01)) return note({ fault: 'hung' })
  outgoing.writeHead(fails ? random.pick([500, 503]) : status).end()
}

const server = createServer((incoming, outgoing) => {
  const parts: Buffer[] = []
  incoming.on('data', (part: Buffer) => parts.push(part))
  incoming.on('end', () => answer(incoming, outgoing, Buffer.concat(parts).toString()))
  incoming.on('error', () => outgoing.destroy())
})

process.on('message', ({ now }: { readonly now: number }) => { clock.now = now; process.send?.({ now }) })
process.on('disconnect', () => process.exit())
// A port that was just killed away may be held by a connection of ours for a moment.
server.on('error', () => { setTimeout(() => server.listen(Number(port), '127.0.0.1'), 50) })
server.on('listening', () => process.send?.({ listening: true }))
server.listen(Number(port), '127.0.0.1')
