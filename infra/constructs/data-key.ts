import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

/** What happens to stored data when the stack goes: kept in production, gone in a sandbox. */
export const removalOf = (settings: Settings): RemovalPolicy =>
  settings.stage === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY

/** One customer-managed key for citizens' data, so that access to it can be cut and is logged in one place. */
export const dataKey = (scope: Construct, settings: Settings): Key =>
  new Key(scope, 'DataKey', {
    description: 'Dossiers and attachments of dvc-forms',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: removalOf(settings),
  })
