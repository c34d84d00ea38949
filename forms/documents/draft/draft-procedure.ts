import type { RuleContext } from '../../engine/form-model.ts'
import type { JsonObject } from '../../engine/json.ts'
import type { ProcedureRecord } from '../../engine/procedure.ts'
import type { WordForm } from '../hole.ts'
import type { WordMap } from '../word-map.ts'
import { draftExamples } from './draft-examples.ts'
import { draftMap } from './draft-map.ts'
import { draftRecord, formTitle, placeholderCode } from './draft-record.ts'
import { draftSchema } from './draft-schema.ts'
import { makePlan } from './make-plan.ts'
import type { Proposal } from './proposal.ts'
import { proposalsFor } from './proposals.ts'
import { raiseRecord } from './raise-record.ts'
import { isChosen, RECEIVER_PAGE } from './receiver.ts'

export type DraftOptions = {
  /** National code; without one, a placeholder that begins with 0 and is made of the title. */
  readonly code?: string
  /** The procedure as it is posted now (level 2): its texts are kept. */
  readonly record?: ProcedureRecord
  /** What the form has a person declare, in its words (`findPledge`); left out: a general sentence. */
  readonly pledge?: string
  /** Today and the communes: examples are tried before they are written. */
  readonly context: RuleContext
}

/** The files of a procedure folder as values, and what an author should look at. */
export type Draft = {
  readonly record: ProcedureRecord
  readonly schema: JsonObject
  readonly map: WordMap
  readonly examples: ReturnType<typeof draftExamples>
  readonly proposals: readonly Proposal[]
}

/** A posting may name another form's answer: it is asked anew, where it is asked. */
const withReceiver = (record: ProcedureRecord): ProcedureRecord => {
  const { chosenBy: _other, ...agency } = record.agency
  return { ...record, agency: isChosen(record) ? { ...agency, chosenBy: RECEIVER_PAGE.answer } : agency }
}

/**
 * A Word form, read -> a procedure that can be submitted: each part a page, each hole a question of the kind that was read,
 * in the form's order and with its labels; what stands online for the signature is a declaration. It passes the linter.
 */
export const draftProcedure = (form: WordForm, { code, record, pledge, context }: DraftOptions): Draft => {
  const posted = withReceiver(record ? raiseRecord(record, form) : draftRecord(form, code ?? placeholderCode(form.title)))
  const plan = makePlan(form, posted.agency.chosenBy !== undefined)
  const schema = draftSchema(plan, formTitle(form), pledge)
  return {
    record: posted, schema, map: draftMap(plan, form, posted), examples: draftExamples(schema, context), proposals: proposalsFor(plan, form),
  }
}
