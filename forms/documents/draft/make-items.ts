import { foldText } from '../../engine/fold.ts'
import type { Hole } from '../hole.ts'
import { addressRun } from './address-holes.ts'
import { fullTitle, type Title } from './full-titles.ts'
import { propertyName } from './names.ts'
import type { Item, Written } from './plan.ts'

/** An item on its way: it may take over holes that come later. */
type Open = { readonly title: Title; readonly kind: Hole['kind']; readonly written: Written[] }

const isCapitals = (hole: Hole): boolean => hole.kind === 'name' || hole.kind === 'organisation' ? /in hoa|chu hoa/.test(foldText(`${hole.label} ${hole.hint ?? ''}`)) : false

const alone = (hole: Hole): Written => (isCapitals(hole) ? { hole, as: 'capitals' } : { hole })

const SOURCES = { dateInWords: ['date', 'issueDate'], moneyInWords: ['money'] } as const

/** The date or sum that these words spell out: the nearest one before, in the same part of the form. */
const spelledOut = (hole: Hole, open: readonly Open[]): Open | undefined => {
  if (hole.kind !== 'dateInWords' && hole.kind !== 'moneyInWords') return undefined
  const kinds: readonly string[] = SOURCES[hole.kind]
  return open.findLast(({ kind }) => kinds.includes(kind))
}

/** What a label says besides 'name': with less than this it may be anybody's. */
const FEWEST_WORDS = 3
const NAME_WORDS = /^(ten|ho|chu dem|va|[\s,])+(?=\s|$)/

const saysWhose = (label: string): boolean => label.replace(/\([^)]*\)/g, ' ').replace(NAME_WORDS, ' ').split(/[^a-z0-9]+/).filter((word) => word !== '').length >= FEWEST_WORDS

/** Do two holes stand side by side, or do the questions beside them repeat as well? Then the form asks the same of somebody else. */
const isSeries = (hole: Hole, earlier: Hole, holes: readonly Hole[]): boolean => {
  const [a, b] = [holes.indexOf(earlier), holes.indexOf(hole)]
  const labelAt = (i: number): string => foldText(holes[i]?.label ?? '')
  // A lone word ('Số') stands beside anything.
  const alike = (i: number, j: number): boolean => i !== b && j !== a && labelAt(i).includes(' ') && labelAt(i) === labelAt(j)
  const isBeside = [b - 1, b + 1].some((i) => labelAt(i) === labelAt(b))
  return isBeside || alike(a + 1, b + 1) || alike(a - 1, b - 1)
}

/**
 * One datum that the form prints again: who applies, in the letterhead and in the text. Nothing else is taken for the same:
 * the map sheet of the neighbour's plot has the label of one's own. A question too many is seen, an answer in two places is not.
 */
const printedBefore = (hole: Hole, open: readonly Open[], holes: readonly Hole[]): Open | undefined => {
  const label = foldText(hole.label)
  if ((hole.kind !== 'name' && hole.kind !== 'organisation') || !saysWhose(label)) return undefined
  return open.find(({ kind, written }) => kind === hole.kind && written.some((one) => one.hole.section === hole.section && foldText(one.hole.label) === label && !isSeries(hole, one.hole, holes)))
}

const takeOver = (hole: Hole, open: readonly Open[], holes: readonly Hole[]): boolean => {
  const source = spelledOut(hole, open)
  if (source && (hole.kind === 'dateInWords' || hole.kind === 'moneyInWords')) source.written.push({ hole, as: hole.kind })
  const same = source ? undefined : printedBefore(hole, open, holes)
  same?.written.push(alone(hole))
  return source !== undefined || same !== undefined
}

/** An opinion or confirmation is given and signed by somebody else, who may have none to give. */
const isOthers = ({ section, label }: Hole): boolean => /(^|> )(y kien|xac nhan) cua\b/.test(foldText(section)) || /^(y kien|xac nhan) cua\b/.test(foldText(label))

/** A lone box may stay empty: that is an answer; papers are asked for on a page of their own; not everybody has e-mail or a fax. */
const isFree = ({ kind, options = [], section, label }: Hole): boolean =>
  kind === 'tick' || (kind === 'choices' && options.length === 1) || kind === 'email' || kind === 'website' || /^(so )?fax\b/.test(foldText(label))
  || (/^(long)?text$/i.test(kind) && /(nop|gui|ho so|giay to|tai lieu)\b.*\bkem theo\b|\bkem theo (don|to khai)\b/.test(foldText(`${section} ${label}`)))

const PLACE = /địa chỉ|địa điểm|nơi|chỗ|trụ sở|thường trú|tạm trú|cư trú|hộ khẩu|quê|nguyên quán|khai sinh/iu

/** A heading names the address below it, unless it speaks of something else ('Chủ hộ'). */
const addressName = (heading: string): string => (PLACE.test(heading) ? heading : /^sinh$/iu.test(heading) ? 'Nơi sinh' : 'Địa chỉ')

const collect = (holes: readonly Hole[], addressTitle: string): readonly Open[] => {
  const open: Open[] = []
  for (let at = 0; at < holes.length;) {
    const hole = holes[at]
    if (hole === undefined) break
    const address = addressRun(holes, at)
    if (address) open.push({ title: { text: addressName(addressTitle), made: false }, kind: 'address', written: [...address] })
    else if (!takeOver(hole, open, holes)) open.push({ title: fullTitle(hole, holes.slice(0, at)), kind: hole.kind, written: [alone(hole)] })
    at += address?.length ?? 1
  }
  return open
}

/**
 * Holes of one part of the form, in order -> its questions: an address in parts is one, what is printed twice is asked once,
 * words that spell out a date or a sum are not asked. `addressTitle` names an address whose holes are labelled by their parts.
 */
export const makeItems = (holes: readonly Hole[], addressTitle: string, taken: Set<string>): readonly Item[] =>
  collect(holes, addressTitle).map(({ title, kind, written }) => {
    const name = propertyName(title.text, taken, `o${written[0]?.hole.n ?? 0}`)
    taken.add(name)
    const free = written.every(({ hole }) => isFree(hole) || isOthers(hole) || /. ?\(?neu (co|biet)\b/.test(foldText(hole.label)))
    return { node: 'item', name, title: title.text, made: title.made, kind, optional: free || written.every(({ hole }) => hole.optional || isOthers(hole) || isFree(hole)), free, holes: written }
  })
