/** Full-width forms (digits, letters, signs typed with an East Asian keyboard) fold to their plain ones. */
const foldFullWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

// Zero-width joiners and byte-order marks come with text pasted from Word and chat programs; nobody can see them to remove them.
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g
const CONTROL = /\p{Cc}/gu

/** One line of text as everybody means it: NFC, no invisible characters, single spaces, trimmed. Idempotent. */
export const cleanLine = (text: string): string =>
  text.replace(INVISIBLE, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim().normalize('NFC')

/** Several lines: as cleanLine within each line; at most one empty line in a row. Idempotent. */
export const cleanLines = (text: string): string =>
  text.replace(/\r\n?/g, '\n').split('\n').map(cleanLine).join('\n').replace(/\n{3,}/g, '\n\n').trim()

/** A number or code as typed: cleanLine with full-width characters folded. */
export const cleanCode = (text: string): string => cleanLine(foldFullWidth(text))

/** cleanCode without the spaces, dots and hyphens that people put between groups of digits. */
export const cleanDigits = (text: string): string => {
  const code = cleanCode(text)
  const digits = code.replace(/[\s.\-‐‑–]/g, '')
  return /^\d+$/.test(digits) ? digits : code
}
