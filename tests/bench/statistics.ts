export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** Processor time of this process in milliseconds: what else the machine does at the moment does not count. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const rateOf = (work: () => unknown, ms: number): number => {
  const began = processorMs()
  let runs = 0
  let now = began
  // The clock is read every few runs only: reading it is not free beside a validation of ten microseconds.
  while (now - began < ms || runs < 3) {
    const batch = Math.max(1, Math.min(1000, Math.floor(runs / 4)))
    for (let i = 0; i < batch; i += 1) work()
    runs += batch
    now = processorMs()
  }
  return runs / ((now - began) / 1000)
}

/**
 * Runs per second of processor time, per name, as medians. Rounds are interleaved: what else the machine does then falls on all
 * contenders alike, and ratios hold although the numbers wander.
 */
export const compareRates = <Name extends string>(contenders: Readonly<Record<Name, () => unknown>>, rounds = 7, ms = 200): Readonly<Record<Name, number>> => {
  const names = Object.keys(contenders) as Name[]
  for (const name of names) rateOf(contenders[name], ms)
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) for (const name of names) samples.get(name)?.push(rateOf(contenders[name], ms))
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name) ?? [])])) as Record<Name, number>
}
