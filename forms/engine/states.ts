/**
 * What conditions decide, over a slim schema that holds nothing but conditions. Imports only condition.ts, so that the
 * browser bundles this file as it is and decides the same as the server.
 */
import { matches } from './condition.ts'

type Value = string | number | boolean | null | Value[] | { [key: string]: Value }
type Rows = { readonly [name: string]: Value }

export type SlimConditional = { readonly if: { [keyword: string]: Value } | boolean; readonly then: SlimSchema; readonly else: SlimSchema }

/** An object's conditions: only properties that a condition names, or that hold such conditions, are in it. */
export type SlimSchema = {
  readonly properties?: Readonly<Record<string, SlimSchema | false>>
  readonly items?: SlimSchema
  readonly required?: readonly string[]
  readonly conditions?: readonly SlimConditional[]
  /** Only in branches: the values that remain; a bare text is value and title in one. */
  readonly options?: readonly SlimOption[]
  /** Only in a page, in the place of `options`: the number of a list that is too long to send along. */
  readonly list?: number
}

export type SlimOption = string | readonly [value: string, vi: string, en: string]

export type SlimState = {
  readonly visible: boolean
  readonly required: boolean
  readonly options?: NonNullable<SlimSchema['options']>
  /** Which lists hold that only the server knows: other numbers, other options. */
  readonly lists?: string
}

const valueOf = (option: SlimOption): string => (typeof option === 'string' ? option : option[0])
const EMPTY: Rows = {}
const rowsOf = (value: Value | undefined): Rows => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : EMPTY)

type Index = { readonly tables: ReadonlyMap<string, ReadonlyMap<Value, SlimSchema[]>>; readonly rest: readonly SlimConditional[] }

/** The one property and value that a condition asks for, where it asks for nothing else and has no other branch. */
const askedBy = ({ if: asks, else: otherwise }: SlimConditional): readonly [name: string, value: string] | undefined => {
  if (typeof asks === 'boolean' || Object.keys(otherwise).length > 0 || Object.keys(asks).some((key) => !/^(type|required|properties)$/.test(key))) return undefined
  const [[name, part] = [''], ...more] = Object.entries(rowsOf(asks['properties']))
  const { const: value, ...others } = rowsOf(part)
  const isAlone = more.length === 0 && Object.keys(others).length === 0 && String(asks['required']) === name && (asks['type'] ?? 'object') === 'object'
  return isAlone && typeof value === 'string' ? [name, value] : undefined
}

const indexes = new WeakMap<readonly SlimConditional[], Index>()

/** Thirty conditions 'when the province is …' are one look-up, not thirty questions. */
const indexOf = (conditions: readonly SlimConditional[]): Index => {
  const known = indexes.get(conditions)
  if (known) return known
  const tables = new Map<string, Map<Value, SlimSchema[]>>()
  const rest = conditions.filter((one) => {
    const [name, value] = askedBy(one) ?? []
    if (name === undefined || value === undefined) return true
    const branches = tables.get(name) ?? new Map<Value, SlimSchema[]>()
    tables.set(name, branches.set(value, [...(branches.get(value) ?? []), one.then]))
    return false
  })
  const index = { tables, rest }
  indexes.set(conditions, index)
  return index
}

/** The schema and all branches that hold for this value, branches inside branches included. */
const activeAt = (schemas: readonly SlimSchema[], value: Rows): readonly SlimSchema[] => {
  const active: SlimSchema[] = []
  const open = (schema: SlimSchema): void => {
    active.push(schema)
    if (!schema.conditions) return
    const { tables, rest } = indexOf(schema.conditions)
    for (const [name, branches] of tables) branches.get(value[name] ?? null)?.forEach(open)
    for (const one of rest) open(matches(one.if, value as { [key: string]: Value }) ? one.then : one.else)
  }
  for (const schema of schemas) open(schema)
  return active
}

type Options = NonNullable<SlimSchema['options']>
type Parts = readonly (SlimSchema | false)[]

const common = (lists: readonly Options[]): Options | undefined =>
  lists.length < 2 ? lists[0] : lists.reduce((left, right) => left.filter((option) => right.some((other) => valueOf(other) === valueOf(option))))

/** Lists that branches give: those that are here, and the numbers of those that are not. */
const listsOf = (parts: Parts): Pick<SlimState, 'options' | 'lists'> => {
  const options = common(parts.flatMap((part) => (part && part.options ? [part.options] : [])))
  const lists = parts.flatMap((part) => (part && part.list !== undefined ? [part.list] : [])).join(' ')
  return { ...(options && { options }), ...(lists && { lists }) }
}

const HIDDEN: SlimState = { visible: false, required: false }
const SHOWN: SlimState = { visible: true, required: false }
const REQUIRED: SlimState = { visible: true, required: true }

const stateOf = (active: readonly SlimSchema[], parts: Parts, name: string): SlimState => {
  const hasLists = parts.some((part) => part && (part.options || part.list !== undefined))
  const state = parts.includes(false) ? HIDDEN : active.some((schema) => schema.required?.includes(name)) ? REQUIRED : SHOWN
  return hasLists ? { ...state, ...listsOf(parts) } : state
}

type States = Map<string, SlimState>

/** What each property is told by the schemas that hold, in the order of their naming. */
const partsByName = (active: readonly SlimSchema[]): ReadonlyMap<string, (SlimSchema | false)[]> => {
  const parts = new Map<string, (SlimSchema | false)[]>()
  for (const { properties } of active) {
    for (const name in properties) {
      const part = properties[name]
      const known = parts.get(name)
      if (part === undefined) continue
      if (known) known.push(part)
      else parts.set(name, [part])
    }
  }
  return parts
}

const decide = (schemas: readonly SlimSchema[], value: Value | undefined, pointer: string, out: States): void => {
  const rows = rowsOf(value)
  const active = activeAt(schemas, rows)
  for (const [name, parts] of partsByName(active)) {
    const state = stateOf(active, parts, name)
    const at = `${pointer}/${name}`
    out.set(at, state)
    if (state.visible) inside(parts as readonly SlimSchema[], Object.hasOwn(rows, name) ? rows[name] : undefined, at, out)
  }
}

const inside = (parts: readonly SlimSchema[], value: Value | undefined, pointer: string, out: States): void => {
  if (parts.some((part) => part.properties || part.conditions)) decide(parts, value, pointer, out)
  const items = parts.flatMap((part) => part.items ?? [])
  if (items.length === 0) return
  // A group without rows is drawn with one blank row: its conditions hold there too.
  const rows = Array.isArray(value) && value.length > 0 ? value : [undefined]
  rows.forEach((row, i) => decide(items, row, `${pointer}/${i}`, out))
}

/** State of every field that a condition touches, by concrete pointer. A field inside a hidden one is not listed. */
export const decideStates = (schema: SlimSchema, answers: { readonly [name: string]: Value }): ReadonlyMap<string, SlimState> => {
  const out: States = new Map()
  decide([schema], answers as { [key: string]: Value }, '', out)
  return out
}

/** What the browser decides one section by: conditions that touch the section, and the answers elsewhere that they read. In a page it is packed (packed.ts). */
export type BrowserModel = {
  /** Property of the section in the answers; '' = its fields are properties of the root. */
  readonly section: string
  readonly schema: SlimSchema
  /** Answers of other sections that conditions read. */
  readonly answers: { readonly [name: string]: Value }
}

/**
 * The same decision in the browser: `sectionAnswers` is what the page's enabled inputs say, as an object like the section's
 * answers (booleans for yes-no, numbers for numbers, arrays for rows). Gives states by concrete pointer; a pointer that is
 * not in the map never changes. Call it again until nothing changes: a field that was just hidden has no answer any more.
 */
export const sectionStates = (model: BrowserModel, sectionAnswers: { readonly [name: string]: Value }): ReadonlyMap<string, SlimState> =>
  decideStates(model.schema, { ...model.answers, ...(model.section === '' ? sectionAnswers : { [model.section]: sectionAnswers as { [key: string]: Value } }) })
