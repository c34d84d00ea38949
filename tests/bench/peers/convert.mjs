// The same form in the tongues of engines that do not read JSON Schema. Communes are a plain text field here (the others
// narrow a list of 100 by province): to the advantage of SurveyJS and Form.io.
const resolve = (root, node) => (node.$ref === undefined ? node : { ...root.$defs[node.$ref.split('/').at(-1)], ...node })

const father = (root) => root.then?.properties?.father
const withFather = (root) => (father(root) === undefined ? root.properties : { ...root.properties, father: father(root) })

const surveyElement = (root, name, raw, required) => {
  const node = resolve(root, raw)
  const shared = { name, title: node.title ?? name, isRequired: required, description: node.description }
  if (node.type === 'object') return { type: 'panel', title: shared.title, name, elements: surveyElements(root, node, `${name}.`) }
  if (node.type === 'array') return { ...shared, type: 'paneldynamic', panelCount: 2, templateElements: surveyElements(root, node.items, '') }
  if (node.enum !== undefined) return { ...shared, type: 'dropdown', choices: node.enum }
  if (node.type === 'boolean') return { ...shared, type: 'boolean' }
  if (node.type === 'integer' || node.type === 'number') return { ...shared, type: 'text', inputType: 'number', min: node.minimum, max: node.maximum }
  return { ...shared, type: 'text', inputType: node.format === 'date' ? 'date' : 'text', maxLength: node.maxLength }
}
const surveyElements = (root, node, prefix) =>
  Object.entries(node.properties).map(([key, child]) => surveyElement(root, `${prefix}${key}`, child, node.required?.includes(key) === true))

export const toSurvey = (root) => ({ title: root.title, elements: surveyElements(root, { ...root, properties: withFather(root) }, '') })

/** Survey data is flat: `child.fullName`. */
export const toSurveyData = (value, prefix = '') =>
  Object.entries(value).reduce((all, [key, child]) => (child !== null && typeof child === 'object' && !Array.isArray(child)
    ? { ...all, ...toSurveyData(child, `${prefix}${key}.`) } : { ...all, [`${prefix}${key}`]: child }), {})

const formioComponent = (root, key, raw, required) => {
  const node = resolve(root, raw)
  const shared = { key, label: node.title ?? key, input: true, validate: { required }, description: node.description }
  if (node.type === 'object') return { type: 'container', key, label: shared.label, input: true, components: formioComponents(root, node) }
  if (node.type === 'array') return { ...shared, type: 'datagrid', components: formioComponents(root, node.items) }
  if (node.enum !== undefined) return { ...shared, type: 'select', data: { values: node.enum.map((value) => ({ label: value, value })) } }
  if (node.type === 'boolean') return { ...shared, type: 'checkbox' }
  if (node.type === 'integer' || node.type === 'number') return { ...shared, type: 'number' }
  return { ...shared, type: node.format === 'date' ? 'day' : 'textfield' }
}
const formioComponents = (root, node) => Object.entries(node.properties).map(([key, child]) => formioComponent(root, key, child, node.required?.includes(key) === true))

export const toFormio = (root) => ({ display: 'form', components: [...formioComponents(root, { ...root, properties: withFather(root) }), { type: 'button', action: 'submit', key: 'submit', label: 'Gửi', input: true }] })

// json-schema-form silently ignores `$ref`, and JSON Forms draws no control for one: both are given the expanded form.
export const expand = (root, node) => {
  if (Array.isArray(node)) return node.map((child) => expand(root, child))
  if (node === null || typeof node !== 'object') return node
  const { $ref, ...rest } = node
  const base = $ref === undefined ? {} : expand(root, root.$defs[$ref.split('/').at(-1)])
  return { ...base, ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== '$defs').map(([key, child]) => [key, expand(root, child)])) }
}

const uiElement = (key, node, scope) => (node.type === 'object'
  ? { type: 'Group', label: node.title ?? key, elements: uiElements(node, scope) }
  : { type: 'Control', scope, label: node.title ?? key })
const uiElements = (node, scope) => Object.entries(node.properties).map(([key, child]) => uiElement(key, child, `${scope}/properties/${key}`))

/** JSON Forms: expanded schema, the conditional father among the properties, and the groups that its vanilla renderers do not make themselves. */
export const toJsonForms = (root) => {
  const schema = expand(root, { ...root, properties: withFather(root) })
  return { schema, uischema: { type: 'VerticalLayout', elements: uiElements(schema, '#') } }
}
