import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { drawFloor, FLOOR_CSS, FLOOR_JS } from './floor.ts'
import { asOneSection, readBenchForm } from './form.ts'
import { publishOurs, readAssets, renderOurs, viewContext } from './ours.ts'
import { buildClientPeer, CLIENT_PEERS, PEER_NAMES, type ClientPeer } from './peers.ts'
import { brotliBytes } from './serve-pages.ts'
import { measurePages, type Contender, type Measured, type Pages } from './time-page.ts'
import { kilobytes, times, type Row } from './table.ts'

const WEB = join(import.meta.dirname, '../../.build/web/assets')
const webFiles = async (): Promise<Readonly<Record<string, Buffer>>> =>
  Object.fromEntries(await Promise.all((await readdir(WEB)).map(async (name) => [`/assets/${name}`, await readFile(join(WEB, name))] as const)))

const gather = async (): Promise<Pages> => {
  const source = await readBenchForm()
  const one = asOneSection(source)
  const ours = await publishOurs(source)
  const assets = await readAssets()
  const web = await webFiles()
  const files: Record<string, Buffer> = {
    ...web, '/ours': Buffer.from(renderOurs(ours, viewContext(assets), ours.bench.valid)),
    '/floor': Buffer.from(drawFloor(one.schema, one.valid)), '/floor.css': Buffer.from(FLOOR_CSS), '/floor.js': Buffer.from(FLOOR_JS),
  }
  const size = (...paths: string[]): number => paths.reduce((sum, path) => sum + brotliBytes(files[path] ?? ''), 0)
  const contenders: Contender[] = [
    { name: 'ours', path: '/ours', assetBytes: size(assets.css, assets.formJs) },
    { name: 'floor', path: '/floor', assetBytes: size('/floor.css', '/floor.js') },
  ]
  for (const peer of CLIENT_PEERS) {
    const built = await buildClientPeer(peer, source)
    Object.assign(files, built.files, { [`/${peer}`]: Buffer.from(built.html) })
    contenders.push({ name: peer, path: `/${peer}`, brief: peer !== 'rjsf', assetBytes: Object.values(built.files).reduce((sum, body) => sum + brotliBytes(body), 0) })
  }
  return { files, contenders }
}

const show = (one: Measured): string => `${one.interactive.toFixed(0)} ms (blocking ${one.blocking.toFixed(0)} ms, ${kilobytes(one.assetBytes)} of script and style, ${one.controls} controls)`

/** Time until the form answers, on a phone: ours, a static page, and the others. */
export const benchInteractive = async (): Promise<readonly Row[]> => {
  const results = await measurePages(await gather())
  const get = (name: string): Measured => {
    const found = results.get(name)
    if (found === undefined) throw new Error(`no measurement of ${name}`)
    return found
  }
  const [ours, floor, rjsf] = [get('ours'), get('floor'), get('rjsf')]
  const section = 'interactive'
  return [
    { section, what: 'time to interactive of the filled form against a static page (medians of interleaved rounds)', target: '<= 1.3x', measured: `${times(ours.interactive / floor.interactive)}: ${show(ours)} of ${show(floor)}`, ok: ours.interactive <= floor.interactive * 1.3 },
    { section, what: 'time to interactive against RJSF', target: '<= 1/3', measured: `${times(ours.interactive / rjsf.interactive)} of ${rjsf.interactive.toFixed(0)} ms`, ok: ours.interactive <= rjsf.interactive / 3 },
    { section, what: 'total blocking time against the static page', target: '<= 1.5x', measured: `${times(ours.blocking / Math.max(1, floor.blocking))}: ${ours.blocking.toFixed(0)} of ${floor.blocking.toFixed(0)} ms`, ok: ours.blocking <= Math.max(floor.blocking, 1) * 1.5 },
    ...CLIENT_PEERS.map((peer: ClientPeer): Row => ({ section, what: `the same form in ${PEER_NAMES[peer]}`, target: '', measured: show(get(peer)) })),
  ]
}
