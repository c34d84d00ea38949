/** Tick boxes and radio buttons as characters; the last is the mark of a variant that is left where a box was lost. */
const BOXES = new Set('☐□▢◻◽❏❐❑❒☑☒⬜⬚▭⎕○◯⭘🗆🗌🞎🞏🞐🔲🔳\u{1F5F9}\u{2B1C}\u{20DE}\u{E0100}')

/** Codes of boxes in the symbol fonts. */
const SYMBOL_BOXES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^wingdings 2$/i, [0x2a, 0x30, 0x35, 0x51, 0x52, 0x53, 0x54, 0xa3, 0xa2]],
  [/^wingdings/i, [0x6f, 0x70, 0x71, 0x72, 0xa8, 0xa1, 0xfd, 0xfe]],
  [/^webdings$/i, [0x63, 0x67]],
  [/^symbol$/i, [0xff, 0x7f]],
]

const PRIVATE = 0xf000

/** Is this font one of symbols? Its letters are no letters. */
export const isSymbolFont = (font: string): boolean => /^(wingdings|webdings|symbol)/i.test(font)

/** Is this code of this font a box? Fonts may be asked for by 0x6f as well as by 0xf06f. */
export const isSymbolBox = (font: string, code: number): boolean => {
  const low = code >= PRIVATE ? code - PRIVATE : code
  return SYMBOL_BOXES.find(([name]) => name.test(font))?.[1].includes(low) ?? false
}

/** Is this character a box in any font? Boxes in private use are what Wingdings leaves behind where the font's name is lost. */
export const isBoxChar = (char: string): boolean => BOXES.has(char) || (char >= '\uF000' && char <= '\uF0FF' && isSymbolBox('Wingdings', char.charCodeAt(0)))
