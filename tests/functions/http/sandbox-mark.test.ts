import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../functions/core/errors.ts'
import { sandboxClock, type SandboxClock } from '../../../functions/core/sandbox-clock.ts'
import { chain, type Links } from '../../../functions/http/chain.ts'
import { ENV } from '../../../functions/http/env.ts'
import { inTime, isSandbox, portalTime } from '../../../functions/http/portal-time.ts'
import { problem } from '../../../functions/http/problem.ts'
import { refusalOf } from '../../../functions/http/refusal.ts'
import { json } from '../../../functions/http/respond.ts'
import type { Table } from '../../../functions/stores/dynamo/table.ts'
import { gatewayEvent } from './events.ts'

const ask = (clock: SandboxClock | undefined, answer: Links['answer']) => chain({
  audience: 'api', answer, refuse: async (request, error) => problem(request, refusalOf(error)), publicUrl: '', uploadOrigin: '', origins: async () => [], writeLog: () => undefined, clock,
})(gatewayEvent('/api/v1/procedures'), undefined)

const clockAhead = (ms: number): SandboxClock => sandboxClock({ ahead: async () => ms }, { real: () => new Date('2026-07-14T08:00:00+07:00') })

test.each<[string, Links['answer'], number]>([['an answer', async () => json({}), 200], ['a refusal', async () => { throw new AppError('not-found') }, 404], ['a bug', async () => { throw new TypeError('x') }, 500]])('%s of a sandbox is marked with its clock', async (_what, answer, status) => {
  expect(await ask(clockAhead(0), answer)).toMatchObject({ statusCode: status, headers: { 'dvc-sandbox': 'clock=real' } })
  expect(await ask(clockAhead(3_600_000), answer)).toMatchObject({ statusCode: status, headers: { 'dvc-sandbox': 'clock=2026-07-14T09:00:00+07:00' } })
  expect((await ask(undefined, answer)).headers).not.toHaveProperty('dvc-sandbox')
})

test('what shows a moved time is kept by nobody', async () => {
  const kept = async () => json({}, 200, { 'cache-control': 'public, max-age=60' })
  expect((await ask(clockAhead(0), kept)).headers['cache-control']).toBe('public, max-age=60')
  expect((await ask(clockAhead(1000), kept)).headers['cache-control']).toBe('no-cache')
  expect((await ask(clockAhead(1000), async () => json({}))).headers['cache-control']).toBe('no-store')
})

test('a store that is out of reach is a refusal, and not an answer at the wrong time', async () => {
  const broken: SandboxClock = { ...clockAhead(0), look: async () => { throw new Error('away') } }
  expect(await ask(broken, async () => json({}))).toMatchObject({ statusCode: 500 })
})

afterEach(() => { vi.unstubAllEnvs() })

test.each([undefined, '', 'no', 'production', 'true'])('with the setting at %j a portal is no sandbox, goes by the real time and reads nothing', async (value) => {
  vi.stubEnv(ENV.sandbox, value)
  const send = vi.fn<() => never>(() => { throw new Error('a production portal has read its clock') })
  const time = portalTime({ client: { send }, table: 'x' } as unknown as Table)
  expect(isSandbox()).toBe(false)
  expect(await inTime(time, async (event: number) => event + 1)(1)).toBe(2)
  expect(send).not.toHaveBeenCalled()
  expect(Math.abs(time.clock().getTime() - Date.now())).toBeLessThan(1000)
})

test('with the setting a job looks at the clock before its event', async () => {
  vi.stubEnv(ENV.sandbox, 'yes')
  const send = vi.fn<() => Promise<unknown>>(async () => ({ Item: { aheadMs: 86_400_000 } }))
  const time = portalTime({ client: { send }, table: 'x' } as unknown as Table)
  const seen = await inTime(time, async () => time.clock().getTime() - Date.now())(undefined)
  expect(Math.round(seen / 1000)).toBe(86_400)
  expect(send).toHaveBeenCalledTimes(1)
})
