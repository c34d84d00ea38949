import { translate, type Text } from '../../forms/index.ts'
import type { Deps } from '../core/deps.ts'
import { AppError, errorEntry, type ErrorCode } from '../core/errors.ts'
import { randomIds } from '../core/ids.ts'
import { manageIntegrators, type AdminAnswer, type AdminRequest } from '../core/manage-integrators.ts'
import { BACKGROUND, dynamoClient } from '../stores/dynamo/client.ts'
import { dynamoIntegratorStore } from '../stores/dynamo/integrators.ts'
import { dynamoWebhookStore } from '../stores/dynamo/webhooks.ts'
import { log, once, setting, type Log } from './wire.ts'

type Needs = Pick<Deps, 'integrators' | 'webhooks' | 'clock' | 'ids'> & { readonly log: Log }

/** A refusal is an answer, in both languages: whoever asked sits at a command line. */
export type Administered = AdminAnswer | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: Text }

/** What was done to whom is logged; the text of a new key never is. */
export const makeAdminister = (deps: Needs) => async (request: AdminRequest): Promise<Administered> => {
  try {
    const answer = await manageIntegrators(request, deps)
    deps.log({ level: 'info', job: 'administer', op: request.op, ...('id' in request && { integrator: request.id }), ...(answer.kind === 'key' && { key: answer.key.id }), ...(answer.kind === 'ended' && { keys: answer.keys.map(({ id }) => id), webhooks: answer.webhooks.map(({ id }) => id) }) })
    return answer
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { message } = errorEntry(error.code)
    return { kind: 'refused', code: error.code, message: { vi: translate(message, 'vi', error.params), en: translate(message, 'en', error.params) } }
  }
}

const wired = once((): Needs => {
  const at = { client: dynamoClient(BACKGROUND), table: setting('table') }
  return { integrators: dynamoIntegratorStore(at), webhooks: dynamoWebhookStore(at), clock: () => new Date(), ids: randomIds, log }
})

/** Has no address: who may invoke it (IAM; on a machine of one's own, who may write into the data folder) is the operator. */
export const handler = (request: AdminRequest): Promise<Administered> => makeAdminister(wired())(request)
