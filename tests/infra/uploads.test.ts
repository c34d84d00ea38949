import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'
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

test('an upload into the protected bucket is scanned and told of through the template\'s rule, in GuardDuty\'s shape', async () => {
  const credentials = fixture.host.callerOf(fixture.functionId('Page'))
  const client = new S3Client({ endpoint: fixture.host.endpoints.s3, region: 'ap-southeast-1', ...(credentials && { credentials }), maxAttempts: 1 })
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
