import type { HoleKind, Range } from '../hole.ts'
import type { HoleAnswer, WordMap } from '../word-map.ts'
import type { Edit } from '../xml/splice.ts'
import type { Tight } from './tight-row.ts'

/** A stretch of a part that the pen takes over. `printed`: the dots or underscores that stand there, decoded; '' for none or a placeholder. */
export type Region = {
  readonly start: number
  readonly end: number
  readonly printed: string
  /** XML of what an answer takes the place of although it is no leader: a mark amid the dots, the tab behind a part of a date. */
  readonly blank?: string
}

/** One thing to write text on, with all XML ready: filling looks at nothing but this. */
export type TextSpot = {
  readonly form: 'text'
  readonly part: string
  /** In order; the text goes into the first, what is left of the leader into the rest. */
  readonly regions: readonly Region[]
  /** XML around the text, and in place of a line's end. */
  readonly before: string
  readonly after: string
  readonly lineEnd: string
  /** A space where the words around stand close. */
  readonly lead: '' | ' '
  readonly trail: '' | ' '
  /** The tab that stays behind the text as long as the text is shorter than its leader; '' for none. */
  readonly tab: string
  /** Has a `{placeholder}`, which goes whether or not there is an answer. */
  readonly placeholder: boolean
  /** Does the rest of the leader stay? Not within a date, which is typed as one. */
  readonly leaves: boolean
  /** Height of the answer's letters by that of the leader's, where they differ. */
  readonly scale?: number
  /** Width in hundredths of the answer's letter height. */
  readonly room: number
  /** Made beside the text: xml:space, a control's state. */
  readonly also: readonly Edit[]
  /** Where the row is printed with a fixed height. */
  readonly tight?: Tight
}

/** A box: the edits that tick it. */
export type BoxSpot = { readonly form: 'box'; readonly part: string; readonly ticked: readonly Edit[] }

export type Spot = TextSpot | BoxSpot

/** Several spots only where one text is written over several marks; `twins` say the same again (the other branch of a text box). */
export type TemplatePlace = {
  readonly role: 'whole' | 'line' | 'day' | 'month' | 'year' | 'digit' | 'option'
  readonly option?: string
  /** Of a year: the half that the form prints itself. */
  readonly half?: string
  readonly row: number
  readonly spots: readonly { readonly spot: Spot; readonly twins: readonly Spot[]; /** Goes on in the line of the spot before. */ readonly goesOn: boolean }[]
}

export type TemplateHole = {
  readonly n: number
  readonly label: string
  readonly kind: HoleKind
  readonly repeat: string | null
  /** The form asks for capitals; it prints the unit itself; it wants a sum in figures and in words. */
  readonly capitals: boolean
  readonly unit: boolean
  readonly spelt?: boolean
  readonly places: readonly TemplatePlace[]
}

/** A number in front of a row: written into each row that is used, or only into further ones where the form printed it. */
export type Ordinal = { readonly spot: TextSpot; readonly printed: boolean }

export type TemplateRepeat = {
  readonly name: string
  readonly rows: readonly Range[]
  /** One per printed row; none where the rows are not numbered. */
  readonly ordinals: readonly (Ordinal | null)[]
  /** What is taken out of a copy of the last row: ids that may stand only once. */
  readonly once: readonly Edit[]
}

/** JSON, made once at publish from form.docx and form.map.json, stored with the version. */
export type Template = { readonly holes: readonly TemplateHole[]; readonly repeats: readonly TemplateRepeat[]; readonly map: WordMap }

export type { HoleAnswer }
