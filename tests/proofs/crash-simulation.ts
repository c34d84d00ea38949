import { changeDossier } from '../../functions/core/change-dossier.ts'
import { createDossier } from '../../functions/core/create-dossier.ts'
import type { Deps } from '../../functions/core/deps.ts'
import type { Dossier } from '../../functions/core/dossier.ts'
import { isChain } from '../../functions/core/events.ts'
import { uuidOf } from '../../functions/core/ids.ts'
import { newDraft } from '../../functions/core/new-draft.ts'
import { openDraft } from '../../functions/core/open-draft.ts'
import type { DossierStore } from '../../functions/core/ports.ts'
import { relayAll } from '../../functions/core/relay-outbox.ts'
import { submitDossier } from '../../functions/core/submit-dossier.ts'
import { memoryDossierStore } from './memory-dossiers.ts'
import { randomOf } from './random.ts'
import { PROCEDURE } from './sample-procedure.ts'
import { attempt, depsOf, readFeed, relay, someFault, sweep, TOKEN, type SimulatedWorld } from './simulated-world.ts'

export type Simulated = {
  readonly submits: number
  readonly attempts: number
  readonly faults: number
  /** Each call of each job with how often it was struck, by kind and moment. */
  readonly struck: ReadonlyMap<string, number>
  readonly lost: number
  readonly doubled: number
  readonly differingReceipts: number
  readonly brokenChains: number
  /** Dossiers of which the agency's feed does not have every event, in order. */
  readonly unheard: number
  /** Of submits and relays that met no fault and no rival. */
  readonly quiet: { readonly submitWrites: number; readonly submitReads: number; readonly relayWrites: number; readonly events: number }
}

type Tally = { lost: number; doubled: number; differing: number; broken: number; unheard: number; quiet: { submitWrites: number; submitReads: number; relayWrites: number; events: number } }
type World = SimulatedWorld & { readonly tally: Tally }
type Submit = { readonly id: string; readonly run: (deps: Deps) => Promise<Dossier> }

const BATCH = 2_000

const submitOfDraft = async (world: World): Promise<Submit> => {
  const deps = depsOf(world, world.store)
  const draft = newDraft({ id: deps.ids.uuid(), token: TOKEN, procedure: { code: PROCEDURE.record.code, version: 1 }, lang: 'vi', answers: { applicant: { fullName: `Người số ${world.serial}` } } }, deps)
  await world.store.create(draft)
  return { id: draft.id, run: async (own) => (await submitDossier({ id: draft.id, token: TOKEN }, own)).dossier }
}

const submitInOneShot = (world: World): Submit => {
  const key = `key-${world.now.getTime()}-${world.serial += 1}`
  const run = async (own: Deps): Promise<Dossier> => {
    const made = await createDossier({ code: PROCEDURE.record.code, idempotencyKey: key, answers: { applicant: { fullName: key } }, lang: 'vi' }, own)
    if (made.kind === 'invalid') throw new Error('the sample is valid')
    return made.dossier
  }
  return { id: uuidOf('one-shot', PROCEDURE.record.code, key), run }
}

/** Another tab that saves a page of the same draft meanwhile: the submit has to start over from the new state. */
const otherTab = (world: World, id: string): Promise<unknown> => attempt(world, { job: 'save', fault: someFault(world.random), refusals: ['already-submitted'] }, (deps) => changeDossier({
  read: () => openDraft({ id, token: TOKEN }, deps),
  change: (dossier) => ({ next: { ...dossier, answers: { applicant: { fullName: `sửa ${dossier.revision}` } } }, told: {} }),
}, deps))

/** Clicks, reloads and tabs at once, each with its own misfortune; then the citizen tries until there is a receipt. */
const submitUntilReceipt = async (world: World, submit: Submit, job: string): Promise<readonly Dossier[]> => {
  const { random } = world
  const rivals = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => attempt(world, { job, fault: someFault(random) }, submit.run))
  const tabs = job === 'submit' && random.chance(0.3) ? [otherTab(world, submit.id)] : []
  const relays = random.chance(0.3) ? [relay(world, submit.id, someFault(random))] : []
  const [first] = await Promise.all([Promise.all(rivals), ...tabs, ...relays])
  const receipts = first.flatMap(({ result }) => result ?? [])
  for (let tries = 0; receipts.length < 2; tries += 1) {
    const { result } = await attempt(world, { job, fault: tries < 6 ? someFault(random) : undefined }, submit.run)
    if (result) receipts.push(result)
    if (tries > 20) throw new Error('no receipt after 20 tries')
  }
  return receipts
}

const judge = async (world: World, { id }: Submit, receipts: readonly Dossier[], feed: ReadonlyMap<string, readonly string[]>): Promise<void> => {
  const { tally, store } = world
  const head = await store.find(id)
  if (head?.status !== 'submitted' || !head.submission || (await store.idOfCode(head.submission.code)) !== id) tally.lost += 1
  const stored = JSON.stringify(head?.submission)
  if (receipts.some(({ submission }) => JSON.stringify(submission) !== stored)) tally.differing += 1
  const events = head ? await store.events(head) : []
  const told = events.filter(({ type }) => type === 'dossier.submitted').length
  if (told > 1) tally.doubled += 1
  if (events.map(({ hash }) => hash).join() !== (feed.get(id) ?? []).join()) tally.unheard += 1
  if (told !== 1 || !isChain(events) || head?.outbox.length !== 0 || events.at(-1)?.hash !== head.lastEvent.hash) tally.broken += 1
}

const quietRun = async (world: World, submit: Submit): Promise<readonly Dossier[]> => {
  const { counts, result } = await attempt(world, { job: 'quiet', fault: undefined }, submit.run)
  const { counts: relayed, result: told } = await attempt(world, { job: 'quiet', fault: undefined }, (deps) => relayAll([submit.id], deps))
  const { quiet } = world.tally
  quiet.submitWrites = Math.max(quiet.submitWrites, counts.writes)
  quiet.submitReads = Math.max(quiet.submitReads, counts.reads)
  quiet.relayWrites = Math.max(quiet.relayWrites, relayed.writes)
  quiet.events = Math.max(quiet.events, told?.events ?? 0)
  return result ? [result] : []
}

const runBatch = async (world: World, count: number, codes: Set<string>): Promise<void> => {
  const made: { readonly submit: Submit; readonly receipts: readonly Dossier[] }[] = []
  for (let index = 0; index < count; index += 1) {
    const oneShot = index % 3 === 0
    const submit = oneShot ? submitInOneShot(world) : await submitOfDraft(world)
    const receipts = index % 50 === 1 ? await quietRun(world, submit) : await submitUntilReceipt(world, submit, oneShot ? 'create' : 'submit')
    if (world.random.chance(0.7)) await relay(world, submit.id, someFault(world.random))
    made.push({ submit, receipts })
  }
  await sweep(world)
  const feed = await readFeed(world)
  for (const { submit, receipts } of made) {
    await judge(world, submit, receipts, feed)
    const code = receipts[0]?.submission?.code ?? ''
    if (codes.has(code)) world.tally.doubled += 1
    codes.add(code)
  }
}

/**
 * Submits `submits` dossiers through the real use cases over a store with the table's own conditions, with a crash, an
 * outage or a repeated call struck at a random call of submit, one-shot create, page save, relay and sweep, and with
 * rivals in between; then looks whether each dossier is there, once, with one receipt and an unbroken chain.
 */
export const simulate = async (submits: number, seed: number, makeStore: () => DossierStore = memoryDossierStore): Promise<Simulated> => {
  const tally: Tally = { lost: 0, doubled: 0, differing: 0, broken: 0, unheard: 0, quiet: { submitWrites: 0, submitReads: 0, relayWrites: 0, events: 0 } }
  const [struck, codes, random, effort] = [new Map<string, number>(), new Set<string>(), randomOf(seed), { attempts: 0 }]
  for (let from = 0; from < submits; from += BATCH) {
    const now = new Date(Date.UTC(2026, 0, 5, 2) + (from / BATCH) * 86_400_000)
    await runBatch({ random, store: makeStore(), now, struck, effort, tally, serial: 0 }, Math.min(BATCH, submits - from), codes)
  }
  const faults = [...struck.values()].reduce((sum, times) => sum + times, 0)
  return { submits, attempts: effort.attempts, faults, struck, lost: tally.lost, doubled: tally.doubled, differingReceipts: tally.differing, brokenChains: tally.broken, unheard: tally.unheard, quiet: tally.quiet }
}

/** Every call that submit and relay make, with every fault at both moments: each must have been struck. */
export const expectedStrikes = (): readonly string[] => {
  const calls = { submit: ['find', 'nextNumber', 'claimCode', 'save'], create: ['find', 'nextNumber', 'claimCode', 'create'], relay: ['findWaiting', 'appendToFeed', 'clearOutbox'] }
  return Object.entries(calls).flatMap(([job, names]) => names.flatMap((name) => [
    ...['crash', 'unavailable'].flatMap((kind) => ['before', 'after'].map((moment) => `${job}.${name} ${kind} ${moment}`)), `${job}.${name} repeat after`,
  ]))
}
