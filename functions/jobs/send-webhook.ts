import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps, type RequestOptions } from 'node:https'
import { isIP } from 'node:net'
import type { Send } from '../core/deliver.ts'
import { isLoopback, isPublicAddress } from '../core/public-address.ts'

/** Resolves a name to all its addresses; tests bring their own. */
export type Resolve = (name: string) => Promise<readonly string[]>

export type SenderOptions = {
  /** A developer's own machine may be told of what happens on it; nothing in the cloud may ever be. */
  readonly loopback: boolean
  readonly resolve?: Resolve
  /** Milliseconds for one attempt, from the name's look-up to the status line. */
  readonly timeout?: number
}

const TIMEOUT_MS = 10_000

const allAddresses: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address)

/** The one address to connect to. All of a name's addresses must be open: one that is not means that somebody is trying. */
const addressOf = async ({ hostname, protocol }: URL, { loopback, resolve = allAddresses }: SenderOptions): Promise<string | undefined> => {
  const name = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(name) > 0 ? [name] : await resolve(name)
  const isOpen = (address: string): boolean => (protocol === 'https:' && isPublicAddress(address)) || (loopback && isLoopback(address))
  return addresses.every(isOpen) ? addresses[0] : undefined
}

type Answer = Awaited<ReturnType<Send>>

/**
 * No keep-alive, no redirect, no body read: the status line is the answer, and the connection ends with it. Whatever the
 * target does there is an answer: 101 comes without a response, and a connection may end without either.
 */
const post = (url: URL, address: string, { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string }, signal: AbortSignal): Promise<Answer> => new Promise((done) => {
  const family = isIP(address)
  const options: RequestOptions = {
    method: 'POST', signal, agent: false, maxHeaderSize: 16_384, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
    // The address that was checked is the address that is connected to: the name is not looked up again.
    lookup: (_name, { all }, told) => (all ? told(null, [{ address, family }]) : told(null, address, family)),
  }
  const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
    done({ status: response.statusCode ?? 0 })
    response.destroy()
  })
  sent.on('upgrade', (response, socket) => {
    done({ status: response.statusCode ?? 0 })
    socket.destroy()
  })
  sent.on('error', (error: NodeJS.ErrnoException) => done({ error: signal.aborted ? 'timeout' : (error.code ?? error.name) }))
  sent.on('close', () => done({ error: 'closed' }))
  sent.end(body)
})

/** Posts to public addresses alone, over TLS, in bounded time. */
export const makeSender = (options: SenderOptions): Send => async (request) => {
  const signal = AbortSignal.timeout(options.timeout ?? TIMEOUT_MS)
  const url = new URL(request.url)
  try {
    const late = new Promise<never>((_done, fail) => { signal.addEventListener('abort', () => fail(new Error('timeout')), { once: true }) })
    const address = await Promise.race([addressOf(url, options), late])
    return address === undefined ? { error: 'address not allowed' } : await Promise.race([post(url, address, request, signal), late])
  } catch (error) {
    return { error: signal.aborted ? 'timeout' : error instanceof Error && 'code' in error ? String(error.code) : 'name not found' }
  }
}
