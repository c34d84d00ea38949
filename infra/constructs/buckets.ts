import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, HttpMethods, type BucketProps, type CorsRule } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { DRAFTS } from '../../functions/core/ports.ts'
import { acknowledge } from '../acknowledge.ts'
import type { Settings } from '../settings.ts'
import { removalOf } from './data-key.ts'

/** Where files live: uploads wait in `quarantine`, scanned ones in `clean`; `published` is what procedures compiled to. */
export type Buckets = { readonly quarantine: Bucket; readonly clean: Bucket; readonly published: Bucket; readonly assets: Bucket }

const CLOSED: BucketProps = { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true, minimumTLSVersion: 1.2 }

const logBucket = (scope: Construct, settings: Settings): Bucket => {
  const bucket = new Bucket(scope, 'AccessLogs', {
    ...CLOSED,
    encryption: BucketEncryption.S3_MANAGED,
    removalPolicy: removalOf(settings),
    lifecycleRules: [{ expiration: Duration.days(365) }],
  })
  acknowledge(bucket, 'AwsSolutions-S1', 'This bucket receives the access logs; logging it into itself would never end.')
  return bucket
}

/** GuardDuty listens through EventBridge; the property is set here so that no custom resource has to. */
const sendEvents = (bucket: Bucket): void => {
  const resource = bucket.node.defaultChild
  if (resource instanceof CfnBucket) resource.addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true)
}

/**
 * Any page may send a presigned POST: the policy in the form is what limits it, which only a registered site is given, and no cookie
 * goes along. A list of origins here would be a second register, changed by deployments alone.
 */
const UPLOADS: CorsRule = { allowedOrigins: ['*'], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'], exposedHeaders: ['ETag'], maxAge: 3600 }

/** Makes the four buckets; the browser may post to quarantine only. */
export const makeBuckets = (scope: Construct, settings: Settings, key: Key): Buckets => {
  const logs = logBucket(scope, settings)
  const logged = (prefix: string): BucketProps => ({ ...CLOSED, serverAccessLogsBucket: logs, serverAccessLogsPrefix: `${prefix}/` })
  const secret: BucketProps = { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true, removalPolicy: removalOf(settings) }
  const quarantine = new Bucket(scope, 'Quarantine', {
    ...logged('quarantine'), ...secret, cors: [UPLOADS],
    // A file that was never taken over belongs to a draft that was left: drafts live 30 days.
    lifecycleRules: [{ expiration: Duration.days(31), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  })
  sendEvents(quarantine)
  return {
    quarantine,
    clean: new Bucket(scope, 'Clean', { ...logged('clean'), ...secret, versioned: true }),
    published: new Bucket(scope, 'Published', {
      ...logged('published'), ...secret, versioned: true,
      // What was handed in is published within minutes or not at all.
      lifecycleRules: [{ prefix: `${DRAFTS}/`, expiration: Duration.days(7), noncurrentVersionExpiration: Duration.days(7) }],
    }),
    assets: new Bucket(scope, 'Assets', { ...logged('assets'), encryption: BucketEncryption.S3_MANAGED, removalPolicy: RemovalPolicy.DESTROY }),
  }
}
