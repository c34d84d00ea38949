import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileForm, compileValidator } from '../../../forms/compile/index.ts'
import { loadValidator } from '../../../forms/compile/load-validator.ts'
import { FIELD_KINDS, issueText, kindOf, type Json, type JsonSchema, type Text } from '../../../forms/index.ts'
import { CONTEXT } from './context.ts'

/** One line of a kind's examples.json: what is posted, or given by an API client, and what becomes of it. */
type Example = {
  readonly name: string
  readonly schema?: JsonSchema
  readonly required?: boolean
  readonly posted?: Record<string, string[]>
  readonly given?: Json
  readonly value?: Json
  readonly text?: Text
  readonly issue?: string
  readonly warning?: string
  readonly params?: Record<string, string | number>
}

const readExamples = (kind: string): readonly Example[] =>
  JSON.parse(readFileSync(new URL(`../../../forms/fields/${kind}/examples.json`, import.meta.url), 'utf8'))

const fieldSchema = (kind: string, example: Example): JsonSchema => {
  const presentation = example.schema?.['x-jsf-presentation']
  return { title: 'Mục thử', ...example.schema, 'x-jsf-presentation': { ...(typeof presentation === 'object' ? presentation : {}), inputType: kind } }
}

/** All examples of a kind as fields of one form: compiled once, as a published form is. */
const publish = (kind: string, examples: readonly Example[]) => {
  const properties = Object.fromEntries(examples.map((example, i) => [`e${i}`, fieldSchema(kind, example)]))
  const required = examples.flatMap((example, i) => (example.required === true ? [`e${i}`] : []))
  const form = compileForm({ type: 'object', title: kind, properties: { s: { type: 'object', title: 's', required, properties } } })
  const { code } = compileValidator(form)
  const fields = form.sections[0]?.fields ?? []
  return { fields, validate: loadValidator(code, form) }
}

describe.each(Object.keys(FIELD_KINDS))('field kind %s', (id) => {
  const kind = kindOf(id)
  const examples = readExamples(id)
  const { fields, validate } = publish(id, examples)

  it.each(examples.map((example, i) => [example.name, example, i] as const))('%s', (_name, example, i) => {
    const field = fields[i]
    if (field === undefined) throw new Error(`no field for example ${i}`)
    const raw = example.posted === undefined ? example.given : kind.read(example.posted, field)
    const value = raw === undefined ? undefined : kind.normalise(raw, field, CONTEXT)
    expect(value).toEqual(example.value)

    const issues = validate({ s: value === undefined ? {} : { [field.name]: value } }, CONTEXT).filter((issue) => issue.pointer === `/s/${field.name}`)
    const errors = issues.filter((issue) => issue.severity !== 'warning')
    expect(errors.map((issue) => issue.code)).toEqual(example.issue === undefined ? [] : [example.issue])
    expect(issues.filter((issue) => issue.severity === 'warning').map((issue) => issue.code)).toEqual(example.warning === undefined ? [] : [example.warning])
    if (example.params !== undefined) expect(errors[0]?.params).toMatchObject(example.params)
    // A sentence with a hole in it would be shown to a citizen.
    for (const issue of issues) expect(issueText(issue, 'vi', 'Mục thử') + issueText(issue, 'en', 'Mục thử')).not.toMatch(/[{}]/)

    if (value !== undefined) {
      expect(kind.normalise(value, field, CONTEXT)).toEqual(value)
      // What an API client gave in a wrong type comes back from a page as text: refused all the same.
      if (kind.inputs.length > 0 && (example.posted !== undefined || example.issue === undefined)) {
        const again = kind.read(kind.toPost(value, field), field)
        expect(again === undefined ? undefined : kind.normalise(again, field, CONTEXT)).toEqual(value)
      }
    }
    if (example.text !== undefined && value !== undefined) {
      expect({ vi: kind.toText(value, field, 'vi', CONTEXT), en: kind.toText(value, field, 'en', CONTEXT) }).toEqual(example.text)
    }
  })

  it('has at least one example that becomes an answer', () => {
    expect(examples.some((example) => example.value !== undefined && example.issue === undefined)).toBe(true)
  })
})
