/**
 * A stretch of one part's XML as decoded text: [start, end) in UTF-16 units. `start === end` is a point.
 * Positions, and not copies of the text, so that filling changes the holes and nothing else.
 */
export type Range = { readonly part: string; readonly start: number; readonly end: number }

/**
 * One printed thing that the pen goes on.
 * - `leader`: characters of text (dots, underscores, a `{placeholder}`); each range lies inside one `w:t`.
 * - `tab`: one `<w:tab/>` whose tab stop draws a leader; text goes before it and the leader shrinks by itself.
 * - `gap`: nothing is printed (an empty cell, blank space after a label); a point inside the `w:p`, after its last run. A paragraph
 *   that is written `<w:p/>` has no inside: its own range.
 * - `box`: a tick box: a character inside a `w:t`, a `w:sym`, a check-box `w:sdt`, '[ ]' in one `w:t`,
 *   or a drawn shape (its `w:pict` or `w:drawing`).
 * - `field`: the element that Word itself keeps for content (`w:sdtContent`, a merge field's runs); its content is replaced.
 */
export type Mark =
  | { readonly form: 'leader'; readonly ranges: readonly Range[] }
  | { readonly form: 'tab' | 'gap' | 'box' | 'field'; readonly range: Range }

/**
 * What one part of an answer is written on.
 * `line`: one of several dotted lines that take one long answer, in order. `day`, `month`, `year`: a date in three holes.
 * `digit`: one of the cells for the digits of one number, in order. `option`: a box, with the words beside it.
 * `row`: 0-based number of the printed blank row, inside a repeating group.
 */
export type Place = {
  readonly role: 'whole' | 'line' | 'day' | 'month' | 'year' | 'digit' | 'option'
  readonly option?: string
  readonly row?: number
  readonly marks: readonly Mark[]
}

export const HOLE_KINDS = [
  'name', 'date', 'year', 'dateInWords', 'sex', 'ethnicity', 'nationality', 'religion', 'identityNumber', 'identityDocument',
  'issueDate', 'issuePlace', 'address', 'place', 'phone', 'email', 'website', 'number', 'quantity', 'area', 'money', 'moneyInWords',
  'taxCode', 'organisation', 'occupation', 'relation', 'documentNumber', 'licencePlate', 'bankAccount', 'yesNo', 'tick', 'choice',
  'choices', 'text', 'longText', 'file',
] as const
export type HoleKind = (typeof HOLE_KINDS)[number]

/** One datum that the form asks of the person, whatever number of dots, cells or boxes it is printed with. */
export type Hole = {
  /** From 1, in reading order. */
  readonly n: number
  /** The party or part that it belongs to, in the form's words; '' if none; parts inside parts joined by ' > '. */
  readonly section: string
  /** The printed words that ask for it, without footnote marks, leaders and colon. */
  readonly label: string
  readonly kind: HoleKind
  /** The form itself says so, or asks it only in some case. */
  readonly optional: boolean
  /** Name of the repeating group (table of blank rows, list of blank lines). */
  readonly repeat: string | null
  /** Number of the footnote mark at its label. */
  readonly note: number | null
  /** What that note says: the hint of the drafted field. */
  readonly hint?: string
  /** Of a `choice` or `choices`. */
  readonly options?: readonly string[]
  /** 0 to 1, and why the kind was taken to be this one. */
  readonly confidence: number
  readonly reason: string
  readonly places: readonly Place[]
}

/** A repeating group: the printed blank rows (`w:tr`, or `w:p` of a list of blank lines), in order; the last is copied for more. */
export type Repeat = { readonly name: string; readonly rows: readonly Range[] }

export type NotAsked = { readonly text: string; readonly why: 'agency' | 'placeAndDate' | 'signature' | 'officialUse' | 'letterhead' | 'instruction' }

/** What was read out of one Word form. `where` names the place for a person: 'table 2, row 3', 'paragraph 14'. */
export type WordForm = {
  readonly title: string
  readonly holes: readonly Hole[]
  readonly repeats: readonly Repeat[]
  readonly notAsked: readonly NotAsked[]
  /** Holes of the line 'Kính gửi' and of place and date: the system knows them. Numbered on behind `holes`. */
  readonly office: readonly Hole[]
  readonly notUnderstood: readonly { readonly text: string; readonly where: string }[]
}
