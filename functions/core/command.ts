import type { Step, SupplementRequest } from './handling.ts'
import type { Action } from './life-cycle.ts'

/** What each action needs to be told. Texts are trimmed and bounded by whoever reads them (office/read-command.ts). */
type Needs = {
  readonly receive: { readonly note?: string }
  readonly refuse: { readonly reason: string }
  readonly progress: { readonly step?: Step; readonly department?: string; readonly note?: string }
  readonly 'request-supplement': Pick<SupplementRequest, 'fields' | 'papers' | 'reason' | 'until'>
  readonly supplement: { readonly changed: readonly string[]; readonly papers: readonly string[]; readonly contentHash: string }
  readonly 'request-payment': { readonly amount: number; readonly reason: string }
  readonly 'confirm-payment': { readonly note?: string }
  readonly repromise: { readonly dueAt: string; readonly reason: string; readonly apology: string }
  readonly stop: { readonly reason: string }
  readonly finish: { readonly files: readonly string[]; readonly note?: string }
  readonly return: { readonly note?: string }
  readonly withdraw: { readonly reason: string }
}

/** One action and what it is told; `officer` is the name that the agency's system gives, for the history. */
export type CommandOf<Kind extends Action> = { readonly action: Kind; readonly officer?: string } & Needs[Kind]
export type Command = { readonly [Kind in Action]: CommandOf<Kind> }[Action]
