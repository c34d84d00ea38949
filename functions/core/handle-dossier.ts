import type { Json } from '../../forms/index.ts'
import { applyCommand } from './apply-command.ts'
import { hashOf, sha256 } from './canonical.ts'
import { changeDossier } from './change-dossier.ts'
import { civilDate } from './civil-time.ts'
import type { Submitted } from './clock.ts'
import type { Command } from './command.ts'
import type { Deps } from './deps.ts'
import type { Dossier, DossierEvent } from './dossier.ts'
import { AppError } from './errors.ts'
import { tell } from './events.ts'
import { NO_HANDLING } from './handling.ts'
import { nationalStatus, nextStatus, type Actor } from './life-cycle.ts'
import { loadProcedure, type OnlineProcedure } from './load-procedure.ts'
import { allowedNow, brokenRule } from './rules-of-law.ts'

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock' | 'ids'>

/** Repeats that a head remembers; a dossier sees a dozen actions in its life. */
const REMEMBERED = 40

/** One action of the life-cycle as somebody asks for it. */
export type Deed = {
  readonly command: Command
  readonly actor: Actor
  /** Who acts, for the history: an integrator's id. */
  readonly agent?: string
  /** Revision that the caller has seen; absent: whatever it is. */
  readonly expected?: number
  /** Idempotency-Key: the same key and command give the same event. */
  readonly key?: string
}

/** A write that took effect and whose answer was lost is known by its key again: who brings none is given one for this call. */
type KeyedDeed = Deed & { readonly key: string }

/** Against what an action is judged. */
export type Ground = { readonly procedure: OnlineProcedure; readonly now: Date }

const factsOf = (dossier: Dossier, actor: Actor, { procedure, now }: Ground): Readonly<Record<string, Json>> => ({
  dossierStatus: dossier.status, revision: dossier.revision, allowed: [...allowedNow(dossier, actor, { record: procedure.published.record, today: civilDate(now) })],
})

/** Keys are the caller's own: another system that takes the same one means another action. */
const keyOf = ({ agent, key }: KeyedDeed): string => sha256(JSON.stringify([agent ?? '', key]))

/** The number of the event that this very request made before; refuses another body under its key. */
const repeated = ({ handling }: Dossier, deed: KeyedDeed): number | undefined => {
  const key = keyOf(deed)
  const found = (handling ?? NO_HANDLING).told.find((one) => one.key === key)
  if (found && found.body !== hashOf(deed.command)) throw new AppError('idempotency-conflict')
  return found?.seq
}

/** A dossier that was handed in; a draft is nobody's but its holder's. */
export const asSubmitted = (dossier: Dossier): Submitted => {
  if (!dossier.submission) throw new AppError('dossier-not-found', { code: '' })
  return { ...dossier, submission: dossier.submission }
}

const checked = (dossier: Submitted, { command, actor, expected }: Deed, ground: Ground): Dossier['status'] => {
  const facts = factsOf(dossier, actor, ground)
  if (expected !== undefined && expected !== dossier.revision) throw new AppError('precondition-failed', {}, [], facts)
  const next = nextStatus(dossier.status, command.action, actor)
  if (next === undefined) throw new AppError('not-allowed', { status: dossier.status }, [], facts)
  const broken = brokenRule(dossier, command.action, { record: ground.procedure.published.record, today: civilDate(ground.now) })
  if (broken) throw new AppError(broken.code, { basis: broken.basis }, [], facts)
  return next
}

/**
 * The head after an action, with its event in the outbox; not yet written. Pure. The event tells both statuses, so that
 * nobody has to ask how the dossier stands now.
 */
export const act = (dossier: Submitted, deed: Deed, ground: Ground): Dossier => {
  const next = checked(dossier, deed, ground)
  const { command, actor, agent, key } = deed
  const { handling, data } = applyCommand(command, { dossier, ...ground })
  const who = { ...(agent !== undefined && { agent }), ...(command.officer !== undefined && { officer: command.officer }) }
  const facts = { ...data, code: dossier.submission.code, from: dossier.status, to: next, national: nationalStatus(next) ?? 0, ...who }
  const spoken = tell({ ...dossier, status: next, handling }, { type: `dossier.${command.action}`, actor, data: facts, at: ground.now })
  if (key === undefined) return spoken
  const entry = { key: keyOf({ ...deed, key }), body: hashOf(command), seq: spoken.lastEvent.seq }
  return { ...spoken, handling: { ...handling, told: [...handling.told, entry].slice(-REMEMBERED) } }
}

/** The event of this number, wherever it is by now. */
const eventOf = async (dossier: Dossier, seq: number, deps: Pick<Deps, 'dossiers'>): Promise<DossierEvent> => {
  const event = dossier.outbox.find((one) => one.seq === seq) ?? (await deps.dossiers.events(dossier)).find((one) => one.seq === seq)
  if (!event) throw new Error(`dossier ${dossier.id} has no event ${seq}`)
  return event
}

export type Handled = { readonly dossier: Dossier; readonly event: DossierEvent; readonly repeated: boolean }

/**
 * Carries out one action: one conditional write on the head holds the new status, what it means for the dossier, and the
 * event. `read` reads the head afresh and checks that the caller may act on it.
 */
export const handleDossier = async (read: () => Promise<Dossier>, asked: Deed, deps: Needs): Promise<Handled> => {
  const deed = { ...asked, key: asked.key ?? deps.ids.uuid() }
  const { dossier, ...told } = await changeDossier({
    read,
    sent: { ...deed.command } as unknown as Json,
    change: async (found): Promise<{ readonly next?: Dossier; readonly told: { readonly seq: number; readonly repeated: boolean } }> => {
      const before = repeated(found, deed)
      if (before !== undefined) return { told: { seq: before, repeated: true } }
      const next = act(asSubmitted(found), deed, { procedure: await loadProcedure(found.procedure, deps), now: deps.clock() })
      return { next, told: { seq: next.lastEvent.seq, repeated: false } }
    },
  }, deps)
  return { dossier, event: await eventOf(dossier, told.seq, deps), repeated: told.repeated }
}
