import type { Option } from '../../engine/form-model.ts'
import { foldText } from '../../engine/fold.ts'
import type { Lang } from '../../engine/json.ts'
import COUNTRIES from './countries.json' with { type: 'json' }

const codes: ReadonlySet<string> = new Set(COUNTRIES.map(({ code }) => code))

/** ISO 3166-1 alpha-2. */
export const isCountryCode = (text: string): boolean => codes.has(text)

const toOption = ({ code, vi, en }: (typeof COUNTRIES)[number]): Option => ({ value: code, title: { vi, en } })

/** Countries in the order of the Vietnamese alphabet, Việt Nam first. */
export const COUNTRY_OPTIONS: readonly Option[] = COUNTRIES.map(toOption)

const [vietnam, ...others] = COUNTRY_OPTIONS

// Folding five hundred names costs a cold start some milliseconds: done when somebody asks.
let inEnglish: readonly Option[] | undefined
let byName: ReadonlyMap<string, string> | undefined

/** As a select lists them: by the names that the reader sees, Việt Nam first. */
export const countriesIn = (lang: Lang): readonly Option[] => {
  if (lang === 'vi') return COUNTRY_OPTIONS
  // Compared without Intl: English names of countries hold few accents, and the order must not depend on the host.
  return (inEnglish ??= [...(vietnam === undefined ? [] : [vietnam]), ...others.toSorted((a, b) => (foldText(a.title.en) < foldText(b.title.en) ? -1 : 1))])
}

const codesByName = (): ReadonlyMap<string, string> => (byName ??= new Map(COUNTRIES.flatMap(({ code, vi, en }) => [[foldText(vi), code], [foldText(en), code]])))

/** Code of a country by its code or name in either language; undefined for anything else. */
export const findCountry = (text: string): string | undefined => {
  const code = text.toUpperCase()
  return isCountryCode(code) ? code : codesByName().get(foldText(text))
}
