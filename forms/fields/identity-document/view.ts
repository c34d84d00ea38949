import type { Lang } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { translateField as translate, type FieldMessageKey as MessageKey } from '../../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import { renderOptions } from '../choices.ts'
import { attributesFor, closeInput, idOf, openInput } from '../controls.ts'
import { dateBoxes, fillDateBoxes } from '../date/view.ts'
import type { ControlProps } from '../field-kind.ts'
import { perField } from '../per-field.ts'
import { asText, propertySchema, schemaTitle } from '../presentation.ts'
import type { Field } from '../../engine/form-model.ts'
import { documentOptions } from './types.ts'

type Segments = { readonly type: string; readonly number: string; readonly date: string; readonly boxes: readonly string[]; readonly issuedBy: string }

const LABELS: Readonly<Record<'type' | 'number' | 'issuedOn' | 'issuedBy', MessageKey>> = {
  type: 'field.identity-document.type', number: 'field.identity-document.number',
  issuedOn: 'field.identity-document.issued-on', issuedBy: 'field.identity-document.issued-by',
}

const labelText = (field: Field, part: keyof typeof LABELS, lang: Lang): string => {
  const required = field.schema['required']
  const optional = Array.isArray(required) && required.includes(part) ? '' : ` <span class="field__optional">${escapeHtml(translate('field.optional', lang))}</span>`
  return escapeHtml(schemaTitle(propertySchema(field.schema, part), lang) ?? translate(LABELS[part], lang)) + optional
}

const segmentsOf = perField((field, lang, name): Segments => {
  const label = (part: 'type' | 'number' | 'issuedBy'): string =>
    `<div class="subfield"><label class="subfield__label" for="${idOf(`${name}.${part}`)}">${labelText(field, part, lang)}</label>`
  return {
    type: `${label('type')}<select class="select" id="${idOf(`${name}.type`)}" name="${escapeHtml(name)}.type"`,
    number: `</select></div>${label('number')}${openInput(name, 'number', { width: 'code', plain: true, autocomplete: 'off' })}`,
    date: `</div><fieldset class="subfield"><legend class="subfield__label">${labelText(field, 'issuedOn', lang)}</legend>`,
    boxes: dateBoxes(name, lang, undefined),
    issuedBy: `</fieldset>${label('issuedBy')}${openInput(name, 'issuedBy', { width: 'full' })}`,
  }
})

/** Kind of paper, its number, when and by whom it was issued: one group of inputs. */
export const viewIdentityDocument = (props: ControlProps): Html => {
  const { field, lang, value } = props
  const segments = segmentsOf(field, lang, props.name)
  const part = (key: string): string => (isObject(value) ? asText(value[key]) : '')
  const type = `${segments.type}${attributesFor(props, 'type')}>${renderOptions(documentOptions(field), part('type'), lang)}`
  const number = segments.number + closeInput(part('number'), attributesFor(props, 'number'))
  const date = segments.date + fillDateBoxes(segments.boxes, part('issuedOn'), props)
  return raw(`${type}${number}${date}${segments.issuedBy}${closeInput(part('issuedBy'), attributesFor(props, 'issuedBy'))}</div>`)
}
