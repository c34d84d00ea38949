import type { LimitUnit } from '../engine/procedure.ts'
import type { MessageKey } from '../messages/translate.ts'

/** When a dossier is due and why, day by day. Data: sentences are made at the view (`due.*` messages). */
export type Due = {
  /** ISO time with +07:00. */
  readonly dueAt: string
  /** ISO time from which the limit was counted (after the 15:00 hand-over rule). */
  readonly countedFrom: string
  readonly limit: { readonly amount: number; readonly unit: LimitUnit; readonly basis: string }
  /** False where the count runs past the last approved year of the calendar: the date is then an estimate. */
  readonly promised: boolean
  readonly steps: readonly DueStep[]
}

export type DueStep = {
  /** Civil date YYYY-MM-DD in Vietnam. */
  readonly date: string
  /** Running count after this day; absent where the day does not count. */
  readonly count?: number
  /** Why the day counts, or not. */
  readonly reason: Extract<MessageKey, `due.${string}`>
  readonly params: Readonly<Record<string, string | number>>
}
