import type { Field } from '../../engine/form-model.ts'
import type { Issue } from '../../engine/issue.ts'
import { kindOf } from '../../fields/index.ts'
import { wrongInputs } from '../../fields/wrong-inputs.ts'
import { idOfName } from './pointers.ts'

/** Id of the input of a field where a link from the error summary has to land: the first one that the issue is about. */
export const inputIdOf = (field: Field, name: string, params: Issue['params'] = {}): string => {
  const suffix = wrongInputs(field, params)[0] ?? kindOf(field.kind).inputs[0]
  return idOfName(suffix ? `${name}.${suffix}` : name)
}
