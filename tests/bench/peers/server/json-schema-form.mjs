import { createHeadlessForm } from '@remoteoss/json-schema-form'
import { expand } from '../convert.mjs'

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (value) => String(value ?? '').replace(/[&<>"]/g, (char) => ENTITIES[char])

const control = (field, name, value) => {
  if (field.fields !== undefined && field.inputType !== 'group-array') return `<fieldset><legend>${escape(field.label)}</legend>${field.fields.map((child) => control(child, `${name}.${child.name}`, value?.[child.name])).join('')}</fieldset>`
  if (field.inputType === 'group-array' || Array.isArray(value)) return (value ?? []).map((row, i) => (field.fields ?? []).map((child) => control(child, `${name}.${i}.${child.name}`, row[child.name])).join('')).join('')
  if (field.isVisible === false) return ''
  const label = `<label for="${name}">${escape(field.label)}</label>`
  if (field.options?.length > 0) return `${label}<select id="${name}" name="${name}">${field.options.map((option) => `<option value="${escape(option.value)}"${option.value === value ? ' selected' : ''}>${escape(option.label)}</option>`).join('')}</select>`
  return `${label}<input id="${name}" name="${name}" value="${escape(value)}"${field.required ? ' required' : ''}>`
}

export const render = (schema, data) => {
  const { fields } = createHeadlessForm(prepared(schema), { initialValues: data, strictInputType: false })
  return fields.map((field) => control(field, field.name, data[field.name])).join('')
}

let last
const prepared = (schema) => {
  if (last?.schema !== schema) last = { schema, expanded: expand(schema, schema) }
  return last.expanded
}
