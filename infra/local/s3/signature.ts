import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from '../credentials.ts'

/** What a signature is computed over; header names in small letters. */
export type Signed = { readonly method: string; readonly url: URL; readonly rawPath: string; readonly headers: Readonly<Record<string, string>>; readonly now: Date }

/** Finds the secret of an access key. */
export type FindCaller = (accessKeyId: string) => Caller | undefined

/** Refusal with S3's own code. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused'
  readonly code: string
  constructor(code: string, message: string) { super(message); this.code = code }
}

const SKEW_MS = 15 * 60_000

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const equal = (one: string, other: string): boolean => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** RFC 3986 escaping as SigV4 wants it. */
const escape = (text: string): string => encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** Seconds-precise `20241014T080000Z` as a time; NaN when it is none. */
export const readAmzDate = (text: string): number => Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** The signature over `text` for a credential scope `key/day/region/service/aws4_request`. */
export const signatureOf = (secret: string, scope: readonly string[], text: string): string => {
  const [, day = '', region = '', service = ''] = scope
  return createHmac('sha256', hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request')).update(text).digest('hex')
}

const canonicalQuery = (url: URL): string =>
  [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => [escape(name), escape(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1)).map((pair) => pair.join('=')).join('&')

type Claim = { readonly scope: readonly string[]; readonly date: string; readonly signedHeaders: readonly string[]; readonly signature: string; readonly payload: string; readonly token: string }

const stringToSign = ({ method, url, rawPath, headers }: Signed, claim: Claim): string => {
  const path = rawPath.split('/').map((part) => escape(decodeURIComponent(part))).join('/')
  const listed = claim.signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}\n`).join('')
  const request = [method, path, canonicalQuery(url), listed, claim.signedHeaders.join(';'), claim.payload].join('\n')
  return ['AWS4-HMAC-SHA256', claim.date, claim.scope.slice(1).join('/'), sha256(request)].join('\n')
}

const headerClaim = (headers: Signed['headers']): Claim => {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers['authorization'] ?? '')
  if (found === null) throw new SignatureRefused('AccessDenied', 'The request is not signed.')
  return {
    scope: (found[1] ?? '').split('/'), date: headers['x-amz-date'] ?? '', signedHeaders: (found[2] ?? '').split(';'), signature: found[3] ?? '',
    payload: headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD', token: headers['x-amz-security-token'] ?? '',
  }
}

const queryClaim = (query: URLSearchParams): Claim => ({
  scope: (query.get('X-Amz-Credential') ?? '').split('/'), date: query.get('X-Amz-Date') ?? '', signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
  signature: query.get('X-Amz-Signature') ?? '', payload: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD', token: query.get('X-Amz-Security-Token') ?? '',
})

const refuseOld = (claim: Claim, url: URL, now: Date): void => {
  const signedAt = readAmzDate(claim.date)
  if (!url.searchParams.has('X-Amz-Signature')) {
    if (!(Math.abs(now.getTime() - signedAt) <= SKEW_MS)) throw new SignatureRefused('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.')
    return
  }
  const seconds = Number(url.searchParams.get('X-Amz-Expires'))
  if (!(seconds > 0 && seconds <= 604_800)) throw new SignatureRefused('AuthorizationQueryParametersError', 'X-Amz-Expires must be between 1 second and a week.')
  if (!(now.getTime() <= signedAt + seconds * 1000)) throw new SignatureRefused('AccessDenied', 'Request has expired')
}

const refuseOther = (caller: Caller | undefined, token: string): Caller => {
  if (caller === undefined) throw new SignatureRefused('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
  if (!equal(token, caller.sessionToken)) throw new SignatureRefused('InvalidToken', 'The provided token is malformed or otherwise invalid.')
  return caller
}

/** Verifies a signed header or a presigned address; returns who signed and the payload hash that was promised. */
export const verifySignature = (request: Signed, find: FindCaller): { readonly caller: Caller; readonly payload: string } => {
  const claim = request.url.searchParams.has('X-Amz-Signature') ? queryClaim(request.url.searchParams) : headerClaim(request.headers)
  const caller = refuseOther(find(claim.scope[0] ?? ''), claim.token)
  refuseOld(claim, request.url, request.now)
  if (!claim.signedHeaders.includes('host')) throw new SignatureRefused('AccessDenied', 'The host must be among the signed headers.')
  if (!equal(signatureOf(caller.secretAccessKey, claim.scope, stringToSign(request, claim)), claim.signature))
    throw new SignatureRefused('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
  return { caller, payload: claim.payload }
}

/** Verifies the signature over the policy of a form post; the policy's own conditions are judged elsewhere. */
export const verifyPolicy = (fields: Readonly<Record<string, string>>, find: FindCaller): Caller => {
  const scope = (fields['x-amz-credential'] ?? '').split('/')
  const caller = refuseOther(find(scope[0] ?? ''), fields['x-amz-security-token'] ?? '')
  if (!equal(signatureOf(caller.secretAccessKey, scope, fields['policy'] ?? ''), fields['x-amz-signature'] ?? ''))
    throw new SignatureRefused('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.')
  return caller
}
