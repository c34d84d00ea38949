import { isCivilDate } from '../../forms/calendar/civil-time.ts'
import { isApproved, OFFICIAL_CALENDAR } from '../../forms/calendar/official-calendar.ts'
import { civilDate, civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import type { Attachment } from './dossier.ts'
import { AppError, refuseValue } from './errors.ts'
import type { Clock } from './ports.ts'
import type { ClockStore } from './sandbox-clock.ts'

/** What was removed: dossiers with their drafts, their files, and all items of the table together. */
export type Removed = { readonly dossiers: number; readonly files: number; readonly items: number }

/** What only the operator of a sandbox may touch. */
export type SandboxStore = ClockStore & {
  /** Files of all drafts and dossiers. */
  readonly files: () => Promise<readonly Attachment[]>
  /** Removes all that people and agencies have brought in; published procedures stay, and unless `all` integrators, their keys and webhooks. */
  readonly clear: (options: { readonly all: boolean }) => Promise<Omit<Removed, 'files'>>
}

/** What an operator may ask of a sandbox; `dvc sandbox` writes it. `to`: `2026-12-24T08:00` in Vietnam; `by`: `3d`, `5h`, `30m`, `2w`. */
export type SandboxRequest =
  | { readonly op: 'sandbox-clock'; readonly to?: string; readonly by?: string; readonly back?: boolean }
  | { readonly op: 'sandbox-reset'; readonly all?: boolean }

export type SandboxAnswer =
  | { readonly kind: 'sandbox-clock'; readonly now: string; readonly real: string; readonly aheadMs: number; readonly wentBack: boolean; readonly calendarUntil?: number }
  | { readonly kind: 'sandbox-reset'; readonly removed: Removed }

type Needs = Pick<Deps, 'attachments'> & { readonly sandbox: SandboxStore; readonly wallClock: Clock }

const DAY_MS = 86_400_000
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS }
const MOST_YEARS = 20

/** `2026-12-24`, with or without a time, in Vietnam. */
const readTime = (text: string): number => {
  const [, date = '', time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(text) ?? []
  const ms = isCivilDate(date) ? Date.parse(`${date}T${time}:00+07:00`) : Number.NaN
  return Number.isNaN(ms) ? refuseValue('to', '2026-12-24T08:00') : ms
}

const readSpan = (text: string): number => {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text) ?? []
  const ms = Number(count) * (UNITS[unit] ?? 0)
  return ms > 0 ? ms : refuseValue('by', '30m, 5h, 3d, 2w')
}

/**
 * Forward only: what has happened so far carries its time, and a clock put back a little would let things happen before
 * what they follow. `back` is all the way, for who knows what is left lying in the future.
 */
const moved = ({ to, by, back }: Extract<SandboxRequest, { op: 'sandbox-clock' }>, now: number, real: number): number => {
  if ([to !== undefined, by !== undefined, back === true].filter((given) => given).length > 1) refuseValue('clock', '--to | --by | --reset')
  if (back === true) return real
  const next = to !== undefined ? readTime(to) : by !== undefined ? now + readSpan(by) : now
  if (next < now || (to !== undefined && next === now)) throw new AppError('clock-not-later', { now: civilTime(new Date(now)) })
  if (next - real > MOST_YEARS * 366 * DAY_MS) refuseValue(to === undefined ? 'by' : 'to', `≤ ${Number(civilDate(new Date(real)).slice(0, 4)) + MOST_YEARS}`)
  return next
}

const setClock = async (request: Extract<SandboxRequest, { op: 'sandbox-clock' }>, { sandbox, wallClock }: Needs): Promise<SandboxAnswer> => {
  const real = wallClock().getTime()
  const before = await sandbox.ahead()
  const aheadMs = moved(request, real + before, real) - real
  if (aheadMs !== before) await sandbox.setAhead(aheadMs)
  const now = new Date(real + aheadMs)
  return {
    kind: 'sandbox-clock', now: civilTime(now), real: civilTime(new Date(real)), aheadMs, wentBack: aheadMs < before,
    ...(!isApproved(OFFICIAL_CALENDAR, civilDate(now)) && { calendarUntil: OFFICIAL_CALENDAR.approvedUntil }),
  }
}

/** Files first: an item that is gone could not tell any more where its files lie. */
const reset = async (all: boolean, { sandbox, attachments }: Needs): Promise<SandboxAnswer> => {
  const files = await sandbox.files()
  for (const file of files) await attachments.discard(file)
  return { kind: 'sandbox-reset', removed: { ...(await sandbox.clear({ all })), files: files.length } }
}

/** Moves a sandbox's clock, or empties it. Without `sandbox` (a production portal) everything is refused. */
export const manageSandbox = async (request: SandboxRequest, { sandbox, ...deps }: Omit<Needs, 'sandbox'> & { readonly sandbox?: SandboxStore | undefined }): Promise<SandboxAnswer> => {
  if (!sandbox) throw new AppError('sandbox-only')
  return request.op === 'sandbox-clock' ? setClock(request, { ...deps, sandbox }) : reset(request.all === true, { ...deps, sandbox })
}
