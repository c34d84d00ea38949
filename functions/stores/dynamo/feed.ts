import type { Dossier, DossierEvent } from '../../core/dossier.ts'
import { ConditionFailed, Unavailable, type DossierStore, type FeedEntry, type FeedNumbers } from '../../core/ports.ts'
import { feedKey } from './keys.ts'
import { getItems, putNew, queryPart, type Item, type Table } from './table.ts'

/** Others add to the same feed: each loss is somebody else's entry, so a few dozen tries are a long wait. */
const TRIES = 40

const readEntry = ({ pk: _pk, sk: _sk, ...entry }: Item): FeedEntry => entry as FeedEntry

const newest = async (at: Table, agency: string, limit: number): Promise<readonly FeedEntry[]> =>
  (await queryPart(at, { pk: feedKey(agency, 0).pk, limit, newestFirst: true })).map(readEntry)

/** The next free number is taken by being the first to write under it: no counter, and so no gap that a crash could leave. Resolves to the number taken. */
const appendOne = async (at: Table, entry: Omit<FeedEntry, 'number'>, behind: number): Promise<number> => {
  let number = behind + 1
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      await putNew(at, { ...entry, number, ...feedKey(entry.agency, number) })
      return number
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
    const [last] = await newest(at, entry.agency, 1)
    // The SDK repeats a write whose answer was lost: what stands there is our own.
    if (last?.event.id === entry.event.id) return last.number
    number = (last?.number ?? 0) + 1
  }
  throw new Unavailable('the feed grows faster than this event can be added')
}

/** One look at the end of the feed for all of them: where to go on, and what a run that broke off has left there already. */
const appendAll = async (at: Table, entries: readonly Omit<FeedEntry, 'number'>[]): Promise<FeedNumbers> => {
  const recent = entries[0] ? await newest(at, entries[0].agency, entries.length) : []
  const numbers = new Map(recent.toReversed().map(({ event, number }) => [event.id, number]))
  let last = recent[0]?.number ?? 0
  for (const entry of entries) {
    if (numbers.has(entry.event.id)) continue
    last = await appendOne(at, entry, last)
    numbers.set(entry.event.id, last)
  }
  return numbers
}

/** Where a dossier's events stand, one entry each. */
const eventsOf = async (at: Table, { submission, relayed }: Pick<Dossier, 'submission' | 'relayed'>): Promise<readonly DossierEvent[]> => {
  if (!submission || relayed.length === 0) return []
  const entries = (await getItems(at, relayed.map((number) => feedKey(submission.agency, number)))).map(readEntry)
  if (entries.length < relayed.length) throw new Error(`the feed of ${submission.agency} has lost an entry`)
  return entries.map(({ event }) => event).sort((a, b) => a.seq - b.seq)
}

/** The agencies' feeds. */
export const dynamoFeed = (at: Table): Pick<DossierStore, 'appendToFeed' | 'feedAfter' | 'events'> => ({
  events: (dossier) => eventsOf(at, dossier),
  appendToFeed: (about, events) => appendAll(at, events.map((event) => ({ ...about, event }))),
  feedAfter: async (agency, number, limit) => {
    const { pk, sk } = feedKey(agency, number)
    return (await queryPart(at, { pk, after: sk, limit })).map(readEntry)
  },
})
