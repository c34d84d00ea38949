/** What a target heard: the `webhook-id` and the bytes. */
export type Arrival = { readonly id: string; readonly body: string }

export type Verdict = { readonly delivered: number; readonly repeats: number; readonly outOfOrder: number; readonly differing: number }

type Told = { readonly data: { readonly index: number; readonly event: { readonly id: string; readonly dossierId: string } } }

/**
 * Judges arrivals, in their order, by the bodies alone. `differing`: a repeat with another id or other bytes. `outOfOrder`: an event
 * heard for the first time before an earlier one of its dossier, unless one of both was given up after three days in between.
 */
export const judgeArrivals = (arrivals: readonly Arrival[], givenUp: ReadonlySet<string> = new Set()): Verdict => {
  const heard = new Map<string, Arrival>()
  let [outOfOrder, differing] = [0, 0]
  for (const arrival of arrivals) {
    const { index, event } = (JSON.parse(arrival.body) as Told).data
    const before = heard.get(event.id)
    if ((before ?? { id: event.id }).id !== arrival.id || (before ?? arrival).body !== arrival.body) differing += 1
    if (before) continue
    heard.set(event.id, arrival)
    const earlier = Array.from({ length: index - 1 }, (_, at) => `${event.dossierId}-${at + 1}`)
    if (!givenUp.has(event.id) && earlier.some((id) => !heard.has(id) && !givenUp.has(id))) outOfOrder += 1
  }
  return { delivered: heard.size, repeats: arrivals.length - heard.size, outOfOrder, differing }
}
