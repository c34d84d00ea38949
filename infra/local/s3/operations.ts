import { allows } from '../iam.ts'
import type { Caller } from '../credentials.ts'
import { readChunked, verifyChecksums, verifyPayload } from './checksums.ts'
import { denied, noSuchKey, S3Error, xml } from './errors.ts'
import type { Bucket, ObjectInfo } from './store.ts'

/** A request whose signature holds. */
export type Asked = {
  readonly method: string
  readonly bucket: Bucket
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly payload: string
  readonly caller: Caller
}

export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body?: Buffer | string }

/** What operations need of the world: other buckets, and someone to tell of new objects. */
export type World = { readonly bucket: (name: string) => Bucket | undefined; readonly created: (bucket: string, info: ObjectInfo) => void }

const KEPT = ['content-type', 'content-disposition', 'content-encoding', 'content-language', 'cache-control', 'expires']

const arnOf = (bucket: string, key: string): string => `arn:aws:s3:::${bucket}/${key}`

const mayList = (caller: Caller, bucket: string): boolean => allows(caller.role, 's3:ListBucket', `arn:aws:s3:::${bucket}`)

/** Refuses what the caller's role does not allow, naming both, as S3 does. */
export const demand = (caller: Caller, action: string, resource: string): void => {
  if (!allows(caller.role, action, resource))
    throw denied(`User: ${caller.role.arn} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`)
}

/** An object that is not there is 404 only for those who may list the bucket; others learn nothing. */
const findFor = (caller: Caller, bucket: Bucket, key: string): ObjectInfo => {
  demand(caller, 's3:GetObject', arnOf(bucket.name, key))
  const info = bucket.find(key)
  if (info === undefined) throw mayList(caller, bucket.name) ? noSuchKey() : denied()
  return info
}

/** Headers that stay with an object: description and user metadata. */
export const keptHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (name === 'content-encoding') return value.split(',').map((part) => part.trim()).filter((part) => part !== 'aws-chunked').map((part) => [name, part])
    return KEPT.includes(name) || name.startsWith('x-amz-meta-') ? [[name, value]] : []
  }))

const refuseTaken = (headers: Asked['headers'], found: ObjectInfo | undefined): void => {
  const taken = headers['if-none-match'] === '*' && found !== undefined
  const changed = headers['if-match'] !== undefined && headers['if-match'].replaceAll('"', '') !== found?.etag
  if (taken || changed) throw new S3Error('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold')
}

const put = (asked: Asked, world: World): Answer => {
  demand(asked.caller, 's3:PutObject', arnOf(asked.bucket.name, asked.key))
  verifyPayload(asked.payload, asked.body)
  const { content, trailers } = asked.payload.startsWith('STREAMING-') ? readChunked(asked.body) : { content: asked.body, trailers: {} }
  const checksums = verifyChecksums({ ...asked.headers, ...trailers }, content)
  refuseTaken(asked.headers, asked.bucket.find(asked.key))
  const info = asked.bucket.write({ key: asked.key, headers: keptHeaders(asked.headers), checksums }, content)
  world.created(asked.bucket.name, info)
  return { status: 200, headers: { etag: `"${info.etag}"`, ...checksums } }
}

const copy = async (asked: Asked, world: World): Promise<Answer> => {
  const [name = '', ...rest] = decodeURIComponent(asked.headers['x-amz-copy-source'] ?? '').replace(/^\//, '').split('/')
  const source = world.bucket(name)
  if (source === undefined) throw new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist')
  const found = findFor(asked.caller, source, rest.join('/'))
  demand(asked.caller, 's3:PutObject', arnOf(asked.bucket.name, asked.key))
  const condition = asked.headers['x-amz-copy-source-if-match']
  if (condition !== undefined && condition.replaceAll('"', '') !== found.etag) throw new S3Error('PreconditionFailed', 412, 'The copy source has changed.')
  const headers = asked.headers['x-amz-metadata-directive'] === 'REPLACE' ? keptHeaders(asked.headers) : found.headers
  const info = asked.bucket.write({ key: asked.key, headers, checksums: found.checksums }, await source.read(found.key, 0, found.size - 1))
  world.created(asked.bucket.name, info)
  return {
    status: 200, headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<CopyObjectResult><ETag>&quot;${info.etag}&quot;</ETag><LastModified>${info.modified}</LastModified></CopyObjectResult>`,
  }
}

const range = (header: string | undefined, size: number): readonly [number, number] | undefined => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (found === null || (!found[1] && !found[2])) return undefined
  const from = found[1] ? Number(found[1]) : Math.max(0, size - Number(found[2]))
  const to = found[1] && found[2] ? Math.min(Number(found[2]), size - 1) : size - 1
  if (from >= size || from > to) throw new S3Error('InvalidRange', 416, 'The requested range is not satisfiable')
  return [from, to]
}

/** `response-content-disposition=…` of a presigned address replaces the stored header. */
const overrides = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query].filter(([name]) => name.startsWith('response-')).map(([name, value]) => [name.slice('response-'.length), value]))

const describe = (info: ObjectInfo, asked: Asked): Record<string, string> => ({
  'content-type': 'binary/octet-stream', ...info.headers, ...overrides(asked.query),
  etag: `"${info.etag}"`, 'last-modified': new Date(info.modified).toUTCString(), 'accept-ranges': 'bytes',
  ...(asked.headers['x-amz-checksum-mode'] === 'ENABLED' ? info.checksums : {}),
})

const get = async (asked: Asked): Promise<Answer> => {
  const info = findFor(asked.caller, asked.bucket, asked.key)
  const part = range(asked.headers['range'], info.size)
  const [from, to] = part ?? [0, info.size - 1]
  // A checksum is of the whole object; beside a part it would only be refused.
  const headers = describe(info, part === undefined ? asked : { ...asked, headers: {} })
  const sized = { ...headers, 'content-length': String(Math.max(0, to - from + 1)), ...(part && { 'content-range': `bytes ${from}-${to}/${info.size}` }) }
  const status = part === undefined ? 200 : 206
  return asked.method === 'HEAD' ? { status, headers: sized } : { status, headers: sized, body: await asked.bucket.read(info.key, from, to) }
}

const remove = async (asked: Asked): Promise<Answer> => {
  demand(asked.caller, 's3:DeleteObject', arnOf(asked.bucket.name, asked.key))
  await asked.bucket.remove(asked.key)
  return { status: 204, headers: {} }
}

/** ListObjectsV2 with prefix and pages; keys only come out if the caller may list. */
const listObjects = ({ bucket, caller, query }: Asked): Answer => {
  demand(caller, 's3:ListBucket', `arn:aws:s3:::${bucket.name}`)
  const prefix = query.get('prefix') ?? ''
  const after = query.get('continuation-token') ?? query.get('start-after') ?? ''
  const most = Math.min(1000, Number(query.get('max-keys') ?? 1000))
  const all = bucket.list().filter(({ key }) => key.startsWith(prefix) && key > after)
  const page = all.slice(0, most)
  const more = all.length > page.length ? `<NextContinuationToken>${xml(page.at(-1)?.key ?? '')}</NextContinuationToken>` : ''
  const contents = page.map(({ key, size, etag, modified }) => `<Contents><Key>${xml(key)}</Key><LastModified>${modified}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`)
  return {
    status: 200, headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><Name>${bucket.name}</Name><Prefix>${xml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${more !== ''}</IsTruncated>${more}${contents.join('')}</ListBucketResult>`,
  }
}

/** Does what a signed request asks: Put, Copy, Get, Head, Delete, ListObjectsV2; anything else is 501, said plainly. */
export const answer = async (asked: Asked, world: World): Promise<Answer> => {
  const { method, key, headers, query } = asked
  if (key === '' && method === 'GET' && query.get('list-type') === '2') return listObjects(asked)
  if (key === '' || ['uploads', 'uploadId', 'tagging', 'acl', 'versionId'].some((name) => query.has(name))) throw new S3Error('NotImplemented', 501, `${method} on this resource is not part of the local stand-in`)
  if (method === 'PUT') return headers['x-amz-copy-source'] === undefined ? put(asked, world) : copy(asked, world)
  if (method === 'GET' || method === 'HEAD') return get(asked)
  if (method === 'DELETE') return remove(asked)
  throw new S3Error('MethodNotAllowed', 405, 'The specified method is not allowed against this resource.')
}
