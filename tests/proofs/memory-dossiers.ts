import type { Dossier } from '../../functions/core/dossier.ts'
import { ConditionFailed, type DossierStore, type FeedEntry } from '../../functions/core/ports.ts'

/** The four kinds of item, as text: nobody can change what is stored by holding on to an object. */
type Memory = {
  readonly heads: Map<string, string>
  readonly waiting: Set<string>
  readonly codes: Map<string, string>
  readonly counters: Map<string, number>
  readonly feeds: Map<string, string[]>
}

const readHead = (memory: Memory, id: string): Dossier | undefined => {
  const text = memory.heads.get(id)
  return text === undefined ? undefined : JSON.parse(text) as Dossier
}

const write = (memory: Memory, dossier: Dossier): void => {
  memory.heads.set(dossier.id, JSON.stringify(dossier))
  if (dossier.outbox.length > 0) memory.waiting.add(dossier.id)
  else memory.waiting.delete(dossier.id)
}
const refuse = (): never => { throw new ConditionFailed('the condition did not hold') }

const codeMethods = (memory: Memory): Pick<DossierStore, 'nextNumber' | 'claimCode' | 'idOfCode'> => ({
  nextNumber: async (agency, day) => {
    const number = (memory.counters.get(`${agency}#${day}`) ?? 0) + 1
    memory.counters.set(`${agency}#${day}`, number)
    return number
  },
  claimCode: async (code, id) => {
    if ((memory.codes.get(code) ?? id) !== id) refuse()
    memory.codes.set(code, id)
  },
  idOfCode: async (code) => memory.codes.get(code),
})

const outboxMethods = (memory: Memory): Pick<DossierStore, 'withOutbox' | 'clearOutbox'> => ({
  withOutbox: async (limit) => {
    const waiting = [...memory.waiting].flatMap((id) => readHead(memory, id) ?? [])
    return waiting.sort((a, b) => ((a.outbox[0]?.at ?? '') < (b.outbox[0]?.at ?? '') ? -1 : 1)).slice(0, limit).map(({ id }) => id)
  },
  clearOutbox: async (read, numbers) => {
    const dossier = readHead(memory, read.id)
    const unknown = dossier?.outbox.findIndex(({ id }) => !numbers.has(id)) ?? 0
    const count = unknown < 0 ? dossier?.outbox.length ?? 0 : unknown
    if (dossier && count > 0) write(memory, { ...dossier, relayed: [...dossier.relayed, ...dossier.outbox.slice(0, count).map(({ id }) => numbers.get(id) ?? 0)], outbox: dossier.outbox.slice(count) })
  },
})

const feedMethods = (memory: Memory): Pick<DossierStore, 'appendToFeed' | 'feedAfter' | 'events'> => ({
  appendToFeed: async ({ agency, procedure }, events) => {
    const feed = memory.feeds.get(agency) ?? []
    memory.feeds.set(agency, feed)
    const numbers = new Map(feed.slice(-events.length).map((text) => JSON.parse(text) as FeedEntry).map(({ event, number }) => [event.id, number]))
    for (const event of events.filter(({ id }) => !numbers.has(id))) numbers.set(event.id, feed.push(JSON.stringify({ number: feed.length + 1, agency, procedure, event })))
    return numbers
  },
  events: async ({ submission, relayed }) => relayed.map((number) => {
    const text = memory.feeds.get(submission?.agency ?? '')?.[number - 1]
    if (text === undefined) throw new Error('the feed has lost an entry')
    return (JSON.parse(text) as FeedEntry).event
  }),
  feedAfter: async (agency, number, limit) => (memory.feeds.get(agency) ?? []).slice(number, number + limit).map((text) => JSON.parse(text) as FeedEntry),
})

/**
 * The DossierStore that the crash simulation runs on: one process, each call atomic, the conditions of the real table.
 * It is held against the same contract suite as the DynamoDB store, so that what it proves is about that one.
 */
export const memoryDossierStore = (): DossierStore => {
  const memory: Memory = { heads: new Map(), waiting: new Set(), codes: new Map(), counters: new Map(), feeds: new Map() }
  return {
    ...codeMethods(memory), ...outboxMethods(memory), ...feedMethods(memory),
    find: async (id) => readHead(memory, id),
    findWaiting: async (ids) => ids.flatMap((id) => readHead(memory, id) ?? []).filter(({ outbox }) => outbox.length > 0).map(({ id, procedure, submission, relayed, outbox }) => ({ id, procedure, relayed, outbox, ...(submission && { submission }) })),
    create: async (dossier) => { if (memory.heads.has(dossier.id)) refuse(); write(memory, dossier) },
    save: async (dossier, expected) => { if (readHead(memory, dossier.id)?.revision !== expected) refuse(); write(memory, dossier) },
  }
}
