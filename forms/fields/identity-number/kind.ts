import { isObject } from '../../engine/pointer.ts'
import type { Field } from '../../engine/form-model.ts'
import type { Json } from '../../engine/json.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { cleanDigits } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { textBox } from '../text-input.ts'
import { identityParts } from './parts.ts'
import { viewIdentityNumber } from './view.ts'

const FORMAT_WITH_OLD = 'vn-identity-number-or-old'

const takesOld = (field: Field): boolean => field.schema['format'] === FORMAT_WITH_OLD

const explainNumber = (value: Json | undefined, field: Field): ReturnType<NonNullable<FieldKind['explain']>> => {
  if (typeof value !== 'string') return { code: 'identity-number.characters', params: {} }
  if (value === '') return { code: 'required', params: {} }
  if (!/^\d+$/.test(value)) return { code: 'identity-number.characters', params: {} }
  if (value.length === 12) return { code: 'identity-number.province', params: { province: value.slice(0, 3) } }
  return { code: takesOld(field) ? 'identity-number.old-length' : 'identity-number.length', params: { length: value.length } }
}

/**
 * Số định danh cá nhân / số căn cước: 12 digits. `oldNumber: true` in the presentation also takes the 9 digits of a CMND,
 * not valid since 2025 but still written in older papers.
 */
export const identityNumberKind: FieldKind = {
  ...textBox,
  id: 'identity-number',
  matches: (schema) => schema['format'] === 'vn-identity-number' || schema['format'] === FORMAT_WITH_OLD,
  schema: (author) => {
    const presentation = author['x-jsf-presentation']
    const old = isObject(presentation) && presentation['oldNumber'] === true
    return { type: 'string', format: old ? FORMAT_WITH_OLD : 'vn-identity-number' }
  },
  defaultHelp: (field, lang) => translate(takesOld(field) ? 'field.identity-number.old-help' : 'field.identity-number.help', lang),
  normalise: (value) => (typeof value === 'string' ? cleanDigits(value) : value),
  explain: ({ keyword, value }, field) => (keyword === 'required' ? undefined : explainNumber(value, field)),
  check: (value, _field, context) => {
    const parts = typeof value === 'string' ? identityParts(value) : undefined
    const future = parts !== undefined && parts.birthYear > Number(context.today.slice(0, 4))
    return future ? [{ code: 'identity-number.future', params: { year: parts.birthYear } }] : []
  },
  view: viewIdentityNumber,
}
