import type { FieldKind } from '../field-kind.ts'
import { viewFieldset } from './view.ts'

/** Several fields under one heading: a nested object. */
export const fieldsetKind: FieldKind = {
  id: 'fieldset',
  frame: 'group',
  matches: (schema) => schema['type'] === 'object',
  schema: () => ({ type: 'object' }),
  inputs: [],
  read: () => undefined,
  normalise: (value) => value,
  toPost: () => ({}),
  toText: () => '',
  view: viewFieldset,
}
