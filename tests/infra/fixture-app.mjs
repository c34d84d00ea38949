import { App, Duration, Fn, Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { CachePolicy, Distribution, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Code, FilterCriteria, FilterRule, Function, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Trigger } from 'aws-cdk-lib/triggers'
import { join } from 'node:path'

const FUNCTIONS = join(import.meta.dirname, 'fixture-functions')

const allow = (actions, resources) => new PolicyStatement({ actions, resources })

// A small app with one of everything that the portal uses. Run as `node fixture-app.mjs OUTDIR NOTES ASSETS`. Plain JavaScript,
// because CDK's types and our exactOptionalPropertyTypes do not agree.
const synthesize = (outdir, notes, assets) => {
  const app = new App({ outdir, analyticsReporting: false })
  const stack = new Stack(app, 'fixture', { env: { region: 'ap-southeast-1' } })
  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING }, sortKey: { name: 'sk', type: AttributeType.STRING }, dynamoStream: StreamViewType.KEYS_ONLY,
    globalSecondaryIndexes: [{ indexName: 'byShard', partitionKey: { name: 'shardId', type: AttributeType.STRING } }],
  })
  const files = new Bucket(stack, 'Files')
  const assetBucket = new Bucket(stack, 'Assets')
  const make = (id, folder, environment = {}) =>
    new Function(stack, id, { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromAsset(join(FUNCTIONS, folder)), timeout: Duration.seconds(1), memorySize: 256, environment: { NOTES: notes, NAME: id, ...environment } })
  const page = make('Page', 'page')
  const other = make('Other', 'page')
  page.addToRolePolicy(allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], [table.tableArn]))
  page.addToRolePolicy(allow(['s3:PutObject', 's3:GetObject'], [files.arnForObjects('open/*')]))
  page.addToRolePolicy(allow(['s3:ListBucket'], [files.bucketArn]))
  other.addToRolePolicy(allow(['dynamodb:Query'], [`${table.tableArn}/index/byShard`]))
  other.addToRolePolicy(allow(['s3:GetObject'], [files.arnForObjects('*')]))

  const api = new HttpApi(stack, 'Api', { defaultIntegration: new HttpLambdaIntegration('Rest', other) })
  const pages = new HttpLambdaIntegration('Pages', page, { scopePermissionToRoute: false })
  for (const path of ['/a/{id}', '/a/fixed', '/a/{id}/{page}', '/a/{id}/last']) api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.POST], integration: pages })
  const headers = new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: { contentTypeOptions: { override: true } }, customHeadersBehavior: { customHeaders: [{ header: 'X-Fixture', value: 'yes', override: false }] },
  })
  const cache = new CachePolicy(stack, 'Cache', { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true })
  const distribution = new Distribution(stack, 'Cdn', {
    defaultBehavior: { origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))), cachePolicy: cache, responseHeadersPolicy: headers, allowedMethods: { methods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] } },
    additionalBehaviors: { '/assets/*': { origin: S3BucketOrigin.withOriginAccessControl(assetBucket) } },
  })
  page.addEnvironment('PUBLIC_URL', `https://${distribution.distributionDomainName}`)
  files.addCorsRule({ allowedOrigins: [`https://${distribution.distributionDomainName}`], allowedMethods: [HttpMethods.POST], allowedHeaders: ['*'], exposedHeaders: ['ETag'] })
  new BucketDeployment(stack, 'Copy', { destinationBucket: assetBucket, destinationKeyPrefix: 'assets', sources: [Source.asset(assets)], prune: false, cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')] })

  make('Streamed', 'worker', { FAIL_ONCE: 'yes' }).addEventSource(new DynamoEventSource(table, {
    startingPosition: StartingPosition.LATEST, retryAttempts: 2, filters: [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual('HEAD') } } } })],
  }))
  new CfnMalwareProtectionPlan(stack, 'Plan', { role: 'arn:aws:iam::123456789012:role/x', protectedResource: { s3Bucket: { bucketName: files.bucketName } } })
  new Rule(stack, 'Scanned', {
    eventPattern: { source: ['aws.guardduty'], detail: { s3ObjectDetails: { bucketName: [files.bucketName] } } }, targets: [new LambdaFunction(make('Scan', 'worker'))],
  })
  new Rule(stack, 'ToNobody', {
    eventPattern: { detail: { s3ObjectDetails: { objectKey: [{ prefix: 'open/unlucky' }] } } },
    targets: [new LambdaFunction(make('Unlucky', 'worker', { FAIL_ALWAYS: 'yes' }), { retryAttempts: 1, deadLetterQueue: new Queue(stack, 'Dead') })],
  })
  new Trigger(stack, 'AtDeploy', { handler: make('Deployed', 'worker') })
  new CfnWebACL(stack, 'Acl', { scope: 'REGIONAL', defaultAction: { allow: {} }, visibilityConfig: { metricName: 'm', cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true } })
  app.synth()
}

synthesize(...process.argv.slice(2))
