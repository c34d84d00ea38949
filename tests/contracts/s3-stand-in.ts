import { S3Client } from '@aws-sdk/client-s3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueCaller } from '../../infra/local/credentials.ts'
import { startS3 } from '../../infra/local/s3/server.ts'

/** The buckets that the stores know, as they are named here. */
export const BUCKETS = { quarantine: 'quarantine', clean: 'clean', published: 'published' } as const

export type StandIn = { readonly client: S3Client; readonly has: (bucket: string, key: string) => Promise<boolean>; readonly stop: () => Promise<void> }

const caller = issueCaller({ arn: 'arn:aws:iam::123456789012:role/test', statements: [{ allow: true, actions: ['s3:*'], resources: ['*'], conditional: false }], managed: [] })

/** The local S3 with our three buckets and one caller who may do all, on a folder that is gone after `stop`. */
export const startStandIn = async (): Promise<StandIn> => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-stores-'))
  const s3 = await startS3(Object.values(BUCKETS).map((name) => ({ name, rules: [] })), {
    folder, find: (id) => (id === caller.accessKeyId ? caller : undefined), onCreated: () => undefined, onRefused: () => undefined,
  })
  const client = new S3Client({ endpoint: s3.endpoint, region: 'ap-southeast-1', credentials: caller, maxAttempts: 1 })
  return {
    client,
    has: async (bucket, key) => s3.bucket(bucket)?.find(key) !== undefined,
    stop: async () => { client.destroy(); await s3.stop(); rmSync(folder, { recursive: true, force: true }) },
  }
}
