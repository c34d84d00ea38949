import { drawFloor } from './floor.ts'
import { asOneSection, readBenchForm } from './form.ts'
import { countControls, publishOurs, readAssets, renderOurs, viewContext } from './ours.ts'
import { loadServerPeer, PEER_NAMES, SERVER_PEERS, type ServerPeer } from './peers.ts'
import { compareRates } from './statistics.ts'
import { percent, times, whole, type Row } from './table.ts'

const quietly = <Result>(work: () => Result): Result => {
  // JSON Forms writes a line to the console for what it cannot draw: that would measure the terminal.
  const kept = [console.log, console.warn, console.error] as const
  console.log = console.warn = console.error = () => undefined
  try { return work() } finally { [console.log, console.warn, console.error] = kept }
}

/** Server render of the filled form: ours against a walk by hand and against the engines that can render without a browser. */
export const benchRender = async (): Promise<readonly Row[]> => {
  const source = await readBenchForm()
  const ours = await publishOurs(source)
  const ctx = viewContext(await readAssets())
  const whole1 = asOneSection(source)
  // As bytes, which is what a server sends: joined text that nobody has read yet is not finished work.
  const inBytes = (page: () => string) => (): Buffer => Buffer.from(page())
  const own = { ours: () => renderOurs(ours, ctx, ours.bench.valid), walk: () => drawFloor(whole1.schema, whole1.valid) }
  // Alone first: the others leave megabytes behind in each round, and collecting them would be charged to whoever comes next.
  const alone = compareRates({ ours: inBytes(own.ours), walk: inBytes(own.walk) }, 15)
  const peers = await Promise.all(SERVER_PEERS.map(async (name) => [name, await loadServerPeer(name)] as const))
  const pages: Record<string, () => string> = {
    ...own,
    ...Object.fromEntries(peers.map(([name, render]) => [name, () => render(source.schema, source.valid)])),
  }
  const counts = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, quietly(() => countControls(page()))]))
  const bytes = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, quietly(() => page().length)]))
  console.log(`render: ${source.source}; visible controls ${JSON.stringify(counts)}; characters ${JSON.stringify(bytes)}`)
  const rates = quietly(() => compareRates(Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, inBytes(page)]))))
  const [mine = 0, share] = [rates['ours'], alone.ours / alone.walk]
  return [
    { section: 'render', what: 'server render of the filled form, ours against a hand-written walk', target: '>= 50 %', measured: `${percent(share)} (${whole(alone.ours)} of ${whole(alone.walk)} pages/s)`, ok: share >= 0.5 },
    ...SERVER_PEERS.map((name: ServerPeer): Row => ({ section: 'render', what: `the same, ours against ${PEER_NAMES[name]}`, target: '', measured: `${times(mine / (rates[name] ?? 1))} (${whole(rates[name] ?? 0)} pages/s)` })),
  ]
}
