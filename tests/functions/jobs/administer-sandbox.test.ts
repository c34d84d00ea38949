import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { ENV } from '../../../functions/http/env.ts'

afterEach(() => { vi.unstubAllEnvs(); vi.resetModules() })

/** The job as it is deployed, in front of a database that only counts what it is asked. */
const wiredJob = async (sandbox: string | undefined) => {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => { asked.push(String(incoming.headers['x-amz-target']).split('.')[1] ?? ''); outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}') })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const environment = { ...Object.fromEntries(Object.values(ENV).map((name) => [name, 'x'])), [ENV.sandbox]: sandbox, AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const { handler } = await import('../../../functions/jobs/administer.ts')
  return { asked, handler, close: () => { server.close(); server.closeAllConnections() } }
}

test.each([undefined, '', 'production', 'sandbox', 'true'])('wired with %j, the operator\'s job refuses all of a sandbox in both languages, and asks the database for nothing', async (setting) => {
  const { handler, asked, close } = await wiredJob(setting)
  for (const request of [{ op: 'sandbox-reset', all: true }, { op: 'sandbox-clock', by: '3d' }, { op: 'sandbox-clock' }] as const)
    expect(await handler(request)).toEqual({ kind: 'refused', code: 'sandbox-only', message: { vi: expect.stringContaining('cổng chính thức'), en: expect.stringContaining('production portal') } })
  expect(asked).toEqual([])
  close()
})

test('wired for a sandbox it does them, each after a look at the clock', async () => {
  const { handler, asked, close } = await wiredJob('yes')
  expect(await handler({ op: 'sandbox-clock', by: '3d' })).toMatchObject({ kind: 'sandbox-clock', aheadMs: 3 * 86_400_000 })
  expect(asked).toEqual(['GetItem', 'GetItem', 'PutItem'])
  expect(await handler({ op: 'sandbox-reset' })).toMatchObject({ kind: 'sandbox-reset', removed: { dossiers: 0, files: 0, items: 0 } })
  expect(asked.slice(3)).toEqual(['GetItem', 'Scan', 'Scan'])
  close()
})
