import type { Answer, ask } from './ask.ts'
import type { Box } from './box.ts'
import type { complain } from './complain.ts'
import type { emit } from './events.ts'
import type { Place } from './memory.ts'
import type { textFor } from './portal.ts'

/** Which element: a form, or a list of procedures. */
export type KindName = 'form' | 'list'

/** What the loader hands to the script that shows pages. Functions too: nothing is loaded twice. */
export type Start = {
  readonly element: HTMLElement
  readonly kind: KindName
  readonly portal: string
  readonly box: Box
  /** Path of the first page. */
  readonly path: string
  /** Where somebody was before the page around was reloaded. */
  readonly place: Place | undefined
  /** Asked for while that script was on its way. */
  readonly first: Promise<Answer>
  readonly ask: typeof ask
  readonly complain: typeof complain
  readonly emit: typeof emit
  readonly textFor: typeof textFor
}

/** What the loader asks of that script later. */
export type Inside = {
  /** The element has left the page around: nothing goes on for it. */
  readonly pause: () => void
  /** It is back: what it showed comes to life again, with all that was typed. */
  readonly resume: () => void
  /** The element's language has changed. */
  readonly changeLang: () => void
}

export type OpenInside = (start: Start) => Inside
