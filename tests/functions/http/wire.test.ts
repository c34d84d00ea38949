import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { handler as api } from '../../../functions/api/handler.ts'
import { handler as citizen } from '../../../functions/citizen/handler.ts'
import { fileCodeLists } from '../../../functions/http/code-lists.ts'
import { ENV } from '../../../functions/http/env.ts'
import { toGatewayResult } from '../../../functions/http/respond.ts'
import { whenAsked, wire } from '../../../functions/http/wire.ts'
import { gatewayEvent } from './events.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-lists-'))
  await writeFile(join(folder, '01.json'), JSON.stringify({ communes: [{ code: '00004', name: 'Phường Ba Đình' }], formerCommunes: [{ name: 'Phường Phúc Xá', district: 'Quận Ba Đình', communes: ['00004'] }] }))
  await writeFile(join(folder, '..', 'outside.json'), '{}')
})
afterAll(async () => { await rm(folder, { recursive: true }); await rm(join(folder, '..', 'outside.json'), { force: true }) })

test('communes are read by province; a province that is none has none, and no path is built from an answer', () => {
  const lists = fileCodeLists(folder)
  expect(lists.communes('01')).toEqual([{ code: '00004', name: 'Phường Ba Đình' }])
  expect(lists.formerCommunes('01')).toHaveLength(1)
  for (const none of ['99', '', '../outside', '01.json', '0１']) expect(lists.communes(none)).toEqual([])
})

test('importing a handler touches no setting; a missing one is named when it is first asked', async () => {
  for (const handler of [citizen, api]) await expect(handler(gatewayEvent('/'), undefined)).rejects.toThrow(ENV.table)
  vi.stubEnv(ENV.table, 'table')
  expect(() => wire()).toThrow(ENV.publishedBucket)
  vi.unstubAllEnvs()
})

test('a handler is made once, and again only where making it failed', async () => {
  const make = vi.fn<() => ReturnType<typeof whenAsked>>()
    .mockImplementationOnce(() => { throw new Error('not yet') })
    .mockImplementation(() => async () => toGatewayResult({ status: 204 }))
  const handler = whenAsked(make)
  await expect(handler(gatewayEvent('/'), undefined)).rejects.toThrow('not yet')
  expect((await handler(gatewayEvent('/'), undefined)).statusCode).toBe(204)
  expect((await handler(gatewayEvent('/'), undefined)).statusCode).toBe(204)
  expect(make).toHaveBeenCalledTimes(2)
})
