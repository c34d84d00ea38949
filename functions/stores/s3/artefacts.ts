import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { sha256 as hexOf } from '../../core/canonical.ts'
import type { ArtefactKind, ArtefactStore, DRAFTS } from '../../core/ports.ts'
import { calling } from '../failures.ts'

/** Prefixes of the published bucket: the roles of infra are cut along them. */
export const artefactKey = (kind: ArtefactKind | typeof DRAFTS, sha256: string): string => `${kind}/${sha256}`

/** Artefacts by content: what a name holds can be checked, and is, since validators are code that will run. */
export const s3ArtefactStore = ({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): ArtefactStore => ({
  put: (kind, sha256, body, contentType) => calling(async () => {
    if (hexOf(body) !== sha256) throw new Error(`${kind}: the content does not hash to ${sha256}`)
    await client.send(new PutObjectCommand({
      Bucket: bucket, Key: artefactKey(kind, sha256), Body: body, ContentType: contentType, ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
    }))
  }),
  get: (kind, sha256) => calling(async () => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: artefactKey(kind, sha256) }))
    const body = (await Body?.transformToByteArray()) ?? new Uint8Array()
    if (hexOf(body) !== sha256) throw new Error(`${kind}: what is stored does not hash to ${sha256}`)
    return body
  }),
})
