import { BOX, FIELD, NOTE } from './paper.ts'
import { withoutLoops } from './placeholders.ts'

/** '(2)', or 'Địa chỉ2):' where its first bracket was lost; 'Diện tích (m2):' has it. */
const NOTE_MARK = /\(\s*(?:\d{1,2}|\*+)\s*\)|(?<=\p{Ll})(?<!\([^()]{0,40})\d{1,2}\)(?=\s*:)/gu
const THINGS = new RegExp(`[${BOX}${FIELD}]`, 'g')

/** '1.', '2.1.', 'a)', 'đ)', '[01].', '(1)', 'I.', 'II -', 'Phần I.', '-', '+': what counts or points, and says nothing. */
const ENUMERATOR = /^\s*(?:Thứ (?:nhất|hai|ba|tư|năm)[,:]|[Đđ]iều \d{1,2}[.:]|ĐIỀU \d{1,2}[.:]|(?:Phần|PHẦN|Mục|MỤC|Chương|CHƯƠNG) (?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}|(?:thứ|THỨ) \p{L}{2,5})[.:]|\[\d{1,2}(?:\.\d+)*[a-zđ]?\]\.?|\(?\d{1,2}(?:\.\d{1,2})*[.)](?!\d)|\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?[a-zđ]\d?\)|\(?[ivx]{2,4}\)|[a-zđA-ZĐ][.-](?=\s|P(?:hần|HẦN)\s|T(?:hông tin|HÔNG TIN)\s)|[IVX]{1,5}(?:[.)]|\s?[-–](?=\s))|(?:[IVX]{1,5}|\d{1,2})\/(?=\s)|[-–+*•·§➢✓]|\d{1,2}\s?[-–](?=\s|$))\s*/u

/** Text without things that are no words, with single blanks. */
export const plainWords = (text: string): string => withoutLoops(text).replaceAll(THINGS, ' ').replaceAll(NOTE, ' ').replaceAll(/[\s\t]+/g, ' ').trim()

export const withoutNoteMarks = (text: string): string => text.replaceAll(NOTE_MARK, ' ')

export const withoutEnumerator = (text: string): string => {
  let rest = text
  for (let next = rest.replace(ENUMERATOR, ''); next !== rest; next = rest.replace(ENUMERATOR, '')) rest = next
  return rest
}

export const enumeratorOf = (text: string): string => (ENUMERATOR.exec(text)?.[0] ?? '').trim()

/** Words that go on with those above them; 'a)' counts, and begins. */
export const beginsSmall = (text: string): boolean => /^\p{Ll}/u.test(text) && enumeratorOf(text) === ''

/** Punctuation at the ends, and leaders that belong to no hole. */
export const trimPunctuation = (text: string): string => text.replace(/^[\s,;:.…_)\]/–-]+/u, '').replace(/[\s,;:.…_(/[=–-]+$/u, '').replace(/\s+\?$/, '?')

export const isCapitals = (text: string): boolean => {
  const letters = text.replaceAll(/[^\p{L}]/gu, '')
  return letters.length >= 3 && letters.replaceAll(/\p{Ll}/gu, '').length >= letters.length * 0.8
}

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const HALF_YEAR = /(?<!\p{L})năm (19|20)\s?$/iu

/** '… năm 20' before dots: half of the year is printed. */
export const endsInHalfYear = (text: string): boolean => HALF_YEAR.test(text)
