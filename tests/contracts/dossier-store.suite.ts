import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkAnswersSize } from '../../functions/core/answers-size.ts'
import { ATTACHMENTS_LIMIT } from '../../functions/core/attachment-rules.ts'
import { canonicalJson } from '../../functions/core/canonical.ts'
import { tell } from '../../functions/core/events.ts'
import { ConditionFailed, type DossierStore } from '../../functions/core/ports.ts'
import { AT, attachment, draft, telling, waitingAt } from './samples.ts'

/** What every DossierStore promises; `make` gives an empty one. */
export const dossierStoreSuite = (name: string, make: () => Promise<DossierStore>): void => { describe(`DossierStore on ${name}`, () => {
  let store: DossierStore
  beforeAll(async () => { store = await make() })
  headSuite(() => store)
  codeSuite(() => store)
  outboxSuite(() => store)
  feedSuite(() => store)
}) }

const headSuite = (store: () => DossierStore): void => {
  it('finds nothing under an unknown id', async () => {
    expect(await store().find(randomUUID())).toBeUndefined()
  })
  it('gives back exactly what was created, empty strings, empty lists and Vietnamese included', async () => {
    const dossier = telling(draft(), 1)
    await store().create(dossier)
    expect(await store().find(dossier.id)).toEqual(dossier)
  })
  it.each([
    ['one long text', { a: { text: 'ế'.repeat(102_000) } }], ['a list of small numbers', { a: { list: Array.from({ length: 60_000 }, () => 7) } }],
    ['many short words', { a: { list: Array.from({ length: 38_000 }, () => 'từ') } }],
  ])('holds the largest answers that are let in, with all attachments: %s', async (_what, answers) => {
    checkAnswersSize(answers)
    const dossier = telling(draft({ answers, attachments: Array.from({ length: ATTACHMENTS_LIMIT }, () => attachment({ fileName: 'ế'.repeat(120) })) }), 2)
    await store().create(dossier)
    expect(canonicalJson(await store().find(dossier.id)) === canonicalJson(dossier)).toBe(true)
  }, 120_000)
  it('creates an id once', async () => {
    const dossier = draft()
    await store().create(dossier)
    await expect(store().create({ ...dossier, lang: 'en' })).rejects.toBeInstanceOf(ConditionFailed)
    expect((await store().find(dossier.id))?.lang).toBe('vi')
  })
  it('saves over the revision that it expects, and only then', async () => {
    const dossier = draft()
    await store().create(dossier)
    const { expiresAt: _gone, ...submitted } = { ...dossier, revision: 2, status: 'submitted' as const }
    await store().save(submitted, 1)
    await expect(store().save({ ...dossier, revision: 2, lang: 'en' }, 1)).rejects.toBeInstanceOf(ConditionFailed)
    expect(await store().find(dossier.id)).toEqual(submitted)
  })
  it('refuses to save what was never created', async () => {
    await expect(store().save(draft({ revision: 2 }), 1)).rejects.toBeInstanceOf(ConditionFailed)
  })
  it('lets exactly one of many concurrent saves win', async () => {
    const dossier = draft()
    await store().create(dossier)
    const saves = await Promise.allSettled(Array.from({ length: 12 }, (_none, index) => store().save({ ...dossier, revision: 2, resumeCode: `TRY${index}` }, 1)))
    const winners = saves.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
    expect(winners).toHaveLength(1)
    expect((await store().find(dossier.id))?.resumeCode).toBe(`TRY${winners[0]}`)
  })
}

const codeSuite = (store: () => DossierStore): void => {
  it('counts from 1 for each agency and day, and never repeats under concurrency', async () => {
    const agency = `H${randomUUID()}`
    const numbers = await Promise.all(Array.from({ length: 25 }, () => store().nextNumber(agency, '260714')))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_none, index) => index + 1))
    expect(await store().nextNumber(agency, '260715')).toBe(1)
  })
  it('gives a code to the first that claims it, again to the same, never to another', async () => {
    const [code, id] = [randomUUID(), randomUUID()]
    expect(await store().idOfCode(code)).toBeUndefined()
    await store().claimCode(code, id)
    await store().claimCode(code, id)
    await expect(store().claimCode(code, randomUUID())).rejects.toBeInstanceOf(ConditionFailed)
    expect(await store().idOfCode(code)).toBe(id)
  })
}

const outboxSuite = (store: () => DossierStore): void => {
  it('lists dossiers with waiting events, oldest first, up to the limit, and no others', async () => {
    const quiet = draft()
    const waiting = Array.from({ length: 12 }, (_none, hour) => telling(draft(), 1, new Date(AT.getTime() - (hour + 1) * 3_600_000)))
    for (const dossier of [quiet, ...waiting]) await store().create(dossier)
    const ids = await store().withOutbox(1_000)
    expect(ids).not.toContain(quiet.id)
    expect(ids.filter((id) => waiting.some((dossier) => dossier.id === id))).toEqual(waiting.map(({ id }) => id).toReversed())
    expect(await store().withOutbox(3)).toEqual(ids.slice(0, 3))
  })
  it('clears the outbox that was read, keeps what came later, and does not touch the revision', async () => {
    const dossier = telling(draft(), 3)
    const numbers = new Map(dossier.outbox.map(({ id }, index) => [id, 7 + index]))
    await store().create(dossier)
    await store().clearOutbox({ ...dossier, outbox: dossier.outbox.slice(0, 2) }, new Map([...numbers].slice(0, 2)))
    expect(await store().find(dossier.id)).toEqual({ ...dossier, relayed: [7, 8], outbox: dossier.outbox.slice(2) })
    expect(await store().withOutbox(1_000)).toContain(dossier.id)
    await store().clearOutbox(dossier, numbers)
    await store().clearOutbox(dossier, numbers)
    expect(await store().find(dossier.id)).toEqual({ ...dossier, relayed: [7, 8, 9], outbox: [] })
    expect(await store().withOutbox(1_000)).not.toContain(dossier.id)
  })
  it('leaves what a save brought back, and what it does not know the number of', async () => {
    const dossier = telling(draft(), 3)
    await store().create(dossier)
    const later = { ...dossier, relayed: [1], outbox: dossier.outbox.slice(1) }
    await store().clearOutbox(later, new Map(later.outbox.map(({ id }, index) => [id, 2 + index])))
    expect(await store().find(dossier.id)).toEqual(dossier)
    await store().clearOutbox(dossier, new Map([[dossier.outbox[0]?.id ?? '', 4], [dossier.outbox[2]?.id ?? '', 6]]))
    expect(await store().find(dossier.id)).toEqual({ ...dossier, relayed: [4], outbox: dossier.outbox.slice(1) })
  })
  it('finds those that wait at once, in the order asked for, without what they were told; passes over the others', async () => {
    const dossiers = Array.from({ length: 130 }, (_none, index) => waitingAt('H26', index % 13 === 0 ? 0 : 1))
    for (const dossier of dossiers) await store().create(dossier)
    const asked = [randomUUID(), ...dossiers.map(({ id }) => id).toReversed()]
    const waiting = dossiers.filter(({ outbox }) => outbox.length > 0).toReversed()
    expect(await store().findWaiting(asked)).toEqual(waiting.map(({ id, procedure, submission, relayed, outbox }) => ({ id, procedure, submission, relayed, outbox })))
    expect(await store().findWaiting([])).toEqual([])
  })
  it('clears nothing of a dossier that is not there', async () => {
    const dossier = telling(draft(), 1)
    await expect(store().clearOutbox(dossier, new Map([[dossier.outbox[0]?.id ?? '', 1]]))).resolves.toBeUndefined()
  })
  it('lists a dossier again once a save brings it a new event', async () => {
    const dossier = draft()
    await store().create(dossier)
    await store().save({ ...telling(dossier, 1), revision: 2 }, 1)
    expect(await store().withOutbox(1_000)).toContain(dossier.id)
  })
}

const feedSuite = (store: () => DossierStore): void => {
  const about = (): { readonly agency: string; readonly procedure: string } => ({ agency: `H${randomUUID()}`, procedure: '1.001193' })
  it('has an agency\'s events in order, from any number on, and no other agency\'s', async () => {
    const [mine, other] = [about(), about()]
    const { outbox } = telling(draft(), 4)
    await store().appendToFeed(mine, outbox.slice(0, 3))
    await store().appendToFeed(other, outbox.slice(3))
    expect(await store().feedAfter(mine.agency, 0, 100)).toEqual(outbox.slice(0, 3).map((event, index) => ({ ...mine, number: index + 1, event })))
    expect((await store().feedAfter(mine.agency, 1, 1)).map(({ number }) => number)).toEqual([2])
    expect(await store().feedAfter(mine.agency, 3, 100)).toEqual([])
    expect(await store().feedAfter('nobody', 0, 100)).toEqual([])
  })
  it('gives as many as were asked for, though a page of the table ends at a megabyte', async () => {
    const mine = about()
    let dossier = draft()
    for (let seq = 0; seq < 6; seq += 1) dossier = tell(dossier, { type: 'dossier.progress', actor: 'officer', data: { note: 'x'.repeat(300_000) }, at: new Date('2026-07-14T08:00:00+07:00') })
    await store().appendToFeed(mine, dossier.outbox)
    expect((await store().feedAfter(mine.agency, 0, 6)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect((await store().feedAfter(mine.agency, 0, 5)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })
  it('has a dossier\'s own events where its head says, in order, whoever else is in the feed', async () => {
    const mine = about()
    const [dossier, other] = [waitingAt(mine.agency, 25), waitingAt(mine.agency, 1)]
    await store().create(dossier)
    const early = await store().appendToFeed(mine, dossier.outbox.slice(0, 9))
    await store().appendToFeed(mine, other.outbox)
    const numbers = await store().appendToFeed(mine, dossier.outbox.slice(9))
    await store().clearOutbox(dossier, new Map([...early, ...numbers]))
    const head = await store().find(dossier.id)
    expect(head).toEqual({ ...dossier, relayed: [1, 2, 3, 4, 5, 6, 7, 8, 9, ...Array.from({ length: 16 }, (_none, index) => index + 11)], outbox: [] })
    expect(await store().events(head ?? dossier)).toEqual(dossier.outbox)
    expect(await store().events(dossier)).toEqual([])
    expect(await store().events(draft())).toEqual([])
  })
  it('says so where an entry is missing, and does not pass off the rest as the whole', async () => {
    await expect(store().events({ ...waitingAt(about().agency, 0), relayed: [1] })).rejects.toThrow('lost an entry')
  })
  it('knows what it has just been told again', async () => {
    const mine = about()
    const { outbox } = telling(draft(), 3)
    await store().appendToFeed(mine, outbox.slice(0, 2))
    expect([...await store().appendToFeed(mine, outbox)].sort(([, a], [, b]) => a - b)).toEqual(outbox.map(({ id }, index) => [id, index + 1]))
    expect((await store().feedAfter(mine.agency, 0, 100)).map(({ event }) => event)).toEqual(outbox)
  })
  it('gives numbers without a gap, and loses nothing, while many add at once', async () => {
    const mine = about()
    const dossiers = Array.from({ length: 6 }, () => telling(draft(), 3))
    await Promise.all(dossiers.map(({ outbox }) => store().appendToFeed(mine, outbox)))
    const feed = await store().feedAfter(mine.agency, 0, 100)
    expect(feed.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_none, index) => index + 1))
    for (const { id, outbox } of dossiers) expect(feed.filter(({ event }) => event.dossierId === id).map(({ event }) => event)).toEqual(outbox)
  })
}
