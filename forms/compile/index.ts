import type { FormModel } from '../engine/form-model.ts'
import type { JsonSchema } from '../engine/json.ts'
import { buildFields, titleOf } from './build-fields.ts'
import { expandRefs } from './expand-refs.ts'
import { hoistConditionals } from './hoist.ts'
import { mergeKinds } from './merge-kinds.ts'
import { sectionsOf } from './sections.ts'

export { CompileError } from './errors.ts'
export { compileValidator } from './compile-validator.ts'

/** form.schema.json -> the form model: JSON, made once, at publish. Throws CompileError. */
export const compileForm = (schema: JsonSchema): FormModel => {
  const merged = mergeKinds(hoistConditionals(expandRefs(schema)))
  return { title: titleOf(schema, ''), schema: merged, sections: sectionsOf(buildFields(merged)) }
}
