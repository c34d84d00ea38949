import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { DossierStore, FeedbackStore, IntegratorStore, ProcedureStore, WebhookStore } from '../../functions/core/ports.ts'
import type { SandboxStore } from '../../functions/core/manage-sandbox.ts'
import * as keys from '../../functions/stores/dynamo/keys.ts'

const readme = readFileSync(new URL('../../functions/stores/dynamo/README.md', import.meta.url), 'utf8')
const cells = readme.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
const code = (cell: string | undefined): string => /^`(.+)`$/.exec(cell ?? '')?.[1] ?? ''

/** A key of each maker, with recognisable parts, turned back into the notation of the page. */
const SAMPLES: Readonly<Record<string, keys.Key>> = {
  headKey: keys.headKey('{id}'), codeKey: keys.codeKey('{code}'), counterKey: keys.counterKey('{agency}', '{day}'),
  versionKey: keys.versionKey('{code}', 7), catalogueKey: keys.catalogueKey('{code}'), feedbackKey: { pk: keys.feedbackKey('2026-07-14', '{id}').pk.replace('2026-07', '{month}'), sk: keys.feedbackKey('2026-07-14', '{id}').sk.replace('2026-07-14', '{day}') },
  feedKey: keys.feedKey('{agency}', 7), integratorKey: keys.integratorKey('{id}'), apiKeyKey: keys.apiKeyKey('{integrator}', '{id}'), quotaKey: keys.quotaKey('{integrator}', '{minute}'),
  endpointKey: keys.endpointKey('{integrator}', '{id}'), messageKey: keys.messageKey('{endpoint}', '{dossier}', 7),
  clockKey: keys.clockKey(), indexKey: keys.indexKey(), indexPartKey: keys.indexPartKey('{id}', 7),
}
const NUMBER: Readonly<Record<string, string>> = { versionKey: '{version}', feedKey: '{number}', messageKey: '{seq}', indexPartKey: '{part}' }

it('names every key maker of keys.ts, and no other, with the very keys that it makes', () => {
  const makers = Object.keys(keys).filter((name) => name.endsWith('Key') && !name.startsWith('read'))
  const rows = cells.filter((row) => code(row[3]).endsWith('Key'))
  expect(rows.map((row) => code(row[3])).sort()).toEqual([...makers].sort())
  expect(Object.keys(SAMPLES).sort()).toEqual([...makers].sort())
  for (const [, pk, sk, maker] of rows) {
    const sample = SAMPLES[code(maker)]
    expect({ maker, pk: code(pk), sk: code(sk) }).toEqual({ maker, pk: sample?.pk, sk: sample?.sk.replace('00000007', NUMBER[code(maker)] ?? '') })
  }
})

it('names the index and the attributes as keys.ts has them', () => {
  expect(readme).toContain(`## Index \`${keys.OUTBOX_INDEX.name}\``)
  expect(readme).toContain(`| \`${keys.OUTBOX_INDEX.pk}\` | \`OBX#{shard}\``)
  expect(readme).toContain(`| \`${keys.OUTBOX_INDEX.sk}\` |`)
  expect(readme).toContain(`TTL on \`${keys.ATTRIBUTES.ttl}\``)
  expect(keys.outboxShards()).toHaveLength(8)
  expect(new Set(Array.from({ length: 400 }, (_none, index) => keys.outboxShard(`id-${index}`)))).toEqual(new Set(keys.outboxShards()))
})

it('has an access pattern for every method of the ports', () => {
  const methods = {
    find: 1, findWaiting: 1, create: 1, save: 1, nextNumber: 1, claimCode: 1, idOfCode: 1, withOutbox: 1, clearOutbox: 1, events: 1, appendToFeed: 1, feedAfter: 1,
    current: 1, version: 1, catalogue: 1, index: 1, indexPointer: 1, moveIndex: 1, addVersion: 1, makeCurrent: 1, add: 1,
    integrator: 1, integrators: 1, putIntegrator: 1, key: 1, keysOf: 1, addKey: 1, endKey: 1, countCall: 1,
    endpoints: 1, endpoint: 1, addEndpoint: 1, saveEndpoint: 1, removeEndpoint: 1, addMessage: 1, message: 1, messagesOf: 1, due: 1, dead: 1, saveMessage: 1,
    ahead: 1, setAhead: 1, files: 1, clear: 1,
  } satisfies Record<keyof DossierStore | keyof ProcedureStore | keyof FeedbackStore | keyof IntegratorStore | keyof WebhookStore | keyof SandboxStore, 1>
  const patterns = cells.map((row) => row[1] ?? '').join(' ')
  for (const method of Object.keys(methods)) expect(patterns).toContain(`\`${method}\``)
})

it('tells heads from every other item', () => {
  expect(keys.readHeadKey(keys.headKey('abc'))).toBe('abc')
  for (const [maker, key] of Object.entries(SAMPLES)) if (maker !== 'headKey') expect(keys.readHeadKey(key)).toBeUndefined()
})
