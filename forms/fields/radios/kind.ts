import { choiceCount, oneChoice } from '../choices.ts'
import type { FieldKind } from '../field-kind.ts'
import { viewRadios } from './view.ts'

/** One out of a few, all in view. */
export const radiosKind: FieldKind = { ...oneChoice, id: 'radios', frame: 'group', matches: (schema) => choiceCount(schema) > 0, view: viewRadios }
