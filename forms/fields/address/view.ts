import { isObject } from '../../engine/pointer.ts'
import { translateField as translate, type FieldMessageKey as MessageKey } from '../../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import type { JsonSchema, Lang } from '../../engine/json.ts'
import { renderOptions } from '../choices.ts'
import { attr, attributesFor, closeInput, idOf, openInput } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { perField } from '../per-field.ts'
import { asText, presentationText, propertySchema, schemaTitle } from '../presentation.ts'
import { PROVINCE_OPTIONS } from './provinces.ts'
import { communeName } from './resolve-commune.ts'

type Segments = { readonly province: string; readonly commune: string; readonly detail: string; readonly end: string }

/** Label of one part: the author's title of that property, else ours. */
const partLabel = (schema: JsonSchema, part: string, key: MessageKey, lang: Lang): string =>
  escapeHtml(schemaTitle(propertySchema(schema, part), lang) ?? translate(key, lang))

const isRequired = (schema: JsonSchema, part: string): boolean => Array.isArray(schema['required']) && schema['required'].includes(part)

// 'street-address' of the presentation stands for the group; its parts have tokens of their own (WCAG 1.3.5).
const TOKENS = { province: 'address-level1', commune: 'address-level2', detail: 'street-address' } as const

const segmentsOf = perField((field, lang, name): Segments => {
  const { schema, presentation } = field
  const own = presentationText(field, 'autocomplete') !== undefined
  const token = (part: keyof typeof TOKENS): string | undefined => (own ? TOKENS[part] : undefined)
  const id = (part: string): string => idOf(`${name}.${part}`)
  const label = (part: string, key: MessageKey): string => `<label class="subfield__label" for="${id(part)}">${partLabel(schema, part, key, lang)}`
  const optional = isRequired(schema, 'detail') ? '' : ` <span class="field__optional">${escapeHtml(translate('field.optional', lang))}</span>`
  const communeHelp = `<p class="subfield__help" id="${id('commune')}-help">${escapeHtml(translate('field.address.commune-help', lang))}</p>`
  const detail = `<div class="subfield">${label('detail', 'field.address.detail')}${optional}</label>${openInput(name, 'detail', { width: 'full', ...autocompleteOf(token('detail')) })}`
  return {
    province: `<div class="subfield">${label('province', 'field.address.province')}</label><select class="select" id="${id('province')}" name="${escapeHtml(name)}.province"${attr('autocomplete', token('province'))}`,
    commune: `</select></div><div class="subfield">${label('commune', 'field.address.commune')}</label>${communeHelp}${openInput(name, 'commune', { width: 'full', ...autocompleteOf(token('commune')) })} aria-describedby="${id('commune')}-help"`,
    detail: presentation['detail'] === false ? '' : `</div>${detail}`,
    end: '</div>',
  }
})

const autocompleteOf = (token: string | undefined): { readonly autocomplete?: string } => (token === undefined ? {} : { autocomplete: token })

/** What the commune's box shows: today's name of a stored code, or what was typed. */
const communeText = (props: ControlProps): string => {
  const { value, context } = props
  if (!isObject(value)) return ''
  const code = asText(value['commune'])
  return code === '' ? asText(value['typed']) : (communeName(asText(value['province']), code, context.lists) ?? code)
}

/**
 * Province as a select, commune as a box that takes names old and new: the list of a province's communes depends on another
 * answer, which plain HTML cannot know. Scripts put a select in the place of the box.
 */
export const viewAddress = (props: ControlProps): Html => {
  const segments = segmentsOf(props.field, props.lang, props.name)
  const part = (key: string): string => (isObject(props.value) ? asText(props.value[key]) : '')
  const province = `${segments.province}${attributesFor(props, 'province')}>${renderOptions(PROVINCE_OPTIONS, part('province'), props.lang)}`
  const commune = segments.commune + closeInput(communeText(props), attributesFor(props, 'commune'))
  const detail = segments.detail === '' ? '' : segments.detail + closeInput(part('detail'), attributesFor(props, 'detail'))
  return raw(province + commune + detail + segments.end)
}
