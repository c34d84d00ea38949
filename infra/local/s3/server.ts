import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Deployed } from '../assembly.ts'
import { serveLocally } from '../dynamodb-engine.ts'
import { corsHeaders, readCorsRules, type CorsRule } from './cors.ts'
import { errorDocument, S3Error } from './errors.ts'
import { postForm } from './form-post.ts'
import { answer, type Answer, type World } from './operations.ts'
import { SignatureRefused, verifySignature, type FindCaller } from './signature.ts'
import { openBucket, type Bucket, type ObjectInfo } from './store.ts'

export type S3 = { readonly endpoint: string; readonly bucket: (name: string) => Bucket | undefined; readonly stop: () => Promise<void> }

export type S3Options = {
  readonly folder: string
  /** Port of an endpoint that was announced before; 0 takes a free one. */
  readonly port?: number
  readonly find: FindCaller
  readonly onCreated: (bucket: string, info: ObjectInfo) => void
  readonly onRefused: (sentence: string) => void
}

/** A bucket with its rules, by name. */
export type BucketPlan = { readonly name: string; readonly rules: readonly CorsRule[] }

/** The template's buckets. */
export const bucketPlans = (buckets: readonly Deployed[]): BucketPlan[] => buckets.map(({ ref, properties }) => ({ name: ref, rules: readCorsRules(properties) }))

/** Presigned posts go up to the largest component; nothing here may fill memory. */
const BODY_MAX = 64 * 1024 * 1024

const readBody = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += chunk.length
    if (size > BODY_MAX) throw new S3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const flatHeaders = (incoming: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value ?? '']))

const asError = (error: unknown): S3Error => {
  if (error instanceof S3Error) return error
  if (error instanceof SignatureRefused) return new S3Error(error.code, error.code === 'AuthorizationQueryParametersError' ? 400 : 403, error.message)
  return new S3Error('InternalError', 500, error instanceof Error ? error.message : 'Internal error')
}

const originOf = (headers: Record<string, string>, method: string): { origin: string; method: string; headers: string[] } => ({
  origin: headers['origin'] ?? '', method: headers['access-control-request-method'] ?? method,
  headers: (headers['access-control-request-headers'] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== ''),
})

const preflight = (rules: readonly CorsRule[], headers: Record<string, string>): Answer => {
  const allowed = corsHeaders(rules, originOf(headers, 'OPTIONS'))
  if (allowed === undefined) throw new S3Error('AccessForbidden', 403, 'CORSResponse: This CORS request is not allowed.')
  return { status: 200, headers: allowed }
}

/** `/bucket/key…` of a path-style address. */
const splitPath = (path: string): { bucket: string; key: string } => {
  const [, bucket = '', ...key] = path.split('/')
  return { bucket, key: decodeURIComponent(key.join('/')) }
}

/** Serves the buckets on loopback in S3's own protocol, path style: signatures, roles, policies, checksums and CORS all hold. */
export const startS3 = async (plans: readonly BucketPlan[], options: S3Options): Promise<S3> => {
  const buckets = new Map(plans.map(({ name }) => [name, openBucket(join(options.folder, 's3'), name)]))
  const rules = new Map(plans.map((plan) => [plan.name, plan.rules]))
  const world: World = { bucket: (name) => buckets.get(name), created: options.onCreated }

  const respond = async (incoming: IncomingMessage): Promise<Answer> => {
    const headers = flatHeaders(incoming)
    const url = new URL(incoming.url ?? '/', `http://${headers['host'] ?? 'localhost'}`)
    const rawPath = (incoming.url ?? '/').split('?')[0] ?? '/'
    const { bucket: name, key } = splitPath(rawPath)
    const bucket = buckets.get(name)
    if (bucket === undefined) throw new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist')
    const method = incoming.method ?? 'GET'
    if (method === 'OPTIONS') return preflight(rules.get(name) ?? [], headers)
    const body = await readBody(incoming)
    const contentType = headers['content-type'] ?? ''
    if (method === 'POST' && contentType.startsWith('multipart/form-data')) return postForm({ bucket, contentType, body, location: `${url.origin}/${name}` }, options.find, world)
    const { caller, payload } = verifySignature({ method, url, rawPath, headers, now: new Date() }, options.find)
    return answer({ method, bucket, key, query: url.searchParams, headers, body, payload, caller }, world)
  }

  const send = (outgoing: ServerResponse, { status, headers, body }: Answer, cors: Record<string, string>): void => {
    outgoing.writeHead(status, { ...headers, ...cors, 'x-amz-request-id': randomUUID(), server: 'AmazonS3' })
    outgoing.end(body)
  }

  const { port, close } = await serveLocally((incoming, outgoing) => {
    const headers = flatHeaders(incoming)
    const name = splitPath((incoming.url ?? '/').split('?')[0] ?? '/').bucket
    const cors = headers['origin'] === undefined || incoming.method === 'OPTIONS' ? {} : corsHeaders(rules.get(name) ?? [], { ...originOf(headers, incoming.method ?? 'GET'), headers: [] }) ?? {}
    respond(incoming).then((ok) => send(outgoing, ok, cors), (failure: unknown) => {
      const error = asError(failure)
      if (error.code === 'AccessDenied' || error.status >= 500) options.onRefused(`${incoming.method} ${name}: ${error.message}`)
      const body = incoming.method === 'HEAD' ? undefined : errorDocument(error, randomUUID())
      send(outgoing, { status: error.status, headers: { 'content-type': 'application/xml', connection: 'close' }, ...(body !== undefined && { body }) }, cors)
    })
  }, options.port)
  return { endpoint: `http://127.0.0.1:${port}`, bucket: (name) => buckets.get(name), stop: close }
}
