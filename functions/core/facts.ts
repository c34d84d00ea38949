import type { Json } from '../../forms/index.ts'
import type { DossierEvent } from './dossier.ts'

/**
 * Names under which ids, codes, numbers, states and dates stand. What is not named here was written by a person, or may have
 * been: reasons, notes, apologies, departments, officers' names. A new field is one of those until somebody decides otherwise.
 */
const FACTS: ReadonlySet<string> = new Set([
  'code', 'procedure', 'version', 'agent', 'from', 'to', 'national', 'step', 'number', 'state', 'amount', 'attachment', 'component', 'pointer',
  'fields', 'papers', 'changed', 'files', 'contentHash', 'at', 'askedAt', 'paidAt', 'until', 'dueAt', 'previousDueAt', 'late',
  'clock', 'basis', 'dueByRestart', 'dueByPause',
])

const reduced = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reduced)
  return typeof value === 'object' && value !== null ? factsOf(value) : value
}

/** The facts of a plain object, at any depth. Pure: the same object gives the same facts. */
export const factsOf = (value: object): Record<string, Json> =>
  Object.fromEntries(Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, one]) => (FACTS.has(name) ? [[name, reduced(one)]] : [])))

/** The event without what people wrote. Its hash stays that of the whole event, as the history gives it. */
export const withoutTexts = (event: DossierEvent): DossierEvent => ({ ...event, data: factsOf(event.data) })
