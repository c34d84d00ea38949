import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { IBucket } from 'aws-cdk-lib/aws-s3'

type TableAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'Query'
type ObjectAction = 'GetObject' | 'PutObject' | 'DeleteObject'

const allow = (actions: readonly string[], resources: readonly string[], partitions: readonly string[] = []): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions], resources: [...resources],
    // Calls of many items at once could name keys of several partitions: all of them count.
    ...(partitions.length > 0 && { conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } } }),
  })

/** Named actions on the table itself: never Scan, never DeleteItem, no index. */
export const onTable = (table: TableV2, ...actions: TableAction[]): PolicyStatement =>
  allow(actions.map((action) => `dynamodb:${action}`), [table.tableArn])

/** Reading through all of a table and deleting from it: for a sandbox, never for production. */
export const emptying = (table: TableV2): PolicyStatement => allow(['dynamodb:Scan', 'dynamodb:DeleteItem'], [table.tableArn])

/** The same on items of these partitions alone (keys.ts `PARTITIONS`). */
export const onPartitions = (table: TableV2, partitions: readonly string[], ...actions: TableAction[]): PolicyStatement =>
  allow(actions.map((action) => `dynamodb:${action}`), [table.tableArn], partitions)

/** Query on one index, of all of its partitions unless some are named. */
export const onIndex = (table: TableV2, index: string, partitions: readonly string[] = []): PolicyStatement =>
  allow(['dynamodb:Query'], [`${table.tableArn}/index/${index}`], partitions)

/** Named actions on a bucket's objects under `prefix`. */
export const onObjects = (bucket: IBucket, prefix: string, ...actions: ObjectAction[]): PolicyStatement =>
  allow(actions.map((action) => `s3:${action}`), [bucket.arnForObjects(`${prefix}*`)])

/** Without this S3 answers 403, not 404, for an object that is not there. */
export const onMissingObjects = (...buckets: readonly IBucket[]): PolicyStatement =>
  allow(['s3:ListBucket'], buckets.map((bucket) => bucket.bucketArn))

/** Use of the data key: S3 needs Decrypt to read and a data key to write, a table under such a key Encrypt and DescribeKey too. */
export const withKey = (key: IKey): PolicyStatement => allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn])
