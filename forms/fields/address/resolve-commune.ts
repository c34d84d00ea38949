import { foldText } from '../../engine/fold.ts'
import type { CodeLists } from '../../engine/form-model.ts'
import { cleanLine } from '../clean-text.ts'
import type { Commune, FormerCommune } from './code-lists.ts'

/** What a typed commune name means: one commune, several, or none. */
export type Resolution = { readonly code: string } | { readonly candidates: readonly string[] }

type Entry = { readonly code: string; readonly label: string; readonly keys: readonly [string, string, string]; readonly district: string }
type Index = { readonly now: readonly Entry[]; readonly former: readonly Entry[] }

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(phường|phuong|p)[. ]+(?=\S)/, 'phường '],
  [/^(xã|xa|x)[. ]+(?=\S)/, 'xã '],
  [/^(thị trấn|thi tran|tt)[. ]+(?=\S)/, 'thị trấn '],
  [/^(đặc khu|dac khu|đk|dk)[. ]+(?=\S)/, 'đặc khu '],
  [/^(phường|phuong|p)\.?(?=\d)/, 'phường '],
]

/** Full kind of commune in front, small letters: 'P.12' -> 'phường 12', 'TT Sóc Sơn' -> 'thị trấn sóc sơn'. */
const spellOut = (name: string): string => {
  const lower = cleanLine(name).toLocaleLowerCase('vi').replaceAll('’', "'")
  const kind = KINDS.find(([pattern]) => pattern.test(lower))
  // 'Phường 02' and 'Phường 2' are one.
  return (kind === undefined ? lower : lower.replace(kind[0], kind[1])).replace(/ 0+(\d)/, ' $1')
}

/** 'hoà' and 'hòa' are one word written in two orthographies: the tone mark is compared apart from its letter. */
const toneless = (word: string): string => {
  const marks = word.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []
  return word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC') + marks.join('')
}

const bareName = (name: string): string => name.replace(/^(phường|xã|thị trấn|đặc khu) /, '')

/** From the strictest to the most forgiving: as written; without diacritics; without the kind of commune either. */
const keysOf = (name: string): Entry['keys'] => {
  const full = spellOut(name)
  return [full.split(' ').map(toneless).join(' '), foldText(full), foldText(bareName(full))]
}

const districtKey = (name: string): string => foldText(name).replace(/^(quan|huyen|thi xa|thanh pho|tp|tx|q|h)[. ]+/, '')

/** A name that finds the entry when it is typed: the old one with its district, or today's where the old commune was split. */
const labelOf = (former: FormerCommune, today: string): string =>
  former.district === '' || former.communes.length > 1 ? today : `${former.name}, ${former.district} (${today})`

const indexOf = (communes: readonly Commune[], formers: readonly FormerCommune[], names: ReadonlyMap<string, string>): Index => {
  const now = communes.map(({ code, name }) => ({ code, label: name, keys: keysOf(name), district: '' }))
  const former = formers.flatMap((one) => one.communes.map((code) => ({
    code, label: labelOf(one, names.get(code) ?? code), keys: keysOf(one.name), district: districtKey(one.district),
  })))
  return { now, former }
}

const names = new WeakMap<readonly Commune[], ReadonlyMap<string, string>>()
const namesOf = (communes: readonly Commune[]): ReadonlyMap<string, string> => {
  const known = names.get(communes)
  if (known !== undefined) return known
  const made = new Map(communes.map(({ code, name }) => [code, name]))
  names.set(communes, made)
  return made
}

// Folding a province's thousand names takes longer than a request should: once per list that the host handed over.
const indexes = new WeakMap<readonly Commune[], Index>()
const findIndex = (province: string, lists: CodeLists): Index => {
  const communes = lists.communes(province)
  const known = indexes.get(communes)
  if (known !== undefined) return known
  const index = indexOf(communes, lists.formerCommunes(province), namesOf(communes))
  indexes.set(communes, index)
  return index
}

/** Name of a commune by its code; undefined when the province has no such commune. */
export const communeName = (province: string, code: string, lists: CodeLists): string | undefined =>
  namesOf(lists.communes(province)).get(code)

const LISTED = 6
const resolutionOf = (entries: readonly Entry[]): Resolution => {
  const [first, ...rest] = entries
  if (first !== undefined && rest.every(({ code }) => code === first.code)) return { code: first.code }
  return { candidates: [...new Set(entries.map(({ label }) => label))].slice(0, LISTED) }
}

const matchesOf = (entries: readonly Entry[], typed: string, level: 0 | 1 | 2): readonly Entry[] => {
  const key = keysOf(typed)[level]
  return entries.filter(({ keys }) => keys[level] === key)
}

/** 'Phường 12, quận Gò Vấp': the old district tells same-named communes apart. */
const withDistrict = (former: readonly Entry[], name: string, district: string): readonly Entry[] => {
  const inDistrict = former.filter((entry) => entry.district === districtKey(district))
  return ([0, 1, 2] as const).map((level) => matchesOf(inDistrict, name, level)).find((found) => found.length > 0) ?? []
}

/**
 * What a person means by the name of a commune of `province`: today's name or the one before 2025-07-01, with or without
 * diacritics and kind ('P. Ba Dinh'), with the old district after a comma, or the code itself. Today's name wins when it is
 * written in full; otherwise all that fit are weighed, and more than one is an ambiguity, never a guess.
 */
export const resolveCommune = (typed: string, province: string, lists: CodeLists): Resolution => {
  const text = cleanLine(typed)
  if (communeName(province, text, lists) !== undefined) return { code: text }
  const { now, former } = findIndex(province, lists)
  const exact = matchesOf(now, text, 0)
  if (exact.length === 1) return resolutionOf(exact)
  const [name = '', district = ''] = text.split(/[,(]/, 2).map((part) => part.replace(')', '').trim())
  const qualified = district === '' ? [] : withDistrict(former, name, district)
  if (qualified.length > 0) return resolutionOf(qualified)
  const all = [...now, ...former]
  const found = ([0, 1, 2] as const).map((level) => matchesOf(all, text, level)).find((entries) => entries.length > 0)
  return resolutionOf(found ?? [])
}
