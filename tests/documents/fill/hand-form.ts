import type { Hole, Mark, Place, Range, Repeat, WordForm } from '../../../forms/documents/hole.ts'
import { compileTemplate } from '../../../forms/documents/fill/compile-template.ts'
import { fillForm } from '../../../forms/documents/fill/fill-form.ts'
import type { Template } from '../../../forms/documents/fill/template.ts'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { parsePart } from '../../../forms/documents/xml/parse-part.ts'
import type { Answers, CodeLists, FormModel, Json } from '../../../forms/index.ts'
import type { Field } from '../../../forms/engine/form-model.ts'
import type { WordMap, Writing } from '../../../forms/documents/word-map.ts'
import { hole, wordForm } from '../draft/gold-forms.ts'

export const NO_LISTS: CodeLists = { communes: () => [], formerCommunes: () => [] }

const DOCUMENT = 'word/document.xml'

export const partText = (docx: Uint8Array, part = DOCUMENT): string => openPackage(docx).text(part)

/** Where the nth occurrence of a piece of XML stands. */
export const at = (docx: Uint8Array, needle: string, nth = 0, part = DOCUMENT): Range => {
  const source = partText(docx, part)
  let start = source.indexOf(needle)
  for (let i = 0; i < nth; i++) start = source.indexOf(needle, start + 1)
  if (start === -1) throw new Error(`no ${needle}`)
  return { part, start, end: start + needle.length }
}

export const leader = (...ranges: readonly Range[]): Mark => ({ form: 'leader', ranges })
export const mark = (form: 'tab' | 'gap' | 'box' | 'field', range: Range): Mark => ({ form, range })
/** The point in front of a piece of XML. */
export const before = (range: Range): Range => ({ ...range, end: range.start })
export const whole = (...marks: readonly Mark[]): Place => ({ role: 'whole', marks })
export const place = (role: Place['role'], one: Mark, more: Partial<Place> = {}): Place => ({ role, marks: [one], ...more })

/** A hole with its places; more of it by name. */
export const at1 = (n: number, label: string, places: readonly Place[], more: Partial<Hole> = {}): Hole => hole(n, label, 'text', { ...more, places })

export const field = (pointer: string, kind = 'text', more: Partial<Field> = {}): Field =>
  ({ name: pointer.split('/').at(-1) ?? '', pointer, kind, title: { vi: pointer, en: pointer }, required: false, schema: {}, presentation: {}, ...more })

const group = (pointer: string, children: readonly Field[]): Field => field(pointer, 'repeating-group', { children })

export type Answer = { readonly field: Field; readonly as?: Writing }

/** A form model of one section with these fields; '/s/rows/*' children lie in a repeating group. */
export const modelOf = (fields: readonly Field[]): FormModel => {
  const rows = fields.filter(({ pointer }) => pointer.includes('/*'))
  const plain = fields.filter(({ pointer }) => !pointer.includes('/*'))
  return { title: { vi: 'Đơn', en: 'Form' }, schema: {}, sections: [{ name: 's', slug: 's', title: { vi: 'Đơn', en: 'Form' }, fields: [...plain, ...(rows.length > 0 ? [group('/s/rows', rows)] : [])] }] }
}

export type Made = { readonly docx: Uint8Array; readonly form: WordForm; readonly template: Template; readonly model: FormModel; readonly map: WordMap }

/** Template of a document whose nth hole takes the nth answer. */
export const make = (docx: Uint8Array, holes: readonly Hole[], answers: readonly Answer[], repeats: readonly Repeat[] = []): Made => {
  const form: WordForm = { ...wordForm(holes), repeats }
  const map: WordMap = { unprinted: [], holes: holes.map(({ n, label }, i) => {
    const one = answers[i]
    return one ? { n, label, answer: one.field.pointer, ...(one.as ? { as: one.as } : {}) } : { n, label, none: 'not asked' }
  }) }
  return { docx, form, map, template: JSON.parse(JSON.stringify(compileTemplate({ docx, form, map }))), model: modelOf(answers.map((one) => one.field)) }
}

export const fill = ({ docx, template, model }: Made, s: Json, lists = NO_LISTS): Uint8Array => fillForm({ docx, template, form: model, answers: { s } as Answers, lists })

/** XML of the filled body, which must be XML. */
export const filledXml = (made: Made, s: Json, part = DOCUMENT): string => {
  const xml = partText(fill(made, s), part)
  parsePart(part, xml)
  return xml
}

/** What a person reads: the text of each paragraph; tabs as →. */
export const readable = (xml: string): readonly string[] => xml.split('</w:p>').slice(0, -1).map((paragraph) =>
  paragraph.replace(/<w:tab\/>/g, '→').replace(/<w:br\/>/g, '⏎').replace(/<w:sym[^>]*w:char="(\w+)"[^>]*>/g, '[$1]').replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').trim())
