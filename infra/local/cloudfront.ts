import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Assembly, Deployed } from './assembly.ts'
import type { HttpApi } from './http-api.ts'
import { refusal, type Incoming, type Outgoing } from './http-event.ts'
import { readResponsePolicy, withPolicy, type AddedHeader } from './response-policy.ts'
import type { Bucket } from './s3/store.ts'
import { isValues, list, member, text, type Value, type Values } from './template.ts'

type Origin = (request: Incoming) => Promise<Outgoing>

type Behaviour = { readonly pattern: RegExp; readonly methods: readonly string[]; readonly compress: boolean; readonly added: readonly AddedHeader[]; readonly origin: Origin }

/** AWS's own 'CachingDisabled': with it CloudFront compresses nothing, whatever the behaviour says. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|manifest\+json|problem\+json|schema\+json|xhtml\+xml)|image\/svg\+xml|font\/(ttf|otf)|application\/[\w.-]+\+json)/

const header = ({ headers }: Outgoing, name: string): string | undefined => headers.find(([given]) => given === name)?.[1]

/** From S3 through origin access control: GET and HEAD of objects, a plain 403 for what is not there. */
const fromBucket = (bucket: Bucket): Origin => async (request) => {
  const key = decodeURIComponent((request.target.split('?')[0] ?? '').replace(/^\//, ''))
  const info = bucket.find(key)
  if (info === undefined) return { status: 403, headers: [['content-type', 'application/xml']], body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>') }
  const headers = [...Object.entries(info.headers), ['etag', `"${info.etag}"`] as const, ['last-modified', new Date(info.modified).toUTCString()] as const]
  const fresh = request.headers.some(([name, value]) => name === 'if-none-match' && value.replace(/^W\//, '') === `"${info.etag}"`)
  return fresh ? { status: 304, headers, body: Buffer.alloc(0) } : { status: 200, headers, body: await bucket.read(key, 0, info.size - 1) }
}

/** To the HTTP API: every viewer header but Host, and who is asking. */
const fromApi = (api: HttpApi): Origin => (request) =>
  api.handle({
    ...request, domain: api.domain,
    headers: [
      ...request.headers.filter(([name]) => !['host', 'connection', 'x-forwarded-for', 'keep-alive', 'transfer-encoding'].includes(name)),
      ['host', api.domain], ['via', '2.0 local.cloudfront.net (CloudFront)'], ['x-forwarded-for', request.sourceIp], ['x-forwarded-port', '443'], ['x-forwarded-proto', 'https'],
    ],
  })

const compressed = (answer: Outgoing, accepts: string): Outgoing => {
  const fits = answer.body.length >= 1000 && answer.body.length <= 10_000_000 && COMPRESSIBLE.test(header(answer, 'content-type') ?? '')
  if (answer.status !== 200 || !fits || header(answer, 'content-encoding') !== undefined) return answer
  const kind = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined
  if (kind === undefined) return answer
  const body = kind === 'br' ? brotliCompressSync(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(answer.body)
  const headers = answer.headers.filter(([name]) => name !== 'content-length').map(([name, value]) => [name, name === 'etag' && !value.startsWith('W/') ? `W/${value}` : value] as const)
  return { ...answer, body, headers: [...headers, ['content-encoding', kind], ['vary', 'Accept-Encoding']] }
}

/** `/assets/*` with `*` and `?` as CloudFront reads them. */
const pathPattern = (pattern: string): RegExp => new RegExp(`^/?${pattern.replace(/^\//, '').replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`)

const DEFAULT_METHODS: readonly Value[] = ['GET', 'HEAD']

export type Parts = { readonly api: HttpApi; readonly bucketOfDomain: (domain: string) => Bucket | undefined }

const readOrigins = (config: Values, parts: Parts): ReadonlyMap<string, Origin> =>
  new Map(list(config['Origins']).map((origin) => {
    const bucket = parts.bucketOfDomain(text(member(origin, 'DomainName')))
    return [text(member(origin, 'Id')), bucket === undefined ? fromApi(parts.api) : fromBucket(bucket)]
  }))

const readBehaviours = (distribution: Deployed, assembly: Assembly, parts: Parts): Behaviour[] => {
  const config = distribution.properties['DistributionConfig']
  if (!isValues(config)) return []
  const origins = readOrigins(config, parts)
  const policies = new Map(assembly.ofType('AWS::CloudFront::ResponseHeadersPolicy').map((policy) => [policy.ref, readResponsePolicy(policy)]))
  const read = (behaviour: Value, pattern: RegExp): Behaviour => {
    const methods = list(member(behaviour, 'AllowedMethods'))
    return {
      pattern,
      methods: (methods.length > 0 ? methods : DEFAULT_METHODS).map(text),
      compress: member(behaviour, 'Compress') === true && text(member(behaviour, 'CachePolicyId')) !== CACHING_DISABLED,
      added: policies.get(text(member(behaviour, 'ResponseHeadersPolicyId'))) ?? [],
      origin: origins.get(text(member(behaviour, 'TargetOriginId'))) ?? fromApi(parts.api),
    }
  }
  const paths = list(config['CacheBehaviors']).map((behaviour) => read(behaviour, pathPattern(text(member(behaviour, 'PathPattern')))))
  return [...paths, read(config['DefaultCacheBehavior'] ?? {}, /.*/)]
}

/** The template's distribution: chooses a behaviour by path, asks its origin, adds its headers, compresses. Keeps nothing. */
export const serveDistribution = (assembly: Assembly, parts: Parts): ((request: Incoming) => Promise<Outgoing>) => {
  const [distribution] = assembly.ofType('AWS::CloudFront::Distribution')
  if (distribution === undefined) return parts.api.handle
  const behaviours = readBehaviours(distribution, assembly, parts)
  return async (request) => {
    const path = request.target.split('?')[0] ?? '/'
    const behaviour = behaviours.find(({ pattern }) => pattern.test(path))
    if (behaviour === undefined || !behaviour.methods.includes(request.method)) return refusal(403, 'This method is not allowed here.')
    const answer = await behaviour.origin(request)
    const accepts = request.headers.find(([name]) => name === 'accept-encoding')?.[1] ?? ''
    const whole = behaviour.compress ? compressed(answer, accepts) : answer
    return { ...whole, headers: withPolicy(whole.headers, behaviour.added) }
  }
}
