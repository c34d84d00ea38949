import { Match, Template } from 'aws-cdk-lib/assertions'
import { CfnResource, Stack } from 'aws-cdk-lib'
import { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENV } from '../../functions/http/env.ts'
import { routeKeys } from '../../functions/http/routes.ts'
import { makeApp } from '../../infra/app.ts'
import type { Built } from '../../infra/portal-stack.ts'
import { WrongSettings } from '../../infra/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'dvc-synth-'))
const built: Built = { functions: join(folder, 'functions'), assets: join(folder, 'assets'), loader: join(folder, 'loader') }

const write = (path: string, text: string): void => {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

const WEB_ACL = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/1'

const validation = process.env['CDK_VALIDATION']

const templateOf = (context: Record<string, unknown>, name: string): Template => {
  process.env['CDK_VALIDATION'] = 'false'
  const app = makeApp(mkdtempSync(join(folder, 'out-')), built, context)
  const stack = app.node.findChild(name)
  if (!Stack.isStack(stack)) throw new Error(`${name} is no stack`)
  return Template.fromStack(stack)
}

type Resource = { readonly Type: string; readonly Properties: Record<string, never> }
const resources = (template: Template, type: string): Resource[] => Object.values(template.findResources(type)) as Resource[]

let sandbox: Template
let production: Template
let embedding: Template

beforeAll(() => {
  for (const name of ['citizen', 'paper', 'api', 'relay', 'scan-result', 'publish', 'administer', 'deliver']) write(join(built.functions, name, 'index.mjs'), 'export const handler = () => 1')
  write(join(built.assets, 'site.css'), 'a {}')
  write(join(built.loader, 'embed.js'), '')
  sandbox = templateOf({}, 'dvc-forms-sandbox')
  embedding = templateOf({ embedOrigins: ['https://phuong.example', 'https://xa.example:8443'] }, 'dvc-forms-sandbox')
  production = templateOf({ stage: 'production', webAclArn: WEB_ACL }, 'dvc-forms-production')
})
afterAll(() => {
  process.env['CDK_VALIDATION'] = validation ?? ''
  if (validation === undefined) delete process.env['CDK_VALIDATION']
  rmSync(folder, { recursive: true, force: true })
})

describe('the table', () => {
  const table = (deletion: boolean) => ({
    BillingMode: 'PAY_PER_REQUEST', StreamSpecification: { StreamViewType: 'KEYS_ONLY' }, TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    Replicas: [Match.objectLike({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }, DeletionProtectionEnabled: deletion })],
    GlobalSecondaryIndexes: [Match.objectLike({ IndexName: 'outbox', Projection: { ProjectionType: 'KEYS_ONLY' } })],
  })
  test('can be restored to any second, is encrypted with our key and streams keys alone', () => {
    expect(() => sandbox.hasResourceProperties('AWS::DynamoDB::GlobalTable', table(false))).not.toThrow()
  })
  test('cannot be deleted in production, nor lost with its stack', () => {
    expect(() => production.hasResourceProperties('AWS::DynamoDB::GlobalTable', table(true))).not.toThrow()
    expect(() => production.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain' })).not.toThrow()
  })
})

describe('buckets', () => {
  test('are all closed to the public', () => {
    const closed = resources(sandbox, 'AWS::S3::Bucket').map(({ Properties }) => Properties['PublicAccessBlockConfiguration'])
    expect(closed).toHaveLength(5)
    for (const block of closed) expect(block).toEqual({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true })
  })
  test('of which only quarantine takes posts from pages, by a form that we signed, and forgets what was left there', () => {
    const open = resources(sandbox, 'AWS::S3::Bucket').filter(({ Properties }) => 'CorsConfiguration' in Properties)
    expect(open).toHaveLength(1)
    expect(open[0]?.Properties).toMatchObject({ CorsConfiguration: { CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: ['*'] }] } })
    expect(open[0]?.Properties).toMatchObject({ LifecycleConfiguration: { Rules: [expect.objectContaining({ ExpirationInDays: 31 })] } })
  })
})

describe('functions', () => {
  const ownOf = (template: Template) => resources(template, 'AWS::Lambda::Function').filter(({ Properties }) => 'TABLE_NAME' in (Properties['Environment']?.['Variables'] ?? {}))
  const own = () => ownOf(sandbox)
  const policiesOf = (template: Template, without: RegExp): string => JSON.stringify(Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => !without.test(id)))
  test('are eight, on arm64 and Node 24, with every setting that functions/http/env.ts names', () => {
    expect(own()).toHaveLength(8)
    for (const { Properties } of own()) {
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' })
      expect(Object.keys(Properties['Environment']?.['Variables'] ?? {}).sort()).toEqual(Object.values(ENV).toSorted())
    }
  })
  test('may do nothing by wildcard, and none may scan the table or delete an item but the operator\'s of a sandbox', () => {
    for (const policies of [policiesOf(production, /^CustomCDKBucketDeployment/), policiesOf(sandbox, /^CustomCDKBucketDeployment|^Administer/)]) {
      expect(policies).not.toMatch(/"Action":"[^"]*\*"|:\*"[,\]]|dynamodb:(Scan|DeleteItem|BatchWriteItem)/)
      expect(policies).toContain('dynamodb:GetItem')
    }
    expect(policiesOf(sandbox, /^(?!Administer)/)).toMatch(/dynamodb:DeleteItem.*dynamodb:Scan.*s3:DeleteObject/)
  })
  test('of production know of no sandbox: neither the variable that opens one, nor what emptying it takes', () => {
    const variables = ownOf(production).map(({ Properties }) => Object.keys(Properties['Environment']?.['Variables'] ?? {}).sort())
    expect(variables).toHaveLength(8)
    for (const names of variables) expect(names).toEqual(Object.values(ENV).filter((name) => name !== ENV.sandbox).toSorted())
    expect(JSON.stringify(production.toJSON())).not.toContain(`"${ENV.sandbox}"`)
    const administer = policiesOf(production, /^(?!Administer)/)
    expect(administer).toContain('dynamodb:Query')
    expect(administer).not.toMatch(/Scan|Delete|s3:/)
  })
  test('that send webhooks or manage integrators reach no dossier: every statement on the table names partitions', () => {
    const partitions = (name: string, of = production): (readonly string[] | undefined)[] => Object.entries(of.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith(`${name}Role`))
      .flatMap(([, found]) => found['Properties'].PolicyDocument.Statement as { Action: string | string[]; Condition?: { 'ForAllValues:StringLike'?: { 'dynamodb:LeadingKeys'?: string[] } } }[])
      .filter(({ Action }) => [Action].flat().some((action) => /^dynamodb:(GetItem|PutItem|UpdateItem|Query)$/.test(action))).map(({ Condition }) => Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'])
    expect(partitions('Deliver')).toEqual([['WEBHOOKS', 'W#*'], ['HOOK#*']])
    expect(partitions('Administer')).toEqual([['INTEGRATORS', 'I#*', 'WEBHOOKS']])
    expect(partitions('Deliver', sandbox)).toEqual([['WEBHOOKS', 'W#*', 'CLOCK'], ['HOOK#*']])
  })
  test('that publish alone write what is published', () => {
    const writers = Object.entries(sandbox.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
      (policy['Properties'].PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[]).some(({ Action, Resource }) => [Action].flat().includes('s3:PutObject') && JSON.stringify(Resource).includes('Published')))
    expect(writers.map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''))).toEqual(['Publish'])
  })
  test('that publish alone may read there is what authors hand in', () => {
    const statements = Object.entries(sandbox.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith('PublishRole')).flatMap(([, found]) => found['Properties'].PolicyDocument.Statement)
    const reads = (statements as { Action: string | string[]; Resource: unknown }[]).filter(({ Action }) => [Action].flat().includes('s3:GetObject'))
    expect(reads.map(({ Resource }) => JSON.stringify(Resource))).toEqual([expect.stringContaining('/drafts/*')])
  })
})

describe('the API', () => {
  test('has a route for every page and verb, and the citizen\'s 404 page for the rest', () => {
    const keys = resources(sandbox, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => String(Properties['RouteKey']))
    expect(keys.toSorted()).toEqual([...routeKeys('citizen'), ...routeKeys('paper'), ...routeKeys('api'), '$default'].toSorted())
  })
  test('logs the name of a route, never its path or query', () => {
    const [stage] = resources(sandbox, 'AWS::ApiGatewayV2::Stage')
    const format = String((stage?.Properties['AccessLogSettings'] as { Format?: string } | undefined)?.Format)
    expect(format).toContain('$context.routeKey')
    expect(format).not.toMatch(/\$context\.(path|http|identity)/)
  })
})

describe('the firewall', () => {
  test('is a stack of its own in us-east-1, with a rate limit first', () => {
    expect(() => templateOf({}, 'dvc-forms-sandbox-edge').hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT', Rules: Match.arrayWith([Match.objectLike({ Name: 'RateLimit', Priority: 0, Statement: { RateBasedStatement: Match.objectLike({ AggregateKeyType: 'IP' }) } })]),
    })).not.toThrow()
  })
  test('must be there before a production portal exists at all', () => {
    process.env['CDK_VALIDATION'] = 'false'
    const app = makeApp(mkdtempSync(join(folder, 'out-')), built, { stage: 'production' })
    expect(app.node.children.filter((child) => Stack.isStack(child)).map(({ node }) => node.id)).toEqual(['dvc-forms-production-edge'])
  })
  test('stands before the distribution when its ARN is given', () => {
    expect(() => templateOf({ webAclArn: WEB_ACL }, 'dvc-forms-sandbox').hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: Match.objectLike({ WebACLId: WEB_ACL }) })).not.toThrow()
  })
})

describe('alarms', () => {
  test('watch errors, throttles, dead letters and a late relay, and say what to do', () => {
    const alarms = resources(sandbox, 'AWS::CloudWatch::Alarm')
    expect(new Set(alarms.map(({ Properties }) => Properties['MetricName']))).toEqual(new Set(['5xx', 'Latency', 'Errors', 'Throttles', 'IteratorAge', 'WriteThrottleEvents', 'ApproximateNumberOfMessagesVisible']))
    for (const { Properties } of alarms) expect(Properties).toMatchObject({ AlarmDescription: expect.stringMatching(/\w/), AlarmActions: [expect.anything()] })
  })
})

describe('elements in other sites\' pages', () => {
  const behaviours = (template: Template): { PathPattern: string; ResponseHeadersPolicyId: { Ref: string } }[] =>
    (resources(template, 'AWS::CloudFront::Distribution')[0]?.Properties['DistributionConfig'] as { CacheBehaviors: never } | undefined)?.CacheBehaviors ?? []
  test('load scripts, styles and the loader from anywhere; pages stay as they were', () => {
    const open = Object.entries(sandbox.findResources('AWS::CloudFront::ResponseHeadersPolicy')).filter(([, policy]) => JSON.stringify(policy).includes('"AccessControlAllowOrigins":{"Items":["*"]}')).map(([id]) => id)
    expect(open).toHaveLength(1)
    expect(behaviours(sandbox).map(({ PathPattern, ResponseHeadersPolicyId }) => [PathPattern, ResponseHeadersPolicyId.Ref])).toEqual([['/assets/*', open[0]], ['/embed.js', open[0]]])
  })
  test('are known to the functions; in production none on somebody\'s own machine', () => {
    const known = (template: Template): unknown => resources(template, 'AWS::Lambda::Function').map(({ Properties }) => (Properties['Environment'] as { Variables?: Record<string, string> } | undefined)?.Variables?.['EMBED_ORIGINS']).find((one) => one !== undefined)
    expect(known(embedding)).toBe('https://phuong.example https://xa.example:8443 http://localhost:* http://127.0.0.1:*')
    expect(known(production)).toBe('')
  })
  test.each(['http://phuong.example', 'https://phuong.example/', 'https://*.example', '*', 'https://a.example https://b.example'])('are not %s', (origin) => {
    expect(() => makeApp(join(folder, 'wrong'), built, { embedOrigins: [origin] })).toThrow(/embedOrigins/)
  })
})

describe('settings', () => {
  test('that are wrong are all named at once, with what they should be', () => {
    expect(() => makeApp(join(folder, 'wrong'), built, { stage: 'prod', agencyId: 'x', publicUrl: 'https://a.example' })).toThrow(WrongSettings)
    expect(() => makeApp(join(folder, 'wrong'), built, { stage: 'prod', agencyId: 'x', publicUrl: 'https://a.example' })).toThrow(/stage: 'prod'[\s\S]*agencyId: 'x'[\s\S]*publicUrl and certificateArn/)
  })
})

describe('cdk-nag (AwsSolutions) and CloudFormation\'s own rules', () => {
  const synthesize = (change: (portal: Stack) => void) => (): void => {
    delete process.env['CDK_VALIDATION']
    const app = makeApp(mkdtempSync(join(folder, 'validated-')), built)
    const portal = app.node.findChild('dvc-forms-sandbox')
    if (Stack.isStack(portal)) change(portal)
    app.synth()
  }
  test('find nothing that is not explained', () => {
    expect(synthesize(() => undefined)).not.toThrow()
  }, 120_000)
  test('stop the synthesis at a bucket that is open, and at a property that does not exist', () => {
    expect(synthesize((portal) => { new CfnBucket(portal, 'Open') })).toThrow(/\(AwsSolutions\)/)
    expect(synthesize((portal) => { new CfnResource(portal, 'Odd', { type: 'AWS::SNS::Topic', properties: { NoSuchThing: 1, KmsMasterKeyId: 'x' } }) })).toThrow(/\(CloudFormation Validate\)/)
  }, 240_000)
})
