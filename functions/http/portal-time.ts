import type { Clock } from '../core/ports.ts'
import { sandboxClock, SEEN_WITHIN_MS, type SandboxClock } from '../core/sandbox-clock.ts'
import { dynamoClockStore } from '../stores/dynamo/clock.ts'
import type { Table } from '../stores/dynamo/table.ts'
import { ENV } from './env.ts'

/** Set on a sandbox stack and nowhere else: where it is absent, nothing of a sandbox can be reached. */
export const isSandbox = (): boolean => process.env[ENV.sandbox] === 'yes'

/** The time that this portal goes by: the real one; on a sandbox the one that its operator set. */
export type PortalTime = { readonly clock: Clock; readonly sandbox?: SandboxClock }

/** `seenWithin`: milliseconds after which a move is known at the latest. */
export const portalTime = (at: Table, seenWithin: number = SEEN_WITHIN_MS): PortalTime => {
  if (!isSandbox()) return { clock: () => new Date() }
  const sandbox = sandboxClock(dynamoClockStore(at), { seenWithin })
  return { clock: sandbox.now, sandbox }
}

/** The same job, which learns of a moved clock before each event. */
export const inTime = <Event, Told>({ sandbox }: PortalTime, run: (event: Event) => Promise<Told>): ((event: Event) => Promise<Told>) => async (event) => {
  await sandbox?.look()
  return run(event)
}
