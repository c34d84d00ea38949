import type { Field, Section } from '../engine/form-model.ts'

const LOOSE_TITLE = { vi: 'Thông tin khác', en: 'Other information' }

/** 'birthPlace' -> 'birth-place': the address of a section that names no slug. */
const kebab = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '')

const slugOf = (field: Field): string => (typeof field.presentation['slug'] === 'string' ? field.presentation['slug'] : kebab(field.name))

const sectionOf = (field: Field): Section => ({
  name: field.name,
  slug: slugOf(field),
  title: field.title,
  ...(field.help ? { help: field.help } : {}),
  fields: field.kind === 'fieldset' ? (field.children ?? []) : [field],
})

/** One page per top-level object or repeating group, in order; loose top-level fields share a last page. */
export const sectionsOf = (fields: readonly Field[]): readonly Section[] => {
  const isPage = (field: Field): boolean => field.kind === 'fieldset' || field.kind === 'repeating-group'
  const loose = fields.filter((field) => !isPage(field))
  const pages = fields.filter(isPage).map(sectionOf)
  return loose.length === 0 ? pages : [...pages, { name: '', slug: 'thong-tin-khac', title: LOOSE_TITLE, fields: loose }]
}
