import type { BoxMark } from './blocks.ts'

const MARKS: Readonly<Record<string, BoxMark>> = {
  '☐': 'empty', '□': 'empty', '▢': 'empty', '⬜': 'empty', '◻': 'empty', '❏': 'empty', '❑': 'empty', '❒': 'empty',
  '☒': 'cross', '⊠': 'cross', '☑': 'check', '✓': 'tick', '✔': 'tick', '✗': 'cancel', '✘': 'cancel',
}

/** Characters that are drawn, since few fonts have them. */
export const BOX_CHARACTERS = new RegExp(`[${Object.keys(MARKS).join('')}]`, 'u')

export const boxMark = (character: string): BoxMark | undefined => MARKS[character]

/** What the fonts that are made of pictures have at a code; the rest of them is shown as a bullet. */
const PICTURES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'wingdings': { 0x6c: '●', 0x6e: '■', 0x6f: '☐', 0x70: '☐', 0x71: '☐', 0x72: '☐', 0x76: '•', 0x77: '•', 0x78: '☒', 0x9f: '•', 0xa1: '○', 0xa7: '▪', 0xa8: '☐', 0xd8: '►', 0xe0: '→', 0xf0: '→', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑', 0xdf: '←', 0x2d: '–' },
  'wingdings 2': { 0x2a: '☐', 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa2: '■', 0xa3: '☐', 0x97: '●' },
  'symbol': { 0xb7: '•', 0x2d: '–', 0xae: '→', 0xb0: '°', 0xb1: '±', 0xb4: '×', 0xa3: '≤', 0xb3: '≥', 0xd7: '·', 0xa8: '♦' },
  'webdings': { 0x63: '☐', 0x61: '✓', 0x72: '✗' },
}

export const isPictureFont = (font: string): boolean => PICTURES[font.toLowerCase()] !== undefined

/** The Unicode character for a code of Wingdings, Wingdings 2, Webdings or Symbol. */
export const pictureCharacter = (font: string, code: number): string => {
  const plain = code & 0xff
  const picture = PICTURES[font.toLowerCase()]?.[plain]
  if (picture !== undefined) return picture
  // Symbol keeps digits and punctuation where they always are.
  return font.toLowerCase() === 'symbol' && plain < 0x40 ? String.fromCharCode(plain) : '•'
}
