import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import GLOSSARY from './glossary.json' with { type: 'json' }

const WORDS: Readonly<Record<string, string>> = GLOSSARY.words
const LABELS: Readonly<Record<string, string>> = GLOSSARY.labels
const PARTIES: Readonly<Record<string, string>> = GLOSSARY.parties

const wordsOf = (label: string): readonly string[] => label.replace(/\([^)]*\)/g, ' ').normalize('NFC').toLocaleLowerCase('vi').match(/[\p{L}\p{N}]+/gu) ?? []
const plain = (words: readonly string[]): string => foldText(words.join(' '))
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const known = (table: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** Without its marks a single word may be another: 'năm' (year) and 'nam' (male), 'khóa' (course) and 'khoa' (faculty). */
const labelled = (words: readonly string[]): string | undefined => (words.length === 1 ? known(WORDS, words[0] ?? '') : known(LABELS, plain(words)))

/** 'họ tên người mẹ' -> 'Full name of the mother': a known label with a known party behind it. 'Số con' counts, and is no number of a child. */
const ofParty = (words: readonly string[]): string | undefined => {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const label = words.slice(0, words[at - 1] === 'của' ? at - 1 : at)
    const [name, party] = [plain(label) === 'so' ? undefined : labelled(label), known(PARTIES, plain(words.slice(at)))]
    if (name !== undefined && party !== undefined) return `${name} of ${party}`
  }
  return undefined
}

/** English for the label of a form or the title of a part, where the glossary has it. */
export const englishLabel = (label: string): string | undefined => {
  const words = wordsOf(label)
  const party = known(PARTIES, plain(words).replace(/^thong tin ve /, ''))
  return labelled(words) ?? (party === undefined ? ofParty(words) : capital(party))
}

/** Both languages; where English is not known the Vietnamese stands for it, and the report lists it. */
export const inBoth = (label: string): Text => ({ vi: label, en: englishLabel(label) ?? label })
