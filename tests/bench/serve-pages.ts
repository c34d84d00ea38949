import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', html: 'text/html; charset=utf-8', json: 'application/json', woff2: 'font/woff2' }

export const brotliBytes = (body: Buffer | string): number => brotliCompressSync(body).length

/** Serves these files, brotli, from memory: the same plain server for every contender. */
export const servePages = async (files: Readonly<Record<string, Buffer>>): Promise<{ readonly origin: string; readonly close: () => void }> => {
  const packed = new Map(Object.entries(files).map(([path, body]) => [path, path.endsWith('.woff2') ? body : brotliCompressSync(body)]))
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const body = packed.get(path)
    if (body === undefined) { response.writeHead(404, { 'content-length': '0' }).end(); return }
    const extension = path.includes('.') ? path.split('.').at(-1) ?? 'html' : 'html'
    response.writeHead(200, { 'content-type': TYPES[extension] ?? 'application/octet-stream', 'content-length': String(body.length), ...(path.endsWith('.woff2') ? {} : { 'content-encoding': 'br' }) }).end(body)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  if (address === null || typeof address !== 'object') throw new Error('no port')
  return { origin: `http://127.0.0.1:${address.port}`, close: () => { server.close(); server.closeAllConnections() } }
}
