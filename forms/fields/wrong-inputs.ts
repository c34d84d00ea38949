import type { Field } from '../engine/form-model.ts'
import type { Issue } from '../engine/issue.ts'
import { kindOf } from './kinds.ts'

/** Suffixes of the inputs that an issue is about, where it says which part of the answer is wrong; none: the whole field. */
export const wrongInputs = (field: Field, params: Issue['params']): readonly string[] => {
  const { inputs, parts = {} } = kindOf(field.kind)
  const [box, part] = [params['box'], String(params['part'] ?? '')]
  if (typeof box === 'string' && inputs.includes(box)) return [box]
  if (part !== '' && inputs.includes(part)) return [part]
  return Object.hasOwn(parts, part) ? parts[part] ?? [] : []
}
