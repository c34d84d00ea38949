/** JSON of a CloudFormation template, before and after its functions are worked out. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }
export type Values = Readonly<Record<string, Value>>

export type Resource = { readonly type: string; readonly properties: Values; readonly condition?: string }
export type Template = {
  readonly resources: Readonly<Record<string, Resource>>
  readonly parameters: Values
  readonly conditions: Values
  readonly mappings: Values
  readonly outputs: Values
}

/** True for `{…}`, not for arrays and null. */
export const isValues = (value: Value | undefined): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The member of an object, or undefined where there is none. */
export const member = (value: Value | undefined, ...path: string[]): Value | undefined =>
  path.reduce<Value | undefined>((at, key) => (isValues(at) && Object.hasOwn(at, key) ? at[key] : undefined), value)

/** A list, whatever was there: nothing gives none, one thing gives one. */
export const list = (value: Value | undefined): readonly Value[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value])

/** Text of a scalar; '' where there is none. */
export const text = (value: Value | undefined): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')

const section = (template: Values, name: string): Values => {
  const found = template[name]
  return isValues(found) ? found : {}
}

const readResource = (value: Value): Resource => {
  const properties = member(value, 'Properties')
  const condition = text(member(value, 'Condition'))
  return { type: text(member(value, 'Type')), properties: isValues(properties) ? properties : {}, ...(condition && { condition }) }
}

/** Reads the sections that we need of a synthesized template. */
export const readTemplate = (json: string): Template => {
  const template: Values = JSON.parse(json)
  return {
    resources: Object.fromEntries(Object.entries(section(template, 'Resources')).map(([id, value]) => [id, readResource(value)])),
    parameters: section(template, 'Parameters'),
    conditions: section(template, 'Conditions'),
    mappings: section(template, 'Mappings'),
    outputs: section(template, 'Outputs'),
  }
}
