import { CfnElement, Stack, Validations } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { IConstruct } from 'constructs'

/** Accepts one finding of cdk-nag on one construct, with the reason that an auditor will read. */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void => Validations.of(construct).acknowledge({ id, reason })

/** Accepts that a role reaches every object under a prefix of one bucket ('': all of it), and of that bucket alone. */
export const acknowledgeObjects = (role: IConstruct, bucket: IBucket, reason: string, prefix = ''): void => {
  const resource = bucket.node.defaultChild
  if (resource instanceof CfnElement) acknowledge(role, `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(resource)}.Arn>/${prefix}*]`, reason)
}
