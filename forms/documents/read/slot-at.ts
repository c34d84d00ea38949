import type { Slot } from './find-slots.ts'
import { noteOf } from './label.ts'
import type { Line } from './lines.ts'

/** A slot in its line. `before`: the words since the hole before; `after`: those up to the next; `start`: where `before` begins in the paragraph. */
export type At = { readonly line: Line; readonly slot: Slot; readonly before: string; readonly after: string; readonly isFirst: boolean; readonly start: number }

const NOTE_BEHIND = /^\s*\((\d{1,2})\)/

/** The mark of the note that belongs to a slot: in it, or right behind it. */
export const noteBehind = ({ slot, after, line }: At): number | null =>
  slot.note ?? (NOTE_BEHIND.test(after) ? Number(NOTE_BEHIND.exec(after)?.[1]) : noteOf('', line.paragraph.atoms.slice(slot.to, slot.to + 2)))
