import { createHash } from 'node:crypto'
import { Ajv2020, type CodeKeywordDefinition, type KeywordCxt } from 'ajv/dist/2020.js'
import { _, stringify } from 'ajv/dist/compile/codegen/index.js'
import standalone from 'ajv/dist/standalone/index.js'
import type { FormModel } from '../engine/form-model.ts'
import type { JsonSchema } from '../engine/json.ts'
import { FORMATS } from '../fields/formats.ts'
import { dropUnusedSchemas } from './drop-unused.ts'
import { validatorSchema } from './validator-schema.ts'

/** Names by which the validator's text asks for what load-validator.ts hands it. */
const RULES = _`require("dvc-forms/rules")`
const FORMAT_TABLE = _`require("dvc-forms/formats")`

/** `x-dvc-rules`: json-logic rules by name, over the object that declares them. One error names all that failed. */
const rulesKeyword: CodeKeywordDefinition = {
  keyword: 'x-dvc-rules',
  type: 'object',
  schemaType: 'object',
  error: { message: 'rule', params: (context) => _`{failed: ${context.params['failed']}}` },
  code: (context: KeywordCxt) => {
    const { gen, data, schema } = context
    const run = gen.scopeValue('func', { ref: RULES, code: _`${RULES}.failedRules` })
    const rules = gen.scopeValue('schema', { ref: schema, code: stringify(schema) })
    const failed = gen.const('failed', _`${run}(${rules}, ${data})`)
    context.setParams({ failed })
    context.fail(_`${failed}.length > 0`)
  },
}

/** `x-dvc-codelist: 'commune'`: the value is a code of the host's list for the province beside it. */
const codeListKeyword: CodeKeywordDefinition = {
  keyword: 'x-dvc-codelist',
  type: 'string',
  schemaType: 'string',
  error: { message: 'codelist' },
  code: (context: KeywordCxt) => {
    const { gen, data, schema, it } = context
    const run = gen.scopeValue('func', { ref: _`${RULES}.list`, code: _`${RULES}.isListed` })
    context.fail(_`!${run}(${String(schema)}, ${data}, ${it.parentData})`)
  },
}

/** `x-dvc-enum`: one of these texts, as a set; what is no text is not among them. */
const enumKeyword: CodeKeywordDefinition = {
  keyword: 'x-dvc-enum',
  schemaType: 'array',
  error: { message: 'enum' },
  code: (context: KeywordCxt) => {
    const { gen, data, schema } = context
    const set = gen.scopeValue('schema', { ref: schema, code: _`new Set(${stringify(schema)})` })
    context.fail(_`!${set}.has(${data})`)
  },
}

/** `x-dvc-choices`: tables of 'when `by` is this, `of` is one of these' (choices.ts). */
const choicesKeyword: CodeKeywordDefinition = {
  keyword: 'x-dvc-choices',
  type: 'object',
  schemaType: 'array',
  error: { message: 'enum', params: (context) => _`{property: ${context.params['property']}}` },
  code: (context: KeywordCxt) => {
    const { gen, data, schema } = context
    const table = gen.scopeValue('schema', { ref: schema, code: _`${RULES}.choices(${stringify(schema)})` })
    const property = gen.const('property', _`${table}(${data})`)
    context.setParams({ property })
    context.fail(_`${property} !== undefined`)
  },
}

const compiler = (): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors: true, strict: false, messages: false, inlineRefs: false, validateSchema: true, unicodeRegExp: true, addUsedSchema: false, unevaluated: false,
    code: { source: true, esm: false, lines: false, formats: FORMAT_TABLE },
  })
  for (const [name, test] of Object.entries(FORMATS)) ajv.addFormat(name, test)
  ajv.addKeyword(rulesKeyword)
  ajv.addKeyword(codeListKeyword)
  ajv.addKeyword(enumKeyword)
  ajv.addKeyword(choicesKeyword)
  return ajv
}

const codeOf = (schema: JsonSchema): string => {
  const ajv = compiler()
  return dropUnusedSchemas(standalone.default(ajv, ajv.compile(schema)))
}

/** The validator of a form as CommonJS text and the hex SHA-256 of that text. Load it with `loadValidator`. */
export const compileValidator = (form: FormModel): { readonly code: string; readonly sha256: string } => {
  const code = codeOf(validatorSchema(form.schema))
  return { code, sha256: createHash('sha256').update(code).digest('hex') }
}
