import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeLists } from '../../forms/index.ts'

type Province = { readonly communes: ReturnType<CodeLists['communes']>; readonly formerCommunes: ReturnType<CodeLists['formerCommunes']> }

const NONE: Province = { communes: [], formerCommunes: [] }

/** Communes by province from `<folder>/<province>.json`, read when first asked for: most containers see few of the 34. */
export const fileCodeLists = (folder: string): CodeLists => {
  const read = new Map<string, Province>()
  const of = (province: string): Province => {
    const found = read.get(province) ?? readProvince(folder, province)
    read.set(province, found)
    return found
  }
  return { communes: (province) => of(province).communes, formerCommunes: (province) => of(province).formerCommunes }
}

/** A code that is no province has no communes. It comes from answers, so it must not become a path. */
const readProvince = (folder: string, province: string): Province => {
  if (!/^\d{2}$/.test(province)) return NONE
  try {
    return JSON.parse(readFileSync(join(folder, `${province}.json`), 'utf8')) as Province
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NONE
    throw error
  }
}
