import type { Due } from '../calendar/due.ts'
import type { CatalogueIndex } from '../engine/catalogue-index.ts'
import type { HomeSearch, Filters } from '../engine/search.ts'
import type { FormModel, RuleContext, Section } from '../engine/form-model.ts'
import type { Issue } from '../engine/issue.ts'
import type { Answers, Text } from '../engine/json.ts'
import type { Component, FeeRule, LimitRule, ProcedureRecord } from '../engine/procedure.ts'
import type { MessageKey, MessageParams } from '../messages/translate.ts'

/**
 * Props of the page renderers. Two rules for all of them:
 * - Every address (href, action) is a path WITHOUT the language prefix, e.g. `/ho-so/x/giay-to`; the view adds `/en`.
 *   Addresses with an origin (`resumeUrl`) are printed as they are.
 * - `hidden` are the control fields of a form (`_token`, `_draft`, `_base`…), written as hidden inputs.
 */
export type HomeProps = HomeSearch & {
  readonly query: string
  readonly filters: Filters
  /** Page of the results, from 1. */
  readonly page?: number
  /** Filter whose choices are all listed, instead of procedures. */
  readonly all?: keyof Filters
}

export type PostingProps = {
  readonly record: ProcedureRecord
  /** True where the procedure has an interactive form (it can be applied for here). */
  readonly online: boolean
  readonly wordForm?: { readonly href: string; readonly bytes: number }
  readonly applyHref?: string
}

/** One page of the journey as the progress list shows it; no href = it cannot be opened yet. `wrong`: it was filled in, and something in it is to be put right. */
export type PageLink = { readonly slug: string; readonly title: Text; readonly href?: string; readonly done: boolean; readonly wrong?: true }

/** The draft that a page belongs to; absent on the first page, before anything is stored. */
export type DraftView = { readonly id: string; readonly token?: string; readonly expiresAt?: string }

export type FormNotice = 'conflict' | 'moved' | 'unavailable' | 'saved' | 'opened' | 'version-changed'

export type FormPageProps = {
  readonly record: ProcedureRecord
  readonly form: FormModel
  readonly section: Section
  readonly answers: Answers
  /** Issues of this section. Errors fill the summary; warnings stand at their field only. */
  readonly issues: readonly Issue[]
  /** Pointers of questions that the last answers opened. */
  readonly opened: readonly string[]
  /** Pointer to put the focus on. */
  readonly focus?: string
  readonly hidden: Readonly<Record<string, string>>
  readonly action: string
  /** All pages in order; the current one is the section's slug. */
  readonly pages: readonly PageLink[]
  readonly context: RuleContext
  readonly notice?: FormNotice
  readonly draft?: DraftView
}

export type FileState = 'uploading' | 'scanning' | 'clean' | 'infected' | 'unscannable'

export type PaperFile = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly state: FileState
  /** Message key `attachment.*` that says why it cannot be used. */
  readonly reason?: string
  readonly removable: boolean
  readonly href?: string
}

/** A dossier component with the files that were given for it. */
export type Paper = { readonly component: Component; readonly files: readonly PaperFile[] }

/**
 * The papers page is one multipart form. File inputs are named `file.<component id>`; EVERY post may carry files, whatever
 * the button, so that a picked file is never lost. `_intent` is `upload`, `remove:<attachment id>`, `save` or `next`.
 */
export type PapersPageProps = {
  readonly record: ProcedureRecord
  readonly papers: readonly Paper[]
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly pages: readonly PageLink[]
  /** Pointers are `/papers/<component id>`. */
  readonly issues: readonly Issue[]
  /** Largest post that the function takes (all files of one post together), for people without scripts. */
  readonly maxBytesThroughForm: number
  readonly draft: DraftView
  readonly notice?: FormNotice
}

export type ReviewPageProps = {
  readonly record: ProcedureRecord
  readonly form: FormModel
  readonly answers: Answers
  readonly papers: readonly Paper[]
  /** Of the whole dossier, warnings included. */
  readonly issues: readonly Issue[]
  readonly pages: readonly PageLink[]
  readonly fee: FeeRule
  readonly limit: LimitRule
  /** Due date if it were submitted now. */
  readonly due?: Due
  readonly agency?: string
  /** `/ho-so/{id}/nop`. */
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly context: RuleContext
  readonly draft: DraftView
  readonly notice?: FormNotice
}

export type ReceiptProps = {
  readonly record: ProcedureRecord
  readonly code: string
  readonly trackingKey: string
  readonly submittedAt: string
  readonly due: Due
  readonly agency: string
  readonly contentHash: string
  readonly papers: readonly Paper[]
  readonly fee?: FeeRule
  /** Absolute or local; goes into the QR code and the link. */
  readonly trackHref: string
  readonly copyHref?: string
  /** Address of the filled form without its ending; where the procedure's form can be filled. */
  readonly paperHref?: string
  /** Page of the portal that sent the citizen here. */
  readonly returnHref?: string
  /** With `form` and `context`, what was declared is repeated on the receipt. */
  readonly answers?: Answers
  readonly form?: FormModel
  readonly context?: RuleContext
}

export type CopyProps = {
  readonly record: ProcedureRecord
  readonly form: FormModel
  readonly answers: Answers
  readonly papers: readonly Paper[]
  readonly context: RuleContext
  /** ISO time at which this copy was made. */
  readonly madeAt: string
  /** Present once submitted; without it the copy is marked as a draft. */
  readonly submission?: { readonly code: string; readonly submittedAt: string; readonly contentHash: string; readonly agency: string }
}

export type SavedPageProps = {
  /** Absolute address to open on any device. */
  readonly resumeUrl: string
  readonly resumeCode: string
  readonly expiresAt: string
  readonly continueHref: string
  readonly copyHref?: string
  readonly record?: ProcedureRecord
}

export type ResumePageProps = {
  readonly action: string
  readonly code?: string
  readonly error?: { readonly key: MessageKey; readonly params?: MessageParams }
  readonly hidden?: Readonly<Record<string, string>>
}

export type TimelineEntry = { readonly at: string; readonly type: string; readonly params?: MessageParams }

export type TrackPageProps = {
  readonly code: string
  readonly key: string
  readonly error?: { readonly key: MessageKey; readonly params?: MessageParams }
  readonly result?: {
    readonly code: string
    /** Degree of completion, 0-100: all that TT 01/2018 lets an unknown person see. */
    readonly percent: number
    /** Only where the tracking key was right. */
    readonly details?: {
      readonly title: Text
      /** DossierStatus of functions/core. */
      readonly status: string
      readonly submittedAt: string
      readonly agency?: string
      readonly due?: Due
      /** The date has passed, and the agency still owes the result. */
      readonly overdue?: boolean
      readonly timeline: readonly TimelineEntry[]
      readonly papers: readonly Paper[]
      /** What the agency waits for; absent where it waits for nothing. */
      readonly asked?: SupplementAsked
      readonly payment?: { readonly amount: number; readonly reason: string }
      /** Why it was refused, stopped or withdrawn. */
      readonly ended?: string
      readonly results: readonly PaperFile[]
    }
    /** The citizen has just sent the supplement. */
    readonly sent?: boolean
  }
}

/** A request for supplement, in the words of the agency. */
export type SupplementAsked = {
  readonly reason: string
  /** Civil date until which the agency waits. */
  readonly until?: string
  readonly items: readonly { readonly title: Text; readonly reason: string }[]
}

/**
 * The page on which a citizen answers a request for supplement: the pinned fields and papers, nothing else. One multipart
 * form; `_intent` is `send`, `upload`, `remove:<attachment id>`, or a change of rows as on a form page.
 */
export type SupplementPageProps = {
  readonly record: ProcedureRecord
  readonly form: FormModel
  readonly code: string
  readonly asked: SupplementAsked
  /** Sections with the opened fields alone. */
  readonly sections: readonly Section[]
  readonly reasons: readonly { readonly pointer: string; readonly reason: string }[]
  readonly answers: Answers
  readonly papers: readonly (Paper & { readonly reason: string })[]
  readonly issues: readonly Issue[]
  readonly opened: readonly string[]
  readonly context: RuleContext
  readonly hidden: Readonly<Record<string, string>>
  readonly action: string
  readonly maxBytesThroughForm: number
}

export type FeedbackAbout = 'procedure' | 'agency' | 'dossier' | 'portal'
export type FeedbackPageProps = {
  readonly values: { readonly about: string; readonly subject: string; readonly text: string; readonly name: string; readonly contact: string }
  readonly issues: readonly { readonly name: keyof FeedbackPageProps['values']; readonly key: MessageKey; readonly params?: MessageParams }[]
  readonly hidden?: Readonly<Record<string, string>>
  /** Present once it was received. */
  readonly sent?: { readonly id: string }
}

export type StatisticsPageProps = {
  readonly catalogue: CatalogueIndex
  /** ISO time of the figures. */
  readonly at: string
  /** From 1 January to now; absent while it is not counted. */
  readonly dossiers?: { readonly received: number; readonly finished: number; readonly onTime: number }
}

export type EmbedPageProps = {
  readonly code: string
  readonly title: Text
  /** Name of a look that the element has. */
  readonly theme?: string | undefined
  /** Origin of the page around this one, which hears its height and events. */
  readonly parent?: string | undefined
}

export type ErrorPageProps = {
  readonly status: number
  readonly key: MessageKey
  readonly params?: MessageParams
  /** What was typed, kept on the page: shown, and posted again by one button where that can succeed (`action`). */
  readonly typed?: { readonly action?: string; readonly entries: readonly (readonly [name: string, value: string])[] }
  /** Seconds after which a retry makes sense (503). */
  readonly retryAfter?: number
}
