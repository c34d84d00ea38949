import { civilTimeOf } from './civil-time.ts'
import type { Due, DueStep } from './due.ts'
import { dueDate, type DueInput } from './due-date.ts'

/** A stretch in which the office waited for the citizen: ISO times. */
type Wait = { readonly from: string; readonly to: string }

/** The day of asking was worked on, the day of the answer is the event's own and never counts (Civil Code art. 147.2). */
const isWaited = (date: string, waits: readonly Wait[]): boolean =>
  waits.some(({ from, to }) => date > civilTimeOf(from).date && date <= civilTimeOf(to).date)

const renumber = (steps: readonly DueStep[], waits: readonly Wait[]): readonly DueStep[] => {
  let count = 0
  return steps.map((step) => {
    if (step.count === undefined) return step
    if (isWaited(step.date, waits)) return { date: step.date, reason: 'due.waiting', params: {} }
    count += 1
    return { ...step, count }
  })
}

// As many days as due-date.ts counts at all: after years of waiting nobody adds them up.
const LONGEST = 1000

/** Only days can be skipped one by one; hours and months begin anew. */
const inDays = ({ limit }: DueInput): boolean => limit.unit === 'workingDays' || limit.unit === 'days'

/**
 * When a dossier is due that waited for its citizen, each day explained. The days of waiting do not count, so the date
 * moves by as many; the practice of the provincial systems. A limit in hours or months, and a wait of years, is counted anew from the last answer.
 */
export const dueDateAfterWaiting = (input: DueInput, waits: readonly Wait[]): Due => {
  const anew = (): Due => dueDate({ ...input, receivedAt: waits.at(-1)?.to ?? input.receivedAt })
  if (!inDays(input)) return anew()
  for (let amount = input.limit.amount; amount <= LONGEST;) {
    const due = dueDate({ ...input, limit: { ...input.limit, amount } })
    const worked = due.steps.filter((step) => step.count !== undefined && !isWaited(step.date, waits)).length
    if (worked >= input.limit.amount) return { ...due, limit: { ...due.limit, amount: input.limit.amount }, steps: renumber(due.steps, waits) }
    amount += input.limit.amount - worked
  }
  return anew()
}
