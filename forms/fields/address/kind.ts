import { isObject } from '../../engine/pointer.ts'
import type { Field, RuleContext } from '../../engine/form-model.ts'
import type { Json, JsonObject, Lang } from '../../engine/json.ts'
import { cleanLine } from '../clean-text.ts'
import type { FieldKind, PostedInputs } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { findProvince, provinceName } from './provinces.ts'
import { communeName, resolveCommune } from './resolve-commune.ts'
import { viewAddress } from './view.ts'

const isCode = (text: string): boolean => /^\d{5}$/.test(text)
const typedIn = (posted: PostedInputs, suffix: string): string => (posted[suffix] ?? []).findLast((value) => cleanLine(value) !== '') ?? ''

const build = (parts: Readonly<Record<'province' | 'commune' | 'typed' | 'detail', string>>, rest: JsonObject): JsonObject => ({
  ...Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')),
  ...rest,
})

const read = (posted: PostedInputs): Json | undefined => {
  const [province, commune, detail] = [typedIn(posted, 'province'), typedIn(posted, 'commune'), typedIn(posted, 'detail')]
  if (province + commune + detail === '') return undefined
  const code = isCode(commune.trim())
  return build({ province, commune: code ? commune.trim() : '', typed: code ? '' : commune, detail }, {})
}

const line = (value: Json | undefined): string => (typeof value === 'string' ? cleanLine(value) : '')

/** Parts of the wrong type or without a name of ours: kept, so that the schema can refuse them. */
const foreignParts = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key, part]) => !['province', 'commune', 'typed', 'detail'].includes(key) || typeof part !== 'string'))

const normalise = (value: Json, _field: Field, context: RuleContext): Json => {
  if (!isObject(value)) return value
  const province = findProvince(line(value['province'])) ?? line(value['province'])
  const given = line(value['commune'])
  const typed = isCode(given) ? '' : given || line(value['typed'])
  const found = typed === '' || province === '' ? undefined : resolveCommune(typed, province, context.lists)
  const commune = isCode(given) ? given : found !== undefined && 'code' in found ? found.code : ''
  return build({ province, commune, typed: commune === '' ? typed : '', detail: line(value['detail']) }, foreignParts(value))
}

const partOf = (value: Json | undefined, key: string): string => (isObject(value) ? asText(value[key]) : '')

const toText = (value: Json, lang: Lang, context: RuleContext): string => {
  if (!isObject(value)) return asText(value)
  const [province, commune] = [partOf(value, 'province'), partOf(value, 'commune')]
  const name = commune === '' ? partOf(value, 'typed') : (communeName(province, commune, context.lists) ?? commune)
  return [partOf(value, 'detail'), name, province === '' ? '' : provinceName(province, lang)].filter((part) => part !== '').join(', ')
}

type Explained = ReturnType<NonNullable<FieldKind['explain']>>

const explainCommune = (value: Json | undefined, context: RuleContext): Explained => {
  const [province, typed] = [partOf(value, 'province'), partOf(value, 'typed') || partOf(value, 'commune')]
  if (typed === '') return { code: 'address.commune-missing', params: {} }
  const params = { typed, province: provinceName(province, 'vi') }
  const found = resolveCommune(typed, province, context.lists)
  const candidates = 'candidates' in found ? found.candidates : []
  return candidates.length === 0 ? { code: 'address.commune-unknown', params } : { code: 'address.commune-ambiguous', params: { ...params, candidates: candidates.join('; ') } }
}

/**
 * An address of today: {province, commune, detail} with the codes of the 34 provinces and 3,321 communes. `typed` keeps the
 * name of a commune that could not be made out. `detail: false` in the presentation leaves the street line out.
 */
export const addressKind: FieldKind = {
  id: 'address',
  frame: 'group',
  matches: (schema) => isObject(schema['properties']) && 'province' in schema['properties'] && 'commune' in schema['properties'],
  schema: () => ({
    type: 'object',
    properties: {
      province: { type: 'string', format: 'vn-province' },
      commune: { type: 'string', pattern: '^[0-9]{5}$' },
      typed: { type: 'string', maxLength: 200 },
      detail: { type: 'string', maxLength: 200 },
    },
    required: ['province', 'commune'],
    additionalProperties: false,
  }),
  inputs: ['province', 'commune', 'detail'],
  parts: { typed: ['commune'] },
  read,
  normalise,
  toPost: (value) => {
    const commune = partOf(value, 'commune') || partOf(value, 'typed')
    return { province: [partOf(value, 'province')], commune: [commune], detail: [partOf(value, 'detail')] }
  },
  toText: (value, _field, lang, context) => toText(value, lang, context),
  explain: ({ keyword, path, value }, _field, context) => {
    if (path === '') return keyword === 'required' ? { code: 'address.province-missing', params: { part: 'province' } } : undefined
    if (path === '/province') return { code: keyword === 'required' ? 'address.province-missing' : 'address.province-unknown', params: {} }
    if (path === '/commune') return explainCommune(value, context)
    return path === '/detail' && keyword !== 'maxLength' ? { code: 'address.detail-missing', params: {} } : undefined
  },
  check: (value, _field, context) => {
    const [province, commune] = [partOf(value, 'province'), partOf(value, 'commune')]
    if (commune === '' || communeName(province, commune, context.lists) !== undefined) return []
    return [{ code: 'address.commune-unknown', params: { part: 'commune', typed: commune, province: provinceName(province, 'vi') } }]
  },
  view: viewAddress,
}
