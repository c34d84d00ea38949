import { foldText } from '../../engine/fold.ts'
import type { Option } from '../../engine/form-model.ts'
import type { Lang } from '../../engine/json.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import PROVINCES from './provinces.json' with { type: 'json' }

const byCode: ReadonlyMap<string, (typeof PROVINCES)[number]> = new Map(PROVINCES.map((province) => [province.code, province]))

/** Code of one of the 34 provinces and cities since 2025-07-01. */
export const isProvinceCode = (text: string): boolean => byCode.has(text)

/** Full name of a province in a language; the code itself when it is none. */
export const provinceName = (code: string, lang: Lang): string => byCode.get(code)?.[lang] ?? code

const label = (province: (typeof PROVINCES)[number], lang: Lang): string =>
  province.former.length === 0 ? province[lang] : `${province[lang]} (${translate('field.address.former', lang, { names: province.former.join(', ') })})`

/** As the select lists them; who looks for a province that was merged finds its name too. */
export const PROVINCE_OPTIONS: readonly Option[] = PROVINCES.map((province) => ({ value: province.code, title: { vi: label(province, 'vi'), en: label(province, 'en') } }))

const bare = (name: string): string => foldText(name).replace(/^(tinh|thanh pho|tp\.?) /, '').replace(/ (city|province)$/, '')

let byName: ReadonlyMap<string, string> | undefined
/** Made when somebody asks: a cold start does not wait for it. */
const codesByName = (): ReadonlyMap<string, string> =>
  (byName ??= new Map(PROVINCES.flatMap(({ code, vi, former }) => [[bare(vi), code], ...former.map((name) => [bare(name), code] as const)] as const)))

/** Code of a province by code or name, today's or one that was merged into it; undefined for anything else. */
export const findProvince = (text: string): string | undefined => (isProvinceCode(text) ? text : codesByName().get(bare(text)))
