import { ConditionFailed, Unavailable, type DossierStore, type FeedEntry } from '../../core/ports.ts'
import { feedKey } from './keys.ts'
import { putNew, queryPart, type Item, type Table } from './table.ts'

/** Others add to the same feed: each loss is somebody else's entry, so a few dozen tries are a long wait. */
const TRIES = 40

const readEntry = ({ pk: _pk, sk: _sk, ...entry }: Item): FeedEntry => entry as FeedEntry

const newest = async (at: Table, agency: string): Promise<FeedEntry | undefined> => {
  const [item] = await queryPart(at, { pk: feedKey(agency, 0).pk, limit: 1, newestFirst: true })
  return item && readEntry(item)
}

/** The next free number is taken by being the first to write under it: no counter, and so no gap that a crash could leave. */
const appendOne = async (at: Table, entry: Omit<FeedEntry, 'number'>): Promise<void> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const last = await newest(at, entry.agency)
    // A repeat after a crash between this write and the next: the entry is there already.
    if (last?.event.id === entry.event.id) return
    const number = (last?.number ?? 0) + 1
    try {
      return await putNew(at, { ...entry, number, ...feedKey(entry.agency, number) })
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
    }
  }
  throw new Unavailable('the feed grows faster than this event can be added')
}

/** The agencies' feeds. */
export const dynamoFeed = (at: Table): Pick<DossierStore, 'appendToFeed' | 'feedAfter'> => ({
  appendToFeed: async ({ agency, procedure }, events) => { for (const event of events) await appendOne(at, { agency, procedure, event }) },
  feedAfter: async (agency, number, limit) => {
    const { pk, sk } = feedKey(agency, number)
    return (await queryPart(at, { pk, after: sk, limit })).map(readEntry)
  },
})
