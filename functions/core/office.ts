import type { Caller } from './api-keys.ts'
import type { Submitted } from './clock.ts'
import type { Deps } from './deps.ts'
import { AppError, refuseValue } from './errors.ts'
import { covers } from './integrator.ts'
import type { FeedEntry } from './ports.ts'
import { dossierOfCode } from './track-dossier.ts'

/** A dossier of the integrator's own agencies; another's is not there. */
export const openForOffice = async (code: string, { integrator }: Caller, deps: Pick<Deps, 'dossiers'>): Promise<Submitted> => {
  const dossier = await dossierOfCode(code, deps)
  if (!covers(integrator, { agency: dossier.submission.agency, procedure: dossier.procedure.code })) throw new AppError('dossier-not-found', { code: code.slice(0, 60) })
  return dossier
}

/** How far each agency's feed was read. */
type Positions = Readonly<Record<string, number>>

const writeCursor = (positions: Positions): string => Buffer.from(JSON.stringify(positions)).toString('base64url')

const readCursor = (text: string | undefined): Positions => {
  if (text === undefined) return {}
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const entries = Object.entries(read as object)
    if (entries.length <= 20 && entries.every(([, number]) => Number.isSafeInteger(number) && number >= 0)) return Object.fromEntries(entries) as Positions
  } catch { /* said below */ }
  return refuseValue('cursor', 'cursor')
}

export type FeedPage = { readonly entries: readonly FeedEntry[]; readonly cursor: string; readonly more: boolean }

const byTime = (a: FeedEntry, b: FeedEntry): number => Date.parse(a.event.at) - Date.parse(b.event.at)

/**
 * What has happened to the integrator's dossiers since a cursor. Each agency's feed is in order; where there are several they
 * are read in turn, oldest heads first. The cursor of the last page goes on from there: ask again later with it.
 */
export const readFeed = async ({ integrator }: Caller, { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number }, deps: Pick<Deps, 'dossiers'>): Promise<FeedPage> => {
  const positions: Record<string, number> = Object.fromEntries(integrator.agencies.map((agency) => [agency, readCursor(cursor)[agency] ?? 0]))
  const feeds = await Promise.all(integrator.agencies.map(async (agency) => [...(await deps.dossiers.feedAfter(agency, positions[agency] ?? 0, limit + 1))]))
  const taken: FeedEntry[] = []
  while (taken.length < limit) {
    const next = feeds.flatMap((feed) => feed[0] ?? []).sort(byTime)[0]
    if (!next) break
    feeds.find((feed) => feed[0] === next)?.shift()
    positions[next.agency] = next.number
    taken.push(next)
  }
  const entries = taken.filter(({ agency, procedure }) => covers(integrator, { agency, procedure }))
  return { entries, cursor: writeCursor(positions), more: feeds.some((feed) => feed.length > 0) }
}
