import type { JsonSchema, Text } from './json.ts'

/** procedure.json: all that the public posting (niêm yết công khai) says, and the rules that depend on the answers. */
export type ProcedureRecord = {
  /** National code, `^\d\.\d{6}$`. */
  readonly code: string
  readonly title: Text
  /** One plain sentence: when a citizen needs this; empty where a list of procedures has none. */
  readonly summary: Text
  /** Words that people type when they look for this, with diacritics. */
  readonly keywords: readonly string[]
  /** Lĩnh vực. */
  readonly field: { readonly id: string; readonly title: Text }
  readonly agency: {
    readonly tier: Tier
    /** Where several tiers do it, all of them; `tier` is the one nearest to the citizen. */
    readonly tiers?: readonly Tier[]
    /** Who does it (cơ quan thực hiện); empty where a list of procedures does not say. */
    readonly title: Text
    /** What a national record says besides; an empty text: the record has the entry and says nothing there. */
    readonly authority?: Text
    readonly address?: Text
    readonly delegate?: Text
    readonly partners?: Text
    /** Pointer of the answer that holds the receiving commune ({province, commune}), when the citizen chooses it. */
    readonly chosenBy?: string
  }
  readonly audience: readonly Text[]
  /** The grade under each scheme of the law; never a bare number. The one that holds today comes last. */
  readonly levels: readonly Level[]
  /** Number of the decision that published the procedure; empty where it is not known. */
  readonly decision: string
  /** Loại thủ tục, as a national record has it. */
  readonly kind?: Text
  readonly related?: Text
  readonly description?: Text
  readonly steps: readonly Text[]
  readonly channels: readonly ChannelTerms[]
  readonly components: readonly Component[]
  /** Supplements, where the law of this procedure differs from the general one: fewer than two, or another way to count the wait. */
  readonly supplements?: { readonly most?: 0 | 1 | 2; readonly clock?: 'restart' | 'pause'; readonly basis: string }
  readonly requirements: readonly Text[]
  readonly results: readonly { readonly code?: string; readonly title: Text }[]
  /** `number` is empty where a list of procedures names the document only. */
  readonly legalBasis: readonly { readonly number: string; readonly title: Text; readonly issued?: string }[]
  /** Posted from a list of procedures, whose name this is: what an agency published itself is never replaced by it unasked. */
  readonly listedBy?: string
  /** Sources of what this record says, and what is not verified: shown to authors, not to citizens. */
  readonly sources?: readonly string[]
}

export type Level =
  | { readonly scheme: 'nd-43-2011'; readonly grade: 1 | 2 | 3 | 4 }
  | { readonly scheme: 'nd-42-2022'; readonly grade: 'cung-cap-thong-tin' | 'mot-phan' | 'toan-trinh' }
  | { readonly scheme: 'nd-224-2026'; readonly grade: 'mot-phan' | 'toan-trinh'; readonly proactive?: 1 | 2 | 3 | 4; readonly reason?: Text }

export type Tier = 'commune' | 'province' | 'ministry' | 'police' | 'other'

export type Channel = 'online' | 'counter' | 'post'

/**
 * Rules are tried in order: the first whose `when` holds for the answers is the one. The last has no `when`.
 * A rule with a `case` and no `when` before the last is told on the posting and decides nothing: its case cannot be seen
 * from the answers (a lost paper, a plate that is issued again), but the posting owes it to the public (NĐ 63/2010 art. 8).
 * No rules at all: the record does not say. Only a posting may leave it so; a procedure with a form promises a date.
 */
export type ChannelTerms = {
  readonly channel: Channel
  readonly limits: readonly LimitRule[]
  readonly fees: readonly FeeRule[]
  /** Limit and fee as a list of procedures words them, where they are no number with a unit and no amount in VND. */
  readonly limitText?: Text
  readonly feeText?: Text
  /** How to submit this way, in words (mô tả). */
  readonly note?: Text
}

export type LimitUnit = 'workingDays' | 'days' | 'hours' | 'months'
/** `counting`: which day is day 1 (calendar/due-date.ts `Convention`); absent: the day of receipt is not counted (Civil Code art. 147). `basis` is empty where it is not known. */
export type LimitRule = {
  readonly when?: JsonSchema
  /** The case (trường hợp) in words, printed before the limit. */
  readonly case?: Text
  readonly amount: number
  readonly unit: LimitUnit
  readonly counting?: 'receipt' | 'next-working-day' | 'same-day'
  readonly note?: Text
  readonly basis: string
}
/** `amount` in VND; null where the law leaves it to the province and the posting says so in `note`. */
export type FeeRule = { readonly when?: JsonSchema; readonly case?: Text; readonly amount: number | null; readonly note?: Text; readonly basis: string }

/** One dossier component (thành phần hồ sơ). */
export type Component = {
  readonly id: string
  readonly title: Text
  readonly help?: Text
  /** Heading under which the posting groups it (trường hợp); none: asked of all. */
  readonly group?: Text
  /** 'submit' = phải nộp, 'show' = phải xuất trình (shown at the counter, not uploaded unless `upload`). */
  readonly duty: 'submit' | 'show'
  readonly originals: number
  readonly copies: number
  /** The electronic form itself: posted, never uploaded. */
  readonly isForm?: boolean
  /** Names of the official form's files (mẫu đơn, tờ khai), as the record lists them; the files themselves may not be held here. */
  readonly formFiles?: readonly string[]
  /** Condition on the answers (see engine/condition.ts); absent: always. */
  readonly when?: JsonSchema
  readonly upload?: { readonly required: boolean; readonly accept: readonly FileType[]; readonly maxBytes: number; readonly maxFiles: number }
}

export type FileType = 'pdf' | 'jpg' | 'png' | 'heic' | 'docx'
