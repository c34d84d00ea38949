import type { FieldKind } from '../field-kind.ts'
import { computedText } from './text.ts'
import { viewComputed } from './view.ts'

/** An answer that the engine works out of others (age, amount in words, total); the citizen cannot type it. */
export const computedKind: FieldKind = {
  id: 'computed',
  matches: (schema) => schema['x-jsf-logic-computedAttrs'] !== undefined && schema['readOnly'] === true,
  schema: () => ({ readOnly: true }),
  inputs: [],
  read: () => undefined,
  normalise: (value) => value,
  toPost: () => ({}),
  toText: (value, field, lang) => computedText(value, lang, field.options),
  view: viewComputed,
}
