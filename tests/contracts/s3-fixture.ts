import { S3Client } from '@aws-sdk/client-s3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { issueCaller, type Caller } from '../../infra/local/credentials.ts'
import type { Role } from '../../infra/local/iam.ts'
import { startS3, type S3 } from '../../infra/local/s3/server.ts'
import { readCorsRules } from '../../infra/local/s3/cors.ts'

export type StandIn = {
  readonly s3: S3
  readonly created: readonly string[]
  readonly client: (caller: Caller) => S3Client
  readonly callers: Readonly<Record<'owner' | 'reader' | 'lister', Caller>>
  readonly restart: () => Promise<StandIn>
  readonly stop: () => Promise<void>
}

export const ORIGIN = 'http://localhost:3000'

const role = (name: string, actions: readonly string[], resources: readonly string[]): Role =>
  ({ arn: `arn:aws:iam::123456789012:role/${name}`, statements: [{ allow: true, actions, resources, conditional: false }], managed: [] })

const CALLERS = {
  owner: issueCaller(role('owner', ['s3:*'], ['*'])),
  reader: issueCaller(role('reader', ['s3:GetObject'], ['arn:aws:s3:::files/*'])),
  lister: issueCaller(role('lister', ['s3:GetObject', 's3:ListBucket'], ['arn:aws:s3:::files', 'arn:aws:s3:::files/*'])),
}

const serve = async (folder: string): Promise<StandIn> => {
  const created: string[] = []
  const rules = readCorsRules({ CorsConfiguration: { CorsRules: [{ AllowedOrigins: [ORIGIN], AllowedMethods: ['POST'], AllowedHeaders: ['*'], ExposedHeaders: ['ETag'], MaxAge: 600 }] } })
  const s3 = await startS3([{ name: 'files', rules }, { name: 'clean', rules: [] }], {
    folder, find: (id) => Object.values(CALLERS).find(({ accessKeyId }) => accessKeyId === id), onCreated: (bucket, info) => created.push(`${bucket}/${info.key}`), onRefused: () => undefined,
  })
  return {
    s3, created, callers: CALLERS,
    client: (caller) => new S3Client({ endpoint: s3.endpoint, region: 'ap-southeast-1', credentials: caller, maxAttempts: 1 }),
    restart: async () => { await s3.stop(); return serve(folder) },
    stop: async () => { await s3.stop(); rmSync(folder, { recursive: true, force: true }) },
  }
}

/** The stand-in on a folder of its own, with three roles: may do all, may read, may read and list. */
export const startStandIn = (): Promise<StandIn> => serve(mkdtempSync(join(tmpdir(), 'dvc-s3-')))
