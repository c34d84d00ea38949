import { describe, expect, test } from 'vitest'
import { fitsPattern } from '../../infra/local/event-pattern.ts'
import { refusal } from '../../infra/local/dynamodb-access.ts'
import { allows, notEnforced, readRoles, type Role, type Statement } from '../../infra/local/iam.ts'
import { resolveIn } from '../../infra/local/intrinsics.ts'
import { readTemplate, type Value, type Values } from '../../infra/local/template.ts'

const TEMPLATE = readTemplate(JSON.stringify({
  Parameters: { Stage: { Type: 'String', Default: 'sandbox' } },
  Mappings: { Sizes: { sandbox: { memory: 256 } } },
  Conditions: { IsSandbox: { 'Fn::Equals': [{ Ref: 'Stage' }, 'sandbox'] }, Never: { 'Fn::Not': [{ Condition: 'IsSandbox' }] } },
  Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: {} } },
}))

const resolve = resolveIn({
  template: TEMPLATE, pseudo: { 'AWS::Region': 'ap-southeast-1' }, imported: (name) => `imported ${name}`,
  identify: (id) => ({ ref: `the-${id}`, attributes: { Arn: `arn:${id}` } }),
})

const FUNCTIONS: readonly (readonly [string, Value, Value])[] = [
  ['Ref of a resource', { Ref: 'Table' }, 'the-Table'],
  ['Ref of a parameter', { Ref: 'Stage' }, 'sandbox'],
  ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'ap-southeast-1'],
  ['GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:Table'],
  ['GetAtt as a text', { 'Fn::GetAtt': 'Table.Arn' }, 'arn:Table'],
  ['Sub of resources, attributes and literals', { 'Fn::Sub': '${Table}/${Table.Arn}/${!Table}' }, 'the-Table/arn:Table/${Table}'],
  ['Sub with names of its own', { 'Fn::Sub': ['${x}-${Stage}', { x: { Ref: 'Table' } }] }, 'the-Table-sandbox'],
  ['Join, nested', { 'Fn::Join': ['/', ['a', { 'Fn::Join': ['', ['b', { Ref: 'Stage' }]] }]] }, 'a/bsandbox'],
  ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host'] }] }, 'host'],
  ['If on a named condition', { 'Fn::If': ['IsSandbox', 'yes', 'no'] }, 'yes'],
  ['If on a negated condition', { 'Fn::If': ['Never', 'yes', 'no'] }, 'no'],
  ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 256],
  ['ImportValue', { 'Fn::ImportValue': 'other' }, 'imported other'],
  ['Base64', { 'Fn::Base64': 'a' }, 'YQ=='],
  ['NoValue drops its property', { a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
]

describe('template functions', () => {
  test.each(FUNCTIONS)('%s', (_, value, expected) => { expect(resolve(value)).toEqual(expected) })

  test.each([[{ Ref: 'Nowhere' }, 'Nowhere'], [{ 'Fn::GetAtt': ['Nowhere', 'Arn'] }, 'Nowhere'], [{ 'Fn::Cidr': ['10.0.0.0/8'] }, 'Fn::Cidr']])('%j is refused by name', (value, name) => {
    expect(() => resolve(value)).toThrow(name)
  })
})

const EVENT: Value = { source: 'aws.guardduty', detail: { size: 5, name: 'Anh.PNG', tags: ['a', 'b'], none: null } }

const PATTERNS: readonly (readonly [Value, boolean])[] = [
  [{ source: ['aws.guardduty', 'other'] }, true],
  [{ source: ['other'] }, false],
  [{ detail: { tags: ['b'] } }, true],
  [{ detail: { tags: ['c'] } }, false],
  [{ source: ['aws.guardduty'], detail: { size: [6] } }, false],
  [{ detail: { name: [{ prefix: 'Anh' }] } }, true],
  [{ detail: { name: [{ suffix: '.png' }] } }, false],
  [{ detail: { name: [{ 'equals-ignore-case': 'anh.png' }] } }, true],
  [{ detail: { name: [{ 'anything-but': ['Anh.PNG'] }] } }, false],
  [{ detail: { name: [{ 'anything-but': { prefix: 'x' } }] } }, true],
  [{ detail: { missing: [{ exists: false }] } }, true],
  [{ detail: { size: [{ exists: true }] } }, true],
  [{ detail: { size: [{ numeric: ['>', 4, '<=', 5] }] } }, true],
  [{ detail: { size: [{ numeric: ['>', 5] }] } }, false],
  [{ detail: { none: [null] } }, true],
]

describe('event patterns', () => {
  test.each(PATTERNS)('%j: %s', (pattern, fits) => { expect(fitsPattern(pattern, EVENT)).toBe(fits) })

  test('an operator that is not known is refused, not ignored', () => {
    expect(() => fitsPattern({ source: [{ cidr: '10.0.0.0/8' }] }, EVENT)).toThrow('cidr')
  })
})

const statement = (allow: boolean, action: string, resource: string): Statement => ({ allow, actions: [action], resources: [resource], conditional: false })
const role = (...statements: readonly Statement[]): Role => ({ arn: 'arn:aws:iam::1:role/r', statements, managed: [] })

const RIGHTS: readonly (readonly [string, Role, boolean])[] = [
  ['nothing is allowed by default', role(), false],
  ['the very action on the very resource', role(statement(true, 's3:GetObject', 'arn:aws:s3:::b/k')), true],
  ['actions know no capitals', role(statement(true, 'S3:getobject', 'arn:aws:s3:::b/k')), true],
  ['resources do', role(statement(true, 's3:GetObject', 'arn:aws:s3:::B/k')), false],
  ['a star spans slashes', role(statement(true, 's3:Get*', 'arn:aws:s3:::*')), true],
  ['a question mark is one character', role(statement(true, 's3:GetObject', 'arn:aws:s3:::?/k')), true],
  ['a dot is a dot', role(statement(true, 's3:GetObject', 'arn.aws.s3...b/k')), false],
  ['another action', role(statement(true, 's3:PutObject', 'arn:aws:s3:::b/k')), false],
  ['a longer action is another one', role(statement(true, 's3:GetObjectAcl', 'arn:aws:s3:::b/k')), false],
  ['a Deny wins over every Allow', role(statement(true, '*', '*'), statement(false, 's3:GetObject', 'arn:aws:s3:::b/*')), false],
]

const KEYS = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['W#*', 'WEBHOOKS'] } }
const TABLE = 'arn:aws:dynamodb:x:1:table/t'
const readOne = (condition: Value): Role => readRoles({
  ofType: (...types: readonly string[]) => (types.includes('AWS::IAM::Role') ? [{ arn: 'r', ref: 'r', properties: { Policies: [{ PolicyDocument: { Statement: [{ Action: 'dynamodb:*', Resource: '*', Condition: condition }] } }] } }] : []),
} as never).get('r') ?? role()
const asked = (action: string, body: Values) => refusal({ action, accessKeyId: 'a', body: { TableName: 't', ...body } }, readOne(KEYS), { tableArn: () => TABLE, partitionKeys: { t: 'pk', 't/index/i': 'shard' } })
const item = (pk: string): Values => ({ pk: { S: pk }, sk: { S: 'x' } })

describe('partitions of a table', () => {
  test.each<readonly [string, string, Values]>([
    ['an item', 'GetItem', { Key: item('W#1') }], ['a put', 'PutItem', { Item: item('WEBHOOKS') }],
    ['a query', 'Query', { KeyConditionExpression: 'pk = :pk AND sk > :after', ExpressionAttributeValues: { ':pk': { S: 'W#1' }, ':after': { S: 'M#' } } }],
    ['a query of an index, by a name that stands for another', 'Query', { IndexName: 'i', KeyConditionExpression: '#s = :s', ExpressionAttributeNames: { '#s': 'shard' }, ExpressionAttributeValues: { ':s': { S: 'W#1' } } }],
  ])('%s in one that is named is let through', (_what, action, body) => { expect(asked(action, body)).toBeUndefined() })
  test.each<readonly [string, string, Values]>([
    ['another partition', 'GetItem', { Key: item('D#1') }], ['one that only looks like it', 'GetItem', { Key: item('XW#1') }], ['a put elsewhere', 'PutItem', { Item: item('INTEGRATORS') }],
    ['a query elsewhere, whatever its sort key', 'Query', { KeyConditionExpression: 'sk = :w AND pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'D#1' }, ':w': { S: 'W#1' } } }],
    ['an index elsewhere', 'Query', { IndexName: 'i', KeyConditionExpression: 'shard = :s', ExpressionAttributeValues: { ':s': { S: 'OBX#1' } } }],
    ['a scan, which names none', 'Scan', {}], ['a batch', 'BatchGetItem', { RequestItems: { t: { Keys: [item('W#1')] } } }],
  ])('%s is refused', (_what, action, body) => { expect(asked(action, body)).toContain('is not authorized to perform') })
  test('other conditions are told to be left out, this one is not', () => {
    expect(notEnforced(readOne(KEYS))).toEqual([])
    expect(notEnforced(readOne({ ...KEYS, Bool: { 'aws:SecureTransport': 'true' } }))).toEqual(['conditions on dynamodb:*'])
  })
})

describe('IAM', () => {
  test.each(RIGHTS)('%s', (_, someone, allowed) => { expect(allows(someone, 's3:GetObject', 'arn:aws:s3:::b/k')).toBe(allowed) })
})
