import type { Json } from '../../engine/json.ts'
import { asText } from '../presentation.ts'

/** A number as its box shows it: with the decimal comma and without groups; what is no number as it was typed. */
export const boxText = (value: Json): string => (typeof value === 'number' ? String(value).replace('.', ',') : asText(value))
