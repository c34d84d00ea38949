import { pageSlug } from './names.ts'

/** The values of a choice, by its printed options: words of each, unlike all before. */
export const optionValues = (titles: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return titles.map((title) => {
    const value = pageSlug(title, taken)
    taken.add(value)
    return value
  })
}
