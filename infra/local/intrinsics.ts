import { isValues, list, member, text, type Resource, type Template, type Value, type Values } from './template.ts'

/** What stands for a resource that runs here: its Ref and its attributes. */
export type Identity = { readonly ref: string; readonly attributes: Readonly<Record<string, string>> }

export type Scope = {
  readonly template: Template
  readonly pseudo: Readonly<Record<string, string>>
  readonly identify: (id: string, resource: Resource) => Identity
  readonly imported: (name: string) => Value
}

/** Stands for AWS::NoValue until its property is dropped. */
const NOTHING = Symbol('AWS::NoValue')
type Worked = Value | typeof NOTHING

export type Resolve = (value: Value | undefined) => Value

const pair = (value: Value): readonly [Value, Value] => {
  const [first, second] = list(value)
  return [first ?? null, second ?? null]
}

type Intrinsic = (argument: Value, scope: Scope) => Worked

const referTo = (id: string, scope: Scope): Worked => {
  if (id === 'AWS::NoValue') return NOTHING
  const pseudo = scope.pseudo[id]
  if (pseudo !== undefined) return pseudo
  const resource = scope.template.resources[id]
  if (resource !== undefined) return scope.identify(id, resource).ref
  if (id in scope.template.parameters) return member(scope.template.parameters[id], 'Default') ?? ''
  throw new Error(`Ref to '${id}', which the template does not have`)
}

const attributeOf = (id: string, name: string, scope: Scope): Value => {
  const resource = scope.template.resources[id]
  if (resource === undefined) throw new Error(`Fn::GetAtt of '${id}', which the template does not have`)
  return scope.identify(id, resource).attributes[name] ?? `${id}.${name}`
}

const getAttribute: Intrinsic = (argument, scope) => {
  const [id, ...name] = typeof argument === 'string' ? argument.split('.') : list(argument).map(text)
  return attributeOf(id ?? '', name.join('.'), scope)
}

const substitute: Intrinsic = (argument, scope) => {
  const [pattern, names] = typeof argument === 'string' ? [argument, {}] : pair(argument)
  return text(pattern).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    const given = member(names, name)
    const [id = '', ...attribute] = name.split('.')
    return text(given !== undefined ? resolveIn(scope)(given) : attribute.length > 0 ? attributeOf(id, attribute.join('.'), scope) : resolveIn(scope)({ Ref: id }))
  })
}

const holds = (condition: Value, scope: Scope): boolean => {
  const named = typeof condition === 'string' ? condition : text(member(condition, 'Condition'))
  if (named) return holds(scope.template.conditions[named] ?? false, scope)
  return resolveIn(scope)(condition) === true
}

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (id, scope) => referTo(text(id), scope),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [glue, parts] = pair(argument)
    return list(resolveIn(scope)(parts)).map(text).join(text(glue))
  },
  'Fn::Select': (argument, scope) => {
    const [index, from] = pair(argument)
    return list(resolveIn(scope)(from))[Number(resolveIn(scope)(index))] ?? ''
  },
  'Fn::Split': (argument, scope) => {
    const [glue, from] = pair(argument)
    return text(resolveIn(scope)(from)).split(text(glue))
  },
  'Fn::If': (argument, scope) => {
    const [condition = '', yes = null, no = null] = list(argument)
    return work(holds(condition, scope) ? yes : no, scope)
  },
  'Fn::Equals': (argument, scope) => {
    const [one, other] = pair(argument)
    return JSON.stringify(resolveIn(scope)(one)) === JSON.stringify(resolveIn(scope)(other))
  },
  'Fn::And': (argument, scope) => list(argument).every((condition) => holds(condition, scope)),
  'Fn::Or': (argument, scope) => list(argument).some((condition) => holds(condition, scope)),
  'Fn::Not': (argument, scope) => !holds(list(argument)[0] ?? false, scope),
  'Fn::FindInMap': (argument, scope) => {
    const [map = '', first = '', second = ''] = list(argument).map((part) => text(resolveIn(scope)(part)))
    return member(scope.template.mappings[map], first, second) ?? ''
  },
  'Fn::ImportValue': (argument, scope) => scope.imported(text(resolveIn(scope)(argument))),
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolveIn(scope)(argument))).toString('base64'),
  'Fn::GetAZs': (_, scope) => ['a', 'b', 'c'].map((zone) => `${scope.pseudo['AWS::Region'] ?? ''}${zone}`),
}

const workObject = (value: Values, scope: Scope): Worked => {
  const entries = Object.entries(value)
  const [only] = entries
  const intrinsic = entries.length === 1 && only !== undefined ? INTRINSICS[only[0]] : undefined
  if (intrinsic !== undefined && only !== undefined) return intrinsic(only[1], scope)
  if (only?.[0].startsWith('Fn::')) throw new Error(`The template function ${only[0]} is not known here`)
  const worked = entries.map(([key, inner]): [string, Worked] => [key, work(inner, scope)])
  return Object.fromEntries(worked.filter((entry): entry is [string, Value] => entry[1] !== NOTHING))
}

const work = (value: Value, scope: Scope): Worked => {
  if (Array.isArray(value)) return value.map((item: Value) => work(item, scope)).filter((item): item is Value => item !== NOTHING)
  return isValues(value) ? workObject(value, scope) : value
}

/** Works out Ref, Fn::GetAtt, Join, Sub, Select, Split, If, Equals, And, Or, Not, FindInMap, ImportValue and Base64 at any depth. */
export const resolveIn = (scope: Scope): Resolve => (value) => {
  const worked = value === undefined ? null : work(value, scope)
  return worked === NOTHING ? null : worked
}

/** Whether a resource's own Condition lets it exist. */
export const exists = (resource: Resource, scope: Scope): boolean => resource.condition === undefined || holds(resource.condition, scope)
