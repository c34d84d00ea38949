import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledge.ts'

/** A queue for what a job could not do after all its tries; an alarm watches that it stays empty. */
export const deadLetters = (scope: Construct, id: string): Queue => {
  const queue = new Queue(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) })
  acknowledge(queue, 'AwsSolutions-SQS3', 'This is a dead-letter queue itself.')
  return queue
}
