import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { ApiKey, Integrator } from '../../core/integrator.ts'
import { ConditionFailed, type IntegratorStore } from '../../core/ports.ts'
import { calling } from '../failures.ts'
import { allIntegrators, apiKeyKey, integratorKey, keysOfIntegrator, quotaKey } from './keys.ts'
import { getItem, putNew, queryAll, type Item, type Table } from './table.ts'

const read = <Shape>({ pk: _pk, sk: _sk, ttl: _ttl, ...rest }: Item): Shape => rest as Shape

const putIntegrator = ({ client, table }: Table, integrator: Integrator): Promise<void> => calling(async () => {
  await client.send(new PutCommand({ TableName: table, Item: { ...integrator, ...integratorKey(integrator.id) } }))
})

/** The end only moves nearer: of a revocation and a rotation at once the revocation wins, in whichever order they come. */
const endKey = async ({ client, table }: Table, { integrator, id }: Pick<ApiKey, 'integrator' | 'id'>, at: string): Promise<void> => {
  try {
    await calling(() => client.send(new UpdateCommand({
      TableName: table, Key: apiKeyKey(integrator, id), UpdateExpression: 'SET endsAt = :at',
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(endsAt) OR endsAt > :at)', ExpressionAttributeValues: { ':at': at },
    })))
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
  }
}

/** Counters of past minutes are no one's business: the table forgets them after an hour. */
const countCall = ({ client, table }: Table, integrator: string, minute: string): Promise<number> => calling(async () => {
  const { Attributes } = await client.send(new UpdateCommand({
    TableName: table, Key: quotaKey(integrator, minute), UpdateExpression: 'SET #ttl = :ttl ADD #n :one', ExpressionAttributeNames: { '#n': 'n', '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':one': 1, ':ttl': Math.floor(Date.parse(`${minute}:00Z`) / 1000) + 3600 }, ReturnValues: 'UPDATED_NEW',
  }))
  return Number(Attributes?.['n'])
})

/** Integrators, their keys and what they have called. */
export const dynamoIntegratorStore = (at: Table): IntegratorStore => ({
  integrator: async (id) => {
    const item = await getItem(at, integratorKey(id))
    return item && read<Integrator>(item)
  },
  integrators: async () => (await queryAll(at, allIntegrators())).map((item) => read<Integrator>(item)),
  putIntegrator: (integrator) => putIntegrator(at, integrator),
  key: async (integrator, id) => {
    const item = await getItem(at, apiKeyKey(integrator, id))
    return item && read<ApiKey>(item)
  },
  keysOf: async (integrator) => (await queryAll(at, keysOfIntegrator(integrator))).map((item) => read<ApiKey>(item)),
  addKey: (key) => putNew(at, { ...key, ...apiKeyKey(key.integrator, key.id) }),
  endKey: (key, when) => endKey(at, key, when),
  countCall: (integrator, minute) => countCall(at, integrator, minute),
})
