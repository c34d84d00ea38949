import type { Json } from '../../engine/json.ts'
import type { Hole } from '../hole.ts'

/** Units that stay as they are printed, and those with an English word. */
const UNITS: Readonly<Record<string, string>> = {
  m: 'm', 'm²': 'm²', 'm³': 'm³', km: 'km', 'km²': 'km²', cm: 'cm', mm: 'mm', ha: 'ha', kg: 'kg', '%': '%', kW: 'kW', lít: 'litres', tấn: 'tonnes', tạ: 'quintals',
  tháng: 'months', năm: 'years', ngày: 'days', giờ: 'hours', phút: 'minutes', tuổi: 'years of age', người: 'people', 'lao động': 'workers', 'thành viên': 'members', hộ: 'households',
  bản: 'copies', 'bản sao': 'copies', bộ: 'sets', trang: 'pages', tờ: 'sheets', quyển: 'volumes', tầng: 'storeys', căn: 'flats', phòng: 'rooms', xe: 'vehicles', cây: 'trees', lần: 'times',
}

/** One way of writing for each. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [[/^(m ?2|mét vuông)$/u, 'm²'], [/^m3$/u, 'm³'], [/^km2$/u, 'km²'], [/^mét$/u, 'm'], [/^hecta$/u, 'ha'], [/^kw$/iu, 'kW']]

/** The reader tells a unit behind a hole in its reason for the kind alone. */
export const UNIT_BEHIND = /^'(.+)' is printed behind it$/u
const IN_BRACKETS = /\((?:đơn vị(?: tính)?:?\s*)?([^()]{1,12})\)\s*$/u

const known = (word: string): string | undefined => {
  const plain = word.normalize('NFC').trim()
  const unit = SPELLINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? plain
  return Object.hasOwn(UNITS, unit) ? unit : undefined
}

/** The unit that the form prints behind a hole or in brackets at its label; undefined where it prints none that is known. */
export const unitOf = ({ reason, label }: Hole): string | undefined => {
  const printed = [UNIT_BEHIND.exec(reason)?.[1], IN_BRACKETS.exec(label)?.[1]]
  return printed.map((word) => (word === undefined ? undefined : known(word))).find((unit) => unit !== undefined)
}

/** As a field names it: a word in both languages, or a sign. */
export const unitText = (unit: string): Json => {
  const en = UNITS[unit] ?? unit
  return en === unit ? unit : { vi: unit, en }
}
