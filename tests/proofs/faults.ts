import { ConditionFailed, Unavailable, type DossierStore } from '../../functions/core/ports.ts'
import type { Random } from './random.ts'

/** The process is gone: nothing after this line of it ever ran. */
export class Crash extends Error { override readonly name = 'Crash' }

export type FaultKind = 'crash' | 'unavailable' | 'repeat'
/** `before`: the call never reached the store. `after`: it took effect and its answer was lost. `repeat`: the SDK sent it twice. */
export type Fault = { readonly step: number; readonly kind: FaultKind; readonly moment: 'before' | 'after' }

export type Counts = { reads: number; writes: number }
export type Watch = {
  readonly random: Random
  readonly counts: Counts
  /** How often each fault struck each call: `submit.save crash after` -> times. */
  readonly struck: Map<string, number>
  readonly job: string
}

const READS: readonly string[] = ['find', 'findWaiting', 'idOfCode', 'withOutbox', 'events', 'feedAfter'] satisfies readonly (keyof DossierStore)[]

const wait = async (random: Random): Promise<void> => { for (let turns = random.below(4); turns > 0; turns -= 1) await undefined }

/** One process's view of a store: calls interleave with other processes', and one call may meet the fault. */
export const faulty = (store: DossierStore, fault: Fault | undefined, watch: Watch): DossierStore => {
  let step = 0
  let dead = false
  const strike = (name: string, { kind, moment }: Fault): never => {
    const place = `${watch.job}.${name} ${kind} ${moment}`
    watch.struck.set(place, (watch.struck.get(place) ?? 0) + 1)
    dead = kind === 'crash'
    throw kind === 'crash' ? new Crash(place) : new Unavailable(place)
  }
  const twice = async <Result>(name: string, call: () => Promise<Result>): Promise<Result> => {
    const place = `${watch.job}.${name} repeat after`
    watch.struck.set(place, (watch.struck.get(place) ?? 0) + 1)
    await call()
    await wait(watch.random)
    return call()
  }
  const guarded = async <Result>(name: string, call: () => Promise<Result>): Promise<Result> => {
    if (dead) throw new Crash('a dead process made a call')
    const here = step === fault?.step ? fault : undefined
    step += 1
    await wait(watch.random)
    if (dead) throw new Crash('a dead process made a call')
    if (here && here.kind !== 'repeat' && here.moment === 'before') strike(name, here)
    watch.counts[READS.includes(name) ? 'reads' : 'writes'] += 1
    const result = here?.kind === 'repeat' ? await twice(name, call) : await call()
    if (here && here.kind !== 'repeat') strike(name, here)
    await wait(watch.random)
    return result
  }
  return {
    find: (id) => guarded('find', () => store.find(id)),
    findWaiting: (ids) => guarded('findWaiting', () => store.findWaiting(ids)),
    create: (dossier) => guarded('create', () => store.create(dossier)),
    save: (dossier, expected) => guarded('save', () => store.save(dossier, expected)),
    nextNumber: (agency, day) => guarded('nextNumber', () => store.nextNumber(agency, day)),
    claimCode: (code, id) => guarded('claimCode', () => store.claimCode(code, id)),
    idOfCode: (code) => guarded('idOfCode', () => store.idOfCode(code)),
    withOutbox: (limit) => guarded('withOutbox', () => store.withOutbox(limit)),
    clearOutbox: (read, numbers) => guarded('clearOutbox', () => store.clearOutbox(read, numbers)),
    events: (dossier) => guarded('events', () => store.events(dossier)),
    appendToFeed: (about, events) => guarded('appendToFeed', () => store.appendToFeed(about, events)),
    feedAfter: (agency, number, limit) => guarded('feedAfter', () => store.feedAfter(agency, number, limit)),
  }
}

/** Failures that a client or platform answers by trying again; anything else is a bug and ends the proof. */
export const isExpected = (error: unknown): boolean => error instanceof Crash || error instanceof Unavailable || error instanceof ConditionFailed
