import type { CodeLists, RuleContext } from '../../forms/index.ts'
import type { ArtefactStore, AttachmentStore, Clock, DossierStore, FeedbackStore, Ids, IntegratorStore, ProcedureStore, Validators, WebhookStore } from './ports.ts'
import { civilDate } from './civil-time.ts'

/** What the operator decides; wire.ts reads it from the environment. */
export type Settings = {
  /** Identifier of the receiving agency, first part of every dossier code (QĐ 20/2020/QĐ-TTg), e.g. H26. */
  readonly agencyId: string
  /** Days that a draft lives after its last change. */
  readonly draftDays: number
  /** Wrong resume codes before the link is locked for an hour. */
  readonly resumeTries: number
}

export const DEFAULT_SETTINGS = { agencyId: 'H26', draftDays: 30, resumeTries: 10 } as const satisfies Settings

/** All that a use case may touch; each use case asks only for the part it needs (`Pick<Deps, …>`). */
export type Deps = {
  readonly dossiers: DossierStore
  readonly procedures: ProcedureStore
  readonly artefacts: ArtefactStore
  readonly attachments: AttachmentStore
  readonly validators: Validators
  readonly feedback: FeedbackStore
  readonly integrators: IntegratorStore
  readonly webhooks: WebhookStore
  readonly clock: Clock
  readonly ids: Ids
  readonly lists: CodeLists
  readonly settings: Settings
}

/** What rules may know besides the answers, at this moment. */
export const ruleContext = (deps: Pick<Deps, 'clock' | 'lists'>): RuleContext => ({ today: civilDate(deps.clock()), lists: deps.lists })
