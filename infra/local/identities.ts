import type { Identity } from './intrinsics.ts'
import { text, type Resource } from './template.ts'

/** A resource about to get its name. */
export type Named = { readonly id: string; readonly resource: Resource; readonly stack: string; readonly region: string }

/** Account number that stands for the one you have not got yet. */
export const ACCOUNT = '123456789012'

const own = (named: Named, property: string): string => {
  const name = named.resource.properties[property]
  return typeof name === 'string' ? name : ''
}

const physical = (named: Named): string => `${named.stack}-${named.id}`

const arn = (named: Named, service: string, rest: string): string => `arn:aws:${service}:${named.region}:${ACCOUNT}:${rest}`

const table = (named: Named): Identity => {
  const name = own(named, 'TableName') || physical(named)
  const tableArn = arn(named, 'dynamodb', `table/${name}`)
  return { ref: name, attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/local`, TableId: name } }
}

/** S3 allows small letters and at most 63 of them; the end is what tells two names apart. */
const bucketName = (named: Named): string => own(named, 'BucketName') || physical(named).toLowerCase().slice(-63).replace(/^[-.]+/, '')

const bucket = (named: Named): Identity => {
  const name = bucketName(named)
  return {
    ref: name,
    attributes: { Arn: `arn:aws:s3:::${name}`, DomainName: `${name}.s3.amazonaws.com`, RegionalDomainName: `${name}.s3.${named.region}.amazonaws.com` },
  }
}

const named = (service: string, kind: string, property: string) => (resource: Named): Identity => {
  const name = own(resource, property) || physical(resource)
  return { ref: name, attributes: { Arn: arn(resource, service, `${kind}${name}`) } }
}

const role = (resource: Named): Identity => {
  const name = own(resource, 'RoleName') || physical(resource)
  return { ref: name, attributes: { Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`, RoleId: name } }
}

const queue = (resource: Named): Identity => {
  const name = own(resource, 'QueueName') || physical(resource)
  return { ref: `https://sqs.${resource.region}.amazonaws.com/${ACCOUNT}/${name}`, attributes: { Arn: arn(resource, 'sqs', name), QueueName: name } }
}

const api = (resource: Named): Identity => {
  const id = resource.id.toLowerCase()
  return { ref: id, attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${resource.region}.amazonaws.com` } }
}

const distribution = (resource: Named): Identity => {
  const id = resource.id.toLowerCase()
  return { ref: id, attributes: { Id: id, DomainName: `${id}.cloudfront.net` } }
}

/** A version is known by its function's ARN with a number behind it. */
const version = (resource: Named): Identity => {
  const of = resource.resource.properties['FunctionName']
  const id = typeof of === 'object' && of !== null && 'Ref' in of ? text(of.Ref) : text(of)
  const functionArn = arn(resource, 'lambda', `function:${resource.stack}-${id}`)
  return { ref: `${functionArn}:1`, attributes: { FunctionArn: functionArn, Version: '1' } }
}

const IDENTITIES: Readonly<Record<string, (resource: Named) => Identity>> = {
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::S3::Bucket': bucket,
  'AWS::Lambda::Function': named('lambda', 'function:', 'FunctionName'),
  'AWS::Lambda::Version': version,
  'AWS::IAM::Role': role,
  'AWS::KMS::Key': named('kms', 'key/', 'KeyId'),
  'AWS::SQS::Queue': queue,
  'AWS::Events::Rule': named('events', 'rule/', 'Name'),
  'AWS::Logs::LogGroup': named('logs', 'log-group:', 'LogGroupName'),
  'AWS::ApiGatewayV2::Api': api,
  'AWS::CloudFront::Distribution': distribution,
}

/** Ref and attributes of a resource, stable from one start to the next; types without a rule get names that nothing answers to. */
export const identify = (resource: Named): Identity =>
  IDENTITIES[resource.resource.type]?.(resource) ?? { ref: physical(resource), attributes: { Arn: arn(resource, 'local', physical(resource)) } }
