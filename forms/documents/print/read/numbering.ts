import { readParagraphFormat, readRunFormat, type ParagraphFormat, type RunFormat } from './formats.ts'
import { childOf, childrenOf, numberOf, valueOf, type Element } from './xml.ts'

type Level = {
  readonly start: number
  readonly format: string
  /** With %1 to %9 for the numbers of the levels. */
  readonly text: string
  readonly suffix: string
  readonly paragraph: Partial<ParagraphFormat>
  readonly run: Partial<RunFormat>
}

export type Label = Pick<Level, 'suffix' | 'paragraph' | 'run'> & { readonly text: string }

/** Numbers the paragraphs of a document in reading order: the next label of a list at a level; undefined if it has none. */
export type Count = (list: string, level: number) => Label | undefined

const readLevel = (lvl: Element): Level => ({
  start: numberOf(valueOf(lvl, 'w:start')) ?? 1, format: valueOf(lvl, 'w:numFmt') ?? 'decimal', text: valueOf(lvl, 'w:lvlText') ?? '',
  suffix: valueOf(lvl, 'w:suff') ?? 'tab', paragraph: readParagraphFormat(childOf(lvl, 'w:pPr')), run: readRunFormat(childOf(lvl, 'w:rPr')),
})

const ROMAN = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const

const roman = (number: number): string =>
  ROMAN.reduce(({ left, text }, [value, letters]) => {
    const times = Math.floor(left / value)
    return { left: left - times * value, text: text + letters.repeat(times) }
  }, { left: Math.min(number, 3999), text: '' }).text

/** a to z, aa to zz: Word repeats the letter. */
const letter = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)

const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  lowerRoman: roman, upperRoman: (number) => roman(number).toUpperCase(), lowerLetter: letter, upperLetter: (number) => letter(number).toUpperCase(),
  decimalZero: (number) => String(number).padStart(2, '0'), none: () => '',
}

/** Beyond it letters and Roman numbers would fill pages. */
const MOST = 9999

/** A number as a list writes it: 'decimal', 'lowerLetter', 'upperRoman' and so on; unknown formats are decimal. */
export const formatNumber = (number: number, format: string): string => (FORMATS[format] ?? String)(Math.min(Math.max(Math.floor(number), 1), MOST))

/** Word has nine levels. */
const levelNumber = (text: string | undefined): number => Math.min(Math.max(Math.floor(numberOf(text) ?? 0), 0), 8)

type List = { readonly key: string; readonly levels: ReadonlyMap<number, Level> }

const levelsOf = (element: Element | undefined): readonly (readonly [number, Level])[] =>
  childrenOf(element, 'w:lvl').map((lvl) => [levelNumber(lvl.attributes['w:ilvl']), readLevel(lvl)] as const)

const overridesOf = (num: Element, base: ReadonlyMap<number, Level>): readonly (readonly [number, Level])[] =>
  childrenOf(num, 'w:lvlOverride').flatMap((override) => {
    const at = levelNumber(override.attributes['w:ilvl'])
    const level = levelsOf(override)[0]?.[1] ?? base.get(at)
    return level === undefined ? [] : [[at, { ...level, start: numberOf(valueOf(override, 'w:startOverride')) ?? level.start }] as const]
  })

const readLists = (root: Element | undefined): ReadonlyMap<string, List> => {
  const abstract = new Map(childrenOf(root, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', list]))
  return new Map(childrenOf(root, 'w:num').map((num) => {
    const [id, base] = [num.attributes['w:numId'] ?? '', valueOf(num, 'w:abstractNumId') ?? '']
    const levels = new Map(levelsOf(abstract.get(base)))
    const overrides = overridesOf(num, levels)
    // Lists of one definition count on together, unless one of them says where it starts.
    return [id, { key: overrides.length > 0 ? `num ${id}` : base, levels: new Map([...levels, ...overrides]) }]
  }))
}

export const startCounting = (root: Element | undefined): Count => {
  const lists = readLists(root)
  const counters = new Map<string, number[]>()
  return (id, level) => {
    const list = lists.get(id)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined) return undefined
    const numbers = counters.get(list.key) ?? []
    counters.set(list.key, numbers)
    const startOf = (at: number): number => list.levels.get(at)?.start ?? 1
    for (let at = 0; at < level; at += 1) numbers[at] ??= startOf(at)
    numbers[level] = (numbers[level] ?? startOf(level) - 1) + 1
    numbers.length = level + 1
    const text = own.format === 'bullet' ? own.text : own.text.replace(/%([1-9])/g, (_, digit: string) =>
      formatNumber(numbers[Number(digit) - 1] ?? 1, list.levels.get(Number(digit) - 1)?.format ?? 'decimal'))
    return { text, suffix: own.suffix, paragraph: own.paragraph, run: own.run }
  }
}
