import { foldText } from '../../engine/fold.ts'
import type { Hole } from '../hole.ts'
import type { Written } from './plan.ts'

type Part = 'street' | 'commune' | 'district' | 'province'

const NO_DISTRICT = 'Cấp huyện không còn từ ngày 01/7/2025 (Luật Tổ chức chính quyền địa phương 72/2025/QH15)'
const STREET_WRITTEN = 'Số nhà, đường, thôn đã ghi liền ở ô trước'

/** In this order: 'Số nhà, đường phố, tập thể' is a street although it says 'phố', 'Thị xã' a district although it says 'xã'. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['street', /^(tai )?(so nha|duong|to dan pho|thon|xom|ap|ngo|to\b|to\/)/],
  ['province', /^(tinh|thanh pho truc thuoc|tp truc thuoc)/],
  ['district', /^(quan|huyen|thi xa|thanh pho thuoc)/],
  ['commune', /^(xa|phuong|thi tran|dac khu)/],
]

/** 'Tổ/xóm/ấp/thôn' is read as any text, 'Tổ hợp tác' too. */
const NEIGHBOURHOOD = /^(to|thon|xom|ap)\//

const plain = (hole: Hole): string => foldText(hole.label).replace(/^[-+*\s]+/, '')

/** 'Xã, huyện, tỉnh' in one hole. */
const isCommuneAlone = (hole: Hole): boolean => /^(xa|phuong)\b.*\btinh\b/.test(plain(hole))

const partOf = (hole: Hole): Part | undefined => {
  if (isCommuneAlone(hole)) return undefined
  const label = plain(hole)
  const isPart = hole.kind === 'address' || hole.kind === 'place' || (hole.kind === 'text' && NEIGHBOURHOOD.test(label))
  return isPart && hole.repeat === null ? PARTS.find(([, pattern]) => pattern.test(label))?.[0] : undefined
}

/** A hole for house and street alone, whose commune is printed or asked elsewhere: no address of its own. */
export const isStreetAlone = (hole: Hole): boolean => partOf(hole) === 'street' && !/\b(xa|phuong|tinh|thanh pho)\b/.test(plain(hole))

const writtenAs = (hole: Hole, part: Part, isFirst: boolean): Written => {
  if (part === 'district') return { hole, none: NO_DISTRICT }
  if (isFirst) return { hole, as: part }
  return part === 'street' ? { hole, none: STREET_WRITTEN } : { hole, as: part }
}

/** An address needs its province and its commune; what has less of it stays as single questions. */
const isWhole = (parts: readonly Part[]): boolean => parts.includes('commune') && parts.includes('province')

/**
 * The run of holes from `from` on that print one address in parts (số nhà, xã, tỉnh). Undefined where no address begins there.
 * A part that comes again begins the next address, except the street, which forms print as several holes.
 */
export const addressRun = (holes: readonly Hole[], from: number): readonly Written[] | undefined => {
  const parts: Part[] = []
  for (let at = from; at < holes.length; at += 1) {
    const hole = holes[at]
    const part = hole && partOf(hole)
    if (part === undefined || (part !== 'street' && parts.includes(part)) || (part === 'street' && isWhole(parts))) break
    parts.push(part)
  }
  if (!isWhole(parts)) return undefined
  return parts.flatMap((part, i) => { const hole = holes[from + i]; return hole ? [writtenAs(hole, part, parts.indexOf(part) === i)] : [] })
}

/**
 * 'Nơi đăng ký khai sinh: Xã … Huyện … Tỉnh …': what stands before the colon is the part of the first hole only, and the others
 * belong to it as well.
 */
export const underOneAddress = (holes: readonly Hole[]): readonly Hole[] => {
  const out: Hole[] = []
  for (const hole of holes) {
    const before = out.at(-1)
    const [part, last] = [partOf(hole), before && partOf(before)]
    const goesOn = before !== undefined && part !== undefined && last !== undefined && (part !== last || part === 'street') && before.section.startsWith(hole.section === '' ? '' : `${hole.section} > `) && before.section !== hole.section
    out.push(goesOn ? { ...hole, section: before.section } : hole)
  }
  return out
}

/** Does the paper leave room for house number and street? Else only commune and province are asked. */
export const asksStreet = (written: readonly Written[]): boolean => written.some(({ hole, as, none }) => as === 'street' || (as === undefined && none === undefined && hole.kind === 'address' && !isCommuneAlone(hole)))
