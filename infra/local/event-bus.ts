import { randomUUID } from 'node:crypto'
import { ACCOUNT } from './identities.ts'
import type { Assembly, Deployed } from './assembly.ts'
import { fitsPattern } from './event-pattern.ts'
import type { Invoke, Told } from './runtime.ts'
import { list, member, text, type Value, type Values } from './template.ts'

/** What a service puts on the default bus. */
export type BusEvent = { readonly source: string; readonly detailType: string; readonly detail: Values; readonly resources: readonly string[] }

export type EventBus = { readonly put: (event: BusEvent) => Promise<void>; readonly stop: () => void }

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** `rate(1 minute)` in milliseconds; undefined for what cannot be kept here (cron). */
export const rateOf = (expression: string): number | undefined => {
  const found = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  return found === null ? undefined : Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0)
}

type Target = { readonly arn: string; readonly tries: number; readonly deadLetters: string; readonly input: Value | undefined }

const targetsOf = (rule: Deployed): Target[] =>
  list(rule.properties['Targets']).map((target) => ({
    arn: text(member(target, 'Arn')), deadLetters: text(member(target, 'DeadLetterConfig', 'Arn')), input: member(target, 'Input'),
    tries: 1 + Number(text(member(target, 'RetryPolicy', 'MaximumRetryAttempts')) || 2),
  }))

const envelope = (region: string, event: BusEvent): Values => ({
  version: '0', id: randomUUID(), 'detail-type': event.detailType, source: event.source, account: ACCOUNT,
  time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'), region, resources: [...event.resources], detail: event.detail,
})

const pause = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms) })

/** Backs off as it goes; a real bus waits longer. */
const deliver = async (target: Target, event: Values, invoke: Invoke, told: Told): Promise<void> => {
  for (let attempt = 1; attempt <= target.tries; attempt += 1) {
    const outcome = await invoke(target.arn, target.input === undefined ? JSON.stringify(event) : text(target.input))
    if (outcome.ok) return
    if (attempt < target.tries) await pause(Math.min(5000, 200 * 2 ** attempt))
  }
  told(`${target.arn.split(':').at(-1)}: event ${text(event['id'])} failed ${target.tries} times and is in the dead letters ${target.deadLetters.split(':').at(-1) ?? ''}`)
}

/** The default bus with the template's rules, and its schedules kept by timers. */
export const runEventBus = (assembly: Assembly, invoke: Invoke, told: Told): EventBus => {
  const rules = assembly.ofType('AWS::Events::Rule').filter(({ properties }) => text(properties['State']) !== 'DISABLED')
  const timers = rules.flatMap((rule) => {
    const expression = text(rule.properties['ScheduleExpression'])
    if (expression === '') return []
    const every = rateOf(expression)
    if (every === undefined) {
      told(`${rule.id}: the schedule ${expression} is not kept here`)
      return []
    }
    const tick = (): void => targetsOf(rule).forEach((target) => void deliver(target, envelope(assembly.region, { source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn] }), invoke, told))
    return [setInterval(tick, every)]
  })
  return {
    put: async (event) => {
      const whole = envelope(assembly.region, event)
      const fitting = rules.filter(({ properties }) => properties['EventPattern'] !== undefined && fitsPattern(properties['EventPattern'], whole))
      await Promise.all(fitting.flatMap(targetsOf).map((target) => deliver(target, whole, invoke, told)))
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  }
}
