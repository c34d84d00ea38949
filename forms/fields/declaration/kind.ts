import type { Json } from '../../engine/json.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { pickedValues } from '../choices.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewDeclaration } from './view.ts'

const normalise = (value: Json): Json => (value === 'true' || value === 'on' ? true : value)

/** A sentence that the citizen vouches for (cam đoan); the only answer is true. */
export const declarationKind: FieldKind = {
  id: 'declaration',
  frame: 'bare',
  matches: (schema) => schema['const'] === true,
  schema: () => ({ type: 'boolean', const: true }),
  inputs: [''],
  read: (posted) => {
    const last = pickedValues(posted).at(-1)
    return last === undefined ? undefined : normalise(last)
  },
  normalise,
  toPost: (value) => ({ '': ['', ...(value === undefined ? [] : [asText(value)])] }),
  toText: (value, _field, lang) => (value === true ? translate('field.declaration.text', lang) : asText(value)),
  explain: () => ({ code: 'declaration.required', params: {} }),
  view: viewDeclaration,
}
