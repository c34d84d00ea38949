import type { Field, RuleContext } from '../../engine/form-model.ts'
import type { Json, JsonObject, Lang } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { optionTitle } from '../choices.ts'
import { cleanDigits, cleanLine } from '../clean-text.ts'
import { dateText } from '../date/calendar-date.ts'
import { explainDate, readDateBoxes } from '../date/date-boxes.ts'
import { normaliseDate, splitDate } from '../date/inputs.ts'
import type { FieldKind, PostedInputs, SchemaError } from '../field-kind.ts'
import { cleanPassport } from '../passport/kind.ts'
import { asText } from '../presentation.ts'
import { documentOptions, DOCUMENT_TYPES, fitsType } from './types.ts'
import { viewIdentityDocument } from './view.ts'

const typedIn = (posted: PostedInputs, suffix: string): string => (posted[suffix] ?? []).findLast((value) => cleanLine(value) !== '') ?? ''

const withoutEmpty = (value: JsonObject): JsonObject => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== ''))

const read = (posted: PostedInputs): Json | undefined => {
  const issuedOn = readDateBoxes(posted, '', false) ?? ''
  const value = withoutEmpty({ type: typedIn(posted, 'type'), number: typedIn(posted, 'number'), issuedOn, issuedBy: typedIn(posted, 'issuedBy') })
  return Object.keys(value).length === 0 ? undefined : value
}

const cleanNumber = (type: Json | undefined, number: string): string =>
  type === 'ho-chieu' ? cleanPassport(number) : type === 'khac' ? cleanLine(number) : cleanDigits(number)

const NORMALISERS: Readonly<Record<string, (text: string, value: JsonObject) => string>> = {
  type: cleanLine,
  number: (text, value) => cleanNumber(value['type'], text),
  issuedOn: (text) => normaliseDate(text, false),
  issuedBy: cleanLine,
}

const normalise = (value: Json): Json => {
  if (!isObject(value)) return value
  const parts = Object.entries(value).map(([key, part]) => {
    const clean = Object.hasOwn(NORMALISERS, key) ? NORMALISERS[key] : undefined
    return [key, clean !== undefined && typeof part === 'string' ? clean(part, value) : part] as const
  })
  return withoutEmpty(Object.fromEntries(parts))
}

const toPost = (value: Json | undefined): PostedInputs => {
  const part = (key: string): string => (isObject(value) ? asText(value[key]) : '')
  const [day, month, year] = splitDate(part('issuedOn'))
  return { type: [part('type')], number: [part('number')], day: [day], month: [month], year: [year], issuedBy: [part('issuedBy')] }
}

const toText = (value: Json, field: Field, lang: Lang): string => {
  if (!isObject(value)) return asText(value)
  const [issuedOn, issuedBy] = [asText(value['issuedOn']), asText(value['issuedBy'])]
  const type = value['type'] === undefined ? '' : optionTitle(documentOptions(field), value['type'], lang)
  return [
    translate('field.identity-document.text', lang, { type, number: asText(value['number']) }).trim(),
    issuedOn === '' ? '' : translate('field.identity-document.text-issued-on', lang, { date: dateText(issuedOn) }),
    issuedBy === '' ? '' : translate('field.identity-document.text-issued-by', lang, { authority: issuedBy }),
  ].filter((part) => part !== '').join(', ')
}

const MISSING = {
  '/type': 'identity-document.type-required', '/number': 'identity-document.number-required',
  '/issuedOn': 'identity-document.date-required', '/issuedBy': 'identity-document.issuer-required',
} as const

const isPart = (path: string): path is keyof typeof MISSING => Object.hasOwn(MISSING, path)

const explain = ({ keyword, path, value }: SchemaError): ReturnType<NonNullable<FieldKind['explain']>> => {
  if (!isPart(path)) return undefined
  if (keyword === 'required') return { code: MISSING[path], params: {} }
  if (path === '/issuedOn' && isObject(value)) return explainDate(value['issuedOn'])
  return path === '/type' ? { code: 'not-an-option', params: {} } : undefined
}

const check = (value: Json, _field: Field, context: RuleContext): ReturnType<NonNullable<FieldKind['check']>> => {
  if (!isObject(value)) return []
  const [type, number, issuedOn] = [asText(value['type']), asText(value['number']), asText(value['issuedOn'])]
  if (!fitsType(type, number)) return [{ code: 'identity-document.number-invalid', params: { part: 'number' } }]
  return issuedOn > context.today ? [{ code: 'identity-document.future', params: { part: 'issuedOn' } }] : []
}

/** A paper that proves who somebody is: {type, number, issuedOn, issuedBy}, as civil-status forms ask ('Giấy tờ tùy thân'). */
export const identityDocumentKind: FieldKind = {
  id: 'identity-document',
  frame: 'group',
  schema: () => ({
    type: 'object',
    properties: {
      type: { type: 'string', enum: [...DOCUMENT_TYPES] },
      number: { type: 'string', minLength: 1, maxLength: 40 },
      issuedOn: { type: 'string', format: 'date' },
      issuedBy: { type: 'string', minLength: 2, maxLength: 200 },
    },
    required: ['type', 'number', 'issuedOn', 'issuedBy'],
    additionalProperties: false,
  }),
  inputs: ['type', 'number', 'day', 'month', 'year', 'issuedBy'],
  parts: { issuedOn: ['day', 'month', 'year'] },
  read,
  normalise,
  toPost,
  toText,
  explain,
  check,
  view: viewIdentityDocument,
}
