import { Duration, Stack } from 'aws-cdk-lib'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Trigger } from 'aws-cdk-lib/triggers'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { acknowledge, acknowledgeObjects } from '../acknowledge.ts'

const PROVIDED = 'Belongs to a provider function that aws-cdk-lib generates and runs during deployment only.'

/** Old files stay (`prune: false`): a page that someone opened before the release still asks for them. */
const deployAssets = (scope: Construct, assets: Bucket, folder: string): BucketDeployment =>
  new BucketDeployment(scope, 'AssetFiles', {
    destinationBucket: assets,
    destinationKeyPrefix: 'assets',
    sources: [Source.asset(folder)],
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    memoryLimit: 512,
  })

/** The publish job runs at every deployment that changes it, after all that it needs; a failure fails the deployment. */
const publishProcedures = (scope: Construct, publish: Function, after: readonly Construct[]): void => {
  new Trigger(scope, 'PublishProcedures', { handler: publish, timeout: Duration.minutes(3), executeAfter: [...after] })
}

/** The one file whose name stays: it names the others by their hashes, so it may be kept for minutes only. */
const deployLoader = (scope: Construct, assets: Bucket, folder: string): BucketDeployment =>
  new BucketDeployment(scope, 'EmbedLoader', {
    destinationBucket: assets,
    sources: [Source.asset(folder)],
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=300, stale-while-revalidate=86400')],
    memoryLimit: 512,
  })

const BASIC = 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'

const COPIES = ['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'].map((action) => `IAM5[Action::s3:${action}*]`)

/** The generated providers carry AWS's own role and runtime: nothing of it is ours to narrow, so each finding is accepted by name. */
const acknowledgeProviders = (stack: Stack, assets: Bucket): void => {
  const bootstrap = `IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*]`
  stack.node.children.filter((node) => /CDKBucketDeployment|TriggerCustomResourceProvider/.test(node.node.id)).forEach((provider) => {
    const accepted = [BASIC, 'L1', ...COPIES, bootstrap]
    accepted.forEach((finding) => acknowledge(provider, `AwsSolutions-${finding}`, PROVIDED))
    acknowledgeObjects(provider, assets, PROVIDED)
  })
}

/** What a deployment does beside making resources: copies the web assets, publishes the procedures. */
export const release = (scope: Construct, to: { readonly assets: Bucket; readonly folders: { readonly assets: string; readonly loader: string }; readonly publish: Function; readonly after: readonly Construct[] }): void => {
  const files = deployAssets(scope, to.assets, to.folders.assets)
  // A new loader names new files: they have to be there first.
  deployLoader(scope, to.assets, to.folders.loader).node.addDependency(files)
  publishProcedures(scope, to.publish, to.after)
  acknowledgeProviders(Stack.of(scope), to.assets)
}
