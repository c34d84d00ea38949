import type { FormModel, RuleContext } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Answers } from './json.ts'

/** A posted form as plain pairs, in order; the host has read it from whatever body it came in. */
export type Entries = readonly (readonly [name: string, value: string])[]

/** What runs ajv for one published version. Made by `loadValidator` (server, CLI, tests). Gives schema and kind issues alike. */
export type Validate = (answers: Answers, context: RuleContext) => readonly Issue[]

export type StepInput = {
  readonly form: FormModel
  readonly validate: Validate
  readonly section: string
  readonly entries: Entries
  /** Answers as stored, all sections. */
  readonly answers: Answers
  readonly context: RuleContext
}

/** What the pressed button asked for: the value of `_intent`. */
export type Intent =
  | { readonly kind: 'next' | 'save' | 'check' | 'autosave' }
  | { readonly kind: 'add'; readonly pointer: string }
  | { readonly kind: 'remove'; readonly pointer: string; readonly row: number }
  | { readonly kind: 'copy'; readonly to: string; readonly from: string }

export type StepResult = {
  /** All answers after the post: this section replaced by what was typed (normalised), hidden fields pruned. */
  readonly answers: Answers
  readonly intent: Intent
  /** Issues of this section only; empty = the page is valid. */
  readonly issues: readonly Issue[]
  /**
   * next: go on to `nextSlug`. stay: show the page again, because of `issues`, or because the answers opened new
   * questions that the page had not shown (`opened`, not errors yet), or rows were added, removed, copied.
   */
  readonly outcome: 'next' | 'stay' | 'save'
  readonly opened: readonly string[]
  /** Slug of the next page: a section, 'giay-to' or 'xem-lai'. */
  readonly nextSlug: string
  /** Pointer to put the focus on (new row, first opened question). */
  readonly focus?: string
}
