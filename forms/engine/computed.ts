import { applyRule } from './logic.ts'
import type { FormModel, RuleContext } from './form-model.ts'
import type { Answers, Json, JsonObject, JsonSchema } from './json.ts'
import { isObject } from './pointer.ts'

/** An object schema whose fields are computed, or that holds such objects. */
type Plan = {
  readonly computed: readonly { readonly name: string; readonly rule: Json }[]
  readonly properties: Readonly<Record<string, Plan>>
  readonly items?: Plan
}

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

const ruleOf = (schema: JsonSchema, property: JsonObject): Json | undefined => {
  const name = object(property['x-jsf-logic-computedAttrs'])['const']
  return typeof name === 'string' ? object(object(object(schema['x-jsf-logic'])['computedValues'])[name])['rule'] : undefined
}

const planOf = (schema: JsonSchema): Plan | undefined => {
  const properties: Record<string, Plan> = {}
  const computed: { name: string; rule: Json }[] = []
  for (const [name, value] of Object.entries(object(schema['properties']))) {
    const rule = ruleOf(schema, object(value))
    if (rule !== undefined) computed.push({ name, rule })
    const inner = planOf(object(value))
    if (inner) properties[name] = inner
  }
  const items = isObject(schema['items']) ? planOf(schema['items']) : undefined
  return computed.length > 0 || items || Object.keys(properties).length > 0 ? { computed, properties, ...(items ? { items } : {}) } : undefined
}

const cache = new WeakMap<FormModel, Plan | null>()
const planFor = (form: FormModel): Plan | null => {
  const known = cache.get(form)
  if (known !== undefined) return known
  const plan = planOf(form.schema) ?? null
  cache.set(form, plan)
  return plan
}

type Place = { readonly root: Answers; readonly context: RuleContext }

const fillInside = (plan: Plan, value: Json, place: Place): Json => {
  if (plan.items && Array.isArray(value)) return value.map((row) => (plan.items && isObject(row) ? fill(plan.items, row, place) : row))
  return isObject(value) ? fill(plan, value, place) : value
}

/** Inner objects first: an outer total may read what rows compute. */
const fill = (plan: Plan, value: JsonObject, place: Place): JsonObject => {
  const filled: JsonObject = { ...value }
  for (const [name, inner] of Object.entries(plan.properties)) {
    const part = filled[name]
    if (part !== undefined && Object.hasOwn(filled, name)) filled[name] = fillInside(inner, part, place)
  }
  for (const { name, rule } of plan.computed) {
    const result = applyRule(rule, filled, place.root, place.context)
    if (result === null || result === '') delete filled[name]
    else filled[name] = result
  }
  return filled
}

/** Answers with every computed value put in anew; what a client sent in its place is overwritten. */
export const fillComputed = (form: FormModel, answers: Answers, context: RuleContext): Answers => {
  const plan = planFor(form)
  return plan ? fill(plan, answers, { root: answers, context }) : answers
}
