import { GetObjectCommand } from '@aws-sdk/client-s3'
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORIGIN, startStandIn, type StandIn } from './s3-fixture.ts'

let standIn: StandIn
beforeAll(async () => { standIn = await startStandIn() })
afterAll(() => standIn.stop())

const BODY = '%PDF-1.7 giấy tờ'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')

const ticket = (options: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(standIn.client(standIn.callers.owner), {
    Bucket: 'files', Key: 'q/1', Expires: 600,
    Conditions: [['content-length-range', Buffer.byteLength(BODY), Buffer.byteLength(BODY)], ['starts-with', '$x-amz-meta-note', 'n']],
    Fields: { 'Content-Type': 'application/pdf', 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sha256(BODY), 'x-amz-meta-note': 'note' },
    ...options,
  })

type Change = { readonly fields?: Record<string, string>; readonly body?: string; readonly drop?: readonly string[] }

const post = async ({ fields = {}, body = BODY, drop = [] }: Change, options: Partial<PresignedPostOptions> = {}) => {
  const { url, fields: signed } = await ticket(options)
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...signed, ...fields })) if (!drop.includes(name)) form.append(name, value)
  form.append('file', new Blob([body]), 'a.pdf')
  const answer = await fetch(url, { method: 'POST', body: form, headers: { origin: ORIGIN } })
  return { status: answer.status, code: /<Code>(\w+)</.exec(await answer.text())?.[1], allowed: answer.headers.get('access-control-allow-origin') }
}

describe('a presigned form post', () => {
  test('is taken when it keeps its policy', async () => {
    expect(await post({})).toEqual({ status: 204, code: undefined, allowed: ORIGIN })
    const got = await standIn.client(standIn.callers.owner).send(new GetObjectCommand({ Bucket: 'files', Key: 'q/1' }))
    expect([await got.Body?.transformToString(), got.ContentType, got.Metadata]).toEqual([BODY, 'application/pdf', { note: 'note' }])
    expect(standIn.created).toContain('files/q/1')
  })

  test.each<[string, Change, number, string]>([
    ['a longer file', { body: `${BODY}x` }, 400, 'EntityTooLarge'],
    ['a shorter file', { body: 'x' }, 400, 'EntityTooSmall'],
    ['other content of the same length', { body: BODY.replace('7', '8') }, 400, 'BadDigest'],
    ['another type', { fields: { 'Content-Type': 'text/html' } }, 403, 'AccessDenied'],
    ['another key', { fields: { key: 'q/2' } }, 403, 'AccessDenied'],
    ['another checksum', { fields: { 'x-amz-checksum-sha256': sha256('other') } }, 403, 'AccessDenied'],
    ['a field that no condition allows', { fields: { acl: 'public-read' } }, 403, 'AccessDenied'],
    ['a start that is not the agreed one', { fields: { 'x-amz-meta-note': 'other' } }, 403, 'AccessDenied'],
    ['without a field that a condition asks for', { drop: ['Content-Type'] }, 403, 'AccessDenied'],
    ['a broken signature', { fields: { 'X-Amz-Signature': '0'.repeat(64) } }, 403, 'SignatureDoesNotMatch'],
    ['a policy of their own', { fields: { Policy: Buffer.from('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}').toString('base64') } }, 403, 'SignatureDoesNotMatch'],
    ['a stolen session', { fields: { 'X-Amz-Security-Token': 'other' } }, 403, 'InvalidToken'],
  ])('is refused with %s', async (_name, change, status, code) => {
    const key = { Key: 'q/refused' }
    const before = standIn.created.length
    expect(await post(change, change.fields?.['key'] ? {} : key)).toMatchObject({ status, code })
    expect(standIn.created).toHaveLength(before)
  })

  test('is refused after its time', async () => {
    expect(await post({}, { Expires: -1 })).toMatchObject({ status: 403, code: 'AccessDenied' })
  })
})

describe('CORS', () => {
  const preflight = async (origin: string, method: string) => {
    const answer = await fetch(`${standIn.s3.endpoint}/files/`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'x-a' } })
    return [answer.status, answer.headers.get('access-control-allow-origin')]
  }

  test('lets the portal\'s own pages post, and knows localhost by both names', async () => {
    expect(await preflight(ORIGIN, 'POST')).toEqual([200, ORIGIN])
    expect(await preflight('http://127.0.0.1:3000', 'POST')).toEqual([200, 'http://127.0.0.1:3000'])
  })

  test.each([['http://evil.example', 'POST'], [ORIGIN, 'DELETE']])('stops %s from %s', async (origin, method) => {
    expect(await preflight(origin, method)).toEqual([403, null])
  })
})
