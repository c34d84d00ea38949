import { beforeEach, describe, expect, it } from 'vitest'
import { createDossier, type OneShot } from '../../../functions/core/create-dossier.ts'
import { isChain } from '../../../functions/core/events.ts'
import { newDraft } from '../../../functions/core/new-draft.ts'
import { relayAll, sweepOutbox } from '../../../functions/core/relay-outbox.ts'
import { savePage } from '../../../functions/core/save-section.ts'
import { submitDossier } from '../../../functions/core/submit-dossier.ts'
import { trackDossier } from '../../../functions/core/track-dossier.ts'
import type { Answers } from '../../../forms/index.ts'
import { CODE, holder, makeWorld, sample, type World } from './world.ts'

let world: World
beforeEach(async () => { world = await makeWorld() })

const VALID: Answers = { applicant: { fullName: 'Nguyễn Thị Ánh' }, child: { fullName: 'Lê Minh' } }
const drafted = async (answers: Answers = VALID): Promise<{ id: string; token: string }> => {
  const mine = holder()
  await world.dossiers.create(newDraft({ ...mine, procedure: { code: CODE, version: 1 }, lang: 'vi', answers }, world))
  return mine
}
const receipt = async (mine: { id: string; token: string }): Promise<NonNullable<Awaited<ReturnType<World['stored']>>['submission']>> => {
  const done = await submitDossier(mine, world)
  if (done.kind !== 'submitted' || !done.dossier.submission) throw new Error('not submitted')
  return done.dossier.submission
}

describe('submit', () => {
  it('makes the draft a dossier: code of the day, key, due date with its reasons, event, and no end of life', async () => {
    const mine = await drafted()
    const submission = await receipt(mine)
    expect(submission).toMatchObject({ code: 'H26-260714-0001', submittedAt: '2026-07-14T08:00:00+07:00', agency: 'H26', due: { limit: { amount: 3, unit: 'workingDays' } } })
    expect(submission.trackingKey).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(submission.due.dueAt.slice(0, 10)).toBe('2026-07-17')
    const stored = await world.stored(mine.id)
    expect({ status: stored.status, expiresAt: stored.expiresAt, told: stored.outbox.map(({ type }) => type) }).toEqual({ status: 'submitted', expiresAt: undefined, told: ['dossier.submitted'] })
  })
  it('tells the world no answer', async () => {
    const mine = await drafted()
    await receipt(mine)
    expect(JSON.stringify((await world.stored(mine.id)).outbox)).not.toContain('Ánh')
  })
  it('gives a repeat, and each of five clicks at once, the same receipt', async () => {
    const mine = await drafted()
    const clicks = await Promise.all(Array.from({ length: 5 }, () => receipt(mine)))
    expect(new Set([...clicks, await receipt(mine)].map((one) => JSON.stringify(one))).size).toBe(1)
  })
  it('counts on within a day and begins anew on the next, by the Vietnamese calendar', async () => {
    expect((await receipt(await drafted())).code).toBe('H26-260714-0001')
    expect((await receipt(await drafted())).code).toBe('H26-260714-0002')
    world.now = new Date('2026-07-14T17:30:00Z')
    expect((await receipt(await drafted())).code).toBe('H26-260715-0001')
  })
  it('writes nothing when the whole is not valid, and names each field', async () => {
    const mine = await drafted({ applicant: { fullName: 'Ánh' } })
    const refused = await submitDossier(mine, world)
    expect(refused.kind === 'invalid' && refused.issues.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining([expect.stringMatching(/^\/child/)]))
    expect((await world.stored(mine.id)).revision).toBe(1)
    expect(await world.dossiers.nextNumber('H26', '260714')).toBe(1)
  })
  it('says when a newer version was published, and holds the draft to its own', async () => {
    const mine = await drafted({})
    await world.publish(sample(2).published)
    expect(await submitDossier(mine, world)).toMatchObject({ kind: 'invalid', newerVersion: 2 })
  })
  it('submits what another tab saved in the last moment', async () => {
    const mine = await drafted()
    let raced = false
    const deps = world.with((store) => ({ save: async (dossier, expected) => {
      if (!raced) { raced = true; await savePage({ ...mine, section: 'child', entries: [['child.fullName', 'Lê Anh'], ['_intent', 'next']] }, world) }
      await store.save(dossier, expected)
    } }))
    const done = await submitDossier(mine, deps)
    expect(done.kind === 'submitted' && done.dossier.answers['child']).toEqual({ fullName: 'Lê Anh' })
  })
  it('refuses pages of what has been submitted, with the way to the receipt', async () => {
    const mine = await drafted()
    await receipt(mine)
    await expect(savePage({ ...mine, section: 'child', entries: [] }, world)).rejects.toMatchObject({ code: 'already-submitted', params: { id: mine.id } })
  })
  it('stops for a file that cannot be used, not for one that is still being checked', async () => {
    const mine = await drafted()
    const file = { id: 'a', component: 'giay', fileName: 'a.pdf', type: 'application/pdf', bytes: 1, sha256: '', quarantineKey: 'q', addedAt: '2026-07-14T07:59:00+07:00' }
    const before = await world.stored(mine.id)
    await world.dossiers.save({ ...before, revision: 2, attachments: [{ ...file, state: 'infected' }] }, 1)
    expect(await submitDossier(mine, world)).toMatchObject({ kind: 'invalid', issues: [{ pointer: '/papers/giay' }] })
    await world.dossiers.save({ ...before, revision: 3, attachments: [{ ...file, state: 'scanning' }] }, 2)
    expect((await submitDossier(mine, world)).kind).toBe('submitted')
  })
})

describe('one call', () => {
  const call = (given: Partial<OneShot> = {}): OneShot => ({ code: CODE, idempotencyKey: 'order-2026-000001', answers: VALID, lang: 'vi', ...given })
  it('creates once for a key, and gives each repeat the same receipt', async () => {
    const all = await Promise.all([createDossier(call(), world), createDossier(call(), world), createDossier(call(), world)])
    const again = await createDossier(call(), world)
    const receipts = [...all, again].map((one) => (one.kind === 'invalid' ? '' : JSON.stringify(one.dossier.submission)))
    expect(new Set(receipts).size).toBe(1)
    expect(all.filter(({ kind }) => kind === 'created')).toHaveLength(1)
    expect(again.kind).toBe('repeated')
  })
  it('refuses another body under the same key, and a call without a usable one', async () => {
    await createDossier(call(), world)
    await expect(createDossier(call({ answers: { ...VALID, child: { fullName: 'Khác' } } }), world)).rejects.toMatchObject({ code: 'idempotency-conflict' })
    await expect(createDossier(call({ idempotencyKey: '' }), world)).rejects.toMatchObject({ code: 'idempotency-key-missing' })
  })
  it('stores nothing for invalid answers, and the key stays free', async () => {
    expect(await createDossier(call({ answers: {} }), world)).toMatchObject({ kind: 'invalid' })
    expect((await createDossier(call(), world)).kind).toBe('created')
  })
})

describe('tracking', () => {
  it('shows code and percent alone without the key, as the law has it', async () => {
    const { code } = await receipt(await drafted())
    const written = [` ${code.toLowerCase()} `, code.replaceAll('-', ' '), code.replaceAll('-', ' - '), code.replaceAll('-', '–')]
    for (const typed of written) expect(await trackDossier({ code: typed }, world), typed).toEqual({ kind: 'brief', code, percent: 10 })
  })
  it('shows status, timeline and due date with the key, each event once before and after the relay, and never the answers', async () => {
    const mine = await drafted()
    const { code, trackingKey } = await receipt(mine)
    const key = `${trackingKey.slice(0, 4).toLowerCase()} ${trackingKey.slice(4)}`
    const before = await trackDossier({ code, key }, world)
    await relayAll([mine.id], world)
    const after = await trackDossier({ code, key }, world)
    expect(before).toEqual(after)
    expect(after).toMatchObject({ kind: 'full', status: 'submitted', timeline: [{ type: 'dossier.submitted' }] })
    expect(JSON.stringify(after)).not.toContain('Ánh')
  })
  it('refuses a wrong key and an unknown code', async () => {
    const { code } = await receipt(await drafted())
    await expect(trackDossier({ code, key: 'AAAAAAAA' }, world)).rejects.toMatchObject({ code: 'tracking-wrong' })
    await expect(trackDossier({ code: 'H26-260714-9999' }, world)).rejects.toMatchObject({ code: 'dossier-not-found' })
  })
  it('shows nothing under a code that a crashed submit has left behind', async () => {
    const mine = await drafted()
    await world.dossiers.claimCode('H26-260714-0099', mine.id)
    await receipt(mine)
    await expect(trackDossier({ code: 'H26-260714-0099' }, world)).rejects.toMatchObject({ code: 'dossier-not-found' })
  })
})

describe('the relay', () => {
  it('moves events into a chain once, and finds nothing the second time', async () => {
    const mine = await drafted()
    await receipt(mine)
    expect(await relayAll([mine.id], world)).toEqual({ events: 1, failed: [] })
    expect(await relayAll([mine.id], world)).toEqual({ events: 0, failed: [] })
    const events = await world.dossiers.events(await world.stored(mine.id))
    expect(isChain(events)).toBe(true)
    expect(isChain(events.map((event) => ({ ...event, at: '2026-07-15T00:00:00+07:00' })))).toBe(false)
    expect((await world.stored(mine.id)).outbox).toEqual([])
  })
  it('goes on with the others when one cannot be told of, and tells of none twice', async () => {
    const [bad, good] = [await drafted(), await drafted()]
    await receipt(bad)
    await receipt(good)
    const { submission } = await world.stored(good.id)
    const relayed = await relayAll([bad.id, good.id], world.with((store) => ({ appendToFeed: async (about, events) => { if (events.some(({ dossierId }) => dossierId === bad.id)) throw new Error('bad'); return store.appendToFeed(about, events) } })))
    expect({ events: relayed.events, failed: relayed.failed.map(({ id }) => id) }).toEqual({ events: 1, failed: [bad.id] })
    expect((await world.dossiers.feedAfter(submission?.agency ?? '', 0, 10)).map(({ event }) => event.dossierId)).toEqual([good.id])
    expect((await world.stored(bad.id)).outbox).toHaveLength(1)
  })
  it('goes on with the others when one dossier fails', async () => {
    const [bad, good] = [await drafted(), await drafted()]
    await receipt(bad)
    await receipt(good)
    const swept = await sweepOutbox(10, world.with((store) => ({ clearOutbox: async (read, numbers) => { if (read.id === bad.id) throw new Error('bad'); await store.clearOutbox(read, numbers) } })))
    expect({ events: swept.events, failed: swept.failed.map(({ id }) => id) }).toEqual({ events: 1, failed: [bad.id] })
  })
})
