import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect } from '../../infra/local/malware-scan.ts'
import { startFixture, until, type Fixture } from './fixture-host.ts'

let fixture: Fixture
beforeAll(async () => { fixture = await startFixture() })
afterAll(() => fixture.stop())

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const lockedZip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from([20, 0, 1, 0, 8, 0]), Buffer.alloc(40)])

test.each([
  ['a plain text', Buffer.from('hello'), 'NO_THREATS_FOUND'],
  ['the EICAR test file', Buffer.from(`prefix ${EICAR}`), 'THREATS_FOUND'],
  ['a ZIP behind a password', lockedZip, 'UNSUPPORTED'],
  ['a PDF behind a password', Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'), 'UNSUPPORTED'],
  ['a text that mentions /Encrypt', Buffer.from('how to use /Encrypt'), 'NO_THREATS_FOUND'],
])('the scanner judges %s', (_name, content, status) => {
  expect(inspect(content).status).toBe(status)
})

const pageClient = (): S3Client => {
  const credentials = fixture.host.callerOf(fixture.functionId('Page'))
  return new S3Client({ endpoint: fixture.host.endpoints.s3, region: 'ap-southeast-1', ...(credentials && { credentials }), maxAttempts: 1 })
}

test('an upload into the protected bucket is scanned and told of through the template\'s rule, in GuardDuty\'s shape', async () => {
  const client = pageClient()
  const Bucket = fixture.physical('Files')
  await client.send(new PutObjectCommand({ Bucket, Key: 'open/virus', Body: EICAR }))
  await expect(client.send(new PutObjectCommand({ Bucket, Key: 'closed/x', Body: 'x' }))).rejects.toMatchObject({ name: 'AccessDenied' })
  const told = () => fixture.notes().filter((note) => note['source'] === 'aws.guardduty')
  await until(() => told().length > 0)
  expect(told()).toEqual([expect.objectContaining({
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    detail: expect.objectContaining({
      scanStatus: 'COMPLETED', s3ObjectDetails: expect.objectContaining({ bucketName: Bucket, objectKey: 'open/virus' }), scanResultDetails: expect.objectContaining({ scanResultStatus: 'THREATS_FOUND' }),
    }),
  })])
})

test('an event whose function fails all its tries is kept in a file and told of, with the reason', async () => {
  await pageClient().send(new PutObjectCommand({ Bucket: fixture.physical('Files'), Key: 'open/unlucky', Body: 'x' }))
  const queue = () => readdirSync(join(fixture.data, 'dead-letters')).find((name) => name.includes('Dead')) ?? ''
  await until(() => existsSync(join(fixture.data, 'dead-letters')))
  await until(() => readdirSync(join(fixture.data, 'dead-letters', queue())).length > 0)
  const [file = ''] = readdirSync(join(fixture.data, 'dead-letters', queue()))
  const letter = JSON.parse(readFileSync(join(fixture.data, 'dead-letters', queue(), file), 'utf8'))
  expect(letter).toMatchObject({ tries: 2, reason: 'Error: never', event: { source: 'aws.guardduty', detail: { s3ObjectDetails: { objectKey: 'open/unlucky' } } } })
  expect(fixture.told.some((sentence) => sentence.includes('failed 2 times') && sentence.includes(file))).toBe(true)
})
