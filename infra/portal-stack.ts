import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { ENV } from '../functions/http/env.ts'
import { raiseAlarms } from './constructs/alarms.ts'
import { makeBuckets } from './constructs/buckets.ts'
import { dataKey } from './constructs/data-key.ts'
import { deadLetters } from './constructs/dead-letters.ts'
import { makeDistribution } from './constructs/distribution.ts'
import { makeHttpApi } from './constructs/http-api.ts'
import { scanUploads } from './constructs/malware-scan.ts'
import { makeFunctions, type Ground, type PortalFunctions } from './constructs/portal-functions.ts'
import { ringDelivery, ringRelay } from './constructs/relay-triggers.ts'
import { release } from './constructs/release.ts'
import { makeTable } from './constructs/table.ts'
import type { Settings } from './settings.ts'

/** Where functions/build.ts and web/build.ts put what is deployed. */
export type Built = { readonly functions: string; readonly assets: string; readonly loader: string }

type PortalProps = StackProps & { readonly settings: Settings; readonly built: Built }

const makeGround = (stack: Stack, settings: Settings, built: Built): Ground => {
  const key = dataKey(stack, settings)
  return { key, table: makeTable(stack, settings, key), buckets: makeBuckets(stack, settings, key), bundles: built.functions }
}

/** Tells everything that has to know it under which address the portal is reached. */
const announceAddress = (publicUrl: string, functions: PortalFunctions): void =>
  Object.values(functions).forEach((fn) => fn.addEnvironment(ENV.publicUrl, publicUrl))

/** Work that nobody waits for at a page: relay, scan results, publishing. Returns where their failures end. */
const startJobs = (stack: Stack, ground: Ground, functions: PortalFunctions, built: Built): Queue[] => {
  const dead = { relay: deadLetters(stack, 'RelayDeadLetters'), scan: deadLetters(stack, 'ScanDeadLetters'), deliver: deadLetters(stack, 'DeliverDeadLetters') }
  ringRelay(stack, functions.relay, ground.table, dead.relay)
  ringDelivery(stack, functions.deliver, ground.table, dead.deliver)
  scanUploads(stack, ground.buckets.quarantine, ground.key, { result: functions.scanResult, dead: dead.scan })
  release(stack, { assets: ground.buckets.assets, folders: built, publish: functions.publish, after: [ground.table, ground.buckets.published] })
  return [dead.relay, dead.scan, dead.deliver]
}

/** The portal: one table, its buckets, its functions, behind one address. */
export const portalStack = (scope: Construct, id: string, { settings, built, ...props }: PortalProps): Stack => {
  const stack = new Stack(scope, id, {
    ...props, env: { region: settings.region }, description: 'Online public services portal (dvc-forms)',
    terminationProtection: settings.stage === 'production',
  })
  const ground = makeGround(stack, settings, built)
  const functions = makeFunctions(stack, settings, ground)
  const { api, stage } = makeHttpApi(stack, functions)
  const distribution = makeDistribution(stack, settings, { api, assets: ground.buckets.assets })
  const publicUrl = settings.domain?.publicUrl ?? `https://${distribution.distributionDomainName}`
  announceAddress(publicUrl, functions)
  raiseAlarms(stack, settings, { functions, stage, table: ground.table, dead: startJobs(stack, ground, functions, built) })
  new CfnOutput(stack, 'PublicUrl', { value: publicUrl })
  // What `dvc publish --stack` looks for.
  new CfnOutput(stack, 'PublishFunction', { value: functions.publish.functionName })
  new CfnOutput(stack, 'PublishedBucket', { value: ground.buckets.published.bucketName })
  // What `dvc integrator --stack` looks for: who may invoke it is the operator.
  new CfnOutput(stack, 'AdministerFunction', { value: functions.administer.functionName })
  return stack
}
