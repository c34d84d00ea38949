import type { Json, JsonObject, JsonSchema } from './json.ts'
import { isObject } from './pointer.ts'

/** One if/then/else; an absent branch asks nothing. */
export type Conditional = { readonly if: JsonSchema | boolean; readonly then: JsonSchema; readonly else: JsonSchema }

const branch = (value: Json | undefined): JsonSchema => (isObject(value) ? value : {})
const condition = (value: Json): JsonSchema | boolean => (typeof value === 'boolean' ? value : branch(value))

const own = (schema: JsonObject): readonly Conditional[] =>
  schema['if'] === undefined ? [] : [{ if: condition(schema['if']), then: branch(schema['then']), else: branch(schema['else']) }]

/** The conditionals of one object schema, its own and those in its allOf. */
export const conditionalsOf = (schema: JsonSchema): readonly Conditional[] => {
  const allOf = schema['allOf']
  return [...own(schema), ...(Array.isArray(allOf) ? allOf.flatMap((part) => (isObject(part) ? own(part) : [])) : [])]
}
