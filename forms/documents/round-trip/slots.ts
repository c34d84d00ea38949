import type { BoxSpot, Spot, Template, TemplateRepeat, TextSpot } from '../fill/template.ts'
import { withoutIds } from '../fill/fill-form.ts'
import { splice, type Edit } from '../xml/splice.ts'

/** A stretch that filling may have changed. `free`: any text; else one of two writings. `rows`: copies of a row may stand here. */
export type Slot =
  | { readonly start: number; readonly end: number; readonly form: 'free'; readonly spot: TextSpot }
  | { readonly start: number; readonly end: number; readonly form: 'either'; readonly changed: string }
  | { readonly start: number; readonly end: number; readonly form: 'rows'; readonly row: readonly Item[]; readonly name: string }

/** A part as filling may have left it: what stands, and between it the slots. */
export type Item = { readonly literal: string } | { readonly slot: Slot; readonly printed: string }

const either = ({ start, end, text }: Edit): Slot => ({ start, end, form: 'either', changed: text })

const textSlots = (spot: TextSpot): readonly Slot[] => [...spot.regions.map(({ start, end }): Slot => ({ start, end, form: 'free', spot })), ...[...spot.also, ...(spot.tight?.grow ?? [])].map(either)]

const boxSlots = (spot: BoxSpot): readonly Slot[] => spot.ticked.map(either)

export const slotsOf = (spot: Spot): readonly Slot[] => (spot.form === 'text' ? textSlots(spot) : boxSlots(spot))

const unique = (slots: readonly Slot[]): readonly Slot[] => {
  const seen = new Map<string, Slot>()
  for (const slot of slots) seen.set(`${slot.start} ${slot.end} ${slot.form}`, slot)
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

const itemsOf = (source: string, slots: readonly Slot[], from: number, to: number): readonly Item[] => {
  let at = from
  const items = unique(slots).flatMap((slot): readonly Item[] => {
    const before = source.slice(at, slot.start)
    at = slot.end
    return [...(before === '' ? [] : [{ literal: before }]), { slot, printed: source.slice(slot.start, slot.end) }]
  })
  return [...items, { literal: source.slice(at, to) }]
}

const spotsOf = (template: Template): readonly Spot[] => [
  ...template.holes.flatMap(({ places }) => places.flatMap(({ spots }) => spots.flatMap(({ spot, twins }) => [spot, ...twins]))),
  ...template.repeats.flatMap(({ ordinals }) => ordinals.flatMap((ordinal) => (ordinal ? [ordinal.spot] : []))),
]

const inRange = (slot: Slot, { start, end }: { readonly start: number; readonly end: number }): boolean => slot.start >= start && slot.end <= end

/** In a copy of a row paragraphs have no ids, an answer's own neither. */
const copied = (item: Extract<Item, { slot: Slot }>): Item => {
  const { slot } = item
  return { printed: withoutIds(item.printed), slot: slot.form === 'free' ? { ...slot, spot: { ...slot.spot, before: withoutIds(slot.spot.before) } } : slot }
}

/** The last row as a copy of it may look: without ids. What stands only once is gone from it, so it is cut out of the literals. */
const rowItems = (source: string, repeat: TemplateRepeat, slots: readonly Slot[]): readonly Item[] => {
  const last = repeat.rows.at(-1)
  if (!last) return []
  const own = slots.filter((slot) => inRange(slot, last))
  const cut = (item: Item, start: number): Item => ('literal' in item ? { literal: withoutIds(cutOnce(item.literal, start, repeat.once)) } : copied(item))
  let at = last.start
  return itemsOf(source, own, last.start, last.end).map((item) => {
    const start = at
    at += 'literal' in item ? item.literal.length : item.printed.length
    return cut(item, start)
  })
}

const cutOnce = (literal: string, start: number, once: readonly Edit[]): string =>
  splice(literal, once.filter((edit) => edit.start >= start && edit.end <= start + literal.length).map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })))

/** How a part may read after filling, whatever the answers. */
export const expectPart = (template: Template, part: string, source: string): readonly Item[] => {
  const slots = spotsOf(template).filter((spot) => spot.part === part).flatMap(slotsOf)
  const rows = template.repeats.flatMap((repeat): readonly Slot[] => {
    const last = repeat.rows.at(-1)
    return last?.part === part ? [{ start: last.end, end: last.end, form: 'rows', name: repeat.name, row: rowItems(source, repeat, slots) }] : []
  })
  return itemsOf(source, [...slots, ...rows], 0, source.length)
}
