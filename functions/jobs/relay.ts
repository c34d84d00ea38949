import type { DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda'
import type { Deps } from '../core/deps.ts'
import { relayAll, sweepOutbox } from '../core/relay-outbox.ts'
import { inTime, portalTime } from '../http/portal-time.ts'
import { BACKGROUND, dynamoClient } from '../stores/dynamo/client.ts'
import { dynamoDossierStore } from '../stores/dynamo/dossiers.ts'
import { dynamoIntegratorStore } from '../stores/dynamo/integrators.ts'
import { readHeadKey } from '../stores/dynamo/keys.ts'
import { dynamoWebhookStore } from '../stores/dynamo/webhooks.ts'
import { errorFacts, log, once, setting, type Log } from './wire.ts'

type Needs = Pick<Deps, 'dossiers' | 'integrators' | 'webhooks' | 'clock'> & { readonly log: Log }

/** Dossiers that one sweep takes on; the next minute's sweep takes the rest. */
const SWEEP = 500

/** Heads that the stream's records tell of, each once. The records carry keys alone. */
const headIds = ({ Records }: DynamoDBStreamEvent): readonly string[] => [...new Set(Records.flatMap(({ dynamodb }) => {
  const { pk, sk } = dynamodb?.Keys ?? {}
  return readHeadKey({ pk: pk?.S ?? '', sk: sk?.S ?? '' }) ?? []
}))]

/** Rung by the table's stream or by the clock. Throws when something stayed behind, so that the platform repeats and alarms. */
export const makeRelay = (deps: Needs) => async (event: DynamoDBStreamEvent | ScheduledEvent): Promise<{ readonly events: number }> => {
  const { events, failed } = 'Records' in event ? await relayAll(headIds(event), deps) : await sweepOutbox(SWEEP, deps)
  for (const { id, error } of failed) deps.log({ level: 'error', job: 'relay', dossier: id, ...errorFacts(error) })
  if (failed.length > 0) throw new Error(`${failed.length} dossiers could not be relayed`)
  return { events }
}

const wired = once(() => {
  const at = { client: dynamoClient(BACKGROUND), table: setting('table') }
  const time = portalTime(at)
  return inTime(time, makeRelay({ dossiers: dynamoDossierStore(at), integrators: dynamoIntegratorStore(at), webhooks: dynamoWebhookStore(at), clock: time.clock, log }))
})

export const handler = (event: DynamoDBStreamEvent | ScheduledEvent): Promise<{ readonly events: number }> => wired()(event)
