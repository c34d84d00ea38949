import { kindOf, type Field, type FieldViewProps, type Json, type JsonObject, type JsonSchema, type Option } from '../../../forms/index.ts'
import { renderField } from '../../../forms/index.ts'
import { CONTEXT } from './context.ts'

export const OPTIONS: readonly Option[] = [
  { value: 'cha', title: { vi: 'Cha', en: 'Father' } },
  { value: 'me', title: { vi: 'Mẹ & dì', en: 'Mother & aunt' } },
]

/** A field of a kind as compile makes it, without compiling a form. */
export const aField = (kind: string, schema: JsonSchema = {}, presentation: JsonObject = {}): Field => ({
  name: 'x', pointer: '/s/x', kind, title: { vi: 'Mục thử', en: 'Test field' }, required: true, presentation,
  schema: { ...kindOf(kind).schema({ ...schema, 'x-jsf-presentation': presentation }), ...schema },
  ...(['select', 'radios', 'checkboxes'].includes(kind) ? { options: OPTIONS } : {}),
  ...(['fieldset', 'repeating-group'].includes(kind) ? { children: [aField('text')] } : {}),
})

export const propsOf = (field: Field, value: Json | undefined, more: Partial<FieldViewProps> = {}): FieldViewProps => ({
  field, value, name: 's.x', state: { visible: true, required: true }, errors: [], warnings: [], lang: 'vi', context: CONTEXT,
  renderChild: (child, name) => renderField(propsOf(child, undefined, { ...more, name })),
  ...more,
})
