import { randomUUID } from 'node:crypto'
import { ACCOUNT } from './identities.ts'
import type { Assembly, Deployed } from './assembly.ts'
import type { Bury } from './dead-letters.ts'
import { fitsPattern } from './event-pattern.ts'
import type { Invoke, Told } from './runtime.ts'
import { list, member, text, type Value, type Values } from './template.ts'

/** What a service puts on the default bus. */
export type BusEvent = { readonly source: string; readonly detailType: string; readonly detail: Values; readonly resources: readonly string[] }

/** What the bus delivers with; `bury` keeps what failed all its tries. */
export type BusGround = { readonly invoke: Invoke; readonly bury: Bury; readonly told: Told }

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

/** Backs off as it goes; a real bus waits longer. What fails to the end is kept. */
const deliver = async (target: Target, event: Values, { invoke, bury }: BusGround): Promise<void> => {
  let reason = ''
  for (let attempt = 1; attempt <= target.tries; attempt += 1) {
    const outcome = await invoke(target.arn, target.input === undefined ? JSON.stringify(event) : text(target.input))
    if (outcome.ok) return
    reason = `${outcome.errorType}: ${outcome.errorMessage}`
    if (attempt < target.tries) await pause(Math.min(5000, 200 * 2 ** attempt))
  }
  bury({ queue: target.deadLetters, target: target.arn, tries: target.tries, reason, event })
}

/** The default bus with the template's rules, and its schedules kept by timers. */
export const runEventBus = (assembly: Assembly, ground: BusGround): EventBus => {
  const rules = assembly.ofType('AWS::Events::Rule').filter(({ properties }) => text(properties['State']) !== 'DISABLED')
  const timers = rules.flatMap((rule) => {
    const expression = text(rule.properties['ScheduleExpression'])
    if (expression === '') return []
    const every = rateOf(expression)
    if (every === undefined) {
      ground.told(`${rule.id}: the schedule ${expression} is not kept here`)
      return []
    }
    const tick = (): void => targetsOf(rule).forEach((target) => void deliver(target, envelope(assembly.region, { source: 'aws.events', detailType: 'Scheduled Event', detail: {}, resources: [rule.arn] }), ground))
    return [setInterval(tick, every)]
  })
  return {
    put: async (event) => {
      const whole = envelope(assembly.region, event)
      const fitting = rules.filter(({ properties }) => properties['EventPattern'] !== undefined && fitsPattern(properties['EventPattern'], whole))
      await Promise.all(fitting.flatMap(targetsOf).map((target) => deliver(target, whole, ground)))
    },
    stop: () => timers.forEach((timer) => clearInterval(timer)),
  }
}
