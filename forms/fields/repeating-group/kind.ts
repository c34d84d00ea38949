import { isObject } from '../../engine/pointer.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import type { FieldKind } from '../field-kind.ts'
import { viewRepeatingGroup } from './view.ts'

const MOST_ROWS = 100

/** The same questions for each of several: members of a household, lines of business. The engine reads the rows' own fields. */
export const repeatingGroupKind: FieldKind = {
  id: 'repeating-group',
  frame: 'group',
  matches: (schema) => schema['type'] === 'array' && isObject(schema['items']) && (schema['items']['type'] === 'object' || schema['items']['properties'] !== undefined),
  schema: () => ({ type: 'array', maxItems: MOST_ROWS }),
  inputs: [],
  read: () => undefined,
  normalise: (value) => value,
  toPost: () => ({}),
  toText: (value, _field, lang) => translate('field.group.count', lang, { count: Array.isArray(value) ? value.length : 0 }),
  explain: ({ keyword, path }) => (keyword === 'required' && path === '' ? { code: 'too-few', params: { limit: 1 } } : undefined),
  view: viewRepeatingGroup,
}
