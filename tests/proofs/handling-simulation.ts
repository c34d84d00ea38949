import { answerSupplement } from '../../functions/core/answer-supplement.ts'
import type { Command } from '../../functions/core/command.ts'
import type { Deps } from '../../functions/core/deps.ts'
import type { Dossier, DossierEvent } from '../../functions/core/dossier.ts'
import type { ErrorCode } from '../../functions/core/errors.ts'
import { isChain } from '../../functions/core/events.ts'
import { handleDossier, type Deed } from '../../functions/core/handle-dossier.ts'
import { allowedActions } from '../../functions/core/life-cycle.ts'
import { newDraft } from '../../functions/core/new-draft.ts'
import type { DossierStore } from '../../functions/core/ports.ts'
import { submitDossier } from '../../functions/core/submit-dossier.ts'
import { dossierOfCode } from '../../functions/core/track-dossier.ts'
import { memoryDossierStore } from './memory-dossiers.ts'
import { randomOf } from './random.ts'
import { PROCEDURE } from './sample-procedure.ts'
import { attempt, depsOf, readFeed, relay, someFault, sweep, TOKEN, type Attempted, type SimulatedWorld } from './simulated-world.ts'

export type HandlingSimulated = {
  readonly dossiers: number
  /** Steps of officers and citizens that were carried out. */
  readonly steps: number
  readonly attempts: number
  readonly faults: number
  readonly struck: ReadonlyMap<string, number>
  /** Steps that somebody was told of, or that an officer did, and that no event tells. */
  readonly lost: number
  /** Steps that two events tell. */
  readonly doubled: number
  /** Steps of which two callers were told different events. */
  readonly differing: number
  /** Calls that were refused although they, or the same call before, had done it. */
  readonly refusedThoughDone: number
  readonly brokenChains: number
  readonly unheard: number
}

type Tally = { steps: number; lost: number; doubled: number; differing: number; refusedThoughDone: number; brokenChains: number; unheard: number }
type World = SimulatedWorld & { readonly tally: Tally }
type Case = { readonly id: string; readonly code: string; readonly key: string }
/** One wish of somebody: its mark is in its event, so that it can be found again. */
type Step = { readonly mark: string; readonly job: 'handle' | 'answer'; readonly keyed: boolean; readonly run: (deps: Deps) => Promise<string> }

const submitted = async (world: World): Promise<Case> => {
  const deps = depsOf(world, world.store)
  const draft = newDraft({ id: deps.ids.uuid(), token: TOKEN, procedure: { code: PROCEDURE.record.code, version: 1 }, lang: 'vi', answers: { applicant: { fullName: 'Ánh' } } }, deps)
  await world.store.create(draft)
  const { dossier } = await submitDossier({ id: draft.id, token: TOKEN }, deps)
  return { id: draft.id, code: dossier.submission?.code ?? '', key: dossier.submission?.trackingKey ?? '' }
}

const headOf = async ({ store }: World, { id }: Case): Promise<Dossier> => {
  const head = await store.find(id)
  if (!head) throw new Error('the head is gone')
  return head
}

/** All that has happened to it so far, relayed or not. */
const eventsOf = async (world: World, one: Case): Promise<readonly DossierEvent[]> => {
  const head = await headOf(world, one)
  return [...await world.store.events(head), ...head.outbox]
}

const markOf = ({ type, data }: DossierEvent): unknown => (type === 'dossier.supplement' ? `answer ${data['number']}` : (data['note'] ?? data['reason']))

const tellingOf = async (world: World, one: Case, mark: string): Promise<readonly DossierEvent[]> =>
  (await eventsOf(world, one)).filter((event) => markOf(event) === mark)

const COMMANDS: Readonly<Record<string, (mark: string) => Command>> = {
  receive: (note) => ({ action: 'receive', note }),
  progress: (note) => ({ action: 'progress', step: 'assessment', note }),
  'request-supplement': (reason) => ({ action: 'request-supplement', reason, fields: [{ pointer: '/applicant/fullName', reason: 'x' }], papers: [] }),
  'request-payment': (reason) => ({ action: 'request-payment', amount: 1000, reason }),
  'confirm-payment': (note) => ({ action: 'confirm-payment', note }),
  finish: (note) => ({ action: 'finish', files: [], note }),
  return: (note) => ({ action: 'return', note }),
}

const officersDeed = (world: World, { status, revision, handling }: Dossier, mark: string): Deed | undefined => {
  const { random } = world
  const names = allowedActions(status, 'officer').filter((name) => Object.hasOwn(COMMANDS, name) && !(name === 'request-supplement' && (handling?.supplements ?? 0) >= 2))
  const [first, ...rest] = names
  const command = first && COMMANDS[random.pick([first, ...rest])]?.(mark)
  return command && { command, actor: 'officer', agent: 'i1', ...(random.chance(0.5) && { expected: revision }), ...(random.chance(0.4) && { key: mark }) }
}

const officersStep = (one: Case, deed: Deed, mark: string): Step => ({
  mark, job: 'handle', keyed: deed.key !== undefined,
  run: async (deps) => (await handleDossier(() => dossierOfCode(one.code, deps), deed, deps)).event.id,
})

/** The page knows the number of the request that it shows, and says it with every click. */
const citizensStep = (one: Case, number: number): Step => ({
  mark: `answer ${number}`, job: 'answer', keyed: true,
  run: async (deps) => {
    const { kind } = await answerSupplement(one, { number, entries: [['applicant.fullName', `Ánh ${number}`]] }, deps)
    if (kind !== 'sent') throw new Error('the sample answer is complete')
    return 'sent'
  },
})

const nextStep = async (world: World, one: Case, mark: string): Promise<Step | undefined> => {
  const head = await headOf(world, one)
  const asked = head.handling?.asked
  if (asked) return citizensStep(one, asked.number)
  const deed = officersDeed(world, head, mark)
  return deed && officersStep(one, deed, mark)
}

const REFUSALS = ['precondition-failed', 'not-allowed', 'nothing-asked'] as const satisfies readonly ErrorCode[]

const tried = (world: World, { job, run }: Step): Promise<Attempted<string>> => attempt(world, { job, fault: someFault(world.random), refusals: REFUSALS }, run)

/** Another officer's system, which takes the same keys and looks at no revision. */
const otherOfficer = async (world: World, one: Case, key: string): Promise<void> => {
  const keyed = world.random.chance(0.5)
  const mark = keyed ? `${key} other` : `${key} other ${world.serial += 1}`
  const deed: Deed = { command: { action: 'progress', note: mark }, actor: 'officer', agent: 'i2', ...(keyed && { key }) }
  const { result } = await tried(world, officersStep(one, deed, mark))
  const told = (await tellingOf(world, one, mark)).length
  if (told > 1) world.tally.doubled += 1
  if (result !== undefined && told === 0) world.tally.lost += 1
}

/** One round of clicks and repeats at once; without a key nobody may repeat blindly, so there is one of them. */
const round = async (world: World, one: Case, step: Step): Promise<readonly Attempted<string>[]> => {
  const { random } = world
  const clicks = Array.from({ length: step.keyed ? random.pick([1, 1, 2, 3]) : 1 }, () => tried(world, step))
  const others = [...(random.chance(0.3) ? [relay(world, one.id, someFault(random))] : []), ...(random.chance(0.2) ? [otherOfficer(world, one, step.mark)] : [])]
  const [done] = await Promise.all([Promise.all(clicks), ...others])
  return done
}

/** Tried as a client does: again while nothing was heard, and without a key only after a look whether it was done. */
const carryOut = async (world: World, one: Case, step: Step): Promise<void> => {
  const { tally } = world
  const acknowledged = new Set<string>()
  let unheard = false
  for (let tries = 0; tries < 20; tries += 1) {
    const done = await round(world, one, step)
    const told = await tellingOf(world, one, step.mark)
    for (const { result } of done) if (result !== undefined) acknowledged.add(result)
    const refused = done.filter((outcome) => outcome.refused !== undefined).length
    if (told.length > 0 && (step.keyed || !unheard)) tally.refusedThoughDone += refused
    unheard ||= done.some(({ result, refused: no }) => result === undefined && no === undefined)
    if (acknowledged.size > 0 || (told.length > 0 && !step.keyed) || refused === done.length) break
  }
  const told = await tellingOf(world, one, step.mark)
  if (told.length > 1) tally.doubled += 1
  if (told.length === 0 && acknowledged.size > 0) tally.lost += 1
  if (acknowledged.size > 1) tally.differing += 1
  tally.steps += told.length
}

/** Each event goes on from where the one before it ended, and the last one is where the head stands. */
const isWhole = (events: readonly DossierEvent[], head: Dossier): boolean => {
  const moves = events.slice(1)
  const runsOn = moves.every(({ data }, index) => data['from'] === (index === 0 ? 'submitted' : moves[index - 1]?.data['to']))
  return isChain(events) && runsOn && (moves.at(-1)?.data['to'] ?? 'submitted') === head.status && events.at(-1)?.hash === head.lastEvent.hash && head.outbox.length === 0
}

const judge = async (world: World, one: Case, feed: ReadonlyMap<string, readonly string[]>): Promise<void> => {
  const head = await headOf(world, one)
  const events = await world.store.events(head)
  if (!isWhole(events, head)) world.tally.brokenChains += 1
  if (events.map(({ hash }) => hash).join() !== (feed.get(one.id) ?? []).join()) world.tally.unheard += 1
}

const runBatch = async (world: World, count: number): Promise<void> => {
  const cases: Case[] = []
  for (let index = 0; index < count; index += 1) {
    const one = await submitted(world)
    for (let steps = 0; steps < 12; steps += 1) {
      const step = await nextStep(world, one, `${index} ${steps}`)
      if (!step) break
      await carryOut(world, one, step)
    }
    cases.push(one)
  }
  await sweep(world)
  const feed = await readFeed(world)
  for (const one of cases) await judge(world, one, feed)
}

const BATCH = 500

/**
 * Leads `dossiers` dossiers through the real use cases of the life-cycle, supplements and payments included, with a crash, an
 * outage or a repeated call at a random call, with double clicks, repeats under one key, a second officer and the relay in
 * between; then looks whether each step is told once, and whether each chain is whole and reached the agency's feed.
 */
export const simulateHandling = async (dossiers: number, seed: number, makeStore: () => DossierStore = memoryDossierStore): Promise<HandlingSimulated> => {
  const tally: Tally = { steps: 0, lost: 0, doubled: 0, differing: 0, refusedThoughDone: 0, brokenChains: 0, unheard: 0 }
  const [struck, random, effort] = [new Map<string, number>(), randomOf(seed), { attempts: 0 }]
  for (let from = 0; from < dossiers; from += BATCH) {
    const now = new Date(Date.UTC(2026, 0, 5, 2) + (from / BATCH) * 86_400_000)
    await runBatch({ random, store: makeStore(), now, struck, effort, tally, serial: 0 }, Math.min(BATCH, dossiers - from))
  }
  const faults = [...struck.values()].reduce((sum, times) => sum + times, 0)
  return { dossiers, attempts: effort.attempts, faults, struck, ...tally }
}

/** Every call that an action and an answer make, with every fault at both moments: each must have been struck. */
export const expectedHandlingStrikes = (): readonly string[] => ['handle', 'answer'].flatMap((job) => ['idOfCode', 'find', 'save'].flatMap((name) => [
  ...['crash', 'unavailable'].flatMap((kind) => ['before', 'after'].map((moment) => `${job}.${name} ${kind} ${moment}`)), `${job}.${name} repeat after`,
]))
