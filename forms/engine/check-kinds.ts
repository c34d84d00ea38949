import { kindOf } from '../fields/index.ts'
import type { FieldKind } from '../fields/field-kind.ts'
import { fieldsByPointer } from './all-fields.ts'
import type { Field, FormModel, RuleContext } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Answers, Json } from './json.ts'
import { isObject, partsOf } from './pointer.ts'

type Checked = { readonly field: Field; readonly parts: readonly string[]; readonly check: NonNullable<FieldKind['check']> }

const cache = new WeakMap<FormModel, readonly Checked[]>()
const checkedFields = (form: FormModel): readonly Checked[] => {
  const known = cache.get(form)
  if (known) return known
  const checked = [...fieldsByPointer(form).values()].flatMap((field): readonly Checked[] => {
    const { check } = kindOf(field.kind)
    return check ? [{ field, parts: partsOf(field.pointer), check }] : []
  })
  cache.set(form, checked)
  return checked
}

type Found = { readonly pointer: string; readonly value: Json }

const find = (value: Json | undefined, parts: readonly string[], pointer: string): readonly Found[] => {
  const [part, ...rest] = parts
  if (value === undefined) return []
  if (part === undefined) return [{ pointer, value }]
  if (part === '*') return Array.isArray(value) ? value.flatMap((row, i) => find(row, rest, `${pointer}/${i}`)) : []
  return isObject(value) && Object.hasOwn(value, part) ? find(value[part], rest, `${pointer}/${part}`) : []
}

/** What the field kinds have to say of each answered field that the schema accepts (check digits, places, warnings). */
export const checkKinds = (form: FormModel, answers: Answers, context: RuleContext, refused: ReadonlySet<string>): readonly Issue[] =>
  checkedFields(form).flatMap(({ field, parts, check }) =>
    find(answers, parts, '').flatMap(({ pointer, value }) => (refused.has(pointer) ? [] : check(value, field, context).map((issue) => ({ ...issue, pointer })))))
