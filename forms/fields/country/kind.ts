import { explainChoice, oneChoice, optionTitle } from '../choices.ts'
import { cleanLine } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { COUNTRY_OPTIONS, findCountry } from './countries.ts'
import { viewCountry } from './view.ts'

/** A country or nationality: ISO 3166-1 alpha-2; a name in either language is taken for its code. */
export const countryKind: FieldKind = {
  ...oneChoice,
  id: 'country',
  matches: (schema) => schema['format'] === 'iso-country',
  schema: () => ({ type: 'string', format: 'iso-country' }),
  normalise: (value) => (typeof value === 'string' ? (findCountry(cleanLine(value)) ?? cleanLine(value)) : value),
  toText: (value, _field, lang) => optionTitle(COUNTRY_OPTIONS, value, lang),
  explain: ({ keyword, value }) => explainChoice(keyword, value),
  view: viewCountry,
}
