import { foldText } from '../../engine/fold.ts'
import type { Text } from '../../engine/json.ts'
import GLOSSARY from './glossary.json' with { type: 'json' }

type Table = Readonly<Record<string, string>>

/** One word alone is matched with its marks: 'năm' is a year, 'nam' a man. Phrases are matched without. */
const WORDS: Table = GLOSSARY.words
const LABELS: Table = GLOSSARY.labels
/** Whom or what other words speak of: 'the mother', 'the driving licence'. */
const THINGS: Table = { ...GLOSSARY.parties, ...GLOSSARY.things }
const STARTS: Table = GLOSSARY.starts

const withoutBrackets = (label: string): string => label.replace(/\([^)]*\)/g, ' ').trim()
const plain = (label: string): string => foldText(withoutBrackets(label)).replace(/[^a-z0-9]+/g, ' ').trim()
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const small = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
const known = (table: Table, key: string): string | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/** All parts of a row of words translated, or nothing. */
const all = (parts: readonly string[], say: (part: string) => string | undefined): readonly string[] | undefined => {
  const said = parts.flatMap((part) => say(part) ?? [])
  return said.length === parts.length ? said : undefined
}

type Joint = readonly [RegExp, string]
const EITHER: readonly Joint[] = [[/\s*[/]\s*/u, ' / '], [/\s+hoặc\s+/iu, ' or ']]
const JOINTS: readonly Joint[] = [...EITHER, [/\s*,\s*/u, ', '], [/\s+và\s+/iu, ' and ']]

/** 'X/Y', 'X hoặc Y': each part by itself. */
const inParts = (words: string, say: (part: string) => string | undefined, joints = JOINTS): string | undefined => {
  for (const [joint, english] of joints) {
    const parts = words.split(joint)
    const said = parts.length > 1 && parts.every((part) => part !== '') ? all(parts, say) : undefined
    if (said) return said.map((part, i) => (i === 0 ? part : small(part))).join(english)
  }
  return undefined
}

const wholeThing = (words: string): string | undefined => known(THINGS, plain(words))

/** 'the representative of the enterprise' */
const thing = (words: string): string | undefined => {
  const [before, after] = words.split(/\s+của\s+(?=.)/iu).map((part) => part.trim())
  const entry = wholeThing(words)
  if (entry !== undefined || before === undefined) return entry
  const [what, whose] = after === undefined ? [] : [wholeThing(before), thing(words.slice(words.search(/\s+của\s+/iu)).replace(/^\s+của\s+/iu, ''))]
  return what !== undefined && whose !== undefined ? `${what} of ${whose}` : inParts(words, wholeThing)
}

/** A known label, or the start of one, with a known party or thing behind it: the longest that fits, 'the driving licence' before 'the driver'. */
const ofThing = (words: readonly string[], say: (thing: string) => string | undefined): string | undefined => {
  for (let at = 1; at < words.length; at += 1) {
    const [front, behind] = [plain(words.slice(0, at).join(' ')), say(words.slice(at).join(' '))]
    if (behind === undefined) continue
    const start = known(STARTS, front)
    const label = at > 1 ? known(LABELS, front.replace(/ cua$/, '')) : undefined
    if (start !== undefined || label !== undefined) return start?.replace('{}', behind) ?? `${label} of ${behind}`
  }
  return undefined
}

/** 'Giấy phép xây dựng số' */
const numbered = (words: string): string | undefined => {
  const what = /^(?:căn cứ |theo )?(.+) số$/iu.exec(words)?.[1]
  const said = what === undefined ? undefined : thing(what)
  return said && `${capital(said.replace(/^the /, ''))} number`
}

/** Some forms print English themselves: 'Ngày sinh (Date of birth)'. */
const printed = (label: string): string | undefined => /\(([A-Z][a-z]+(?:[ /][A-Za-z]+)*)\)\s*$/.exec(label)?.[1]

const whole = (words: string): string | undefined => {
  const key = plain(words)
  return key.includes(' ') ? known(LABELS, key) : known(WORDS, words.toLocaleLowerCase('vi').replace(/[^\p{L}]/gu, '')) ?? known(LABELS, key)
}

const phrase = (words: string): string | undefined => {
  const party = thing(words.replace(/^thông tin về /iu, ''))
  return whole(words) ?? (party && capital(party)) ?? numbered(words) ?? inParts(words, whole, EITHER)
    ?? ofThing(words.split(' '), wholeThing) ?? ofThing(words.split(' '), thing) ?? inParts(words, phrase)
}

/** English for the label of a form or the title of a part, where the glossary has it, whole or by its parts. */
export const englishLabel = (label: string): string | undefined => {
  const words = withoutBrackets(label.normalize('NFC')).replace(/\s+/g, ' ').replace(/[\s?:.*]+$/, '')
  const [subject, ...rest] = words.split(': ')
  if (rest.length === 0 || subject === undefined) return phrase(words) ?? printed(label)
  return all([subject, rest.join(': ')], phrase)?.map((part, i) => (i === 0 ? part : small(part))).join(': ') ?? phrase(words) ?? printed(label)
}

/** Both languages; where English is not known the Vietnamese stands for it, and the report lists it. */
export const inBoth = (label: string): Text => ({ vi: label, en: englishLabel(label) ?? label })
