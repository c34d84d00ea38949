import type { FormModel, Section } from './form-model.ts'
import type { Answers, Json } from './json.ts'
import { mapParts, packSchema, type PackedModel } from './packed.ts'
import { isObject } from './pointer.ts'
import { isRootSection } from './section.ts'
import { slimOf } from './slim.ts'
import type { SlimConditional, SlimSchema } from './states.ts'

const pick = <Value>(source: Readonly<Record<string, Value>>, names: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(source).filter(([name]) => names.has(name)))

const keep = (schema: SlimSchema, names: ReadonlySet<string>): SlimSchema => {
  const properties = pick(schema.properties ?? {}, names)
  const required = (schema.required ?? []).filter((name) => names.has(name))
  const conditions = keepConditions(schema.conditions ?? [], names)
  return {
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
  }
}

const isIdle = (schema: SlimSchema): boolean => Object.keys(schema).length === 0

/** Conditions of the root that decide something of the section; those of other sections stay at the server. */
const keepConditions = (conditions: readonly SlimConditional[], names: ReadonlySet<string>): readonly SlimConditional[] =>
  conditions.map((one) => ({ if: one.if, then: keep(one.then, names), else: keep(one.else, names) })).filter((one) => !isIdle(one.then) || !isIdle(one.else))

/** Top-level properties that conditions of the root read. */
const readBy = (condition: Json): readonly string[] => {
  if (Array.isArray(condition)) return condition.flatMap(readBy)
  if (!isObject(condition)) return []
  return [
    ...Object.keys(isObject(condition['properties']) ? condition['properties'] : {}),
    ...(Array.isArray(condition['required']) ? condition['required'].map(String) : []),
    ...['allOf', 'anyOf', 'not'].flatMap((keyword) => readBy(condition[keyword] ?? null)),
  ]
}

const readByAll = (schema: SlimSchema): readonly string[] =>
  (schema.conditions ?? []).flatMap((one) => [...readBy(typeof one.if === 'boolean' ? null : one.if), ...readByAll(one.then), ...readByAll(one.else)])

/** Characters of conditions that a page may carry: a phone reads them before it shows anything. */
const MOST_CHARACTERS = 4_000

/** The conditions with numbers in the place of lists. The browser asks the server to draw a list when its number changes. */
const withoutLists = (schema: SlimSchema): SlimSchema => {
  const numbers = new Map<string, number>()
  const leave = ({ options, ...part }: SlimSchema): SlimSchema => {
    if (!options) return mapParts(part, leave)
    const text = JSON.stringify(options)
    const list = numbers.get(text) ?? numbers.size
    numbers.set(text, list)
    return { ...mapParts(part, leave), list }
  }
  return leave(schema)
}

const packed = (schema: SlimSchema): Omit<PackedModel, 'section'> => {
  const whole = packSchema(schema)
  return JSON.stringify(whole).length <= MOST_CHARACTERS ? whole : packSchema(withoutLists(schema))
}

type Part = { readonly reads: ReadonlySet<string>; readonly model: PackedModel | null }

const makePart = (form: FormModel, section: Section): Part => {
  const isRoot = isRootSection(section)
  const own = new Set(isRoot ? section.fields.map((field) => field.name) : [section.name])
  const schema = keep(slimOf(form), own)
  return {
    reads: new Set(readByAll(schema).filter((name) => !own.has(name))),
    model: isIdle(schema) ? null : { section: isRoot ? '' : section.name, ...packed(schema) },
  }
}

const cache = new WeakMap<Section, Part>()
const partOf = (form: FormModel, section: Section): Part => {
  const known = cache.get(section)
  if (known) return known
  const part = makePart(form, section)
  cache.set(section, part)
  return part
}

/**
 * The little that the browser needs to show, hide and require the fields of one section at once: conditions, whatever the
 * answers. Give it to `openModel` (packed.ts) there. null where no condition touches the section. The same object comes
 * back for the same section, so that its text can be kept.
 */
export const browserModel = (form: FormModel, section: Section): PackedModel | null => partOf(form, section).model

/** What is stored of other sections and decides something of this one: no more of it goes to the page. */
export const answersElsewhere = (form: FormModel, section: Section, answers: Answers): Answers => pick(answers, partOf(form, section).reads)
