import { choiceCount, oneChoice } from '../choices.ts'
import type { FieldKind } from '../field-kind.ts'
import { viewSelect } from './view.ts'

/** More options than can be read at a glance go into a select; up to here radios show them all. */
export const MOST_RADIOS = 10

/** One out of a long list. */
export const selectKind: FieldKind = { ...oneChoice, id: 'select', matches: (schema) => choiceCount(schema) > MOST_RADIOS, view: viewSelect }
