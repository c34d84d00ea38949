/**
 * form.map.json, beside form.docx: which answer is written in which hole.
 * A hole is known by its number and its label together, so that a new edition of the form is noticed.
 */
export type WordMap = {
  readonly holes: readonly HoleAnswer[]
  /** Answers that this paper has no hole for, each with the reason. A pointer covers all below it. */
  readonly unprinted: readonly { readonly answer: string; readonly why: string }[]
}

/**
 * `answer`: JSON pointer; `*` stands for the row inside a repeating group. `and`: further answers that the same hole takes, written
 * behind it with commas ('Bệnh viện …, phường …'), or each in a blank of its own where the form prints as many ('… giờ … phút').
 * `system`: what nobody is asked for, since the system knows it. `none` says why nothing is written.
 */
export type HoleAnswer =
  | { readonly n: number; readonly label: string; readonly answer: string; readonly and?: readonly string[]; readonly as?: Writing }
  | { readonly n: number; readonly label: string; readonly system: SystemFact }
  | { readonly n: number; readonly label: string; readonly none: string }

/**
 * `agency`: who receives, by name; `agencyPlace`: its commune and province, where the form prints what kind of agency it is;
 * `place`: the commune as it stands before a date; `submittedOn`: the day of submission; `code`: of the dossier.
 */
export const SYSTEM_FACTS = ['agency', 'agencyPlace', 'place', 'submittedOn', 'code'] as const
export type SystemFact = (typeof SYSTEM_FACTS)[number]

/** How an answer is put on paper where its kind alone does not say: the formats of the law. */
export type Writing = 'capitals' | 'dateInWords' | 'moneyInWords' | 'year' | 'commune' | 'province' | 'street'

/** Pointers of all answers that a hole takes, in the order they are written. */
export const answersOf = (entry: HoleAnswer): readonly string[] => ('answer' in entry ? [entry.answer, ...(entry.and ?? [])] : [])
