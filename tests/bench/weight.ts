import { openHttpBrowser } from '../journeys/http-browser.ts'
import { tokens } from '../journeys/html-form.ts'
import { startLocalServer } from '../local-server.ts'
import { brotliBytes } from './serve-pages.ts'
import { kilobytes, type Row } from './table.ts'

const KB = 1024

type Weight = { readonly html: number; readonly css: number; readonly js: number }

/** Bytes, brotli, of a page as the running portal serves it, with every style and script it names. */
export const weighPage = async (origin: string, path: string): Promise<Weight> => {
  const { html } = await openHttpBrowser(origin).open(path)
  const all = tokens(html)
  const styles = all.filter((token) => token.tag === 'link' && token.attributes['rel'] === 'stylesheet').map((token) => token.attributes['href'])
  const scripts = all.filter((token) => token.tag === 'script' && token.attributes['src'] !== undefined).map((token) => token.attributes['src'])
  const weigh = async (paths: readonly (string | undefined)[]): Promise<number> => {
    const bodies = await Promise.all(paths.map(async (one) => Buffer.from(await (await fetch(new URL(one ?? '', origin))).arrayBuffer())))
    return bodies.reduce((sum, body) => sum + brotliBytes(body), 0)
  }
  return { html: brotliBytes(html), css: await weigh(styles), js: await weigh(scripts) }
}

/** The first form page of each online procedure, from the running stack. */
export const benchWeight = async (): Promise<readonly Row[]> => {
  const server = await startLocalServer()
  try {
    const rows: Row[] = []
    for (const code of ['1.001193', '1.001612', '2.000181']) {
      const { html, css, js } = await weighPage(server.origin, `/thu-tuc/${code}/nop`)
      const parts = `${kilobytes(html)} HTML + ${kilobytes(css)} CSS + ${kilobytes(js)} JS`
      rows.push(
        { section: 'weight', what: `first form page of ${code}, brotli`, target: '<= 30 KB', measured: `${kilobytes(html + css + js)} (${parts})`, ok: html + css + js <= 30 * KB },
        { section: 'weight', what: `its JavaScript`, target: '<= 10 KB', measured: kilobytes(js), ok: js <= 10 * KB },
        { section: 'weight', what: `the page without JavaScript`, target: '<= 20 KB', measured: kilobytes(html + css), ok: html + css <= 20 * KB },
      )
    }
    return rows
  } finally { await server.remove() }
}
