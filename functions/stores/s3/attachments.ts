import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Attachment } from '../../core/dossier.ts'
import { HEAD_BYTES } from '../../core/file-types.ts'
import type { AttachmentStore, UploadTicket } from '../../core/ports.ts'
import { calling, isMissing } from '../failures.ts'

/** `client` signs and sends; both buckets are private, and only clean files are ever handed out. */
export type Buckets = { readonly client: S3Client; readonly quarantine: string; readonly clean: string }

const TICKET_SECONDS = 600
const DOWNLOAD_SECONDS = 60

/** Everything that the browser could change is pinned by the signed policy: key, length, type and content. */
const ticket = ({ client, quarantine }: Buckets, { quarantineKey, type, bytes, sha256 }: Attachment): Promise<UploadTicket> => calling(async () => {
  const pinned = { 'Content-Type': type, 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sha256 }
  const { url, fields } = await createPresignedPost(client, {
    Bucket: quarantine, Key: quarantineKey, Expires: TICKET_SECONDS, Fields: pinned,
    Conditions: [['content-length-range', bytes, bytes], ...Object.entries(pinned).map(([name, value]) => ({ [name]: value }))],
  })
  return { url, fields, expiresAt: new Date(Date.now() + TICKET_SECONDS * 1000).toISOString() }
})

const putQuarantined = ({ client, quarantine }: Buckets, { quarantineKey, type, sha256 }: Attachment, body: Uint8Array): Promise<void> => calling(async () => {
  await client.send(new PutObjectCommand({ Bucket: quarantine, Key: quarantineKey, Body: body, ContentType: type, ChecksumSHA256: sha256 }))
})

/** An empty object has no first byte: S3 answers 416 to a range, and only then is its size asked for. */
const isEmptyRange = (error: unknown): boolean => error instanceof Error && error.name === 'InvalidRange'

const inspect = ({ client, quarantine }: Buckets, { quarantineKey }: Attachment): ReturnType<AttachmentStore['inspect']> => calling(async () => {
  try {
    const { Body, ContentRange } = await client.send(new GetObjectCommand({ Bucket: quarantine, Key: quarantineKey, Range: `bytes=0-${HEAD_BYTES - 1}` }))
    const head = (await Body?.transformToByteArray()) ?? new Uint8Array()
    return { bytes: Number(ContentRange?.split('/')[1] ?? head.byteLength), head }
  } catch (error) {
    if (isMissing(error)) return undefined
    if (isEmptyRange(error)) return { bytes: 0, head: new Uint8Array() }
    throw error
  }
})

const isThere = async (client: S3Client, bucket: string, key: string): Promise<boolean> => {
  try {
    await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

const release = ({ client, quarantine, clean }: Buckets, { quarantineKey, type }: Attachment, cleanKey: string): Promise<void> => calling(async () => {
  const source = `${quarantine}/${quarantineKey.split('/').map(encodeURIComponent).join('/')}`
  try {
    await client.send(new CopyObjectCommand({ Bucket: clean, Key: cleanKey, CopySource: source, ContentType: type, MetadataDirective: 'REPLACE' }))
  } catch (error) {
    // The same event before this one has moved it: what counts is that it is there.
    if (!isMissing(error) || !(await isThere(client, clean, cleanKey))) throw error
  }
  await client.send(new DeleteObjectCommand({ Bucket: quarantine, Key: quarantineKey }))
})

const discard = ({ client, quarantine, clean }: Buckets, { quarantineKey, cleanKey }: Attachment): Promise<void> => calling(async () => {
  await client.send(new DeleteObjectCommand({ Bucket: quarantine, Key: quarantineKey }))
  if (cleanKey !== undefined) await client.send(new DeleteObjectCommand({ Bucket: clean, Key: cleanKey }))
})

/** RFC 6266 and RFC 8187: a plain name for old readers, the Vietnamese one beside it. */
const disposition = (fileName: string): string => {
  const plain = fileName.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

const downloadUrl = ({ client, clean }: Buckets, { cleanKey, fileName, type }: Attachment): Promise<string> => {
  if (cleanKey === undefined) throw new Error('only clean files have an address')
  const command = new GetObjectCommand({ Bucket: clean, Key: cleanKey, ResponseContentDisposition: disposition(fileName), ResponseContentType: type })
  return calling(() => getSignedUrl(client, command, { expiresIn: DOWNLOAD_SECONDS }))
}

/** Attachments in two private buckets: quarantine, where browsers may write, and clean, where only the scan's function may. */
export const s3AttachmentStore = (buckets: Buckets): AttachmentStore => ({
  ticket: (attachment) => ticket(buckets, attachment),
  putQuarantined: (attachment, body) => putQuarantined(buckets, attachment, body),
  inspect: (attachment) => inspect(buckets, attachment),
  release: (attachment, cleanKey) => release(buckets, attachment, cleanKey),
  discard: (attachment) => discard(buckets, attachment),
  downloadUrl: async (attachment) => downloadUrl(buckets, attachment),
})
