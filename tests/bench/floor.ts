import type { Json, JsonObject, JsonSchema } from '../../forms/index.ts'

/**
 * The floor: what a programmer writes by hand when no engine is asked for. Walks the schema, escapes, draws label, help and
 * control, narrows an enum by if/then. No errors, no states, no languages, no kinds.
 */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
const textOf = (value: Json | undefined): string => (value === undefined || value === null || typeof value === 'object' ? '' : String(value))

const resolve = (root: JsonSchema, node: JsonObject): JsonObject => {
  const ref = node['$ref']
  if (typeof ref !== 'string') return node
  return { ...objectOf(objectOf(root['$defs'])[ref.slice(ref.lastIndexOf('/') + 1)]), ...node }
}

const holds = (condition: Json | undefined, value: JsonObject): boolean => {
  const test = objectOf(condition)
  if (!listOf(test['required']).every((name) => typeof name === 'string' && value[name] !== undefined)) return false
  return Object.entries(objectOf(test['properties'])).every(([name, raw]) => {
    const rule = objectOf(raw)
    if (rule['const'] !== undefined) return value[name] === rule['const']
    return holds(rule, objectOf(value[name]))
  })
}

/** Properties after the conditions of this object have had their say. */
const propertiesOf = (node: JsonObject, value: JsonObject): JsonObject => {
  let properties = objectOf(node['properties'])
  for (const rule of [node, ...listOf(node['allOf']).map(objectOf)]) {
    if (rule['if'] === undefined || !holds(rule['if'], value)) continue
    const more = objectOf(objectOf(rule['then'])['properties'])
    properties = { ...properties, ...Object.fromEntries(Object.entries(more).map(([name, extra]) => [name, { ...objectOf(properties[name]), ...objectOf(extra) }])) }
  }
  return properties
}

const control = (node: JsonObject, name: string, value: Json | undefined, required: boolean): string => {
  const must = required ? ' required' : ''
  const options = node['enum']
  if (Array.isArray(options)) {
    const list = options.map((option) => `<option value="${escape(textOf(option))}"${option === value ? ' selected' : ''}>${escape(textOf(option))}</option>`).join('')
    return `<select id="${name}" name="${name}"${must}><option value=""></option>${list}</select>`
  }
  if (node['type'] === 'boolean') return `<input type="checkbox" id="${name}" name="${name}" value="true"${value === true ? ' checked' : ''}>`
  const numeric = node['type'] === 'integer' || node['type'] === 'number'
  const type = numeric ? 'number' : node['format'] === 'date' ? 'date' : 'text'
  const length = typeof node['maxLength'] === 'number' ? ` maxlength="${node['maxLength']}"` : ''
  return `<input type="${type}" id="${name}" name="${name}" value="${escape(textOf(value))}"${length}${must}>`
}

const drawNode = (root: JsonSchema, raw: Json | undefined, name: string, shown: { readonly value: Json | undefined; readonly required: boolean }): string => {
  const node = resolve(root, objectOf(raw))
  const title = escape(textOf(node['title']))
  if (node['type'] === 'object') return `<fieldset><legend>${title}</legend>${drawChildren(root, node, name, objectOf(shown.value))}</fieldset>`
  if (node['type'] === 'array') {
    const rows = listOf(shown.value).map((row, i) => drawNode(root, node['items'], `${name}.${i}`, { value: row, required: false })).join('')
    return `<fieldset><legend>${title}</legend>${rows}</fieldset>`
  }
  const help = node['description'] === undefined ? '' : `<p id="${name}-help">${escape(textOf(node['description']))}</p>`
  return `<div><label for="${name}">${title}</label>${help}${control(node, name, shown.value, shown.required)}</div>`
}

const drawChildren = (root: JsonSchema, node: JsonObject, name: string, value: JsonObject): string => {
  const required = listOf(node['required'])
  return Object.entries(propertiesOf(node, value))
    .map(([key, child]) => drawNode(root, child, name === '' ? key : `${name}.${key}`, { value: value[key], required: required.includes(key) })).join('')
}

/** The filled form as one page. */
export const drawFloor = (schema: JsonSchema, answers: JsonObject): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(textOf(schema['title']))}</title>`
  + `<link rel="stylesheet" href="/floor.css"></head><body><h1>${escape(textOf(schema['title']))}</h1><form method="post">${drawChildren(schema, schema, '', answers)}<button>Tiếp tục</button></form><script src="/floor.js" defer></script></body></html>`

export const FLOOR_CSS = 'body{font:1rem/1.5 system-ui;max-width:40rem;margin:0 auto;padding:1rem}label{display:block;font-weight:600}input,select{font:inherit;padding:.4rem;width:100%;max-width:100%}input[type=checkbox]{width:auto}fieldset{margin:1rem 0}button{font:inherit;padding:.6rem 1rem}'
export const FLOOR_JS = 'document.querySelector("form").addEventListener("submit",function(e){var b=e.target.querySelector("button");if(b.disabled)e.preventDefault();b.disabled=true})'
