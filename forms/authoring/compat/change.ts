import type { Json, JsonSchema } from '../../engine/json.ts'

/** Who is broken: an integrator sends answers (what is narrower is refused) and reads them (what is new or gone surprises). */
export type Side = 'sender' | 'reader'

export const CHANGES = [
  'form-removed', 'field-removed', 'field-renamed', 'field-moved', 'field-added', 'required-field-added', 'section-moved', 'kind-changed', 'type-narrower', 'type-wider', 'nullable',
  'required', 'optional', 'hidden', 'shown', 'option-removed', 'option-added', 'values-limited', 'values-open', 'narrower', 'wider', 'format-changed', 'constraint-added', 'constraint-changed', 'constraint-removed',
  'rule-added', 'rule-changed', 'rule-removed', 'text-changed', 'paper-removed', 'paper-added', 'required-paper-added',
] as const
export type ChangeName = (typeof CHANGES)[number]

/** One difference between two versions of a form, for one side. Without `breaks` it breaks nobody. */
export type Change = {
  /** Of the answer, `*` for any row; /papers/<component> for a paper. */
  readonly pointer: string
  readonly change: ChangeName
  readonly breaks?: Side
  /** Conditions on the object around it that must all hold; absent: always. */
  readonly when?: readonly JsonSchema[]
  /** Which keyword, where several could be. */
  readonly keyword?: string
  readonly from?: Json
  readonly to?: Json
}

/** What a keyword's change means, before it is known where. */
export type Verdict = Pick<Change, 'change' | 'breaks' | 'from' | 'to'>
