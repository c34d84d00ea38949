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

type Needs = Pick<Deps, 'dossiers' | 'procedures' | 'validators' | 'clock'>

/** Repeats that a head remembers; a dossier sees a dozen actions in its life. */
const REMEMBERED = 40

export type Action = {
  /** Reads the head afresh and checks that the caller may act on it. */
  readonly read: () => Promise<Dossier>
  readonly command: Command
  readonly actor: Actor
  /** Who acts, for the history: an integrator's id. */
  readonly agent?: string
  /** Revision that the caller has seen; absent: whatever it is. */
  readonly expected?: number
  /** Idempotency-Key: the same key and command give the same event. */
  readonly key?: string
}

const refused = (code: 'precondition-failed' | 'not-allowed', dossier: Dossier, facts: { readonly actor: Actor; readonly procedure: OnlineProcedure; readonly now: Date }): AppError => {
  const at = { record: facts.procedure.published.record, today: civilDate(facts.now) }
  return new AppError(code, { status: dossier.status }, [], { status: dossier.status, revision: dossier.revision, allowed: [...allowedNow(dossier, facts.actor, at)] })
}

/** The number of the event that this very request made before; refuses another body under its key. */
const repeated = ({ handling }: Dossier, { key, command }: Action): number | undefined => {
  const found = key === undefined ? undefined : (handling ?? NO_HANDLING).told.find((one) => one.key === sha256(key))
  if (found && found.body !== hashOf(command)) throw new AppError('idempotency-conflict')
  return found?.seq
}

const asSubmitted = (dossier: Dossier): Submitted => {
  if (!dossier.submission) throw new AppError('dossier-not-found', { code: '' })
  return { ...dossier, submission: dossier.submission }
}

const checked = (dossier: Submitted, { command, actor, expected }: Action, procedure: OnlineProcedure, now: Date): Dossier['status'] => {
  if (expected !== undefined && expected !== dossier.revision) throw refused('precondition-failed', dossier, { actor, procedure, now })
  const next = nextStatus(dossier.status, command.action, actor)
  if (next === undefined) throw refused('not-allowed', dossier, { actor, procedure, now })
  const at = { record: procedure.published.record, today: civilDate(now) }
  const broken = brokenRule(dossier, command.action, at)
  if (broken) throw new AppError(broken.code, { basis: broken.basis }, [], { status: dossier.status, revision: dossier.revision, allowed: [...allowedNow(dossier, actor, at)] })
  return next
}

/** Every event of an action is told under its own type, with both statuses, so that nobody has to ask how it stands now. */
const told = (dossier: Submitted, { command, actor, agent, key }: Action, procedure: OnlineProcedure, now: Date): Dossier => {
  const next = checked(dossier, { command, actor, read: async () => dossier }, procedure, now)
  const { handling, data } = applyCommand(command, { dossier, procedure, now })
  const { officer } = command
  const facts = { ...data, code: dossier.submission.code, from: dossier.status, to: next, national: nationalStatus(next) ?? 0, ...(agent !== undefined && { agent }), ...(officer !== undefined && { officer }) }
  const spoken = tell({ ...dossier, status: next, handling }, { type: `dossier.${command.action}`, actor, data: facts, at: now })
  if (key === undefined) return spoken
  const entry = { key: sha256(key), body: hashOf(command), seq: spoken.lastEvent.seq }
  return { ...spoken, handling: { ...handling, told: [...handling.told, entry].slice(-REMEMBERED) } }
}

/** The event of this number, wherever it is by now. */
export const eventOf = async (dossier: Dossier, seq: number, deps: Pick<Deps, 'dossiers'>): Promise<DossierEvent> => {
  const event = dossier.outbox.find((one) => one.seq === seq) ?? (await deps.dossiers.events(dossier.id)).find((one) => one.seq === seq)
  if (!event) throw new Error(`dossier ${dossier.id} has no event ${seq}`)
  return event
}

export type Handled = { readonly dossier: Dossier; readonly event: DossierEvent; readonly repeated: boolean }

/**
 * Carries out one action of the life-cycle: one conditional write on the head holds the new status, what it means for the
 * dossier, and the event in the outbox. `prepare` may change the head in the same write (a supplement brings answers along).
 */
export const handleDossier = async (action: Action, deps: Needs, prepare: (dossier: Submitted) => Submitted = (dossier) => dossier): Promise<Handled> => {
  const { dossier, seq, ...rest } = await changeDossier({
    read: action.read,
    change: async (found): Promise<{ readonly next?: Dossier; readonly told: { readonly seq: number; readonly repeated: boolean } }> => {
      const before = repeated(found, action)
      if (before !== undefined) return { told: { seq: before, repeated: true } }
      const procedure = await loadProcedure(found.procedure, deps)
      const now = deps.clock()
      const submitted = asSubmitted(found)
      checked(submitted, action, procedure, now)
      const next = told(prepare(submitted), action, procedure, now)
      return { next, told: { seq: next.lastEvent.seq, repeated: false } }
    },
  }, deps)
  return { dossier, event: await eventOf(dossier, seq, deps), ...rest }
}
