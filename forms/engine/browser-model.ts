import type { FormModel, Section } from './form-model.ts'
import type { Answers, Json, JsonObject } from './json.ts'
import { isObject } from './pointer.ts'
import { isRootSection } from './section.ts'
import { slimOf } from './slim.ts'
import type { BrowserModel, SlimConditional, SlimSchema } from './states.ts'

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

type Part = { readonly schema: SlimSchema; readonly reads: ReadonlySet<string>; readonly whole: Json }

const makePart = (form: FormModel, section: Section): Part => {
  const own = new Set(isRootSection(section) ? section.fields.map((field) => field.name) : [section.name])
  const schema = keep(slimOf(form), own)
  return { schema, reads: new Set(readByAll(schema).filter((name) => !own.has(name))), whole: isIdle(schema) ? null : modelOf(section, schema, {}) }
}

// Readonly arrays are JSON as well; only the type Json cannot say so.
const modelOf = (section: Section, schema: SlimSchema, answers: JsonObject): Json =>
  ({ section: isRootSection(section) ? '' : section.name, schema, answers } satisfies BrowserModel) as unknown as Json

const cache = new WeakMap<Section, Part>()
const partOf = (form: FormModel, section: Section): Part => {
  const known = cache.get(section)
  if (known) return known
  const part = makePart(form, section)
  cache.set(section, part)
  return part
}

/**
 * The little that the browser needs to show, hide and require the fields of one section at once, as JSON of a BrowserModel
 * (states.ts): give it to `sectionStates` there. `answers`: what is stored, for conditions that read other sections; only
 * what they read is in the model. null where no condition touches the section. The same object comes back for the same
 * section wherever no other section is read, so its text can be kept.
 */
export const browserModel = (form: FormModel, section: Section, answers: Answers = {}): Json => {
  const { schema, reads, whole } = partOf(form, section)
  const elsewhere: JsonObject = reads.size === 0 || whole === null ? {} : pick(answers, reads)
  return Object.keys(elsewhere).length === 0 ? whole : modelOf(section, schema, elsewhere)
}
