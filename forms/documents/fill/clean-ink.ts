// XML 1.0 has no way to write these; a lone half of a surrogate pair is no character at all.
const NOT_IN_XML = /[^\P{Cc}\n]|[\uFFFE\uFFFF]|\p{Cs}/gu
// Marks that turn the reading order of what stands around them: an answer could make the printed words say something else.
const ORDER = /[\u202A-\u202E\u2066-\u2069]/g

/** Text as it can stand on paper: NFC, lines ended by \n, tabs as spaces, nothing that XML cannot hold. */
export const cleanInk = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/\t/g, ' ').replace(NOT_IN_XML, '').replace(ORDER, '').normalize('NFC').trim()
