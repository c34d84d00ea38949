import type { Json, Lang } from '../../engine/json.ts'
import { optionTitle } from '../choices.ts'
import type { Option } from '../field-kind.ts'
import { numberText } from '../number/read-number.ts'

/** A computed answer as shown: numbers grouped, a value out of a list by its title, other text as it is. */
export const computedText = (value: Json, lang: Lang, options: readonly Option[] = []): string =>
  typeof value === 'number' ? numberText(value, lang) : optionTitle(options, value, lang)
