import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { dynamoDossierStore } from '../../functions/stores/dynamo/dossiers.ts'
import { dynamoFeedbackStore } from '../../functions/stores/dynamo/feedback.ts'
import { feedbackKey, headKey } from '../../functions/stores/dynamo/keys.ts'
import { dynamoIntegratorStore } from '../../functions/stores/dynamo/integrators.ts'
import { dynamoWebhookStore } from '../../functions/stores/dynamo/webhooks.ts'
import { dynamoProcedureStore } from '../../functions/stores/dynamo/procedures.ts'
import { ConditionFailed, Unavailable } from '../../functions/core/ports.ts'
import { dossierStoreSuite } from './dossier-store.suite.ts'
import { ENGINES, freshTable, type Running } from './dynamo-engines.ts'
import { integratorStoreSuite } from './integrator-store.suite.ts'
import { webhookStoreSuite } from './webhook-store.suite.ts'
import { procedureStoreSuite } from './procedure-store.suite.ts'
import { draft } from './samples.ts'

for (const { name, skipped, start } of ENGINES) {
  describe.skipIf(skipped)(skipped ? `${name}: skipped, ${skipped}` : name, () => {
    let running: Running
    beforeAll(async () => { running = await start() })
    afterAll(() => running.stop())

    dossierStoreSuite(name, async () => dynamoDossierStore(await freshTable(running, 'dossiers')))
    integratorStoreSuite(name, async () => dynamoIntegratorStore(await freshTable(running, 'integrators')))
    webhookStoreSuite(name, async () => dynamoWebhookStore(await freshTable(running, 'webhooks')))
    procedureStoreSuite(name, async () => {
      const table = await freshTable(running, 'procedures')
      return { store: dynamoProcedureStore(table), again: () => dynamoProcedureStore(table) }
    })

    it('marks drafts, and drafts alone, with the time of their end in seconds', async () => {
      const at = await freshTable(running, 'expiry')
      const store = dynamoDossierStore(at)
      const dossier = draft()
      await store.create(dossier)
      const read = async (): Promise<unknown> => (await at.client.send(new GetCommand({ TableName: at.table, Key: headKey(dossier.id) }))).Item?.['ttl']
      expect(await read()).toBe(Date.parse('2026-08-13T08:00:00+07:00') / 1000)
      const { expiresAt: _gone, ...submitted } = dossier
      await store.save({ ...submitted, revision: 2, status: 'submitted' }, 1)
      expect(await read()).toBeUndefined()
    })

    it('keeps petitions by month', async () => {
      const at = await freshTable(running, 'feedback')
      const feedback = { id: 'f1', at: '2026-07-14T08:00:00+07:00', about: 'portal', subject: '', text: 'Trang rõ ràng', name: '', contact: '', lang: 'vi' } as const
      await dynamoFeedbackStore(at).add(feedback)
      const { Item } = await at.client.send(new GetCommand({ TableName: at.table, Key: feedbackKey('2026-07-14', 'f1') }))
      expect(Item).toMatchObject(feedback)
      await expect(dynamoFeedbackStore(at).add({ ...feedback, text: 'khác' })).rejects.toBeInstanceOf(ConditionFailed)
    })
  })
}

it('says that the store is unavailable when nothing listens there', async () => {
  const running = { endpoint: 'http://127.0.0.1:9', stop: async () => undefined }
  await expect(freshTable(running, 'none')).rejects.toThrow()
  const { DynamoDBClient } = await import('@aws-sdk/client-dynamodb')
  const { documentClient } = await import('../../functions/stores/dynamo/client.ts')
  const client = documentClient(new DynamoDBClient({ endpoint: running.endpoint, region: 'x', maxAttempts: 1, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }))
  await expect(dynamoDossierStore({ client, table: 'none' }).find('x')).rejects.toBeInstanceOf(Unavailable)
})
