import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import GLOSSARY from './glossary.json' with { type: 'json' }

const LABELS: Readonly<Record<string, string>> = GLOSSARY.labels
const PARTIES: Readonly<Record<string, string>> = GLOSSARY.parties

const plain = (label: string): string => foldText(label.replace(/\([^)]*\)/g, ' ')).replace(/[^a-z0-9]+/g, ' ').trim()
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const known = (table: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** 'ho ten nguoi me' -> 'Full name of the mother': a known label with a known party behind it. */
const ofParty = (words: readonly string[]): string | undefined => {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const label = known(LABELS, words.slice(0, at).join(' ').replace(/ cua$/, ''))
    const party = known(PARTIES, words.slice(at).join(' '))
    if (label !== undefined && party !== undefined) return `${label} of ${party}`
  }
  return undefined
}

/** English for the label of a form or the title of a part, where the glossary has it. */
export const englishLabel = (label: string): string | undefined => {
  const key = plain(label)
  const party = known(PARTIES, key.replace(/^thong tin ve /, ''))
  return known(LABELS, key) ?? (party === undefined ? ofParty(key.split(' ')) : capital(party))
}

/** Both languages; where English is not known the Vietnamese stands for it, and the report lists it. */
export const inBoth = (label: string): Text => ({ vi: label, en: englishLabel(label) ?? label })
