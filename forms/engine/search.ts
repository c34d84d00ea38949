import { nearestTo, searchIndex, type CatalogueIndex, type CatalogueItem } from './catalogue-index.ts'
import type { Text } from './json.ts'
import type { Level } from './procedure.ts'
import { foldText } from './fold.ts'

/** Filters of the home page, as in the query string: `linh-vuc`, `co-quan`, `muc-do`. */
export type Filters = { readonly field?: string; readonly agency?: string; readonly level?: string }
export type Facet = { readonly id: string; readonly title: Text; readonly count: number }
/** Each counted over what the query and the other filters leave, so that a number is what a click gives. */
export type Facets = { readonly fields: readonly Facet[]; readonly agencies: readonly Facet[]; readonly levels: readonly Facet[] }

export type HomeSearch<Item extends CatalogueItem = CatalogueItem> = {
  /** Found, best first. */
  readonly entries: readonly Item[]
  readonly total: number
  readonly facets: Facets
  /** Nearest procedures when nothing was found. */
  readonly suggestions: readonly Item[]
}

/** Id of a level in addresses: grades of different schemes that mean the same share one id. */
export const levelId = (level: Level): string => (level.scheme === 'nd-43-2011' ? `muc-${level.grade}` : level.grade)

/** The levels that people look for: 2 or 3 (NĐ 43/2011), and the grade that holds today. */
export const shownLevels = (levels: readonly Level[]): readonly Level[] => {
  const [number, current] = [levels.find(({ scheme }) => scheme === 'nd-43-2011'), levels.at(-1)]
  return [...new Set([number, current])].filter((level) => level !== undefined)
}

type Fits = (item: CatalogueItem) => boolean

const anything: Fits = () => true

const agencyFits = (asked: string): Fits => {
  const folded = foldText(asked)
  return ({ agency }) => agency.vi === asked || foldText(agency.vi) === folded
}

const fitsOf = ({ field, agency, level }: Filters): Readonly<Record<keyof Filters, Fits>> => ({
  field: field === undefined ? anything : (item) => item.field.id === field,
  agency: agency === undefined ? anything : agencyFits(agency),
  level: level === undefined ? anything : (item) => shownLevels(item.levels).some((one) => levelId(one) === level),
})

const count = (items: readonly CatalogueItem[], idsOf: (item: CatalogueItem) => readonly (readonly [id: string, title: Text])[]): readonly Facet[] => {
  const facets = new Map<string, { readonly id: string; readonly title: Text; count: number }>()
  for (const item of items) {
    for (const [id, title] of idsOf(item)) {
      const known = facets.get(id)
      if (known) known.count += 1
      else facets.set(id, { id, title, count: 1 })
    }
  }
  return [...facets.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}

const isNumbered = ({ id }: Facet): boolean => id.startsWith('muc-')
const byLevel = (facets: readonly Facet[]): readonly Facet[] =>
  [...facets.filter(isNumbered).toSorted((a, b) => (a.id < b.id ? -1 : 1)), ...facets.filter((facet) => !isNumbered(facet))]

/** Titles of levels are made at the view: here they are their ids. An agency that a list does not name is none. */
const facetsOf = (found: readonly CatalogueItem[], fits: Readonly<Record<keyof Filters, Fits>>): Facets => ({
  fields: count(found.filter((item) => fits.agency(item) && fits.level(item)), ({ field }) => [[field.id, field.title]]),
  agencies: count(found.filter((item) => fits.field(item) && fits.level(item)), ({ agency }) => (agency.vi === '' ? [] : [[agency.vi, agency]])),
  // Levels 2 and 3 first, however many there are: they are what is looked for.
  levels: byLevel(count(found.filter((item) => fits.field(item) && fits.agency(item)), ({ levels }) => shownLevels(levels).map((level) => [levelId(level), { vi: levelId(level), en: levelId(level) }]))),
})

/** All that the home page shows for what was asked: filtered, ranked, with facets and suggestions. */
export const findProcedures = <Item extends CatalogueItem>(index: CatalogueIndex<Item>, asked: { readonly query: string; readonly filters: Filters }): HomeSearch<Item> => {
  const found = searchIndex(index, asked.query)
  const fits = fitsOf(asked.filters)
  const fitting = found.filter((item) => fits.field(item) && fits.agency(item) && fits.level(item))
  // Nothing asked ranks nothing: then what can be done here at once comes first.
  const entries = asked.query.trim() === '' ? [...fitting.filter(({ online }) => online), ...fitting.filter(({ online }) => !online)] : fitting
  return { entries, total: entries.length, facets: facetsOf(found, fits), suggestions: entries.length > 0 ? [] : nearestTo(index, asked.query, 3) }
}
