import { deliverDue } from '../core/deliver.ts'
import { inTime, portalTime } from '../http/portal-time.ts'
import { BACKGROUND, dynamoClient } from '../stores/dynamo/client.ts'
import { dynamoWebhookStore } from '../stores/dynamo/webhooks.ts'
import { makeSender } from './send-webhook.ts'
import { isOwnMachine, log, once, setting, type Log } from './wire.ts'

type Needs = Parameters<typeof deliverDue>[1] & { readonly log: Log }

/** A run ends before the next minute's begins, whatever hangs: the function's own timeout is longer by one attempt. */
const SECONDS = 40

/** Whether new messages rang or the minute struck: what is due is sent. Never logs an address, which may hold a secret. */
export const makeDeliver = (deps: Needs) => async (): Promise<void> => {
  const counts = await deliverDue(SECONDS, deps)
  if (counts.delivered + counts.failed > 0) deps.log({ level: 'info', job: 'deliver', ...counts })
}

const wired = once(() => {
  const at = { client: dynamoClient(BACKGROUND), table: setting('table') }
  const time = portalTime(at)
  return inTime(time, makeDeliver({ webhooks: dynamoWebhookStore(at), clock: time.clock, wallClock: () => new Date(), send: makeSender({ loopback: isOwnMachine() }), log }))
})

export const handler = (): Promise<void> => wired()(undefined)
