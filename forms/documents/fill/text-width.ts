// Widths in hundredths of the letter height, near enough to Times New Roman, which Decree 30/2020 prescribes.
const NARROW = new Set('iljtfrI\'.,:;!|()[]{}/-`"')
const WIDE = new Set('mwMW@%—')
const LEADERS: Readonly<Record<string, number>> = { '.': 25, '…': 100, '_': 50, ' ': 25, '\u00a0': 25, '·': 25, '-': 33, '‥': 50 }

const charWidth = (char: string): number => {
  const leader = LEADERS[char]
  if (leader !== undefined) return leader
  const plain = char.normalize('NFD').charAt(0)
  if (NARROW.has(plain)) return 31
  if (WIDE.has(plain)) return 82
  if (plain >= 'A' && plain <= 'Z') return 67
  if (plain >= '\u2e80') return 100
  return 48
}

/** Width of a line of text in hundredths of the letter height: an estimate, for leaders that shrink and lines that are full. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/** Three dots: less than that looks like a mistake. */
const LEAST = 75

/** The end of a leader that a text of this width leaves over; '' where it leaves none. */
export const leaderLeft = (printed: string, used: number): string => {
  let left = textWidth(printed) - used
  const chars = [...printed]
  let from = chars.length
  while (from > 0) {
    left -= charWidth(chars[from - 1] ?? '')
    if (left < 0) break
    from -= 1
  }
  const rest = chars.slice(from).join('')
  return textWidth(rest.replace(/\s/g, '')) < LEAST ? '' : rest
}
