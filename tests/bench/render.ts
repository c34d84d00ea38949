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
  const peers = await Promise.all(SERVER_PEERS.map(async (name) => [name, await loadServerPeer(name)] as const))
  const whole1 = asOneSection(source)
  const pages: Record<string, () => string> = {
    ours: () => renderOurs(ours, ctx, ours.bench.valid),
    walk: () => drawFloor(whole1.schema, whole1.valid),
    ...Object.fromEntries(peers.map(([name, render]) => [name, () => render(source.schema, source.valid)])),
  }
  const counts = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, quietly(() => countControls(page()))]))
  const bytes = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, quietly(() => page().length)]))
  console.log(`render: ${source.source}; visible controls ${JSON.stringify(counts)}; characters ${JSON.stringify(bytes)}`)
  // As bytes, which is what a server sends: joined text that nobody has read yet is not finished work.
  const bodies = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, () => Buffer.from(page())]))
  const rates = quietly(() => compareRates(bodies))
  const [mine = 0, walk = 0] = [rates['ours'], rates['walk']]
  return [
    { section: 'render', what: 'server render of the filled form, ours against a hand-written walk', target: '>= 50 %', measured: `${percent(mine / walk)} (${whole(mine)} of ${whole(walk)} pages/s)`, ok: mine >= walk / 2 },
    ...SERVER_PEERS.map((name: ServerPeer): Row => ({ section: 'render', what: `the same, ours against ${PEER_NAMES[name]}`, target: '', measured: `${times(mine / (rates[name] ?? 1))} (${whole(rates[name] ?? 0)} pages/s)` })),
  ]
}
