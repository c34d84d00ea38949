import { timingSafeEqual } from 'node:crypto'
import { hashOf } from './canonical.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'

/** Opens one file of one dossier until a time: an address that may stand in a browser's history, as the tracking key may not. */
export type FileGrant = { readonly until: string; readonly seal: string }

/** What stands in a grant for the dossier's filled form, which is no file until it is asked for. */
export const FILLED_FORM = 'to-khai'

/** The seal holds secrets of the head that no page shows together, so nobody else can make one, and no key of ours is needed. */
export const fileGrant = ({ id, tokenHash, submission }: Dossier, file: string, until: string): FileGrant =>
  ({ until, seal: hashOf({ id, file, until, tokenHash, key: submission?.trackingKey ?? '' }) })

/** In the same time wherever they differ: a seal must not be found byte by byte. */
const same = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** Refuses a grant that is over, or that is not for this file. */
const checkGrant = (dossier: Dossier, file: string, { until, seal }: FileGrant, now: Date): void => {
  if (!(Date.parse(until) > now.getTime()) || !same(fileGrant(dossier, file, until).seal, seal)) throw new AppError('file-not-found')
}

/** The dossier, for who was granted this file of it. */
export const openGranted = async ({ id, file, grant }: { readonly id: string; readonly file: string; readonly grant: FileGrant }, deps: Pick<Deps, 'dossiers' | 'clock'>): Promise<Dossier> => {
  const dossier = await deps.dossiers.find(id)
  if (!dossier) throw new AppError('file-not-found')
  checkGrant(dossier, file, grant, deps.clock())
  return dossier
}
