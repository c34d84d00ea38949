import { createServer, type AddressInfo, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { deliverDue } from '../../functions/core/deliver.ts'
import { messageFor } from '../../functions/core/fan-out.ts'
import { tell } from '../../functions/core/events.ts'
import { randomIds } from '../../functions/core/ids.ts'
import { addEndpoint } from '../../functions/core/manage-webhooks.ts'
import { isPublicAddress } from '../../functions/core/public-address.ts'
import { makeSender, type Resolve } from '../../functions/jobs/send-webhook.ts'
import { RETRY_AFTER } from '../../functions/core/webhook.ts'
import { memoryWebhooks } from '../contracts/memory-webhooks.ts'
import { draft } from '../contracts/samples.ts'

export type ClosedAddresses = {
  readonly names: number
  readonly attempts: number
  readonly heard: number
  /** Connections that the same listener hears when it is asked openly: 1, or it was deaf. */
  readonly hearing: number
}

/** Public by its number, and nobody's (IANA keeps 2d00::/8 reserved): a packet to it arrives nowhere. */
const NOBODY = '2d00::1'

/** What a name may lead to that is not the public internet: each in every way that it can be written or hidden. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.1'], 'other-loopback': ['127.8.9.1'], 'loopback-6': ['::1'], any: ['0.0.0.0'], 'any-6': ['::'],
  mapped: ['::ffff:127.0.0.1'], 'mapped-hex': ['::ffff:7f00:1'], compatible: ['::127.0.0.1'], nat64: ['64:ff9b::7f00:1'], '6to4': ['2002:7f00:1::'], teredo: ['2001:0:7f00:1::'],
  private10: ['10.0.0.1'], private172: ['172.16.0.1'], private192: ['192.168.1.1'], shared: ['100.64.0.1'], unique: ['fd00::1'],
  'link-local': ['169.254.1.1'], 'link-local-6': ['fe80::1'], metadata: ['169.254.169.254'], 'metadata-6': ['fd00:ec2::254'],
  multicast: ['224.0.0.1'], 'multicast-6': ['ff02::1'], broadcast: ['255.255.255.255'],
  'one-of-two': [NOBODY, '127.0.0.1'], 'other-of-two': ['127.0.0.1', NOBODY],
}

/** Hosts that need no name: as they stand in an address. */
const LITERAL = ['127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost'] as const

const ownAddresses = (): readonly string[] => Object.values(networkInterfaces()).flatMap((all) => all ?? []).map(({ address }) => address).filter((address) => !isPublicAddress(address))

/** Hears every connection to this machine, whatever of its addresses it was made to. */
const listen = async (heard: { count: number }): Promise<Server> => {
  const server = createServer((socket) => { heard.count += 1; socket.on('error', () => undefined); socket.resume().end('HTTP/1.1 204 Heard\r\n\r\n') })
  await new Promise<void>((done) => { server.listen({ port: 0, host: '::', ipv6Only: false }, done) })
  return server
}

/** Names of `CLOSED`, of this machine's own addresses, and one that leads to nobody when first asked and to this machine ever after. */
const makeResolver = (own: readonly string[]): { readonly resolve: Resolve; readonly names: readonly string[] } => {
  let asked = 0
  const names: ReadonlyMap<string, readonly string[]> = new Map([...Object.entries(CLOSED), ...own.map((address, index) => [`own-${index}`, [address]] as const)].map(([name, addresses]) => [`${name}.example`, addresses]))
  const resolve: Resolve = async (name) => {
    if (name === 'rebinding.example') { asked += 1; return asked % 2 === 1 ? [NOBODY] : ['127.0.0.1'] }
    return names.get(name) ?? ['127.0.0.1']
  }
  return { resolve, names: [...names.keys(), 'rebinding.example'] }
}

/** How many webhooks that lead to where none may lead reach a listener on this machine: each tried ten times over three days, as in the cloud. */
export const tryClosedAddresses = async (sender: typeof makeSender = makeSender): Promise<ClosedAddresses> => {
  const heard = { count: 0 }
  const server = await listen(heard)
  const { port } = server.address() as AddressInfo
  const { resolve, names } = makeResolver(ownAddresses())
  let [now, attempts] = [Date.UTC(2026, 0, 5, 2), 0]
  const deps = { webhooks: memoryWebhooks(), clock: () => new Date(now), ids: randomIds }
  const [event] = tell(draft(), { type: 'test.event', actor: 'system', data: {}, at: new Date(now) }).outbox
  if (!event) throw new Error('one event')
  const hosts = [...names, ...LITERAL]
  for (const [index, host] of hosts.entries()) {
    const endpoint = await addEndpoint({ integrator: `proof-${index}`, id: 'AAAA2222' }, { url: `https://${host}:${port}/`, types: [], active: true }, { deps, sandbox: false })
    await deps.webhooks.addMessage(messageFor(endpoint, event, { agency: 'H26', procedure: '9.000001' }, new Date(now)))
  }
  const send = sender({ loopback: false, timeout: 300, resolve })
  for (const wait of [0, ...RETRY_AFTER]) {
    now += wait
    await deliverDue(40, { ...deps, send: async (request) => { attempts += 1; return send(request) } })
  }
  const count = heard.count
  await makeSender({ loopback: true })({ url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' })
  await new Promise((done) => { server.close(done) })
  return { names: hosts.length, attempts, heard: count, hearing: heard.count - count }
}
