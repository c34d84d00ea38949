import { kindOf } from '../fields/index.ts'
import { fieldsByPointer } from './all-fields.ts'
import { checkKinds } from './check-kinds.ts'
import type { Field, FormModel, RuleContext } from './form-model.ts'
import type { Issue, IssueCode } from './issue.ts'
import type { Answers, Json } from './json.ts'
import { below, generalPointer, isObject, partsOf, valueAt } from './pointer.ts'
import { rulesOf, sentenceOf } from './rules-of.ts'

/** An error as ajv gives it. */
export type SchemaError = { readonly keyword: string; readonly instancePath: string; readonly params: Readonly<Record<string, unknown>> }

const GENERAL: Readonly<Record<string, IssueCode>> = {
  required: 'required', dependentRequired: 'required', minLength: 'too-short', maxLength: 'too-long', pattern: 'pattern', format: 'invalid',
  minimum: 'too-small', exclusiveMinimum: 'too-small', maximum: 'too-large', exclusiveMaximum: 'too-large',
  enum: 'not-an-option', const: 'not-an-option', 'x-dvc-codelist': 'not-an-option', minItems: 'too-few', contains: 'too-few', maxItems: 'too-many',
  uniqueItems: 'repeated', additionalProperties: 'unknown', unevaluatedProperties: 'unknown', 'false schema': 'unknown',
}

/** Keywords of our own that stand for one of JSON Schema: field kinds need to know only that one. */
const STANDS_FOR: Readonly<Record<string, string>> = { 'x-dvc-enum': 'enum', 'x-dvc-choices': 'enum' }

/** Errors that only say that another one was found inside; rules are told by `ruleIssues`. */
const ECHOES = new Set(['if', 'allOf', 'then', 'else', 'x-dvc-rules'])

const typeCode = (expected: unknown): IssueCode => (expected === 'integer' ? 'not-whole' : expected === 'number' ? 'not-a-number' : 'invalid')

/** Where the mistake is: for a missing or unknown property, at that property. */
const placeOf = (error: SchemaError): string => {
  const name = error.params['missingProperty'] ?? error.params['additionalProperty'] ?? error.params['property']
  return typeof name === 'string' ? below(error.instancePath, name) : error.instancePath
}

type Owner = { readonly field: Field | undefined; readonly pointer: string; /** Below the field: '' itself, '/commune' inside an address. */ readonly path: string }

/** The field that a place belongs to: itself, or the nearest above (a commune belongs to its address, a ticked box to its list). */
const ownerOf = (form: FormModel, place: string): Owner => {
  const fields = fieldsByPointer(form)
  for (let pointer = place; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const field = fields.get(generalPointer(pointer))
    if (!field) continue
    const contains = field.children !== undefined && pointer !== place
    return contains ? { field: undefined, pointer: place, path: '' } : { field, pointer, path: place.slice(pointer.length) }
  }
  return { field: undefined, pointer: place, path: '' }
}

const limitOf = (error: SchemaError): Issue['params'] => {
  const limit = error.params['limit']
  return typeof limit === 'number' ? { limit } : {}
}

const generalCode = (keyword: string, error: SchemaError): IssueCode => (keyword === 'type' ? typeCode(error.params['type']) : (GENERAL[keyword] ?? 'invalid'))

/** The field kind's own explanation, else the general code of the keyword. */
const explain = (error: SchemaError, { field, path }: Owner, value: Json | undefined, context: RuleContext): Pick<Issue, 'code' | 'params'> => {
  const keyword = STANDS_FOR[error.keyword] ?? error.keyword
  const own = field && kindOf(field.kind).explain?.({ keyword, path, value }, field, context)
  const params = { ...limitOf(error), ...own?.params }
  return { code: own?.code ?? generalCode(keyword, error), params: path === '' ? params : { ...params, part: partsOf(path).join('.') } }
}

const textOf = (field: Field | undefined, keyword: string): Pick<Issue, 'text'> => {
  const own = field?.schema['x-jsf-errorMessage']
  const english = isObject(field?.schema['x-dvc-en']) ? field.schema['x-dvc-en']['errorMessage'] : undefined
  const text = isObject(own) ? sentenceOf(own[keyword], isObject(english) ? english[keyword] : undefined) : undefined
  return text ? { text } : {}
}

const schemaIssue = (form: FormModel, answers: Answers, error: SchemaError, context: RuleContext): Issue => {
  const owner = ownerOf(form, placeOf(error))
  return { pointer: owner.pointer, ...explain(error, owner, valueAt(answers, owner.pointer), context), ...textOf(owner.field, STANDS_FOR[error.keyword] ?? error.keyword) }
}

// '/members/2' and the rule's '/members/' + '*' + '/age' give '/members/2/age'.
const concrete = (object: string, general: string): string => object + general.slice(generalPointer(object).length)

const ruleIssues = (form: FormModel, answers: Answers, error: SchemaError): readonly Issue[] => {
  const rules = rulesOf(form).get(generalPointer(error.instancePath))
  const failed = Array.isArray(error.params['failed']) ? error.params['failed'].map(String) : []
  return failed.flatMap((name): readonly Issue[] => {
    const rule = rules?.get(name)
    if (!rule) return []
    const places = rule.fields.map((field) => concrete(error.instancePath, field))
    const pointer = places.find((place) => valueAt(answers, place) !== undefined) ?? (places.length === 0 ? error.instancePath : undefined)
    // A rule about a field that is not answered says nothing: 'required' does, where it must be.
    if (pointer === undefined) return []
    return [{ pointer, code: 'rule', params: { rule: name }, ...(rule.text ? { text: rule.text } : {}), ...(rule.severity ? { severity: rule.severity } : {}) }]
  })
}

/** The first mistake of a field is the one to put right; what else is wrong shows when that is done. Warnings stay beside each other. */
const onePerField = (issues: readonly Issue[]): readonly Issue[] => {
  const wrong = new Set<string>()
  return issues.filter((issue) => {
    if (wrong.has(issue.pointer)) return false
    if (issue.severity !== 'warning') wrong.add(issue.pointer)
    return true
  })
}

const rowsIn = (pointer: string): number => partsOf(pointer).reduce((sum, part) => (/^\d+$/.test(part) ? sum * 1000 + Number(part) : sum), 0)

const orders = new WeakMap<FormModel, ReadonlyMap<string, number>>()
const orderOf = (form: FormModel): ReadonlyMap<string, number> => {
  const known = orders.get(form)
  if (known) return known
  const order = new Map([...fieldsByPointer(form).keys()].map((pointer, i) => [pointer, i]))
  orders.set(form, order)
  return order
}

type Place = { readonly issue: Issue; readonly place: number; readonly group: number; readonly rows: number }

const inFormOrder = (form: FormModel, issues: readonly Issue[]): readonly Issue[] => {
  const order = orderOf(form)
  const placed = issues.map((issue): Place => {
    const { pointer } = issue
    const general = generalPointer(pointer)
    const place = order.get(general) ?? order.size
    if (general === pointer) return { issue, place, group: place, rows: 0 }
    return { issue, place, group: order.get(pointer.replace(/\/\d+(\/.*)?$/, '')) ?? place, rows: rowsIn(pointer) }
  })
  return placed.sort((a, b) => a.group - b.group || a.rows - b.rows || a.place - b.place).map(({ issue }) => issue)
}

/**
 * ajv's errors and the field kinds' own checks as issues: at most one mistake a field, in the order of the form. `pointer`
 * is the field's; where the mistake is in a part of it (the commune of an address), `params.part` names the part.
 */
export const issuesOf = (form: FormModel, answers: Answers, errors: readonly SchemaError[], context: RuleContext): readonly Issue[] => {
  const told = errors.filter((error) => !ECHOES.has(error.keyword)).map((error) => schemaIssue(form, answers, error, context))
  const refused = new Set(told.map((issue) => issue.pointer))
  const byKinds = checkKinds(form, answers, context, refused)
  const rules = errors.filter((error) => error.keyword === 'x-dvc-rules').flatMap((error) => ruleIssues(form, answers, error))
  if (told.length + byKinds.length + rules.length === 0) return []
  return inFormOrder(form, onePerField([...told, ...byKinds, ...rules]))
}
