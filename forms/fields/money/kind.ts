import type { Json } from '../../engine/json.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { cleanCode } from '../clean-text.ts'
import type { FieldKind } from '../field-kind.ts'
import { numberText, readNumber, readWhole } from '../number/read-number.ts'
import { asText } from '../presentation.ts'
import { textBox } from '../text-input.ts'
import { viewMoney } from './view.ts'

/** A thousand trillion dong: above it a JSON number would no longer be exact, and no fee or capital is. */
const LARGEST = 1_000_000_000_000_000

const normalise = (value: Json): Json => {
  if (typeof value !== 'string') return value
  const amount = cleanCode(value).replace(/\s*(đồng|dong|vnđ|vnd|₫|đ)\.?$/iu, '')
  return readWhole(amount) ?? (readNumber(amount) !== undefined ? amount : cleanCode(value))
}

/** An amount of money in whole dong (VND has no fraction). */
export const moneyKind: FieldKind = {
  ...textBox,
  id: 'money',
  schema: () => ({ type: 'integer', minimum: 0, maximum: LARGEST }),
  defaultHelp: (_field, lang) => translate('field.money.help', lang),
  defaultUnit: (lang) => translate('field.money.unit', lang),
  read: (posted) => {
    const typed = textBox.read(posted)
    return typed === undefined ? undefined : normalise(typed)
  },
  normalise,
  toPost: (value) => ({ '': [typeof value === 'number' ? numberText(value, 'vi') : asText(value)] }),
  toText: (value, _field, lang) => (typeof value === 'number' ? `${numberText(value, lang)} ${translate('field.money.unit', lang)}` : asText(value)),
  explain: ({ keyword, value }) => {
    if (keyword !== 'type') return undefined
    const fraction = typeof value === 'number' || (typeof value === 'string' && readNumber(value) !== undefined)
    return { code: fraction ? 'money.not-whole' : 'money.not-a-number', params: {} }
  },
  view: viewMoney,
}
