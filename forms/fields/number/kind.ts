import type { Field } from '../../engine/form-model.ts'
import type { Json } from '../../engine/json.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { cleanCode } from '../clean-text.ts'
import { textBox } from '../text-input.ts'
import { boxText } from './box-text.ts'
import { numberText, readNumber, readWhole } from './read-number.ts'
import { viewNumber } from './view.ts'

const isWhole = (field: Field): boolean => field.schema['type'] === 'integer'

const normalise = (value: Json, field: Field): Json => {
  if (typeof value !== 'string') return value
  return (isWhole(field) ? readWhole(value) : undefined) ?? readNumber(value) ?? cleanCode(value)
}

/** A number; whole where the schema says integer. */
export const numberKind: FieldKind = {
  ...textBox,
  id: 'number',
  matches: (schema) => schema['type'] === 'number' || schema['type'] === 'integer',
  schema: () => ({ type: 'number' }),
  read: (posted, field) => {
    const typed = textBox.read(posted)
    return typed === undefined ? undefined : normalise(typed, field)
  },
  normalise,
  toPost: (value) => ({ '': [value === undefined ? '' : boxText(value)] }),
  toText: (value, _field, lang) => (typeof value === 'number' ? numberText(value, lang) : asText(value)),
  explain: ({ keyword, value }) => {
    if (keyword !== 'type') return undefined
    return { code: typeof value === 'number' ? 'not-whole' : 'not-a-number', params: {} }
  },
  view: viewNumber,
}
