import type { Json } from '../../engine/json.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { pickedValues } from '../choices.ts'
import { cleanLine } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewYesNo } from './view.ts'

const WORDS: ReadonlyMap<string, boolean> = new Map([['true', true], ['có', true], ['yes', true], ['false', false], ['không', false], ['no', false]])

const normalise = (value: Json): Json => {
  if (typeof value !== 'string') return value
  const word = cleanLine(value)
  return WORDS.get(word.toLowerCase()) ?? word
}

/** Yes or no, as two radios: an empty tick box could not tell 'no' from 'not answered'. */
export const yesNoKind: FieldKind = {
  id: 'yes-no',
  frame: 'group',
  matches: (schema) => schema['type'] === 'boolean',
  schema: () => ({ type: 'boolean' }),
  inputs: [''],
  read: (posted) => {
    const last = pickedValues(posted).at(-1)
    return last === undefined ? undefined : normalise(last)
  },
  normalise,
  toPost: (value) => ({ '': [asText(value)] }),
  toText: (value, _field, lang) => (typeof value === 'boolean' ? translate(value ? 'field.yes' : 'field.no', lang) : asText(value)),
  explain: ({ keyword }) => (keyword === 'required' || keyword === 'type' ? { code: 'yes-no.required', params: {} } : undefined),
  view: viewYesNo,
}
