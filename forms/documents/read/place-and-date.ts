import type { Line } from './lines.ts'
import { masked, sidesOf, SLOT } from './mask-slots.ts'
import { plainWords } from './words.ts'

const UNIT = '(?:[Tt]ỉnh|[Tt]hành phố|[Tt][Pp]\\.?|[Xx]ã|[Pp]hường|[Hh]uyện|[Qq]uận)'
export const PLACE_AND_DATE = new RegExp(`^[-\\s]*(([Ll]àm|[Ll]ập|[Vv]iết) tại|[Tt]ại)?[\\s:]*((?:${UNIT}[/,\\s]*)*${SLOT}[\\s,.;]*|\\(?\\p{Lu}[^,:${SLOT}]{1,40},\\s*)?(\\(\\d\\)[\\s,]*)?([Nn]gày|NGÀY) ?${SLOT}(?: tháng ?năm ?${SLOT})?( ?20| ?năm( 20\\d{0,2})?)?[.,)]*$`, 'u')
/** 'Thành phố Hồ Chí Minh, ngày     tháng     năm': blank all through. */
const BLANK_DATE = new RegExp(`^(?:\\p{Lu}[^,:]{1,40}|${SLOT}),\\s*ngày\\s+tháng\\s+năm\\s*(\\d{2,4})?\\s*${SLOT}?$`, 'u')
/** The same in English, in brackets or alone. */
const GLOSS = /\s*[(/]\s*(done at|done in|at|place|date|day|month|year|on)\s*\)?\s*:?/giu
const DONE = new RegExp(`^(done|made) (at|in)[\\s:]*${SLOT}[\\s,.;]*((on )?(the )?(day|date)[\\s:]*${SLOT}[.,)]*)?$|^${SLOT}[\\s,.;]*(day|date)[\\s:]*${SLOT}[.,)]*$`, 'iu')
/** The place on a line of its own, above the date. */
const PLACE_ALONE = new RegExp(`^([Ll]àm|[Ll]ập|[Vv]iết) tại[\\s:]*${SLOT}[.,;]*$`, 'u')

/** 'Làm tại: …, ngày … Người yêu cầu': who signs, behind the date. */
const SIGNER_BEHIND = /(?<=▁)\s+(Người|NGƯỜI)\s[\p{L}\s]{3,40}$/u

export const isPlaceAndDate = (line: Line): boolean => {
  const sides = sidesOf(line)
  if (sides.length > 1 && sides.every((side) => PLACE_AND_DATE.test(side))) return true
  const words = masked(line).replace(GLOSS, ' ').replace(SIGNER_BEHIND, '').replaceAll(/\s+/g, ' ').trim()
  if (BLANK_DATE.test(plainWords(line.slots.length === 0 ? line.text : words))) return true
  return line.slots.length <= 2 && (PLACE_AND_DATE.test(words) || DONE.test(words) || PLACE_ALONE.test(words))
}
