import { beforeAll, expect, test } from 'vitest'
import { OFFICIAL_CALENDAR } from '../../../forms/calendar/official-calendar.ts'
import { manageSandbox, type SandboxRequest, type SandboxStore } from '../../../functions/core/manage-sandbox.ts'
import { movedTo, sandboxClock, SEEN_WITHIN_MS } from '../../../functions/core/sandbox-clock.ts'
import { makeWorld, type World } from './world.ts'

const REAL = new Date('2026-07-14T08:00:00+07:00')

const memory = (): SandboxStore & { readonly cleared: boolean[] } => {
  const cleared: boolean[] = []
  let ms = 0
  return {
    cleared, ahead: async () => ms, setAhead: async (next) => { ms = next }, files: async () => [],
    clear: async ({ all }) => { cleared.push(all); ms = 0; return { dossiers: 2, items: 9 } },
  }
}

let world: World
beforeAll(async () => { world = await makeWorld() })

const open = () => {
  const sandbox = memory()
  const { attachments } = world
  return { sandbox, ask: (request: SandboxRequest) => manageSandbox(request, { sandbox, attachments, wallClock: () => REAL }) }
}

test('the clock tells its time, moves to a time or by a span, forward only, and goes back to the real time', async () => {
  const { ask } = open()
  expect(await ask({ op: 'sandbox-clock' })).toEqual({ kind: 'sandbox-clock', now: '2026-07-14T08:00:00+07:00', real: '2026-07-14T08:00:00+07:00', aheadMs: 0, wentBack: false })
  expect(await ask({ op: 'sandbox-clock', to: '2026-12-24T08:00' })).toMatchObject({ now: '2026-12-24T08:00:00+07:00', aheadMs: 163 * 86_400_000 })
  expect(await ask({ op: 'sandbox-clock', by: '3d' })).toMatchObject({ now: '2026-12-27T08:00:00+07:00' })
  expect(await ask({ op: 'sandbox-clock', by: '90m' })).toMatchObject({ now: '2026-12-27T09:30:00+07:00' })
  for (const to of ['2026-12-27', '2026-12-27T09:30', '2026-07-20T08:00']) await expect(ask({ op: 'sandbox-clock', to })).rejects.toMatchObject({ code: 'clock-not-later', params: { now: '2026-12-27T09:30:00+07:00' } })
  expect(await ask({ op: 'sandbox-clock', back: true })).toMatchObject({ now: '2026-07-14T08:00:00+07:00', aheadMs: 0, wentBack: true })
})

test('beyond the last year whose days off are decided it moves, and says until when they are', async () => {
  const { ask } = open()
  const { approvedUntil: last } = OFFICIAL_CALENDAR
  expect(await ask({ op: 'sandbox-clock', to: `${last}-12-31T23:59` })).not.toHaveProperty('calendarUntil')
  expect(await ask({ op: 'sandbox-clock', to: `${last + 1}-01-01` })).toMatchObject({ now: `${last + 1}-01-01T00:00:00+07:00`, calendarUntil: last })
})

test.each([
  { to: '2026-02-30' }, { to: 'tomorrow' }, { to: '' }, { to: '2026-12-24T25:00' }, { to: '2026-12-24T8' }, { to: '24/12/2026' }, { to: '2076-01-01' },
  { by: '3' }, { by: '-3d' }, { by: '0d' }, { by: '3 days' }, { by: '99999w' }, { to: '2026-12-24', by: '3d' }, { by: '3d', back: true },
])('%j is refused, and the clock stays', async (given) => {
  const { ask, sandbox } = open()
  await expect(ask({ op: 'sandbox-clock', ...given })).rejects.toMatchObject({ code: 'value-wrong' })
  expect(await sandbox.ahead()).toBe(0)
})

test.each<SandboxRequest>([{ op: 'sandbox-clock' }, { op: 'sandbox-clock', by: '3d' }, { op: 'sandbox-clock', back: true }, { op: 'sandbox-reset', all: true }])('a portal that is no sandbox refuses %j', async (request) => {
  await expect(manageSandbox(request, { attachments: world.attachments, wallClock: () => REAL })).rejects.toMatchObject({ code: 'sandbox-only' })
})

test('a reset keeps integrators unless all is asked for', async () => {
  const { ask, sandbox } = open()
  expect(await ask({ op: 'sandbox-reset' })).toEqual({ kind: 'sandbox-reset', removed: { dossiers: 2, files: 0, items: 9 } })
  await ask({ op: 'sandbox-reset', all: true })
  expect(sandbox.cleared).toEqual([false, true])
})

test('a function reads the move at most once in seconds, and not in the midst of an event', async () => {
  const store = { reads: 0, ms: 0, ahead: async () => { store.reads += 1; return store.ms } }
  let real = REAL.getTime()
  const clock = sandboxClock(store, { real: () => new Date(real) })
  await clock.look()
  store.ms = 86_400_000
  await clock.look()
  expect([store.reads, clock.now(), movedTo(clock)]).toEqual([1, REAL, undefined])
  real += SEEN_WITHIN_MS
  expect(clock.ahead()).toBe(0)
  await clock.look()
  expect([store.reads, movedTo(clock)]).toEqual([2, '2026-07-15T08:00:03+07:00'])
})
