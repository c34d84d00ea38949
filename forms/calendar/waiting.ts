import { addDays, civilTimeOf } from './civil-time.ts'
import type { Due, DueStep } from './due.ts'
import { dueDate, type DueInput } from './due-date.ts'

/** A stretch in which the office waited for the citizen: ISO times. */
type Wait = { readonly from: string; readonly to: string }

/** Civil dates that do not count: those after `after`, up to `until`. */
type Stretch = { readonly after: string; readonly until: string }

/** The day of asking was worked on, the day of the answer is the event's own and never counts (Civil Code art. 147.2). */
const daysOf = ({ from, to }: Wait): Stretch => ({ after: civilTimeOf(from).date, until: civilTimeOf(to).date })

const isWaited = (date: string, waits: readonly Stretch[]): boolean => waits.some(({ after, until }) => date > after && date <= until)

const renumber = (steps: readonly DueStep[], waits: readonly Stretch[]): readonly DueStep[] => {
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

/** The limit with the days of waiting left out; undefined after more of them than anybody adds up. */
const countPast = (input: DueInput, waits: readonly Stretch[]): Due | undefined => {
  for (let amount = input.limit.amount; amount <= LONGEST;) {
    const due = dueDate({ ...input, limit: { ...input.limit, amount } })
    const worked = due.steps.filter((step) => step.count !== undefined && !isWaited(step.date, waits)).length
    if (worked >= input.limit.amount) return { ...due, limit: { ...due.limit, amount: input.limit.amount }, steps: renumber(due.steps, waits) }
    amount += input.limit.amount - worked
  }
  return undefined
}

/**
 * The days that the next wait takes out. Who asks by the end of the due day and hears after it has not had the whole of the
 * last day that counts: that day is worked after the answer, else the dossier would be late the moment it comes back.
 */
const stretchOf = (wait: Wait, before: readonly Stretch[], input: DueInput): Stretch => {
  const days = daysOf(wait)
  const due = countPast(input, [...before, days])
  const last = due?.steps.filter(({ count }) => count !== undefined).at(-1)
  const cut = due && last && civilTimeOf(due.dueAt).date >= days.after && Date.parse(wait.to) > Date.parse(due.dueAt)
  return cut ? { after: addDays(last.date, -1), until: days.until } : days
}

/**
 * When a dossier is due that waited for its citizen, each day explained. The days of waiting do not count, so the date
 * moves by as many; the practice of the provincial systems. A limit in hours or months, and a wait of years, is counted anew from the last answer.
 */
export const dueDateAfterWaiting = (input: DueInput, waits: readonly Wait[]): Due => {
  const anew = (): Due => dueDate({ ...input, receivedAt: waits.at(-1)?.to ?? input.receivedAt })
  if (!inDays(input)) return anew()
  const stretches = waits.reduce<readonly Stretch[]>((before, wait) => [...before, stretchOf(wait, before, input)], [])
  return countPast(input, stretches) ?? anew()
}
