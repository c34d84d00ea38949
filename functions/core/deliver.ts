import { stopEndpoint } from './change-endpoint.ts'
import { civilTime } from './civil-time.ts'
import type { Deps } from './deps.ts'
import { AppError } from './errors.ts'
import { ConditionFailed, type Clock } from './ports.ts'
import { signedHeaders } from './sign-webhook.ts'
import { GIVE_UP_MS, RETRY_AFTER, type Endpoint, type Message } from './webhook.ts'

/** Sends once. `status`: what the target answered; `error`: why it could not be asked. Bounded in time and size, never to a private address. */
export type Send = (request: { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }) => Promise<{ readonly status: number } | { readonly error: string }>

/** `wallClock`: the real time, where `clock` may be a sandbox's: receivers hold the age of a signature against their own. */
type Needs = Pick<Deps, 'webhooks' | 'clock'> & { readonly send: Send; readonly wallClock?: Clock }

/** Longer than an attempt can take: a process that dies in between leaves the message to the next one. */
const LEASE_MS = 60_000
/** Dossiers of one endpoint that are sent to at once. */
const AT_ONCE = 8
const PAGE = 100

const later = (now: Date, ms: number): string => civilTime(new Date(now.getTime() + ms))

/** The message as written, or undefined where somebody else was faster. */
const write = async (message: Message, change: Partial<Message>, deps: Needs): Promise<Message | undefined> => {
  const next = { ...message, ...change, version: message.version + 1 }
  try {
    await deps.webhooks.saveMessage(next, message.version)
    return next
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined
    throw error
  }
}

const failed = (claimed: Message, lastError: string, now: Date): Partial<Message> => {
  const wait = RETRY_AFTER[claimed.attempts - 1]
  const isOver = wait === undefined || now.getTime() + wait - Date.parse(claimed.since) > GIVE_UP_MS
  return isOver ? { state: 'dead', nextAt: civilTime(now), lastError } : { nextAt: later(now, wait), lastError }
}

/** 410 Gone says that nobody listens there any more: the integrator can resume it. One that is gone itself needs no stop. */
const stop = async (endpoint: Endpoint, deps: Needs): Promise<void> => {
  try {
    await stopEndpoint(endpoint, deps)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** One attempt: claimed first, so that two processes do not send the same; then what came of it is written. */
const attempt = async (endpoint: Endpoint, message: Message, deps: Needs): Promise<'delivered' | 'failed' | 'taken'> => {
  const now = deps.clock()
  const claimed = await write(message, { attempts: message.attempts + 1, nextAt: later(now, LEASE_MS) }, deps)
  if (!claimed) return 'taken'
  const headers = { 'content-type': 'application/json', 'user-agent': 'dvc-forms-webhooks/1', ...signedHeaders(claimed, endpoint.secrets, { now, sentAt: deps.wallClock?.() ?? now }) }
  const answer = await deps.send({ url: endpoint.url, headers, body: claimed.body })
  const done = 'status' in answer && answer.status >= 200 && answer.status < 300
  if ('status' in answer && answer.status === 410) await stop(endpoint, deps)
  await write(claimed, done ? { state: 'delivered' } : failed(claimed, 'status' in answer ? `HTTP ${answer.status}` : answer.error, deps.clock()), deps)
  return done ? 'delivered' : 'failed'
}

/** What comes after a message that is not through waits as long as it does: in order for each dossier. */
const holdBack = async (rest: readonly Message[], until: string, deps: Needs): Promise<void> => {
  for (const message of rest) if (message.nextAt < until) await write(message, { nextAt: until }, deps)
}

type Counts = { delivered: number; failed: number }

/** `until`: milliseconds since 1970 after which nothing more is begun. */
type Run = { readonly endpoint: Endpoint; readonly until: number; readonly counts: Counts }

const isOld = ({ since }: Message, now: Date): boolean => now.getTime() - Date.parse(since) > GIVE_UP_MS

/** All that waits of one dossier, oldest first, as far as it goes through and as time allows. A dead one is passed over: the index shows the gap. */
const deliverDossier = async (dossierId: string, { endpoint, until, counts }: Run, deps: Needs): Promise<void> => {
  const waiting = (await deps.webhooks.messagesOf(endpoint.id, dossierId)).filter(({ state }) => state === 'waiting')
  for (const [index, message] of waiting.entries()) {
    const now = deps.clock()
    if (now.getTime() >= until) return
    if (isOld(message, now)) { await write(message, { state: 'dead', nextAt: civilTime(now), lastError: message.lastError ?? 'not tried in three days' }, deps); continue }
    const rest = waiting.slice(index + 1)
    if (Date.parse(message.nextAt) > now.getTime()) return holdBack(rest, message.nextAt, deps)
    const outcome = await attempt(endpoint, message, deps)
    if (outcome === 'taken') return
    counts[outcome] += 1
    if (outcome === 'failed') {
      const after = (await deps.webhooks.message(endpoint.id, dossierId, message.seq)) ?? message
      if (after.state === 'waiting') return holdBack(rest, after.nextAt, deps)
    }
  }
}

/** One endpoint until nothing is due, a whole page has failed (it is down: no use to try all), or the time is up. */
const deliverTo = async (endpoint: Endpoint, until: number, deps: Needs): Promise<Counts> => {
  const total: Counts = { delivered: 0, failed: 0 }
  while (deps.clock().getTime() < until) {
    const due = await deps.webhooks.due(endpoint.id, civilTime(deps.clock()), PAGE)
    const dossiers = [...new Set(due.map(({ dossierId }) => dossierId))]
    if (dossiers.length === 0) break
    const page: Counts = { delivered: 0, failed: 0 }
    for (let from = 0; from < dossiers.length && deps.clock().getTime() < until && !(page.delivered === 0 && page.failed >= AT_ONCE); from += AT_ONCE)
      await Promise.all(dossiers.slice(from, from + AT_ONCE).map((id) => deliverDossier(id, { endpoint, until, counts: page }, deps)))
    total.delivered += page.delivered
    total.failed += page.failed
    if (page.delivered === 0) break
  }
  return total
}

/** Sends what is due, endpoint by endpoint at once: one that hangs or trips us holds up nobody else. `seconds`: how long this run may take. */
export const deliverDue = async (seconds: number, deps: Needs): Promise<Counts> => {
  const until = deps.clock().getTime() + seconds * 1000
  const active = (await deps.webhooks.endpoints()).filter((one) => one.active)
  const runs = await Promise.allSettled(active.map((endpoint) => deliverTo(endpoint, until, deps)))
  const broken = runs.find((run) => run.status === 'rejected')
  if (broken) throw broken.reason
  return runs.reduce<Counts>((sum, run) => (run.status === 'fulfilled' ? { delivered: sum.delivered + run.value.delivered, failed: sum.failed + run.value.failed } : sum), { delivered: 0, failed: 0 })
}
