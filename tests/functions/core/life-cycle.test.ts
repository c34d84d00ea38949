import { beforeEach, describe, expect, it } from 'vitest'
import type { DossierStatus } from '../../../functions/core/dossier.ts'
import type { Command } from '../../../functions/core/command.ts'
import { isChain } from '../../../functions/core/events.ts'
import { handleDossier, type Deed } from '../../../functions/core/handle-dossier.ts'
import { ACTIONS, allowedActions, isFinal, LIFE_CYCLE, NATIONAL, nationalStatus, nextStatus } from '../../../functions/core/life-cycle.ts'
import { newDraft } from '../../../functions/core/new-draft.ts'
import { ConditionFailed } from '../../../functions/core/ports.ts'
import { relayAll } from '../../../functions/core/relay-outbox.ts'
import { submitDossier } from '../../../functions/core/submit-dossier.ts'
import { CODE, holder, makeWorld, RECORD, sample, type World } from './world.ts'

const STATES: readonly DossierStatus[] = [
  'draft', 'submitted', 'supplemented', 'received', 'refused', 'processing', 'awaiting-supplement', 'awaiting-clarification', 'awaiting-payment', 'withdrawn', 'stopped', 'done', 'returned',
]

describe('the table', () => {
  it('has no way out of a draft and of the four ends, and a way out of everything else', () => {
    const still = STATES.filter((state) => ACTIONS.every((action) => nextStatus(state, action, 'officer') === undefined && nextStatus(state, action, 'citizen') === undefined))
    expect(still).toEqual(['draft', 'refused', 'withdrawn', 'stopped', 'returned'])
    expect(STATES.filter(isFinal)).toEqual(['refused', 'withdrawn', 'stopped', 'returned'])
  })
  it('reaches every state but the draft from a submission', () => {
    const reached = new Set<DossierStatus>(['submitted'])
    for (const state of reached) for (const action of ACTIONS) for (const actor of ['citizen', 'officer'] as const) { const next = nextStatus(state, action, actor); if (next) reached.add(next) }
    expect([...reached].sort()).toEqual(STATES.filter((state) => state !== 'draft').sort())
  })
  it('shows all ten national statuses, and a draft none', () => {
    expect([...new Set(Object.values(NATIONAL))].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(nationalStatus('draft')).toBeUndefined()
  })
  it('lets nobody act for another: each action has one kind of actor, the system none', () => {
    for (const action of ACTIONS) {
      const { by }: { readonly by: readonly string[] } = LIFE_CYCLE[action]
      for (const state of STATES) for (const actor of ['citizen', 'officer', 'system'] as const) if (!by.includes(actor)) expect(nextStatus(state, action, actor)).toBeUndefined()
    }
    expect(STATES.flatMap((state) => allowedActions(state, 'system'))).toEqual([])
    expect(allowedActions('awaiting-supplement', 'citizen')).toEqual(['supplement'])
  })
})

let world: World
let id: string
beforeEach(async () => {
  world = await makeWorld()
  const mine = holder()
  id = mine.id
  await world.dossiers.create(newDraft({ ...mine, procedure: { code: CODE, version: 1 }, lang: 'vi', answers: { applicant: { fullName: 'Nguyễn Thị Ánh' }, child: { fullName: 'Lê Minh' } } }, world))
  await submitDossier(mine, world)
})

const ask: Command = { action: 'request-supplement', reason: 'Tên con chưa khớp giấy chứng sinh', fields: [{ pointer: '/child/fullName', reason: 'Chưa khớp' }], papers: [] }
const act = (command: Command, rest: Partial<Deed> = {}) => handleDossier(() => world.stored(id), { command, actor: 'officer', ...rest }, world)
const repromise = (dueAt: string): Command => ({ action: 'repromise', dueAt, reason: 'Chờ xác minh', apology: 'Xin lỗi ông/bà' })
const clarified = async (): Promise<void> => {
  await act(ask)
  await handleDossier(() => world.stored(id), { command: { action: 'supplement', changed: ['/child/fullName'], papers: [], contentHash: 'x' }, actor: 'citizen' }, world)
}

describe('an action', () => {
  it('is one write with its event, which tells both statuses; the chain holds after the relay', async () => {
    const before = await world.stored(id)
    const { event } = await act({ action: 'receive', note: 'đủ' }, { agent: 'i1' })
    const after = await world.stored(id)
    expect(after).toMatchObject({ status: 'received', revision: before.revision + 1, handling: { receivedAt: '2026-07-14T08:00:00+07:00' } })
    expect(event).toMatchObject({ type: 'dossier.receive', actor: 'officer', data: { from: 'submitted', to: 'received', national: 2, agent: 'i1', code: 'H26-260714-0001' } })
    await relayAll([id], world)
    expect(isChain(await world.dossiers.events(await world.stored(id)))).toBe(true)
  })
  it('that the table does not have is refused with what is allowed, and writes nothing', async () => {
    await expect(act({ action: 'finish', files: [] })).rejects.toMatchObject({ code: 'not-allowed', facts: { dossierStatus: 'submitted', allowed: ['receive', 'refuse', 'request-supplement', 'withdraw'] } })
    expect((await world.stored(id)).status).toBe('submitted')
  })
  it('of two workers is done once: the second hears that the dossier has moved on', async () => {
    const { revision } = await world.stored(id)
    const both = await Promise.allSettled([act({ action: 'receive' }, { expected: revision }), act({ action: 'refuse', reason: 'Sai nơi' }, { expected: revision })])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'precondition-failed', facts: { revision: revision + 1 } } })
  })
  it('repeated under its key gives the same event; another body under that key is refused', async () => {
    const first = await act({ action: 'receive' }, { key: 'k-1' })
    await relayAll([id], world)
    expect(await act({ action: 'receive' }, { key: 'k-1' })).toMatchObject({ repeated: true, event: first.event })
    await expect(act({ action: 'refuse', reason: 'x' }, { key: 'k-1' })).rejects.toMatchObject({ code: 'idempotency-conflict' })
  })
})

it('the same key of two systems means two actions', async () => {
  const received = await act({ action: 'receive' }, { key: 'k-1', agent: 'i1' })
  const noted = await act({ action: 'progress', note: 'x' }, { key: 'k-1', agent: 'i2' })
  expect([received.event.seq, noted.event.seq]).toEqual([2, 3])
  expect(await act({ action: 'receive' }, { key: 'k-1', agent: 'i1' })).toMatchObject({ repeated: true, event: received.event })
})

describe('an action whose write took effect and whose answer was lost', () => {
  /** The SDK sends again what it heard nothing of, and is told that the condition no longer holds. */
  const losing = () => world.with((store) => ({ save: async (dossier, expected) => { await store.save(dossier, expected); throw new ConditionFailed('lost') } }))
  it.each([['whatever the revision is', {}], ['on a revision', { expected: 3 }], ['under a key', { key: 'k-1', expected: 3 }]])('is one event, and no error: %s', async (_how, rest) => {
    await act({ action: 'receive' })
    const { event } = await handleDossier(() => world.stored(id), { command: { action: 'progress', note: 'x' }, actor: 'officer', ...rest }, losing())
    expect(event).toMatchObject({ seq: 3, type: 'dossier.progress' })
    expect(await world.stored(id)).toMatchObject({ revision: 4, lastEvent: { seq: 3 } })
  })
})

describe('the head', () => {
  it('is not filled beyond what the table takes: the field is named, nothing is written, and after the relay there is room again', async () => {
    const head = await world.stored(id)
    await world.dossiers.save({ ...head, answers: { applicant: { fullName: 'Ánh', note: 'x'.repeat(290 * 1024) }, child: { fullName: 'Minh' } }, revision: 3 }, 2)
    await act({ action: 'receive' })
    const progress = () => act({ action: 'progress', note: 'ế'.repeat(2000) })
    const full = async (): Promise<void> => { for (let count = 0; count < 40; count += 1) await progress() }
    await expect(full()).rejects.toMatchObject({ code: 'dossier-too-large', params: { field: '/note', limit: 379 } })
    const { revision } = await world.stored(id)
    await expect(progress()).rejects.toMatchObject({ code: 'dossier-too-large' })
    expect((await world.stored(id)).revision).toBe(revision)
    await relayAll([id], world)
    expect((await progress()).dossier.revision).toBe(revision + 1)
  })
})

describe('rules of law', () => {
  it('two supplements, not three, and the sentence names the law', async () => {
    await clarified()
    await clarified()
    await expect(act(ask)).rejects.toMatchObject({ code: 'too-many-supplements', params: { basis: 'NĐ 63/2010/NĐ-CP, Đ. 20.4' } })
    await expect(act({ action: 'finish', files: [] })).rejects.toMatchObject({ facts: { allowed: ['receive', 'refuse', 'withdraw'] } })
  })
  it.each([
    ['nothing', { fields: [], papers: [] }, 'pins-count'], ['a field that is not there', { fields: [{ pointer: '/child/age', reason: 'x' }], papers: [] }, 'pin-unknown'],
    ['a fieldset', { fields: [{ pointer: '/child', reason: 'x' }], papers: [] }, 'pin-unknown'], ['a paper that is not asked for', { fields: [], papers: [{ component: 'khac', reason: 'x' }] }, 'paper-not-open'],
    ['a field twice', { fields: [{ pointer: '/child/fullName', reason: 'x' }, { pointer: '/child/fullName', reason: 'y' }], papers: [] }, 'pin-twice'],
    ['until yesterday', { fields: [{ pointer: '/child/fullName', reason: 'x' }], papers: [], until: '2026-07-13' }, 'date-not-later'],
  ])('a request that the citizen cannot answer is none: %s', async (_what, pins, code) => {
    await expect(act({ action: 'request-supplement', reason: 'x', ...pins })).rejects.toMatchObject({ code })
  })
  it('nor one that would move the dossier to another agency', async () => {
    await world.publish(sample(2, { ...RECORD, agency: { ...RECORD.agency, chosenBy: '/child/fullName' } }).published)
    await world.dossiers.save({ ...(await world.stored(id)), procedure: { code: CODE, version: 2 }, revision: 3 }, 2)
    await expect(act(ask)).rejects.toMatchObject({ code: 'pin-agency', params: { pin: '/child/fullName' } })
  })
  it('the agency cannot refuse while the citizen still has time', async () => {
    await act({ ...ask, until: '2026-07-17' })
    await expect(act({ action: 'refuse', reason: 'Không bổ sung' })).rejects.toMatchObject({ code: 'still-waiting' })
    world.now = new Date('2026-07-18T08:00:00+07:00')
    expect((await act({ action: 'refuse', reason: 'Quá hạn bổ sung' })).dossier).toMatchObject({ status: 'refused', handling: { ended: { reason: 'Quá hạn bổ sung' } } })
  })
  it('nor stop it while it waits for a clarification; what is allowed does not name it', async () => {
    await act({ action: 'receive' })
    await act({ ...ask, until: '2026-07-17' } as Command)
    await expect(act({ action: 'stop', reason: 'Không bổ sung' })).rejects.toMatchObject({ code: 'still-waiting', facts: { allowed: ['withdraw'] } })
    world.now = new Date('2026-07-18T08:00:00+07:00')
    expect((await act({ action: 'stop', reason: 'Quá hạn bổ sung' })).dossier).toMatchObject({ status: 'stopped', handling: { ended: { reason: 'Quá hạn bổ sung' } } })
  })
  it('a later date is promised once, and must be later', async () => {
    await act({ action: 'receive' })
    await expect(act(repromise('2026-07-16T17:00:00+07:00'))).rejects.toMatchObject({ code: 'date-not-later' })
    expect((await act(repromise('2026-07-24T17:00:00+07:00'))).dossier.handling?.due?.dueAt).toBe('2026-07-24T17:00:00+07:00')
    await expect(act(repromise('2026-07-30T17:00:00+07:00'))).rejects.toMatchObject({ code: 'already-repromised' })
  })
  it('the clock begins anew with the supplement, by law; both counts are in the event', async () => {
    await act({ action: 'receive' })
    await act(ask)
    world.now = new Date('2026-07-16T09:00:00+07:00')
    const { event, dossier } = await handleDossier(() => world.stored(id), { command: { action: 'supplement', changed: [], papers: [], contentHash: 'x' }, actor: 'citizen' }, world)
    expect(event.data).toMatchObject({ clock: 'restart', previousDueAt: expect.stringContaining('2026-07-17'), dueByRestart: expect.stringContaining('2026-07-21'), dueByPause: expect.stringContaining('2026-07-21') })
    expect(dossier).toMatchObject({ status: 'processing', handling: { due: { dueAt: event.data['dueByRestart'] } } })
  })
  it('a procedure whose own law pauses the clock has it pause', async () => {
    await world.publish(sample(2, { ...RECORD, supplements: { clock: 'pause', most: 1, basis: 'Luật riêng, Đ. 5' } }).published)
    await world.dossiers.save({ ...(await world.stored(id)), procedure: { code: CODE, version: 2 }, revision: 3 }, 2)
    world.now = new Date('2026-07-15T09:00:00+07:00')
    await act(ask)
    world.now = new Date('2026-07-20T09:00:00+07:00')
    const { event } = await handleDossier(() => world.stored(id), { command: { action: 'supplement', changed: [], papers: [], contentHash: 'x' }, actor: 'citizen' }, world)
    expect(event.data).toMatchObject({ clock: 'pause', basis: 'Luật riêng, Đ. 5', dueAt: expect.stringContaining('2026-07-22'), dueByRestart: expect.stringContaining('2026-07-23') })
    await expect(act(ask)).rejects.toMatchObject({ code: 'too-many-supplements' })
  })
})
