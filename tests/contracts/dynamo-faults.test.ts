import { ConditionalCheckFailedException, DynamoDBClient, InternalServerError, ProvisionedThroughputExceededException, RequestLimitExceeded, ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { ConditionFailed, Unavailable } from '../../functions/core/ports.ts'
import { documentClient } from '../../functions/stores/dynamo/client.ts'
import { dynamoDossierStore } from '../../functions/stores/dynamo/dossiers.ts'
import { codeKey, headKey } from '../../functions/stores/dynamo/keys.ts'
import { headItem } from '../../functions/stores/dynamo/head-item.ts'
import { draft, telling, waitingAt } from './samples.ts'

// Faults that no engine on this machine produces: the service's own words, in the SDK's own classes.
const mock = mockClient(DynamoDBDocumentClient)
const store = dynamoDossierStore({ client: documentClient(new DynamoDBClient({ region: 'ap-southeast-1' })), table: 'dossiers' })
const facts = { $metadata: { httpStatusCode: 400 }, message: 'said the service' }
const network = (code: string): Error => Object.assign(new Error(code), { code })
const conditional = new ConditionalCheckFailedException(facts)

beforeEach(() => mock.reset())

describe('the DynamoDB store under faults', () => {
  it.each([
    ['a throttled table', new ProvisionedThroughputExceededException(facts)], ['a throttled account', new RequestLimitExceeded(facts)],
    ['a fault of the service', new InternalServerError({ ...facts, $metadata: { httpStatusCode: 500 } })],
    ['a time-out', Object.assign(new Error('late'), { name: 'TimeoutError' })], ['a cut connection', network('ECONNRESET')], ['nothing listening', network('ECONNREFUSED')],
  ])('calls %s unavailable, on reads, writes, updates and queries alike', async (_what, fault) => {
    mock.onAnyCommand().rejects(fault)
    await expect(store.find('x')).rejects.toBeInstanceOf(Unavailable)
    await expect(store.create(draft())).rejects.toBeInstanceOf(Unavailable)
    await expect(store.save(draft({ revision: 2 }), 1)).rejects.toBeInstanceOf(Unavailable)
    await expect(store.nextNumber('H26', '260714')).rejects.toBeInstanceOf(Unavailable)
    await expect(store.withOutbox(10)).rejects.toBeInstanceOf(Unavailable)
    await expect(store.events({ ...waitingAt('H26', 0), relayed: [1] })).rejects.toBeInstanceOf(Unavailable)
  })
  it('keeps a bug a bug: a table that does not exist is not "try again"', async () => {
    mock.on(GetCommand).rejects(new ResourceNotFoundException(facts))
    await expect(store.find('x')).rejects.toBeInstanceOf(ResourceNotFoundException)
  })
  it('takes its own alias for done when the SDK repeated a write whose answer was lost', async () => {
    mock.on(PutCommand).rejects(conditional)
    mock.on(GetCommand).resolves({ Item: { ...codeKey('H26-260714-0001'), id: 'mine' } })
    await expect(store.claimCode('H26-260714-0001', 'mine')).resolves.toBeUndefined()
    await expect(store.claimCode('H26-260714-0001', 'other')).rejects.toBeInstanceOf(ConditionFailed)
  })
  it('looks again when the outbox changed between its reading and its clearing', async () => {
    const before = telling(draft(), 1)
    const after = telling(before, 1)
    mock.on(GetCommand, { Key: headKey(before.id) }).resolves({ Item: headItem(after) })
    mock.on(UpdateCommand).rejectsOnce(conditional).resolves({})
    await store.clearOutbox(before, new Map([[before.outbox[0]?.id ?? '', 1]]))
    expect(mock.commandCalls(UpdateCommand).map(({ args }) => args[0].input.ExpressionAttributeValues?.[':size'])).toEqual([1, 2])
  })
  it('reads every page of a long answer', async () => {
    const entries = [{ number: 1 }, { number: 2 }]
    mock.on(QueryCommand).resolvesOnce({ Items: entries.slice(0, 1), LastEvaluatedKey: { pk: 'a', sk: 'b' } }).resolves({ Items: entries.slice(1) })
    expect(await store.feedAfter('H26', 0, 2)).toEqual(entries)
  })
  it('never logs or throws what a citizen wrote', async () => {
    mock.on(PutCommand).rejects(network('ECONNRESET'))
    const error = await store.create(draft()).catch((thrown: unknown) => thrown)
    expect(String(error)).not.toContain('Nguyễn')
  })
})
