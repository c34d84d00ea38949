import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Unavailable } from '../../functions/core/ports.ts'
import { artefactKey, s3ArtefactStore } from '../../functions/stores/s3/artefacts.ts'
import { s3AttachmentStore } from '../../functions/stores/s3/attachments.ts'
import { attachmentStoreSuite } from './attachment-store.suite.ts'
import { attachment } from './samples.ts'
import { BUCKETS, startStandIn, type StandIn } from './s3-stand-in.ts'

attachmentStoreSuite('the S3 stand-in', async () => {
  const { client, has, stop } = await startStandIn()
  return {
    store: s3AttachmentStore({ client, quarantine: BUCKETS.quarantine, clean: BUCKETS.clean }),
    isQuarantined: ({ quarantineKey }) => has(BUCKETS.quarantine, quarantineKey), isClean: (key) => has(BUCKETS.clean, key), stop,
  }
})

describe('published artefacts', () => {
  let standIn: StandIn
  beforeAll(async () => { standIn = await startStandIn() })
  afterAll(() => standIn.stop())
  const body = new TextEncoder().encode('"use strict"; // mã kiểm tra')
  const sha256 = createHash('sha256').update(body).digest('hex')

  it('come back byte for byte under their SHA-256, and can be put twice', async () => {
    const store = s3ArtefactStore({ client: standIn.client, bucket: BUCKETS.published })
    await store.put('validators', sha256, body, 'text/javascript')
    await store.put('validators', sha256, body, 'text/javascript')
    expect(await store.get('validators', sha256)).toEqual(body)
    await expect(store.get('word-forms', sha256)).rejects.toThrow()
  })
  it('are refused under a name that is not their hash', async () => {
    const store = s3ArtefactStore({ client: standIn.client, bucket: BUCKETS.published })
    await expect(store.put('validators', '0'.repeat(64), body, 'text/javascript')).rejects.toThrow('does not hash')
  })
  it('are never run when what is stored was changed', async () => {
    const store = s3ArtefactStore({ client: standIn.client, bucket: BUCKETS.published })
    await standIn.client.send(new PutObjectCommand({ Bucket: BUCKETS.published, Key: artefactKey('validators', 'a'.repeat(64)), Body: 'process.exit()' }))
    await expect(store.get('validators', 'a'.repeat(64))).rejects.toThrow('does not hash')
  })
})

it('calls S3 unavailable when it asks to slow down', async () => {
  const client = new S3Client({ region: 'ap-southeast-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
  mockClient(client).on(GetObjectCommand).rejects(Object.assign(new Error('slow'), { name: 'SlowDown', $metadata: { httpStatusCode: 503 } }))
  await expect(s3AttachmentStore({ client, quarantine: 'q', clean: 'c' }).inspect(attachment())).rejects.toBeInstanceOf(Unavailable)
})
