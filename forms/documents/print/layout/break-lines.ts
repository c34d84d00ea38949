import { widthOf, type Fonts } from '../font/fonts.ts'
import type { ParagraphFormat, TabStop } from '../read/formats.ts'
import type { Atom } from './atoms.ts'

/** An atom at its place: points from the left edge of the text. */
export type Placed = { readonly atom: Atom; readonly x: number; readonly width: number; readonly leader: string }

/** `left` and `limit`: the edges between which it is set. `ends`: what ended it. */
export type Line = { readonly placed: readonly Placed[]; readonly left: number; readonly limit: number; readonly ends: 'full' | 'line' | 'page' | 'end' }

type Setting = { readonly format: ParagraphFormat; readonly fonts: Fonts; readonly width: number; readonly tabEvery: number }

/** Rounding of twentieths of a point must not push the last word of a line out. */
const SLACK = 0.3

const nextStop = (x: number, { format, tabEvery }: Setting): TabStop => {
  const own = format.tabs.find(({ at, align }) => at > x + 0.1 && align !== 'bar')
  const hanging = format.first < 0 && x < format.left - 0.1 ? { at: format.left, align: 'left', leader: 'none' } : undefined
  if (own !== undefined) return hanging !== undefined && hanging.at < own.at ? hanging : own
  return hanging ?? { at: (Math.floor((x + 0.1) / tabEvery) + 1) * tabEvery, align: 'left', leader: 'none' }
}

/** The width of what stands behind a tab, up to the next one: a right or centred stop places it as a whole. */
const widthBehind = (atoms: readonly Atom[], from: number, overTabs = false): number => {
  let [width, spaces] = [0, 0]
  for (let index = from; index < atoms.length; index += 1) {
    const atom = atoms[index]
    if (atom === undefined || (atom.kind === 'tab' && !overTabs) || atom.kind === 'line' || atom.kind === 'page') break
    if (atom.kind === 'space') spaces += atom.width
    else [width, spaces] = [width + spaces + atom.width, 0]
  }
  return width
}

const tabWidth = (x: number, limit: number, stop: TabStop, behind: number): number => {
  const at = Math.min(stop.at, Math.max(limit, x))
  const back = stop.align === 'right' || stop.align === 'end' || stop.align === 'decimal' ? behind : stop.align === 'center' ? behind / 2 : 0
  return Math.max(at - x - back, 0)
}

/** As much of a long word or of typed dots as fits into `room`, at least one letter where `must`. */
const cutAtom = (atom: Atom, room: number, must: boolean, fonts: Fonts): readonly [Atom | undefined, Atom | undefined] => {
  const font = fonts[atom.face]
  let [end, width] = [0, 0]
  while (end < atom.text.length) {
    const letter = String.fromCodePoint(atom.text.codePointAt(end) ?? 0)
    const wider = width + widthOf(font, letter, atom.size) + letter.length * atom.format.spacing
    if (wider > room + SLACK && !(must && end === 0)) break
    ;[end, width] = [end + letter.length, wider]
  }
  if (end === 0) return [undefined, atom]
  return [{ ...atom, text: atom.text.slice(0, end), width }, end === atom.text.length ? undefined : { ...atom, text: atom.text.slice(end), width: atom.width - width }]
}

/** Short dots ('ngày ....') stay with their word, long ones fill the line that they begin in. */
const isLong = ({ kind, width }: Atom, full: number): boolean => kind === 'leader' && width > full * 0.3

/** Where a group of atoms that no line may end within stops: the index behind it. */
const groupEnd = (atoms: readonly Atom[], from: number, full: number): number => {
  let end = from
  while (end < atoms.length) {
    const [atom, next] = [atoms[end], atoms[end + 1]]
    end += 1
    if (atom === undefined || atom.breaks || next === undefined || isLong(next, full) || !['word', 'leader', 'box', 'drawing'].includes(next.kind)) break
  }
  return end
}

type Progress = { readonly atoms: Atom[]; at: number; x: number; placed: Placed[] }

const put = (progress: Progress, atom: Atom, leader = '', width = atom.width): void => {
  progress.placed.push({ atom, x: progress.x, width, leader })
  progress.x += width
}

/** In parts of the size of the letters. */
const FEW_DOTS = 1.6

/** The dots that end a paragraph or a line of it; undefined where something else follows. */
const lastDots = (atoms: readonly Atom[], from: number): { readonly end: number; readonly width: number } | undefined => {
  let width = 0
  for (let at = from; at < atoms.length; at += 1) {
    const atom = atoms[at]
    if (atom === undefined || atom.kind === 'line') return { end: at, width }
    if (atom.kind !== 'space' && !/^[._…]+$/.test(atom.text)) return undefined
    width += atom.kind === 'space' ? 0 : atom.width
    if (width > FEW_DOTS * atom.size) return undefined
  }
  return { end: atoms.length, width }
}

/** Dots that do not fit go on in the next line; a few too many at the end of a paragraph are left out, since a leader is as long as its line. */
const putLeader = (progress: Progress, atom: Atom, limit: number, fonts: Fonts): 'placed' | 'full' => {
  const [head, tail] = cutAtom(atom, limit - progress.x, progress.placed.length === 0, fonts)
  if (head !== undefined) put(progress, head)
  const more = lastDots(progress.atoms, progress.at + 1)
  if (tail === undefined) {
    progress.at += 1
    return 'placed'
  }
  if (more !== undefined && tail.width + more.width < FEW_DOTS * atom.size) {
    progress.at = more.end
    return 'placed'
  }
  progress.atoms[progress.at] = tail
  return 'full'
}

const putGroup = (progress: Progress, limit: number, full: number, fonts: Fonts): 'placed' | 'full' => {
  const { atoms, at } = progress
  const end = groupEnd(atoms, at, full)
  const group = atoms.slice(at, end)
  const width = group.reduce((sum, atom) => sum + atom.width, 0)
  if (progress.x + width <= limit + SLACK) {
    group.forEach((atom) => put(progress, atom))
    progress.at = end
    return 'placed'
  }
  // A word longer than any line (an e-mail address) begins a line of its own before it is cut; dots are cut where they stand.
  const isWord = group.every(({ kind }) => kind === 'word')
  if (progress.placed.some(({ atom }) => atom.kind !== 'space') && (width <= full || isWord)) return 'full'
  if (progress.placed.length > 0 && limit - progress.x < full / 4) return 'full'
  const [first] = group
  if (first === undefined) return 'full'
  const [head, tail] = first.kind === 'word' || first.kind === 'leader' ? cutAtom(first, limit - progress.x, progress.placed.length === 0, fonts) : [first, undefined]
  if (head === undefined) return 'full'
  put(progress, head)
  atoms.splice(at, 1, head, ...(tail === undefined ? [] : [tail]))
  progress.at += 1
  return tail === undefined ? 'placed' : 'full'
}

const putTab = (progress: Progress, tab: Atom, limit: number, setting: Setting): 'placed' | 'full' => {
  if (progress.x > limit - 1 && progress.placed.length > 0) {
    // A tab too many at the end hangs over the edge, as a space does.
    if (widthBehind(progress.atoms, progress.at + 1, true) > 0) return 'full'
    progress.at += 1
    return 'placed'
  }
  const stop = nextStop(progress.x, setting)
  // A stop of Word's own beyond the edge begins the next line.
  if (stop.at > limit + SLACK && stop.leader === 'none' && !setting.format.tabs.includes(stop) && progress.placed.length > 0) return 'full'
  put(progress, tab, stop.leader, tabWidth(progress.x, limit, stop, stop.align === 'left' ? 0 : widthBehind(progress.atoms, progress.at + 1)))
  progress.at += 1
  return 'placed'
}

const putNext = (progress: Progress, limit: number, left: number, setting: Setting): 'placed' | 'full' | 'line' | 'page' => {
  const atom = progress.atoms[progress.at]
  if (atom === undefined) return 'full'
  if (atom.kind === 'line' || atom.kind === 'page') {
    progress.at += 1
    return atom.kind
  }
  if (atom.kind === 'tab') return putTab(progress, atom, limit, setting)
  if (isLong(atom, limit - left)) return putLeader(progress, atom, limit, setting.fonts)
  if (atom.kind !== 'space') return putGroup(progress, limit, limit - left, setting.fonts)
  put(progress, atom)
  progress.at += 1
  return 'placed'
}

const setLine = (progress: Progress, first: boolean, setting: Setting): Line => {
  const { format, width } = setting
  const left = format.left + (first ? format.first : 0)
  const limit = Math.max(width - format.right, left + 10)
  progress.placed = []
  progress.x = left
  let outcome: 'placed' | 'full' | 'line' | 'page' = 'placed'
  while (outcome === 'placed' && progress.at < progress.atoms.length) outcome = putNext(progress, limit, left, setting)
  return { placed: progress.placed, left, limit, ends: outcome === 'placed' ? 'end' : outcome }
}

/** Breaks a paragraph into lines as Word does: at spaces and hyphens, and within what is longer than a line. At least one line. */
export const breakLines = (atoms: readonly Atom[], setting: Setting): readonly Line[] => {
  const progress: Progress = { atoms: [...atoms], at: 0, x: 0, placed: [] }
  const lines: Line[] = []
  do {
    const before = progress.at
    const line = setLine(progress, lines.length === 0, setting)
    lines.push(line)
    // Nothing fits (a drawing wider than the page): it is set all the same, or the paragraph would never end.
    if (line.placed.length === 0 && line.ends === 'full' && progress.at === before) progress.at += 1
  } while (progress.at < progress.atoms.length || ['line'].includes(lines.at(-1)?.ends ?? ''))
  return lines
}
