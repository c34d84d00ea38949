import type { Field, Option } from '../../engine/form-model.ts'
import { isObject } from '../../engine/pointer.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { schemaChoices } from '../choices.ts'
import { isIdentityNumber } from '../identity-number/number.ts'
import { isPassport } from '../passport/number.ts'
import { propertySchema, schemaTitle } from '../presentation.ts'

/** Papers that prove who somebody is, as the civil-status e-forms list them. */
export const DOCUMENT_TYPES = ['can-cuoc', 'cccd', 'can-cuoc-dien-tu', 'cmnd', 'ho-chieu', 'khac'] as const

const DEFAULT_OPTIONS: readonly Option[] = DOCUMENT_TYPES.map((value) => {
  const key = `field.identity-document.${value}` as const
  return { value, title: { vi: translate(key, 'vi'), en: translate(key, 'en') } }
})

const ownOptions = (field: Field): readonly Option[] => {
  const type = propertySchema(field.schema, 'type')
  const branches = Array.isArray(type['oneOf']) ? type['oneOf'].filter(isObject) : []
  if (branches.length > 0) {
    return branches.map((branch) => ({ value: String(branch['const']), title: { vi: schemaTitle(branch, 'vi') ?? String(branch['const']), en: schemaTitle(branch, 'en') ?? String(branch['const']) } }))
  }
  const choices = schemaChoices(type) ?? []
  return DEFAULT_OPTIONS.filter(({ value }) => choices.includes(value))
}

const kept = new WeakMap<Field, readonly Option[]>()

/** The types that a field offers: the author's own list, or the usual six. */
export const documentOptions = (field: Field): readonly Option[] => {
  const known = kept.get(field)
  if (known !== undefined) return known
  const own = ownOptions(field)
  const options = own.length > 0 ? own : DEFAULT_OPTIONS
  kept.set(field, options)
  return options
}

/** Does the number have the form of its kind of paper? Types that we do not know take any number. */
export const fitsType = (type: string, number: string): boolean => {
  if (type === 'can-cuoc' || type === 'cccd' || type === 'can-cuoc-dien-tu') return isIdentityNumber(number)
  if (type === 'cmnd') return /^(\d{9}|\d{12})$/.test(number)
  return type === 'ho-chieu' ? isPassport(number) : true
}
