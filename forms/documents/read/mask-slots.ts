import type { Line } from './lines.ts'
import { withoutNoteMarks } from './words.ts'

/** Stands for whatever is filled in. */
export const SLOT = '▁'

const maskSlots = ({ text, from, slots }: Line): string => {
  let [out, at] = ['', 0]
  for (const slot of slots) { out += text.slice(at, slot.from - from) + SLOT; at = slot.to - from }
  return out + text.slice(at)
}

/** A line with its slots as one sign each. */
export const masked = (line: Line): string => maskSlots(line).replaceAll(/\s+/g, ' ').trim()

/** What a wide blank sets side by side in one line, as for two who sign. */
export const sidesOf = (line: Line): readonly string[] => maskSlots(line).replaceAll(/(ngày|tháng)\s+(?=tháng|năm)/giu, '$1 ').split(/\t+|\s{5,}/).map((side) => side.replaceAll(/\s+/g, ' ').trim()).filter((side) => side !== '')

export const isSlotOnly = (line: Line): boolean => line.slots.length > 0 && withoutNoteMarks(masked(line)).replaceAll(SLOT, '').replaceAll(/[\s.,;:\-–_/]/g, '') === ''
