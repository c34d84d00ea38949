import { spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../browser/chromium.ts'
import { serveHosts, type Extra } from '../browser/hosts/serve-hosts.ts'
import { startLocalServer } from '../local-server.ts'
import { readBenchForm } from './form.ts'
import { buildClientPeer, PEER_NAMES, type ClientPeer } from './peers.ts'
import { servePages } from './serve-pages.ts'
import { median } from './statistics.ts'
import { kilobytes, times, whole, type Row } from './table.ts'
import { timePage } from './time-page.ts'

const OUT = join(import.meta.dirname, '../../.build/bench')
const KB = 1024
const CODES = ['1.001193', '1.001612', '2.000181'] as const
const PEERS = ['rjsf', 'surveyjs', 'formio'] as const satisfies readonly ClientPeer[]
const ROUNDS = 3

const pathOf = (code: string): string => `/host-${code.replaceAll('.', '-')}`

/** In the host's own tree (`light`), so that the watch that counts a peer's controls sees ours as well. */
const hostPage = (code: string): Extra => ({
  html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title><script src="{portal}/embed.js" async></script></head><body><main><dvc-form light procedure="${code}"></dvc-form></main></body></html>`,
})

type Loaded = { readonly path: string; readonly bytes: number }

/** What a browser asks the portal for until the form stands, each as gzip would send it. */
const watchLoads = async (host: string, portal: string): Promise<readonly Loaded[]> => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const bodies: Promise<Loaded>[] = []
    page.on('response', (response) => {
      const url = new URL(response.url())
      if (url.origin === portal) bodies.push(response.body().then((body) => ({ path: url.pathname, bytes: gzipSync(body).length })))
    })
    await page.goto(host)
    await page.locator('main .journey').waitFor()
    await page.waitForLoadState('networkidle')
    return await Promise.all(bodies)
  } finally { await browser.close() }
}

const sum = (loads: readonly Loaded[]): number => loads.reduce((total, { bytes }) => total + bytes, 0)

const weigh = async (hosts: string, portal: string): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const code of CODES) {
    const loads = await watchLoads(hosts + pathOf(code), portal)
    const loader = loads.find(({ path }) => path === '/embed.js')?.bytes ?? Number.NaN
    rows.push(
      { section: 'embed', what: `embed ${code}: the loader, gzip`, target: '<= 5 KB', measured: kilobytes(loader), ok: loader <= 5 * KB },
      { section: 'embed', what: `embed ${code}: all that is loaded for the form, gzip`, target: '<= 25 KB', measured: `${kilobytes(sum(loads))} in ${loads.length} requests`, ok: sum(loads) <= 25 * KB },
    )
  }
  return rows
}

const OPEN_FORMS = '@open-formulieren/sdk@3.3.0'

/** The package of the Open Forms SDK as npm sends it, unpacked and not installed: its bundles are ready-made. */
const weighOpenForms = async (): Promise<Row> => {
  await mkdir(OUT, { recursive: true })
  const run = (program: string, ...args: string[]): string => {
    const { status, stdout } = spawnSync(program, args, { cwd: OUT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed`)
    return stdout.trim()
  }
  const archive = run('npm', 'pack', OPEN_FORMS, '--silent')
  const wanted = ['package/dist/assets/sdk-DdV6dnXF.js', 'package/dist/assets/formio-init-Bqb3UjMW.js', 'package/dist/open-forms-sdk.css']
  run('tar', '-xzf', archive, ...wanted)
  const [entry = 0, formio = 0, css = 0] = await Promise.all(wanted.map(async (path) => gzipSync(await readFile(join(OUT, path))).length))
  return { section: 'embed', what: `${OPEN_FORMS}, gzip`, target: '', measured: `${kilobytes(entry + css)}: ${kilobytes(entry)} script + ${kilobytes(css)} style; its Form.io part ${kilobytes(formio)} more` }
}

type Times = { readonly interactive: number; readonly blocking: number; readonly controls: number }

/** The same phone and line for all: our element from another origin, the peers' whole form from a plain server. */
const race = async (addresses: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Times>> => {
  const samples = new Map<string, Times[]>(Object.keys(addresses).map((name) => [name, []]))
  const browser = await launchBrowser()
  try {
    for (let round = 0; round < ROUNDS; round += 1) for (const [name, url] of Object.entries(addresses)) samples.get(name)?.push(await timePage(browser, url))
  } finally { await browser.close() }
  return new Map([...samples].map(([name, all]) => [name, { interactive: median(all.map(({ interactive }) => interactive)), blocking: median(all.map(({ blocking }) => blocking)), controls: median(all.map(({ controls }) => controls)) }]))
}

const comparePeers = async (ours: string): Promise<readonly Row[]> => {
  const form = await readBenchForm()
  const built = await Promise.all(PEERS.map(async (peer) => [peer, await buildClientPeer(peer, form)] as const))
  const server = await servePages(Object.assign({}, ...built.map(([peer, { html, files }]) => ({ ...files, [`/${peer}`]: Buffer.from(html) }))))
  try {
    const results = await race({ ours, ...Object.fromEntries(PEERS.map((peer) => [peer, `${server.origin}/${peer}`])) })
    const show = ({ interactive, blocking, controls }: Times): string => `${whole(interactive)} ms (blocking ${whole(blocking)} ms, ${controls} controls)`
    const mine = results.get('ours') ?? { interactive: Number.NaN, blocking: Number.NaN, controls: 0 }
    return [
      { section: 'embed', what: 'time to interactive of an embedded first page (1.001193), phone on a poor line', target: '', measured: show(mine) },
      ...built.map(([peer, { files }]): Row => {
        const theirs = results.get(peer) ?? mine
        const bytes = Object.values(files).reduce((total, body) => total + gzipSync(body).length, 0)
        return { section: 'embed', what: `${PEER_NAMES[peer]}, the 41-field form`, target: '', measured: `${show(theirs)}, ours ${times(mine.interactive / theirs.interactive)}; ${kilobytes(bytes)} of script and style, gzip` }
      }),
    ]
  } finally { server.close() }
}

/** What a form in another site's page costs, beside the others: bytes, requests, time until it answers. */
export const benchEmbed = async (): Promise<readonly Row[]> => {
  const portal = await startLocalServer()
  const hosts = await serveHosts(portal.origin, '', new Map(CODES.map((code) => [pathOf(code), hostPage(code)])))
  try {
    return [...await weigh(hosts.origin, portal.origin), await weighOpenForms(), ...await comparePeers(hosts.origin + pathOf('1.001193'))]
  } finally {
    await hosts.stop()
    await portal.remove()
  }
}
