import { foldText } from '../../engine/fold.ts'
import { RESERVED_SLUGS } from '../../authoring/check-form.ts'

const MOST_WORDS = 8
const LONGEST = 40

/** Names that mean something to JavaScript, to rules (`root`) or to nobody. */
const TAKEN = new Set(['', 'root', 'prototype', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'toLocaleString', 'propertyIsEnumerable'])

const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)/g, ' ')

const wordsOf = (text: string): readonly string[] => {
  const words = foldText(withoutBrackets(text)).match(/[a-z0-9]+/g) ?? foldText(text).match(/[a-z0-9]+/g) ?? []
  return words.slice(0, MOST_WORDS)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Words as one name, as many as fit. */
const joinWords = (words: readonly string[], separator: string): string =>
  words.reduce((name, word) => (name.length + separator.length + word.length > LONGEST ? name : name === '' ? word : `${name}${separator}${separator === '' ? capital(word) : word}`), '').slice(0, LONGEST)

const unique = (name: string, taken: ReadonlySet<string>, separator: string): string => {
  if (!taken.has(name)) return name
  for (let n = 2; ; n += 1) if (!taken.has(`${name}${separator}${n}`)) return `${name}${separator}${n}`
}

/** 'Họ, chữ đệm, tên người yêu cầu' -> 'hoChuDemTenNguoiYeuCau', unlike all in `taken`. `fallback` serves a label without words. */
export const propertyName = (label: string, taken: ReadonlySet<string>, fallback: string): string => {
  const plain = joinWords(wordsOf(label), '')
  const name = TAKEN.has(plain) ? fallback : /^[a-z]/.test(plain) ? plain : `muc${capital(plain)}`
  return unique(name, taken, '')
}

/** 'Người yêu cầu' -> 'nguoi-yeu-cau': the address of a page, never one that the portal keeps for itself. */
export const pageSlug = (title: string, taken: ReadonlySet<string>): string =>
  unique(joinWords(wordsOf(title), '-') || 'noi-dung', new Set([...taken, ...RESERVED_SLUGS]), '-')

/** 'CMND', 'CCCD', 'HĐND' have no vowel; these have one. */
const ABBREVIATIONS = /^(UBND|BHYT|BHXH|TNHH|KTX)$/u
const isAbbreviation = (word: string): boolean => ABBREVIATIONS.test(word) || !/[aeiouy]/.test(foldText(word))

const isShouted = (text: string): boolean => text === text.toLocaleUpperCase('vi') && text.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length > 1

const calm = (text: string): string => text.split(' ').map((word) => (isAbbreviation(word) ? word : word.toLocaleLowerCase('vi'))).join(' ')

/** 'người yêu cầu' -> 'Người yêu cầu', 'Ý KIẾN CỦA CHỦ HỘ' -> 'Ý kiến của chủ hộ'; what begins with a capital stays as it is. */
export const asTitle = (label: string): string => {
  const printed = label.normalize('NFC').replace(/\s+/g, ' ').trim()
  const clean = isShouted(printed) ? calm(printed) : printed
  return clean === '' ? '' : clean.charAt(0).toLocaleUpperCase('vi') + clean.slice(1)
}
