import { S3Client } from '@aws-sdk/client-s3'

/** S3 at the endpoint and region of the environment; short waits, since a page or an event waits behind it. */
export const s3Client = (): S3Client =>
  new S3Client({ maxAttempts: 3, requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true } })
