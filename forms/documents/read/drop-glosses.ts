import { isLine, type Item } from './items.ts'
import type { Line } from './lines.ts'
import { plainWords } from './words.ts'

/** A box, and words behind it. */
const isOption = (item: Item | undefined, path: string): item is Line => isLine(item) && item.site.path === path && item.boxes.length > 0 && item.slots.length === 0

/** No letter that English has not, and none that asks. */
const isForeign = (words: string): boolean => /^[\x20-\x7E]*[a-z]{3}[\x20-\x7E]*$/i.test(words) && !/:\s*$/.test(words)

const isVietnamese = (words: string): boolean => /[^\x20-\x7E]/.test(words)

/** 'Creams, emulsions, …' below '☐ Kem, nhũ tương, …': the same in another language, between the boxes of a list or behind the last of them. */
const isGloss = (items: readonly Item[], at: number): boolean => {
  const [item, before] = [items[at], items[at - 1]]
  if (!isLine(item) || item.boxes.length + item.slots.length > 0 || !isLine(before) || before.site.path !== item.site.path) return false
  return isForeign(plainWords(item.text)) && isVietnamese(plainWords(before.text)) && (isOption(before, item.site.path) || isLabel(before, items[at + 1]))
}

/** Words that wait for the cells below. */
const isLabel = ({ slots, boxes }: Line, next: Item | undefined): boolean => slots.length + boxes.length === 0 && next?.item === 'digits'

/** Lines of a list of boxes that only say in another language what stands above them are no lines of their own. */
export const dropGlosses = (items: readonly Item[]): readonly Item[] => items.filter((_, at) => !isGloss(items, at))
