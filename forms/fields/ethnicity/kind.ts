import { explainChoice, oneChoice, optionTitle } from '../choices.ts'
import { cleanLine } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { ETHNICITY_OPTIONS, findEthnicity } from './ethnic-groups.ts'
import { viewEthnicity } from './view.ts'

/** One of the 54 ethnic groups (dân tộc), by its code. */
export const ethnicityKind: FieldKind = {
  ...oneChoice,
  id: 'ethnicity',
  matches: (schema) => schema['format'] === 'vn-ethnicity',
  schema: () => ({ type: 'string', format: 'vn-ethnicity' }),
  normalise: (value) => (typeof value === 'string' ? (findEthnicity(cleanLine(value)) ?? cleanLine(value)) : value),
  toText: (value, _field, lang) => optionTitle(ETHNICITY_OPTIONS, value, lang),
  explain: ({ keyword, value }) => explainChoice(keyword, value),
  view: viewEthnicity,
}
