import { civilTime } from './civil-time.ts'
import type { Clock } from './ports.ts'

/** Where a sandbox keeps how far its clock is ahead of the real time, in milliseconds. */
export type ClockStore = { readonly ahead: () => Promise<number>; readonly setAhead: (ms: number) => Promise<void> }

/** A clock that the operator of a sandbox moves. A production portal has none: it goes by the real time and reads nothing. */
export type SandboxClock = {
  readonly now: Clock
  /** Milliseconds before the real time; 0: it was not moved. As of the last look. */
  readonly ahead: () => number
  /** Learns of moves: one read, and none within seconds of the last. Each event of a function begins with it, so that time does not jump in the midst of one. */
  readonly look: () => Promise<void>
}

/** A move is known everywhere after as long. */
export const SEEN_WITHIN_MS = 3_000

export const sandboxClock = ({ ahead }: Pick<ClockStore, 'ahead'>, { real = () => new Date(), seenWithin = SEEN_WITHIN_MS }: { readonly real?: Clock; readonly seenWithin?: number } = {}): SandboxClock => {
  let [moved, seenAt] = [0, -Infinity]
  const look = async (): Promise<void> => {
    if (real().getTime() - seenAt < seenWithin) return
    moved = await ahead()
    seenAt = real().getTime()
  }
  return { look, ahead: () => moved, now: () => new Date(real().getTime() + moved) }
}

/** What a moved clock shows, as ISO time with +07:00; undefined where it was not moved. */
export const movedTo = (clock: SandboxClock | undefined): string | undefined =>
  clock === undefined || clock.ahead() === 0 ? undefined : civilTime(clock.now())
