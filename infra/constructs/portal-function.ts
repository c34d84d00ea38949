import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledgeObjects } from '../acknowledge.ts'

/** One bundle of `functions/build.ts` and what it may do. */
export type PortalFunctionProps = {
  readonly description: string
  /** Folder with index.mjs. */
  readonly bundle: string
  readonly memory: number
  readonly timeout: Duration
  readonly environment: Readonly<Record<string, string>>
  readonly grants: readonly PolicyStatement[]
  /** Buckets whose objects the grants name with a wildcard. */
  readonly filesIn: readonly IBucket[]
}

const roleFor = (scope: Construct, id: string, logs: LogGroup): Role => {
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  role.addToPolicy(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] }))
  return role
}

/** A function with its own role (no AWS managed policy) and its own log group, kept for a year. */
export const portalFunction = (scope: Construct, id: string, props: PortalFunctionProps): Function => {
  const logGroup = new LogGroup(scope, `${id}Logs`, { retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.DESTROY })
  const role = roleFor(scope, id, logGroup)
  props.grants.forEach((grant) => role.addToPolicy(grant))
  props.filesIn.forEach((bucket) => acknowledgeObjects(role, bucket, 'Keys are random numbers made by the function, so only the bucket can be named; actions are listed one by one.'))
  return new Function(scope, id, {
    description: props.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(props.bundle),
    memorySize: props.memory,
    timeout: props.timeout,
    environment: { ...props.environment },
    role,
    logGroup,
  })
}
