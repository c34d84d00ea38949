import { civilTimeOf } from '../../forms/calendar/civil-time.ts'
import type { Json } from '../../forms/index.ts'
import { civilDate, civilTime } from './civil-time.ts'
import { dueNow, isOver, promiseAnew, recount, recountPaid, type Submitted } from './clock.ts'
import type { Command, CommandOf } from './command.ts'
import { AppError } from './errors.ts'
import { NO_HANDLING, type Handling } from './handling.ts'
import type { Action } from './life-cycle.ts'
import type { OnlineProcedure } from './load-procedure.ts'
import { checkPins } from './pins.ts'
import { checkResults } from './results.ts'

/** What an action changes besides the status, and what its event tells. */
export type Applied = { readonly handling: Handling; readonly data: Readonly<Record<string, Json>> }

type Ground = { readonly dossier: Submitted; readonly procedure: OnlineProcedure; readonly now: Date }
type Apply<Kind extends Action> = (command: CommandOf<Kind>, ground: Ground) => Applied

const handlingOf = ({ handling }: Submitted): Handling => handling ?? NO_HANDLING

const told = (given: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(given).filter((pair): pair is [string, Json] => pair[1] !== undefined))

const noted = ({ note }: { readonly note?: string }, { dossier }: Ground): Applied => ({ handling: handlingOf(dossier), data: told({ note }) })

const ended = ({ reason }: { readonly reason: string }, { dossier, now }: Ground): Applied => {
  const { asked: _over, ...rest } = handlingOf(dossier)
  return { handling: { ...rest, ended: { reason, at: civilTime(now) } }, data: { reason } }
}

/** The event tells whether the agency asked in time: a dossier that is late already stays so, however it is answered. */
const requestSupplement: Apply<'request-supplement'> = ({ fields, papers, reason, until }, { dossier, procedure, now }) => {
  checkPins({ fields, papers, ...(until !== undefined && { until }) }, { dossier, procedure, now })
  const before = handlingOf(dossier)
  const number = before.supplements + 1
  const asked = { number, fields, papers, reason, askedAt: civilTime(now), ...(until !== undefined && { until }) }
  const due = dueNow(dossier)
  const data = told({ number, reason, until, dueAt: due.dueAt, late: isOver(due, asked.askedAt), fields: fields.map((one) => ({ ...one })), papers: papers.map((one) => ({ ...one })) })
  return { handling: { ...before, supplements: number, asked }, data }
}

/** The clock moves with the answer: counted anew, or by the days of waiting. The event tells both dates. */
const supplement: Apply<'supplement'> = ({ changed, papers, contentHash }, { dossier, procedure, now }) => {
  const { asked, ...before } = handlingOf(dossier)
  if (!asked) throw new AppError('nothing-asked')
  const wait = { from: asked.askedAt, to: civilTime(now) }
  const { due, ...counted } = recount(dossier, procedure.published.record, wait)
  const data = { number: asked.number, changed, papers, contentHash, dueAt: due.dueAt, previousDueAt: dueNow(dossier).dueAt, ...counted }
  const restarted = counted.clock === 'restart' && !counted.late && { restartedAt: wait.to }
  return { handling: { ...before, answered: asked.number, waits: [...before.waits, wait], ...restarted, due, contentHash }, data: { ...data, changed: [...changed], papers: [...papers] } }
}

/** The days of waiting for the money are the citizen's: the date moves by as many. */
const confirmPayment: Apply<'confirm-payment'> = ({ note }, { dossier, procedure, now }) => {
  const { payment, ...before } = handlingOf(dossier)
  if (!payment) return { handling: before, data: told({ note }) }
  const wait = { from: payment.askedAt, to: civilTime(now) }
  const due = recountPaid(dossier, procedure.published.record, wait)
  const handling = { ...before, payment: { ...payment, paidAt: wait.to }, waits: [...before.waits, wait], due }
  return { handling, data: told({ note, dueAt: due.dueAt, previousDueAt: dueNow(dossier).dueAt }) }
}

const repromise: Apply<'repromise'> = ({ dueAt, reason, apology }, { dossier, now }) => {
  const due = dueNow(dossier)
  const next = promiseAnew(due, dueAt, now)
  const repromised = { from: due.dueAt, dueAt, reason, apology, at: civilTime(now) }
  // The desk is to be told a day before the old date at the latest (NĐ 61/2018/NĐ-CP, art. 19.9): later is recorded, not forbidden.
  const late = civilDate(now) >= civilTimeOf(due.dueAt).date
  return { handling: { ...handlingOf(dossier), due: next, repromised }, data: { dueAt, previousDueAt: due.dueAt, reason, apology, late } }
}

const APPLY: { readonly [Kind in Action]: Apply<Kind> } = {
  receive: (command, ground) => {
    const { handling, data } = noted(command, ground)
    return { handling: { ...handling, receivedAt: civilTime(ground.now) }, data: { ...data, dueAt: dueNow(ground.dossier).dueAt } }
  },
  refuse: ended,
  progress: ({ step, department, note }, { dossier }) => ({
    handling: { ...handlingOf(dossier), ...(step && { step }), ...(department !== undefined && { department }) }, data: told({ step, department, note }),
  }),
  'request-supplement': requestSupplement,
  supplement,
  'request-payment': ({ amount, reason }, { dossier, now }) => ({ handling: { ...handlingOf(dossier), payment: { amount, reason, askedAt: civilTime(now) } }, data: { amount, reason } }),
  'confirm-payment': confirmPayment,
  repromise,
  stop: ended,
  finish: ({ files, note }, { dossier }) => {
    checkResults(dossier, files)
    return { handling: { ...handlingOf(dossier), results: files }, data: told({ files: [...files], note }) }
  },
  return: noted,
  withdraw: ended,
}

/** One row of the table, carried out. Pure; refuses what a citizen could not answer or a law does not allow. */
export const applyCommand = <Kind extends Action>(command: Command & { readonly action: Kind }, ground: Ground): Applied =>
  (APPLY[command.action] as (command: Command, ground: Ground) => Applied)(command, ground)
