import type { Hole, Mark } from '../hole.ts'

/** A stretch of a paragraph; `hole`: it is what the pen goes on for that hole. */
export type Piece = { readonly text: string; readonly hole?: number }
export type Block =
  | { readonly block: 'paragraph'; readonly pieces: readonly Piece[] }
  /** Rows of cells, each with its own blocks. */
  | { readonly block: 'table'; readonly rows: readonly (readonly (readonly Block[])[])[] }

type Spot = { readonly hole: number; readonly start: number; readonly end: number; readonly shown: string }
type Table = { rows: Block[][][] }
type State = { readonly blocks: Block[][]; readonly tables: Table[]; readonly paragraphs: Piece[][]; readonly met: Set<Spot>; inText: boolean; skipped: number }

const SHOWN: Readonly<Record<Mark['form'], string>> = { leader: '……', tab: '……', gap: '……', field: '', box: '☐' }

const rangesOf = (mark: Mark) => (mark.form === 'leader' ? mark.ranges : [mark.range])

/** Where the holes of one part stand in its XML, in order. */
const spotsIn = (part: string, holes: readonly Hole[]): readonly Spot[] =>
  holes.flatMap(({ n, places }) => places.flatMap(({ marks }) => marks.flatMap((mark) => rangesOf(mark).filter((range) => range.part === part).map(({ start, end }) => ({ hole: n, start, end, shown: SHOWN[mark.form] })))))
    .sort((a, b) => a.start - b.start)

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (xml: string): string => xml.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole
  const code = name.charAt(1).toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
})

const say = (state: State, piece: Piece): void => { if (piece.text !== '' && state.skipped === 0) state.paragraphs.at(-1)?.push(piece) }

/** Text cut where marks begin and end. */
const takeText = (xml: string, from: number, spots: readonly Spot[], state: State): void => {
  const to = from + xml.length
  let at = from
  for (const spot of spots) {
    if (spot.end <= at || spot.start >= to || spot.start === spot.end) continue
    say(state, { text: decode(xml.slice(at - from, Math.max(at, spot.start) - from)) })
    const [start, end] = [Math.max(at, spot.start), Math.min(to, spot.end)]
    say(state, { text: decode(xml.slice(start - from, end - from)), hole: spot.hole })
    state.met.add(spot)
    at = end
  }
  say(state, { text: decode(xml.slice(at - from)) })
}

/** Marks that are no text (a tab, a drawn box, blank space) show where their element begins. */
const showMarks = (from: number, to: number, spots: readonly Spot[], state: State): void => {
  for (const spot of spots) {
    const isHere = spot.start === spot.end ? spot.start <= from : spot.start <= from && to <= spot.end
    if (!isHere || state.met.has(spot) || state.skipped > 0 || spot.shown === '' || state.paragraphs.length === 0) continue
    state.met.add(spot)
    say(state, { text: spot.shown, hole: spot.hole })
  }
}

/** A paragraph's properties hold no text (their `w:tab` is a stop), a fallback says again what its choice said. */
const skip = (state: State): void => { state.skipped += 1 }
const goOn = (state: State): void => { state.skipped -= 1 }

const OPEN: Readonly<Record<string, (state: State) => void>> = {
  'w:p': (state) => state.paragraphs.push([]),
  'w:tbl': (state) => state.tables.push({ rows: [] }),
  'w:tr': (state) => state.tables.at(-1)?.rows.push([]),
  'w:tc': (state) => { const cell: Block[] = []; state.tables.at(-1)?.rows.at(-1)?.push(cell); state.blocks.push(cell) },
  'w:t': (state) => { state.inText = true },
  'w:pPr': skip, 'mc:Fallback': skip,
}

const CLOSE: Readonly<Record<string, (state: State) => void>> = {
  'w:p': (state) => { const pieces = state.paragraphs.pop(); if (pieces && pieces.length > 0) state.blocks.at(-1)?.push({ block: 'paragraph', pieces }) },
  'w:tbl': (state) => { const table = state.tables.pop(); if (table) state.blocks.at(-1)?.push({ block: 'table', rows: table.rows }) },
  'w:tc': (state) => { if (state.blocks.length > 1) state.blocks.pop() },
  'w:t': (state) => { state.inText = false },
  'w:pPr': goOn, 'mc:Fallback': goOn,
}

const EMPTY: Readonly<Record<string, string>> = { 'w:tab': '\u2003', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '‑' }

const takeTag = (tag: string, from: number, spots: readonly Spot[], state: State): void => {
  const [, closing, name = '', rest = ''] = /^<(\/?)([\w:]+)([\s\S]*)>$/.exec(tag) ?? []
  const before = state.met.size
  showMarks(from, from + tag.length, spots, state)
  if (closing) return CLOSE[name]?.(state)
  if (rest.endsWith('/')) return state.met.size > before ? undefined : say(state, { text: EMPTY[name] ?? '' })
  OPEN[name]?.(state)
}

/**
 * The text of one part of a document, in order, with its holes marked: for a person to read beside the drafted form. Layout is
 * not kept. `xml` is the part as decoded text, which the holes' ranges count in.
 */
export const documentText = (part: string, xml: string, holes: readonly Hole[]): readonly Block[] => {
  const spots = spotsIn(part, holes)
  const top: Block[] = []
  const state: State = { blocks: [top], tables: [], paragraphs: [], met: new Set(), inText: false, skipped: 0 }
  for (const { 0: token, index } of xml.matchAll(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g)) {
    const near = spots.filter(({ start, end }) => start <= index + token.length && end >= index - 1)
    if (token.startsWith('<')) takeTag(token, index, near, state)
    else if (state.inText) takeText(token, index, near, state)
  }
  return top
}
