import { CompileError, compileForm } from '../compile/index.ts'
import { checkSchema } from '../compile/check-record.ts'
import { expandRefs } from '../compile/expand-refs.ts'
import type { FormModel } from '../engine/form-model.ts'
import type { Json, JsonObject } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { checkConditions } from './check-conditions.ts'
import { checkLogic } from './check-logic.ts'
import { checkTexts } from './check-texts.ts'
import { FILES, finding } from './finding.ts'
import type { Finding } from './source.ts'

/** Pages and verbs that stand beside the sections in an address (`/ho-so/{id}/…`). */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(['giay-to', 'xem-lai', 'nop', 'luu', 'tiep-tuc', 'bien-nhan', 'ban-sao.html', 'tep'])

const at = (pointer: string) => ({ file: FILES.schema, pointer })

const checkSlugs = (form: FormModel): readonly Finding[] => form.sections.flatMap((section, i) => {
  const place = at(`/properties/${section.name}/x-jsf-presentation/slug`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(section.slug)) return [finding(place, 'slugForm', section.slug)]
  const taken = RESERVED_SLUGS.has(section.slug) || form.sections.findIndex((other) => other.slug === section.slug) < i
  return taken ? [finding(place, 'slug', section.slug)] : []
})

export type FormCheck = { readonly findings: readonly Finding[]; readonly form?: FormModel; readonly expanded?: JsonObject }

const compiled = (schema: JsonObject): FormCheck => {
  try {
    const expanded = expandRefs(schema)
    const form = compileForm(schema)
    return { findings: [...checkConditions(expanded), ...checkLogic(expanded), ...checkTexts(expanded), ...checkSlugs(form)], form, expanded }
  } catch (error) {
    const pointer = error instanceof CompileError ? error.pointer : ''
    return { findings: [finding(at(pointer), 'compile', '', error instanceof Error ? error.message : String(error))] }
  }
}

/** form.schema.json: is it JSON Schema, does it make a form, are its texts, conditions and rules whole. */
export const checkForm = (schema: Json): FormCheck => {
  if (!isObject(schema)) return { findings: [finding(at(''), 'shape', '', 'object')] }
  const shape = checkSchema(schema).map(({ pointer, detail }) => finding(at(pointer), 'compile', '', detail))
  return shape.length > 0 ? { findings: shape } : compiled(schema)
}
