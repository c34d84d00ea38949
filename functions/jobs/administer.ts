import { translate, type Text } from '../../forms/index.ts'
import type { Deps } from '../core/deps.ts'
import { AppError, errorEntry, type ErrorCode } from '../core/errors.ts'
import { randomIds } from '../core/ids.ts'
import { manageSandbox, type SandboxAnswer, type SandboxRequest, type SandboxStore } from '../core/manage-sandbox.ts'
import { manageIntegrators, type AdminAnswer, type AdminRequest } from '../core/manage-integrators.ts'
import { inTime, isSandbox, portalTime } from '../http/portal-time.ts'
import { BACKGROUND, dynamoClient } from '../stores/dynamo/client.ts'
import { dynamoIntegratorStore } from '../stores/dynamo/integrators.ts'
import { dynamoSandboxStore } from '../stores/dynamo/sandbox.ts'
import { dynamoWebhookStore } from '../stores/dynamo/webhooks.ts'
import { s3WhenNeeded } from '../stores/s3/when-needed.ts'
import { log, once, setting, type Log } from './wire.ts'

/** `sandbox` is there on a sandbox stack alone. */
type Needs = Pick<Deps, 'integrators' | 'webhooks' | 'clock' | 'ids' | 'attachments'> & { readonly log: Log; readonly sandbox?: SandboxStore }

export type OperatorRequest = AdminRequest | SandboxRequest

/** A refusal is an answer, in both languages: whoever asked sits at a command line. */
export type Administered = AdminAnswer | SandboxAnswer | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: Text }

const isOfSandbox = (request: OperatorRequest): request is SandboxRequest => request.op.startsWith('sandbox-')

const manage = (request: OperatorRequest, deps: Needs): Promise<AdminAnswer | SandboxAnswer> =>
  (isOfSandbox(request) ? manageSandbox(request, { ...deps, wallClock: () => new Date() }) : manageIntegrators(request, deps))

/** What was done to whom is logged; the text of a new key never is. */
export const makeAdminister = (deps: Needs) => async (request: OperatorRequest): Promise<Administered> => {
  try {
    const answer = await manage(request, deps)
    deps.log({ level: 'info', job: 'administer', op: request.op, ...('id' in request && { integrator: request.id }), ...(answer.kind === 'key' && { key: answer.key.id }), ...(answer.kind === 'ended' && { keys: answer.keys.map(({ id }) => id), webhooks: answer.webhooks.map(({ id }) => id) }) })
    return answer
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { message } = errorEntry(error.code)
    return { kind: 'refused', code: error.code, message: { vi: translate(message, 'vi', error.params), en: translate(message, 'en', error.params) } }
  }
}

const wired = once(() => {
  const at = { client: dynamoClient(BACKGROUND), table: setting('table') }
  // An operator's next command follows at once, and has to know of the one before.
  const time = portalTime(at, 0)
  const { attachments } = s3WhenNeeded({ published: setting('publishedBucket'), quarantine: setting('quarantineBucket'), clean: setting('cleanBucket') })
  return inTime(time, makeAdminister({ integrators: dynamoIntegratorStore(at), webhooks: dynamoWebhookStore(at), attachments, clock: time.clock, ids: randomIds, log, ...(isSandbox() && { sandbox: dynamoSandboxStore(at) }) }))
})

/** Has no address: who may invoke it (IAM; on a machine of one's own, who may write into the data folder) is the operator. */
export const handler = (request: OperatorRequest): Promise<Administered> => wired()(request)
