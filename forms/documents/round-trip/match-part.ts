import type { TextSpot } from '../fill/template.ts'
import { readSpot } from './read-spot.ts'
import type { Item, Slot } from './slots.ts'

/** Content of each slot of a filled part: by slot, and for copies of a row by its number among them. */
export type Found = { readonly slot: Slot; readonly copy: number; readonly content: string; readonly printed: string }

/** undefined: this text cannot have come of that form. */
type Match = { readonly end: number; readonly found: readonly Found[] } | undefined

/** What stands in one region of a leader that Word cut into several; only all of them together can be judged. */
type Piece = { readonly spot: TextSpot; readonly content: string; readonly printed: string }

/** The text, the copy of a row that is being read (0: the form itself), and how many steps may still be taken. */
type State = { readonly text: string; readonly copy: number; readonly pieces: readonly Piece[]; readonly left: { steps: number } }

type Rest = (end: number) => Match
/** The same where what was read changes how the rest is read. */
type RestAfter = (end: number, state: State) => Match
type SlotItem = Extract<Item, { slot: Slot }>

// Far more than any form needs; a stop for texts made to have no answer.
const MOST_STEPS = 200_000

const found = (state: State, { slot, printed }: SlotItem, content: string, match: Match): Match =>
  (match ? { end: match.end, found: [{ slot, copy: state.copy, content, printed }, ...match.found] } : undefined)

const piecesWith = (state: State, { slot, printed }: SlotItem, content: string): readonly Piece[] =>
  (slot.form === 'free' && slot.spot.regions.length > 1 ? [...state.pieces.filter(({ spot }) => spot === slot.spot), { spot: slot.spot, content, printed }] : state.pieces)

/** Can this have been written there? */
const isReadable = (state: State, item: SlotItem, content: string): boolean => {
  const { slot, printed } = item
  if (slot.form !== 'free') return true
  if (slot.spot.regions.length === 1) return content === printed || readSpot(slot.spot, [content], [printed]) !== undefined
  const pieces = piecesWith(state, item, content)
  return pieces.length < slot.spot.regions.length || readSpot(slot.spot, pieces.map((piece) => piece.content), pieces.map((piece) => piece.printed)) !== undefined
}

/** Where a free slot may end: where the next literal stands; beside another slot, at any tag. */
const nextEnd = (text: string, next: Item | undefined, from: number): number => {
  if (next && 'literal' in next) return text.indexOf(next.literal, from)
  const tag = text.indexOf('<', from)
  return next ? tag : from <= text.length ? text.length : -1
}

const matchFree = (state: State, [item, next]: readonly [SlotItem, Item | undefined], at: number, rest: RestAfter): Match => {
  for (let end = nextEnd(state.text, next, at); end !== -1 && state.left.steps > 0; end = nextEnd(state.text, next, end + 1)) {
    state.left.steps -= 1
    const content = state.text.slice(at, end)
    const match = isReadable(state, item, content) ? rest(end, { ...state, pieces: piecesWith(state, item, content) }) : undefined
    if (match) return found(state, item, content, match)
  }
  return undefined
}

const matchEither = (state: State, item: SlotItem, at: number, rest: Rest): Match => {
  const changed = item.slot.form === 'either' ? item.slot.changed : ''
  for (const content of [changed, item.printed].sort((a, b) => b.length - a.length)) {
    const match = state.text.startsWith(content, at) ? rest(at + content.length) : undefined
    if (match) return found(state, item, content, match)
  }
  return undefined
}

/** None of the copies, else one and then the others. */
const matchRows = (state: State, row: readonly Item[], at: number, rest: Rest): Match => {
  const none = rest(at)
  if (none || row.length === 0) return none
  const next = { ...state, copy: state.copy + 1, pieces: [] }
  return matchItems(next, row, at, (end) => (end > at ? matchRows(next, row, end, rest) : undefined))
}

const matchItems = (state: State, items: readonly Item[], at: number, rest: Rest): Match => {
  const [item, ...others] = items
  if (!item) return rest(at)
  state.left.steps -= 1
  if (state.left.steps <= 0) return undefined
  const next = (end: number, then = state): Match => matchItems(then, others, end, rest)
  if ('literal' in item) return state.text.startsWith(item.literal, at) ? next(at + item.literal.length) : undefined
  if (item.slot.form === 'rows') return matchRows(state, item.slot.row, at, next)
  return item.slot.form === 'either' ? matchEither(state, item, at, next) : matchFree(state, [item, others[0]], at, next)
}

/** A filled part against how it may read: what stands in each slot; undefined where anything else was changed. */
export const matchPart = (items: readonly Item[], text: string): readonly Found[] | undefined =>
  matchItems({ text, copy: 0, pieces: [], left: { steps: MOST_STEPS } }, items, 0, (end) => (end === text.length ? { end, found: [] } : undefined))?.found
