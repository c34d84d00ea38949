import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Caller } from './credentials.ts'

/** A function of the template, ready to run. */
export type FunctionPlan = {
  readonly id: string
  readonly name: string
  readonly arn: string
  /** Folder of the bundle. */
  readonly folder: string
  /** `index.handler` */
  readonly handler: string
  readonly memory: number
  /** Seconds. */
  readonly timeout: number
  readonly environment: Readonly<Record<string, string>>
  readonly caller: Caller
}

/** How an invocation ended; `error` carries names and a trace, never the event. */
export type Outcome =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly trace: readonly string[] }

/** Runs a function; events and results are JSON texts. */
export type Lambda = {
  readonly plan: FunctionPlan
  readonly invoke: (event: string) => Promise<Outcome>
  readonly stop: () => Promise<void>
}

type Job = { readonly event: string; readonly requestId: string; readonly done: (outcome: Outcome) => void }
type Instance = { readonly worker: Worker; ready: boolean; job: Job | undefined; timer: NodeJS.Timeout | undefined }
type Reply = { readonly ready?: true; readonly result?: string; readonly error?: { readonly errorType: string; readonly errorMessage: string; readonly trace: readonly string[] } }

/** Writes a function's own output somewhere; one call a chunk. */
export type LogSink = (functionId: string, chunk: string) => void

/** Lambda allows 10 s on a processor of its own; a laptop may be busy. */
const INIT_SECONDS = 30

const failed = (errorType: string, errorMessage: string): Outcome => ({ ok: false, errorType, errorMessage, trace: [] })

const environmentFor = (plan: FunctionPlan, endpoints: Readonly<Record<string, string>>, region: string): NodeJS.ProcessEnv => ({
  ...endpoints, ...plan.environment,
  AWS_REGION: region, AWS_DEFAULT_REGION: region, AWS_LAMBDA_FUNCTION_NAME: plan.id, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memory),
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', LAMBDA_TASK_ROOT: plan.folder, TZ: ':UTC', LANG: 'en_US.UTF-8',
  AWS_ACCESS_KEY_ID: plan.caller.accessKeyId, AWS_SECRET_ACCESS_KEY: plan.caller.secretAccessKey, AWS_SESSION_TOKEN: plan.caller.sessionToken,
})

type Ground = { readonly endpoints: Readonly<Record<string, string>>; readonly region: string; readonly instances: number; readonly log: LogSink }

const startWorker = (plan: FunctionPlan, ground: Ground): Worker => {
  const worker = new Worker(new URL('./function-worker.mjs', import.meta.url), {
    workerData: { entry: join(plan.folder, `${plan.handler.split('.')[0] ?? 'index'}.mjs`), name: plan.id, arn: plan.arn, memory: plan.memory },
    env: environmentFor(plan, ground.endpoints, ground.region),
    resourceLimits: { maxOldGenerationSizeMb: plan.memory },
    execArgv: [], stdout: true, stderr: true,
  })
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => ground.log(plan.id, chunk))
  return worker
}

/**
 * A pool of instances, each a thread with its own environment that handles one event at a time, as Lambda does. A new one
 * starts when all are busy, up to `instances`; beyond that events wait. One that overruns its timeout or dies is thrown away.
 */
export const runLambda = (plan: FunctionPlan, ground: Ground): Lambda => {
  const instances = new Set<Instance>()
  const waiting: Job[] = []
  let stopped = false

  const finish = (instance: Instance, outcome: Outcome): void => {
    const { job } = instance
    clearTimeout(instance.timer)
    instance.job = undefined
    job?.done(outcome)
  }
  /** The function's timeout runs from here: as in Lambda, loading the module has a limit of its own. */
  const dispatch = (instance: Instance, job: Job): void => {
    instance.timer = setTimeout(() => discard(instance, failed('Sandbox.Timedout', `Task timed out after ${plan.timeout} seconds`)), plan.timeout * 1000)
    instance.worker.postMessage({ event: job.event, requestId: job.requestId, deadline: Date.now() + plan.timeout * 1000 })
  }
  const give = (instance: Instance, job: Job): void => {
    instance.job = job
    if (instance.ready) dispatch(instance, job)
  }
  const next = (): void => {
    const job = waiting[0]
    if (job === undefined || stopped) return
    const idle = [...instances].find((instance) => instance.job === undefined)
    if (idle === undefined && instances.size >= ground.instances) return
    waiting.shift()
    give(idle ?? start(), job)
  }
  const discard = (instance: Instance, outcome: Outcome): void => {
    if (!instances.delete(instance)) return
    void instance.worker.terminate()
    finish(instance, outcome)
    next()
  }
  const start = (): Instance => {
    const instance: Instance = { worker: startWorker(plan, ground), ready: false, job: undefined, timer: undefined }
    instance.timer = setTimeout(() => discard(instance, failed('Runtime.InitTimeout', `The module did not load in ${INIT_SECONDS} seconds`)), INIT_SECONDS * 1000)
    instance.worker.on('message', (reply: Reply) => {
      if (reply.ready) {
        clearTimeout(instance.timer)
        instance.ready = true
        if (instance.job !== undefined) dispatch(instance, instance.job)
        return
      }
      finish(instance, reply.error ? { ok: false, ...reply.error } : { ok: true, result: reply.result ?? 'null' })
      next()
    })
    instance.worker.on('error', (error: Error) => discard(instance, { ok: false, errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n').slice(1, 8) }))
    instance.worker.on('exit', () => discard(instance, failed('Runtime.ExitError', 'The instance ended by itself')))
    instances.add(instance)
    return instance
  }
  return {
    plan,
    invoke: (event) => new Promise((done) => {
      waiting.push({ event, requestId: randomUUID(), done })
      next()
    }),
    stop: async () => {
      stopped = true
      await Promise.all([...instances].map(({ worker }) => worker.terminate()))
    },
  }
}
