import type { Section } from './form-model.ts'
import { isAtOrBelow } from './pointer.ts'

/** Are the section's fields properties of the root itself (a repeating group, or loose fields), not of an object of the section's name? */
export const isRootSection = (section: Section): boolean => section.name === '' || section.fields[0]?.pointer === `/${section.name}`

/** Does a concrete pointer lie in this section? */
export const isInSection = (section: Section, pointer: string): boolean => {
  const isAt = (top: string): boolean => isAtOrBelow(pointer, top)
  return isRootSection(section) ? section.fields.some((field) => isAt(field.pointer)) : isAt(`/${section.name}`)
}
