import { matches } from './condition.ts'
import type { Answers, JsonSchema } from './json.ts'
import type { Channel, Component, FeeRule, LimitRule, ProcedureRecord } from './procedure.ts'

const applies = (rule: { readonly when?: JsonSchema }, answers: Answers): boolean => rule.when === undefined || matches(rule.when, answers)

/** Dossier components that these answers ask for, in the order of the posting. */
export const papersFor = (record: ProcedureRecord, answers: Answers): readonly Component[] =>
  record.components.filter((component) => applies(component, answers))

/** Components that a citizen uploads here: `papersFor` without the form itself and without what is only shown at the counter. */
export const uploadsFor = (record: ProcedureRecord, answers: Answers): readonly Component[] =>
  papersFor(record, answers).filter((component) => component.upload !== undefined && component.isForm !== true)

type Rule = LimitRule | FeeRule

/** A rule that only names its case is for the posting; the last stands for all other cases, named or not. */
const decides = (rule: Rule, rules: readonly Rule[]): boolean => rule.when !== undefined || rule.case === undefined || rule === rules.at(-1)

const firstOf = <One extends Rule>(rules: readonly One[], answers: Answers, what: string): One => {
  const rule = rules.find((one) => decides(one, rules) && applies(one, answers))
  if (!rule) throw new Error(`no ${what} rule applies: the last one must have no 'when' (the linter checks it)`)
  return rule
}

/** Time limit and fee of one channel for these answers; a channel that the record does not know falls back to its first. */
export const termsFor = (record: ProcedureRecord, channel: Channel, answers: Answers): { readonly limit: LimitRule; readonly fee: FeeRule } => {
  const terms = record.channels.find((one) => one.channel === channel) ?? record.channels[0]
  if (!terms) throw new Error(`procedure ${record.code} has no channel`)
  return { limit: firstOf(terms.limits, answers, 'limit'), fee: firstOf(terms.fees, answers, 'fee') }
}
