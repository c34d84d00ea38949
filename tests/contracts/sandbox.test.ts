import { randomUUID } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../forms/index.ts'
import { messageFor } from '../../functions/core/fan-out.ts'
import { dynamoDossierStore } from '../../functions/stores/dynamo/dossiers.ts'
import { dynamoFeedbackStore } from '../../functions/stores/dynamo/feedback.ts'
import { dynamoIntegratorStore } from '../../functions/stores/dynamo/integrators.ts'
import { dynamoProcedureStore } from '../../functions/stores/dynamo/procedures.ts'
import { dynamoSandboxStore } from '../../functions/stores/dynamo/sandbox.ts'
import type { Table } from '../../functions/stores/dynamo/table.ts'
import { dynamoWebhookStore } from '../../functions/stores/dynamo/webhooks.ts'
import { ENGINES, freshTable, type Running } from './dynamo-engines.ts'
import { AT, attachment, draft, procedure, telling } from './samples.ts'

const TIME = '2026-07-14T08:00:00+07:00'
const FILES = [attachment(), attachment({ cleanKey: 'c/1/2', state: 'clean' })]
const ENDPOINT = { id: 'E1', integrator: 'xa-a', url: 'https://a.example/', types: [], active: true, secrets: [{ text: 'whsec_AA==' }], createdAt: TIME, texts: false, key: 'AAAA2222', version: 1 }
/** 60 drafts of 30 KB: more than one page of a scan. */
const DRAFTS = 60

const publish = async (at: Table): Promise<void> => {
  const [store, one] = [dynamoProcedureStore(at), procedure('9.000001', 1)]
  await store.addVersion(one)
  await store.makeCurrent(one, 0)
  await store.moveIndex(buildIndex(await store.catalogue()), 'hash', undefined)
}

const register = async (at: Table): Promise<void> => {
  const store = dynamoIntegratorStore(at)
  await store.putIntegrator({ id: 'xa-a', name: 'Xã A', agencies: ['H26'], procedures: [], perMinute: 600, createdAt: TIME })
  await store.addKey({ id: 'AAAA2222', integrator: 'xa-a', hash: 'f'.repeat(64), scopes: ['read'], createdAt: TIME })
  await dynamoWebhookStore(at).addEndpoint(ENDPOINT)
}

/** One of everything that use brings with it. */
const use = async (at: Table): Promise<void> => {
  const [store, about] = [dynamoDossierStore(at), { agency: 'H26', procedure: '9.000001' }]
  const dossier = telling(draft({ attachments: FILES }), 1)
  await store.create(dossier)
  for (const event of dossier.outbox) {
    await store.appendToFeed(about, [event])
    await dynamoWebhookStore(at).addMessage(messageFor(ENDPOINT, event, about, AT))
  }
  await store.claimCode(`H26-260714-${await store.nextNumber('H26', '260714')}`, dossier.id)
  await dynamoIntegratorStore(at).countCall('xa-a', '2026-07-14T01:00')
  await dynamoFeedbackStore(at).add({ id: randomUUID(), at: TIME, about: 'portal', subject: '', text: 'Rõ ràng', name: '', contact: '', lang: 'vi' })
  for (let count = 1; count < DRAFTS; count += 1) await store.create(draft({ answers: { long: 'x'.repeat(30_000) } }))
}

const left = async ({ client, table }: Table): Promise<readonly string[]> => {
  const { Items } = await client.send(new ScanCommand({ TableName: table, ConsistentRead: true }))
  return (Items ?? []).map(({ pk, sk }) => `${pk} ${sk}`.replace(/#[0-9a-f-]{36}/, '')).sort()
}

const PUBLISHED = ['CATALOGUE P#9.000001', 'INDEX CURRENT', 'INDEX# PART#00000000', 'P#9.000001 V#00000001'].map((name) => name.replace('INDEX# ', 'INDEX '))
const INTEGRATORS = ['I#xa-a K#AAAA2222', 'INTEGRATORS I#xa-a', 'WEBHOOKS W#xa-a#E1']

for (const { name, skipped, start } of ENGINES) {
  describe.skipIf(skipped)(skipped ? `SandboxStore on ${name}: skipped, ${skipped}` : `SandboxStore on ${name}`, () => {
    let running: Running
    let at: Table
    beforeAll(async () => {
      running = await start()
      at = await freshTable(running, 'sandbox')
      for (const fill of [publish, register, use]) await fill(at)
    })
    afterAll(() => running.stop())

    it('keeps how far the clock is ahead; 0 in the beginning', async () => {
      const store = dynamoSandboxStore(at)
      expect(await store.ahead()).toBe(0)
      for (const ms of [1000, 86_400_000]) await store.setAhead(ms)
      expect(await dynamoSandboxStore(at).ahead()).toBe(86_400_000)
    })
    it('finds the files of all drafts and dossiers, over several pages', async () => {
      const found = await dynamoSandboxStore(at).files()
      expect(found).toHaveLength(FILES.length)
      expect(found).toEqual(expect.arrayContaining(FILES))
    })
    it('removes what use has brought, over several pages, the moved clock too; what was published and integrators stay', async () => {
      const store = dynamoSandboxStore(at)
      // Beside the drafts: event, message, alias, counter, count of calls, petition, clock.
      expect(await store.clear({ all: false })).toEqual({ dossiers: DRAFTS, items: DRAFTS + 7 })
      expect(await left(at)).toEqual([...PUBLISHED, ...INTEGRATORS].sort())
      expect(await store.ahead()).toBe(0)
      expect(await dynamoProcedureStore(at).current('9.000001')).toEqual(procedure('9.000001', 1))
      expect(await dynamoDossierStore(at).nextNumber('H26', '260714')).toBe(1)
    })
    it('removes integrators, keys and webhooks where all is asked for; repeated, it finds nothing', async () => {
      const store = dynamoSandboxStore(at)
      expect(await store.clear({ all: true })).toEqual({ dossiers: 0, items: 1 + INTEGRATORS.length })
      expect(await left(at)).toEqual(PUBLISHED.toSorted())
      expect(await store.clear({ all: true })).toEqual({ dossiers: 0, items: 0 })
    })
  })
}
