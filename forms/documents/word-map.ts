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
 * behind it with commas ('Bệnh viện …, phường …'). Without an answer, `none` says why nothing is written.
 */
export type HoleAnswer =
  | { readonly n: number; readonly label: string; readonly answer: string; readonly and?: readonly string[]; readonly as?: Writing }
  | { readonly n: number; readonly label: string; readonly none: string }

/** How an answer is put on paper where its kind alone does not say: the formats of the law. */
export type Writing = 'capitals' | 'dateInWords' | 'moneyInWords' | 'year' | 'commune' | 'province' | 'street'

/** Pointers of all answers that a hole takes, in the order they are written. */
export const answersOf = (entry: HoleAnswer): readonly string[] => ('answer' in entry ? [entry.answer, ...(entry.and ?? [])] : [])
