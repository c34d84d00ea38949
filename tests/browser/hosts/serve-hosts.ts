import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { build } from 'esbuild'

/** Sample sites of others, from an origin that is not the portal's: another name, another port. */
export type Hosts = {
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** What a host page is told by its address. */
export type HostPage = { readonly page: string; readonly procedure: string; readonly lang?: 'vi' | 'en' }

export const hostPath = ({ page, procedure, lang = 'vi' }: HostPage): string => `/${page}?${new URLSearchParams({ procedure, lang })}`

const require = createRequire(import.meta.url)

/** Is a framework here? Its sample app is skipped where it is not. */
export const isInstalled = (name: string): boolean => {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}

const APPS: Readonly<Record<string, true>> = { react: true, vue: true }

/** The policy of a site that means it: no inline anything, no foreign anything but the portal, and Trusted Types. */
const strictPolicy = (portal: string, uploads: string): string => [
  "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "style-src 'self'", "img-src 'self'",
  `script-src ${portal}`, `connect-src ${portal} ${uploads}`, "require-trusted-types-for 'script'", 'trusted-types dvc-form',
].join('; ')

/** Pages of our own that a test adds to the samples, by their path: HTML and headers. */
export type Extra = { readonly html: string; readonly headers?: Readonly<Record<string, string>> }

type Served = { readonly portal: string; readonly uploads: string; readonly extras: ReadonlyMap<string, Extra> }

const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript' }

const bundleApp = async (name: string): Promise<string> => {
  const result = await build({
    entryPoints: [join(import.meta.dirname, `${name}.js`)], bundle: true, format: 'esm', write: false, minify: true, logLevel: 'silent',
    // Where `isInstalled` looks as well.
    nodePaths: (process.env['NODE_PATH'] ?? '').split(delimiter).filter((path) => path !== ''),
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  })
  return result.outputFiles[0]?.text ?? ''
}

const answer = async ({ portal, uploads, extras }: Served, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
  const [name = '', ending = 'html'] = pathname.slice(1).split('.')
  const extra = extras.get(pathname)
  const send = (body: string, headers: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(200, { 'content-type': TYPES[ending] ?? 'text/plain', ...headers }).end(body)
  }
  if (ending === 'js') return send(await bundleApp(name))
  const text = extra?.html ?? await readFile(join(import.meta.dirname, `${APPS[name] ? 'app' : name}.${ending}`), 'utf8')
  const filled = text.replaceAll('{portal}', portal).replaceAll('{app}', name).replace(/\{(procedure|lang)\}/g, (_, key: string) => searchParams.get(key) ?? '')
  const headers = Object.entries(extra?.headers ?? {}).map(([header, value]) => [header, value.replaceAll('{portal}', portal)])
  send(filled, { ...(name === 'strict' && ending === 'html' && { 'content-security-policy': strictPolicy(portal, uploads) }), ...Object.fromEntries(headers) })
}

/** Serves the sample sites of `tests/browser/hosts` on 127.0.0.1: to a browser another site than the portal on localhost. */
export const serveHosts = async (portal: string, uploads: string, extras: ReadonlyMap<string, Extra> = new Map()): Promise<Hosts> => {
  const server = createServer((request, response) => {
    answer({ portal, uploads, extras }, request, response).catch((error: unknown) => response.writeHead(404).end(String(error)))
  })
  // Every name of this machine: as [::1] it is a site that nobody registered.
  await new Promise<void>((done) => { server.listen(0, done) })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()) }),
  }
}
