import type { Field } from '../../engine/form-model.ts'
import { kindOf } from '../../fields/index.ts'
import { idOfName } from './pointers.ts'

/** Id of the first input of a field, where a link from the error summary has to land. */
export const inputIdOf = (field: Field, name: string): string => {
  const suffix = kindOf(field.kind).inputs[0]
  return idOfName(suffix ? `${name}.${suffix}` : name)
}
