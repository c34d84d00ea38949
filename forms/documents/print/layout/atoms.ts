import { faceOf, hasGlyph, widthOf, type Face, type Fonts } from '../font/fonts.ts'
import type { Drawing, Inline, BoxMark } from '../read/blocks.ts'
import type { RunFormat } from '../read/formats.ts'

/** The smallest things that lines are made of. `width`, `up` and `down` (from the baseline) in points. */
export type Atom = {
  readonly kind: 'word' | 'space' | 'leader' | 'tab' | 'line' | 'page' | 'box' | 'drawing'
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly raise: number
  readonly format: RunFormat
  readonly width: number
  readonly up: number
  readonly down: number
  /** A line may end after it. */
  readonly breaks: boolean
  readonly mark?: BoxMark
  readonly drawing?: Drawing
  /** What a missing letter stands for. */
  readonly actual?: string
}

const SMALL = 0.65
const SHIFT = { baseline: 0, superscript: 0.35, subscript: -0.14 } as const

type Look = Pick<Atom, 'face' | 'size' | 'raise' | 'format' | 'up' | 'down'>

const lookOf = (format: RunFormat, fonts: Fonts): Look => {
  const face = faceOf(format)
  const { ascent, descent, lineGap, unitsPerEm } = fonts[face]
  const size = Math.min(Math.max(format.size * (format.script === 'baseline' ? 1 : SMALL), 1), 400) * (format.smallCaps ? 0.85 : 1)
  const up = (format.size * ascent) / unitsPerEm
  return { face, size, format, raise: format.size * SHIFT[format.script] + format.raise, up, down: (format.size * (lineGap - descent)) / unitsPerEm }
}

/** Spaces; dots and the like that a person types to be written on; words, with a hyphen at which a line may end. */
const PIECES = /[ \u3000]+|[._…\u2026]{3,}|…+|[^ \u3000._…]*?[^ \u3000._…-]-(?=\p{L})|(?:[^ \u3000._…]|[._](?![._…]{2}))+|[._…]+/gu

/** Letters that another one shows as well. */
const LIKE: Readonly<Record<string, string>> = { '\u2011': '-', '\u2010': '-', '\u00a0': '\u00a0', '\u2012': '–', '\u2212': '–', '\u2002': ' ', '\u2003': ' ', '\u2009': ' ', '\u202f': ' ', '➢': '►', '✶': '*', '❖': '•' }
export const MISSING = '□'

const textAtom = (piece: string, look: Look, fonts: Fonts): Atom => {
  const kind = piece.startsWith(' ') || piece.startsWith('\u3000') ? 'space' : /^([._…]{3,}|…+)$/.test(piece) ? 'leader' : 'word'
  return { ...look, kind, text: piece, width: widthOf(fonts[look.face], piece, look.size) + piece.length * look.format.spacing, breaks: kind === 'space' || piece.endsWith('-') }
}

/** A word with letters that the font lacks falls into pieces, so that each missing letter is seen and can still be read out. */
const spellOut = (piece: string, look: Look, fonts: Fonts): readonly Atom[] => {
  const font = fonts[look.face]
  const letters = Array.from(piece, (letter) => LIKE[letter] ?? letter)
  if (letters.every((letter) => hasGlyph(font, letter))) return [textAtom(letters.join(''), look, fonts)]
  return letters.map((letter) => (hasGlyph(font, letter) ? textAtom(letter, look, fonts) : { ...textAtom(MISSING, look, fonts), breaks: true, actual: letter }))
}

const textAtoms = (text: string, look: Look, fonts: Fonts): readonly Atom[] =>
  (text.match(PIECES) ?? []).flatMap((piece) => spellOut(piece, look, fonts))

const BOX_WIDTH = 0.86

/** What a paragraph's content is set from. */
export const atomsOf = (inlines: readonly Inline[], fonts: Fonts, pageNumber = 1): readonly Atom[] =>
  inlines.flatMap((inline): readonly Atom[] => {
    const look = lookOf(inline.format, fonts)
    switch (inline.kind) {
      case 'text': return textAtoms(inline.text, look, fonts)
      case 'pageNumber': return textAtoms(String(pageNumber), look, fonts)
      case 'note': return textAtoms(String(inline.number), look, fonts)
      case 'box': return [{ ...look, kind: 'box', text: '', width: look.size * BOX_WIDTH, breaks: false, mark: inline.mark }]
      case 'drawing': {
        const { drawing } = inline
        return [{ ...look, kind: 'drawing', text: '', width: drawing.inline ? drawing.width : 0, up: drawing.inline ? drawing.height : 0, breaks: false, drawing }]
      }
      default: return [{ ...look, kind: inline.kind, text: '', width: 0, breaks: true }]
    }
  })
