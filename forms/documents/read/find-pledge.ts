import type { Item } from './items.ts'
import type { Line } from './lines.ts'
import { plainWords, trimPunctuation, withoutEnumerator, withoutNoteMarks } from './words.ts'

const PLEDGE = /(?<!\p{L})(tôi|chúng tôi)(\s*(\/|\(|hoặc)\s*chúng tôi\)?)?\s+(xin\s+)?(cam đoan|cam kết)(?!\p{L}).*$/iu
/** What the sentence goes on with: what is pledged, point by point, or the answer for it. */
const GOES_ON = /^[-–+•]|^(tôi|chúng tôi|nếu)(?!\p{L}).*(trách nhiệm|cam đoan|cam kết|pháp luật)/iu
const LONGEST = 600

const isPrinted = (item: Item | undefined): item is Line => item?.item === 'line' && item.slots.length === 0 && item.boxes.length === 0

const wordsOf = ({ text }: Line): string => plainWords(withoutNoteMarks(text)).replaceAll(/\s+([.,;:])/g, '$1')

/**
 * What the form has the person declare above the signature, as printed: 'Tôi cam đoan …'. '' where nothing like it is printed, or
 * where it has a hole of its own.
 */
export const findPledge = (items: readonly Item[]): string => {
  const at = items.findIndex((item) => isPrinted(item) && PLEDGE.test(wordsOf(item)))
  const first = items[at]
  if (!isPrinted(first)) return ''
  const said = [PLEDGE.exec(wordsOf(first))?.[0] ?? '']
  for (let next = items[at + said.length]; isPrinted(next) && (GOES_ON.test(wordsOf(next)) || /[:;]$/.test(said.at(-1) ?? '')); next = items[at + said.length]) said.push(withoutEnumerator(wordsOf(next)))
  const whole = trimPunctuation(said.join(' '))
  return whole.length > LONGEST || said.at(-1)?.endsWith(':') === true ? '' : `${whole.charAt(0).toLocaleUpperCase('vi')}${whole.slice(1)}.`
}
