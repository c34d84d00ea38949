import { pinnable } from '../../forms/engine/pinned.ts'
import { uploadsFor } from '../../forms/engine/terms.ts'
import type { ProcedureRecord } from '../../forms/index.ts'
import { civilDate } from './civil-time.ts'
import type { Submitted } from './clock.ts'
import { AppError } from './errors.ts'
import type { SupplementRequest } from './handling.ts'
import type { OnlineProcedure } from './load-procedure.ts'

type Pins = Pick<SupplementRequest, 'fields' | 'papers' | 'until'>

/** Items of one request: more is not a supplement but another dossier, and the head has to stay small. */
export const PINS_LIMIT = 40

const doubled = (names: readonly string[]): string | undefined => names.find((name, index) => names.indexOf(name) !== index)

/** The agency was chosen with the submission; a supplement would move the answer and leave the dossier where it is. */
const decidesAgency = ({ agency: { chosenBy } }: ProcedureRecord, pointer: string): boolean =>
  chosenBy !== undefined && (`${chosenBy}/`.startsWith(`${pointer}/`) || pointer.startsWith(`${chosenBy}/`))

/**
 * A request must be one that the citizen can answer here: fields that the form has and these answers show, papers that the
 * procedure takes as files. All in one request (NĐ 61/2018/NĐ-CP, art. 17.3): an empty one is none.
 */
export const checkPins = ({ fields, papers, until }: Pins, { dossier, procedure, now }: { readonly dossier: Submitted; readonly procedure: OnlineProcedure; readonly now: Date }): void => {
  const { published: { record }, form } = procedure
  if (fields.length + papers.length === 0 || fields.length + papers.length > PINS_LIMIT) throw new AppError('pins-count', { limit: PINS_LIMIT })
  const twice = doubled([...fields.map(({ pointer }) => pointer), ...papers.map(({ component }) => component)])
  if (twice !== undefined) throw new AppError('pin-twice', { pin: twice })
  for (const { pointer } of fields) if (decidesAgency(record, pointer)) throw new AppError('pin-agency', { pin: pointer.slice(0, 200) })
  for (const { pointer } of fields) if (!pinnable(form, dossier.answers, pointer)) throw new AppError('pin-unknown', { pin: pointer.slice(0, 200) })
  const known = new Set(uploadsFor(record, dossier.answers).map(({ id }) => id))
  for (const { component } of papers) if (!known.has(component)) throw new AppError('paper-not-open', { pin: component.slice(0, 80), papers: [...known].join(', ') || '–' })
  if (until !== undefined && until <= civilDate(now)) throw new AppError('date-not-later', { date: civilDate(now) })
}
