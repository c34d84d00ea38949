import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStandIn, type StandIn } from './s3-fixture.ts'

let standIn: StandIn
let owner: S3Client
beforeAll(async () => { standIn = await startStandIn(); owner = standIn.client(standIn.callers.owner) })
afterAll(() => standIn.stop())

const Bucket = 'files'
const put = (Key: string, Body: string | Uint8Array, more: object = {}) => owner.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
const textOf = async (Key: string, client = owner): Promise<string> => (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString() ?? ''
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')

describe('objects', () => {
  test('come back as they were put, with type and metadata', async () => {
    await put('a/giấy khai sinh (1)+.txt', 'Nội dung', { ContentType: 'text/plain', Metadata: { from: 'test' }, ContentDisposition: 'inline' })
    const got = await owner.send(new GetObjectCommand({ Bucket, Key: 'a/giấy khai sinh (1)+.txt' }))
    expect(await got.Body?.transformToString()).toBe('Nội dung')
    expect(got).toMatchObject({ ContentType: 'text/plain', Metadata: { from: 'test' }, ContentDisposition: 'inline', ContentLength: 10 })
    expect(standIn.created).toContain('files/a/giấy khai sinh (1)+.txt')
  })

  test('that come as a stream lose their chunked framing', async () => {
    await owner.send(new PutObjectCommand({ Bucket, Key: 'stream', Body: Readable.from([Buffer.from('first '), Buffer.from('second')]), ContentLength: 12 }))
    expect(await textOf('stream')).toBe('first second')
  })

  test('are kept over a restart', async () => {
    await put('kept', 'here')
    standIn = await standIn.restart()
    owner = standIn.client(standIn.callers.owner)
    expect(await textOf('kept')).toBe('here')
  })

  test('are gone when deleted, and deleting again is no error', async () => {
    await put('gone', 'x')
    for (const _ of [1, 2]) await owner.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }))
    await expect(owner.send(new HeadObjectCommand({ Bucket, Key: 'gone' }))).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('are copied between buckets, with new headers where REPLACE says so', async () => {
    await put('source é', 'copied', { ContentType: 'text/plain' })
    await owner.send(new CopyObjectCommand({ Bucket: 'clean', Key: 'target', CopySource: `files/${encodeURIComponent('source é')}`, MetadataDirective: 'REPLACE', ContentType: 'application/pdf' }))
    const got = await owner.send(new GetObjectCommand({ Bucket: 'clean', Key: 'target' }))
    expect([await got.Body?.transformToString(), got.ContentType]).toEqual(['copied', 'application/pdf'])
  })

  test('are listed by prefix, in pages', async () => {
    for (const name of ['l/1', 'l/2', 'l/3', 'm/1']) await put(name, name)
    const first = await owner.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 2 }))
    const second = await owner.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', MaxKeys: 2, ContinuationToken: first.NextContinuationToken }))
    expect([first, second].map((page) => page.Contents?.map(({ Key }) => Key))).toEqual([['l/1', 'l/2'], ['l/3']])
  })

  test('are not overwritten where If-None-Match says so', async () => {
    await put('once', 'first')
    await expect(put('once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' })
    expect(await textOf('once')).toBe('first')
  })

  test.each([['bytes=0-3', '0123'], ['bytes=4-', '456789'], ['bytes=-2', '89'], ['bytes=8-100', '89']])('give the range %s', async (Range, expected) => {
    await put('digits', '0123456789')
    const got = await owner.send(new GetObjectCommand({ Bucket, Key: 'digits', Range }))
    expect([await got.Body?.transformToString(), got.$metadata.httpStatusCode]).toEqual([expected, 206])
  })

  test('refuse a range beyond their end', async () => {
    await put('short', 'x')
    await expect(owner.send(new GetObjectCommand({ Bucket, Key: 'short', Range: 'bytes=5-9' }))).rejects.toMatchObject({ name: 'InvalidRange' })
  })
})

describe('checksums', () => {
  test('that hold are kept and given back', async () => {
    await put('sum', 'body', { ChecksumSHA256: sha256('body') })
    expect((await owner.send(new HeadObjectCommand({ Bucket, Key: 'sum', ChecksumMode: 'ENABLED' }))).ChecksumSHA256).toBe(sha256('body'))
  })

  test('that do not hold keep the object out', async () => {
    await expect(put('bad-sum', 'body', { ChecksumSHA256: sha256('other') })).rejects.toMatchObject({ name: 'BadDigest' })
    await expect(owner.send(new HeadObjectCommand({ Bucket, Key: 'bad-sum' }))).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('who asks', () => {
  test('may only do what the role allows', async () => {
    const reader = standIn.client(standIn.callers.reader)
    await put('read-me', 'text')
    expect(await textOf('read-me', reader)).toBe('text')
    await expect(reader.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'x' }))).rejects.toThrow(/not authorized to perform: s3:PutObject/)
    await expect(reader.send(new GetObjectCommand({ Bucket: 'clean', Key: 'target' }))).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  test('learns that an object is missing only with the right to list', async () => {
    const missing = new GetObjectCommand({ Bucket, Key: 'never' })
    await expect(standIn.client(standIn.callers.lister).send(missing)).rejects.toMatchObject({ name: 'NoSuchKey' })
    await expect(standIn.client(standIn.callers.reader).send(missing)).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  test.each([
    ['another secret', { secretAccessKey: 'wrong' }, 'SignatureDoesNotMatch'],
    ['another key id', { accessKeyId: 'AKIANOBODY' }, 'InvalidAccessKeyId'],
    ['another session', { sessionToken: 'stolen' }, 'InvalidToken'],
  ])('is refused with %s', async (_name, change, code) => {
    const thief = standIn.client({ ...standIn.callers.owner, ...change })
    await expect(thief.send(new GetObjectCommand({ Bucket, Key: 'read-me' }))).rejects.toMatchObject({ name: code })
  })

  test('is refused without a signature', async () => {
    const got = await fetch(`${standIn.s3.endpoint}/files/read-me`)
    expect([got.status, await got.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')])
  })
})

describe('presigned addresses', () => {
  const signed = (expiresIn: number, signingDate = new Date()) => getSignedUrl(owner, new GetObjectCommand({ Bucket, Key: 'read-me', ResponseContentDisposition: 'attachment; filename="a.txt"' }), { expiresIn, signingDate })

  test('work for who holds them, as a download under its name', async () => {
    const got = await fetch(await signed(60))
    expect([got.status, await got.text(), got.headers.get('content-disposition')]).toEqual([200, 'text', 'attachment; filename="a.txt"'])
  })

  test('end when they said they would', async () => {
    const got = await fetch(await signed(60, new Date(Date.now() - 61_000)))
    expect([got.status, await got.text()]).toEqual([403, expect.stringContaining('Request has expired')])
  })

  test('stand for one object alone', async () => {
    const got = await fetch((await signed(60)).replace('/files/read-me', '/files/kept'))
    expect([got.status, await got.text()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')])
  })
})
