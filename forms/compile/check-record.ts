import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import META_SCHEMA from '../authoring/meta-schema.json' with { type: 'json' }
import type { Json, JsonSchema } from '../engine/json.ts'

/** One way in which a value is not what its schema asks for. */
export type Mismatch = { readonly pointer: string; readonly keyword: string; readonly detail: string }

const ajv = (): Ajv2020 => new Ajv2020({ allErrors: true, strict: false })

/** Compiled once: thousands of records are checked in a row. */
let compiled: ValidateFunction | undefined
const checker = (): ValidateFunction => (compiled ??= ajv().compile(META_SCHEMA))

/** Where a procedure.json is not what authoring/meta-schema.json asks for. */
export const checkRecord = (value: Json): readonly Mismatch[] => {
  const run = checker()
  if (run(value)) return []
  return (run.errors ?? []).filter((error) => error.keyword !== 'if').map((error) => {
    const missing: unknown = error.params['missingProperty'] ?? error.params['additionalProperty']
    const allowed: unknown = error.params['allowedValues']
    return {
      pointer: typeof missing === 'string' ? `${error.instancePath}/${missing}` : error.instancePath,
      keyword: error.keyword,
      detail: Array.isArray(allowed) ? allowed.map(String).join(', ') : (error.message ?? error.keyword),
    }
  })
}

/** Is it JSON Schema 2020-12 at all? Keywords with values of a wrong shape. */
export const checkSchema = (schema: JsonSchema): readonly Mismatch[] => {
  const drafts = ajv()
  if (drafts.validateSchema({ ...schema, $schema: 'https://json-schema.org/draft/2020-12/schema' })) return []
  return (drafts.errors ?? []).map((error) => ({ pointer: error.instancePath, keyword: error.keyword, detail: error.message ?? error.keyword }))
}
