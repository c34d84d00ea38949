import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { brotliDecompressSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startFixture, until, type Fixture } from './fixture-host.ts'

let fixture: Fixture
beforeAll(async () => { fixture = await startFixture() })
afterAll(() => fixture.stop())

type Got = { readonly status: number; readonly headers: Record<string, string | string[] | undefined>; readonly body: Buffer }

/** A bare client: nothing is decompressed or followed. */
const ask = (path: string, options: { readonly method?: string; readonly headers?: Record<string, string | string[]>; readonly body?: string | Buffer } = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = request(`${fixture.host.url}${path}`, { method: options.method ?? 'GET', headers: options.headers ?? {} }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }))
    })
    sent.on('error', reject).end(options.body)
  })

const json = (got: Got): Record<string, never> => JSON.parse(got.body.toString('utf8'))

describe('the HTTP API of the template', () => {
  test.each([
    ['/a/fixed', 'GET /a/fixed', undefined],
    ['/a/12', 'GET /a/{id}', { id: '12' }],
    ['/a/12/last', 'GET /a/{id}/last', { id: '12' }],
    ['/a/12/other', 'GET /a/{id}/{page}', { id: '12', page: 'other' }],
    ['/nowhere', '$default', undefined],
    ['/a/th%E1%BB%A7%20t%E1%BB%A5c', 'GET /a/{id}', { id: 'thủ tục' }],
  ])('sends %s to the route %s', async (path, routeKey, parameters) => {
    expect(json(await ask(path))).toMatchObject({ version: '2.0', routeKey, ...(parameters && { pathParameters: parameters }) })
  })

  test('joins repeated headers and query values, and gives cookies apart', async () => {
    const event = json(await ask('/a/1?x=1&x=2&y=%C3%A1', { headers: { 'x-many': ['a', 'b'], cookie: 'c=1; d=2' } }))
    expect(event).toMatchObject({ rawQueryString: 'x=1&x=2&y=%C3%A1', queryStringParameters: { x: '1,2', y: 'á' }, cookies: ['c=1', 'd=2'], headers: { 'x-many': 'a,b' } })
    expect(event['headers']).not.toHaveProperty('cookie')
  })

  test('gives JSON as text and a form post in base64', async () => {
    const asText = json(await ask('/a/1', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"tên":1}' }))
    const asForm = json(await ask('/a/1', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' }))
    expect(asText).toMatchObject({ body: '{"tên":1}', isBase64Encoded: false })
    expect(asForm).toMatchObject({ body: Buffer.from('a=1').toString('base64'), isBase64Encoded: true })
  })

  test('sends every cookie in a header of its own, and no header that JSON drops', async () => {
    const { headers } = await ask('/a/1')
    expect(headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    expect(headers).not.toHaveProperty('x-nothing')
  })

  test('takes a result without a status for a JSON answer, and decodes base64', async () => {
    expect((await ask('/a/1?do=bare')).body.toString()).toBe('{"hello":"world"}')
    const binary = await ask('/a/1?do=binary')
    expect([binary.status, [...binary.body]]).toEqual([201, [1, 2, 3, 255]])
  })

  test('answers 500 for a function that throws and tells the trace, without what was sent', async () => {
    const got = await ask('/a/1?do=boom&secret=12345', { headers: { 'x-secret': 'hidden' } })
    expect([got.status, got.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}'])
    const said = fixture.told.join('\n')
    expect(said).toContain('TypeError: no such thing')
    expect(said).not.toMatch(/12345|hidden/)
  })

  test('gives up on a function that overruns its timeout, and goes on with a fresh instance', async () => {
    expect((await ask('/a/1?do=slow')).status).toBe(503)
    expect((await ask('/a/1')).status).toBe(200)
  })

  test('refuses a body that Lambda could not take', async () => {
    expect((await ask('/a/1', { method: 'POST', body: Buffer.alloc(5_000_000) })).status).toBe(413)
  })
})

describe('functions', () => {
  test('have their own environment, keys and region, and UTC', async () => {
    const page = json(await ask('/a/1?do=env'))
    const other = json(await ask('/nowhere?do=env'))
    expect(page).toMatchObject({ name: 'Page', region: 'ap-southeast-1', url: fixture.host.url })
    expect(other['name']).toBe('Other')
    expect(page['key']).not.toBe(other['key'])
  })

  test('handle one event at a time: two at once need two instances', async () => {
    const [one, other] = await Promise.all([ask('/a/1?do=instance'), ask('/a/1?do=instance')])
    expect(one.body.toString()).not.toBe(other.body.toString())
  })
})

describe('the distribution of the template', () => {
  test('serves assets from the bucket with their own cache rule', async () => {
    const { status, headers, body } = await ask('/assets/site-abc123.css')
    expect([status, body.toString()]).toEqual([200, 'body { color: red }'])
    expect(headers).toMatchObject({ 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' })
  })

  test('answers 403 for an asset that is not there, as S3 without a listing right does', async () => {
    expect((await ask('/assets/none.css')).status).toBe(403)
  })

  test('adds the headers of its policy and compresses what is worth it', async () => {
    const { headers, body } = await ask('/a/1?do=long', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'x-content-type-options': 'nosniff', 'x-fixture': 'yes' })
    expect(brotliDecompressSync(body).toString('utf8')).toContain('Thủ tục hành chính')
    expect(body.length).toBeLessThan(500)
  })

  test('sends plain bytes to who asks for no encoding', async () => {
    expect((await ask('/a/1?do=long')).headers).not.toHaveProperty('content-encoding')
  })
})

const clientOf = (name: string): DynamoDBClient => {
  const caller = fixture.host.callerOf(fixture.functionId(name))
  if (caller === undefined) throw new Error(`No function ${name}`)
  return new DynamoDBClient({ endpoint: fixture.host.endpoints.dynamodb, region: 'ap-southeast-1', credentials: caller, maxAttempts: 1 })
}

const key = (id: string, sk = 'HEAD') => ({ pk: { S: id }, sk: { S: sk } })

describe('IAM', () => {
  test('lets a role do what its policy names', async () => {
    const page = clientOf('Page')
    const TableName = fixture.physical('Table')
    await page.send(new PutItemCommand({ TableName, Item: { ...key('iam', 'x'), shardId: { S: '1' } } }))
    expect((await page.send(new GetItemCommand({ TableName, Key: key('iam', 'x') }))).Item).toMatchObject({ shardId: { S: '1' } })
  })

  test('denies an action that no policy names, in DynamoDB\'s own words', async () => {
    const scan = clientOf('Page').send(new ScanCommand({ TableName: fixture.physical('Table') }))
    await expect(scan).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await expect(scan).rejects.toThrow(/is not authorized to perform: dynamodb:Scan on resource: arn:aws:dynamodb:ap-southeast-1:123456789012:table\//)
  })

  test('tells an index from its table', async () => {
    const TableName = fixture.physical('Table')
    const onIndex = { TableName, IndexName: 'byShard', KeyConditionExpression: 'shardId = :s', ExpressionAttributeValues: { ':s': { S: '1' } } }
    expect((await clientOf('Other').send(new QueryCommand(onIndex))).$metadata.httpStatusCode).toBe(200)
    await expect(clientOf('Page').send(new QueryCommand(onIndex))).rejects.toThrow('/index/byShard')
    await expect(clientOf('Other').send(new GetItemCommand({ TableName, Key: key('iam') }))).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })

  test('refuses keys that it never gave out', async () => {
    const stranger = new DynamoDBClient({ endpoint: fixture.host.endpoints.dynamodb, region: 'ap-southeast-1', credentials: { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' }, maxAttempts: 1 })
    await expect(stranger.send(new GetItemCommand({ TableName: fixture.physical('Table'), Key: key('iam') }))).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })
})

describe('what a deployment and a stream do', () => {
  test('the Trigger ran its function once, before the host was ready', () => {
    expect(fixture.notes().filter((note) => Object.keys(note).length === 0)).toHaveLength(1)
  })

  test('a write rings the stream with keys alone, past a failure, and only for keys that the filter lets through', async () => {
    const TableName = fixture.physical('Table')
    await clientOf('Page').send(new PutItemCommand({ TableName, Item: { ...key('told', 'OTHER'), secret: { S: 'x' } } }))
    await clientOf('Page').send(new PutItemCommand({ TableName, Item: { ...key('told'), secret: { S: 'x' } } }))
    const records = () => fixture.notes().flatMap((note) => note['Records'] ?? []) as { eventSource: string; dynamodb: { Keys: unknown } }[]
    await until(() => records().length >= 2)
    expect(records().map(({ eventSource, dynamodb }) => [eventSource, dynamodb.Keys])).toEqual([['aws:dynamodb', key('told')], ['aws:dynamodb', key('told')]])
    expect(JSON.stringify(records())).not.toContain('secret')
  })

  test('says plainly which resource types it does not serve', () => {
    expect(fixture.host.leftOut).toContain('no firewall or rate limit')
  })

  test('keeps what was stored over a restart', async () => {
    const TableName = fixture.physical('Table')
    await clientOf('Page').send(new PutItemCommand({ TableName, Item: key('kept', 'x') }))
    fixture = await fixture.restart()
    expect((await clientOf('Page').send(new GetItemCommand({ TableName, Key: key('kept', 'x') }))).Item).toEqual(key('kept', 'x'))
    expect(fixture.notes().filter((note) => Object.keys(note).length === 0), 'the Trigger ran again although its code is the same').toHaveLength(1)
  })
})
