/**
 * Conditions for the wire: a branch that stands in a form many times (the communes of each province, in each of four
 * addresses) is written once and referred to by its number. No imports but types: the browser bundles `openModel` as it is.
 */
import type { BrowserModel, SlimSchema } from './states.ts'

type Packed = SlimSchema | { readonly $: number }

/** BrowserModel as it stands in a page. A schema in `shared` refers only to those before it. */
export type PackedModel = { readonly section: string; readonly shared: readonly SlimSchema[]; readonly schema: SlimSchema }

/** The schema with each schema right inside it changed. */
export const mapParts = (schema: SlimSchema, change: (part: SlimSchema) => SlimSchema): SlimSchema => ({
  ...schema,
  ...(schema.properties && { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, part && change(part)])) }),
  ...(schema.items && { items: change(schema.items) }),
  ...(schema.conditions && { conditions: schema.conditions.map((one) => ({ if: one.if, then: change(one.then), else: change(one.else) })) }),
})

/** Shorter than this, a schema costs less where it stands than as a reference. */
const WORTH_SHARING = 60

/** `schema` with what repeats in it taken out into `shared`. */
export const packSchema = (schema: SlimSchema): Omit<PackedModel, 'section'> => {
  const times = new Map<string, number>()
  const count = (part: SlimSchema): SlimSchema => {
    const text = JSON.stringify(part)
    const seen = times.get(text) ?? 0
    times.set(text, seen + 1)
    if (seen === 0) mapParts(part, count)
    return part
  }
  const shared: SlimSchema[] = []
  const numbers = new Map<string, number>()
  const share = (part: SlimSchema): SlimSchema => {
    const text = JSON.stringify(part)
    if (text.length < WORTH_SHARING || (times.get(text) ?? 0) < 2) return mapParts(part, share)
    const number = numbers.get(text) ?? shared.push(mapParts(part, share)) - 1
    numbers.set(text, number)
    return { $: number } satisfies Packed as SlimSchema
  }
  count(schema)
  return { schema: mapParts(schema, share), shared }
}

/** What `sectionStates` (states.ts) needs, from the page's model and the answers of other sections that conditions read. */
export const openModel = ({ section, shared, schema }: PackedModel, answers: BrowserModel['answers']): BrowserModel => {
  const table: SlimSchema[] = []
  const open = (part: Packed): SlimSchema => ('$' in part ? (table[part.$] ?? {}) : mapParts(part, open))
  for (const one of shared) table.push(open(one))
  return { section, schema: open(schema), answers }
}
