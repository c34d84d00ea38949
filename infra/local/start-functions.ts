import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Assembly, Deployed } from './assembly.ts'
import { issueCaller } from './credentials.ts'
import { readRoles, type Role } from './iam.ts'
import { runLambda, type FunctionPlan, type Lambda, type LogSink } from './lambda.ts'
import type { Invoke, Told } from './runtime.ts'
import { isValues, member, text } from './template.ts'

const NOBODY: Role = { arn: 'arn:aws:iam::local:role/nobody', statements: [], managed: [] }

/** Providers that aws-cdk-lib generates: what they do at a deployment is done by deployment.ts. */
const isProvider = (fn: Deployed, assembly: Assembly): boolean => {
  const serving = assembly.resources.filter(({ type }) => type.startsWith('Custom::')).map(({ properties }) => text(properties['ServiceToken']))
  return serving.includes(fn.arn)
}

const environmentOf = (fn: Deployed): Record<string, string> => {
  const variables = member(fn.properties['Environment'], 'Variables')
  return isValues(variables) ? Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, text(value)])) : {}
}

/** The app's own functions, each with the keys of its role. */
export const planFunctions = (assembly: Assembly): FunctionPlan[] => {
  const roles = readRoles(assembly)
  return assembly.ofType('AWS::Lambda::Function').filter((fn) => !isProvider(fn, assembly)).map((fn) => ({
    id: fn.id, name: fn.ref, arn: fn.arn,
    folder: assembly.assetPath(text(member(fn.properties['Code'], 'S3Key'))),
    handler: text(fn.properties['Handler']),
    memory: Number(text(fn.properties['MemorySize']) || 128),
    timeout: Number(text(fn.properties['Timeout']) || 3),
    environment: environmentOf(fn),
    caller: issueCaller(roles.get(text(fn.properties['Role'])) ?? NOBODY),
  }))
}

/** A line that says itself that it is an error is shown as well as kept. */
const ERROR_LINE = /"level":\s*"(error|fatal)"/i

/** Each function's own output in a file of its own under `<data>/logs`. */
export const logFiles = (data: string, told: Told): LogSink => {
  const folder = join(data, 'logs')
  mkdirSync(folder, { recursive: true })
  return (id, chunk) => {
    appendFileSync(join(folder, `${id}.log`), chunk)
    chunk.split('\n').filter((line) => ERROR_LINE.test(line)).forEach((line) => told(`${id}: ${line}`))
  }
}

export type Functions = { readonly invoke: Invoke; readonly byId: (id: string) => Lambda | undefined; readonly stop: () => Promise<void> }

type Ground = { readonly endpoints: Readonly<Record<string, string>>; readonly region: string; readonly instances: number; readonly log: LogSink; readonly told: Told }

/** Runs the planned functions; a failure is told with its name and trace, never with what was sent. */
export const startFunctions = (plans: readonly FunctionPlan[], ground: Ground): Functions => {
  const lambdas = new Map(plans.map((plan) => [plan.arn, runLambda(plan, ground)]))
  const find = (known: string): Lambda | undefined => lambdas.get(known.replace(/:\d+$/, '')) ?? [...lambdas.values()].find(({ plan }) => plan.name === known)
  return {
    invoke: async (known, event) => {
      const lambda = find(known)
      if (lambda === undefined) return { ok: false, errorType: 'ResourceNotFoundException', errorMessage: `No function ${known}`, trace: [] }
      const outcome = await lambda.invoke(event)
      if (!outcome.ok) ground.told([`${lambda.plan.id} failed: ${outcome.errorType}: ${outcome.errorMessage}`, ...outcome.trace].join('\n'))
      return outcome
    },
    byId: (id) => [...lambdas.values()].find(({ plan }) => plan.id === id),
    stop: async () => { await Promise.all([...lambdas.values()].map((lambda) => lambda.stop())) },
  }
}
