/** Signs before a brace that belong to it: '#{ho_ten}', '${ho_ten}'. */
const SIGN = '[#$%@]?'
const NAME = String.raw`[\p{L}\d_. -]{1,60}`
/** '[ho_ten]', '[hoTen]', '[hoten]', words in brackets right behind a colon, and '[tên công trình]' anywhere; '[01]' counts and '[x]' ticks. */
const BRACKETED = String.raw`\[\[${NAME}\]\]|\[[A-Za-z]\w*[_.]\w+\]|\[[a-z]+(?:[A-Z]\w*)+\]|\[[a-z]{3,}\]|(?<=:\s*)\[\p{L}{2}[\p{L}\d /,_.-]{2,60}\]|\[(?:[Gg]hi )?(?:rõ )?(?:[Hh]ọ và tên|[Hh]ọ tên|[Tt]ên|[Đđ]ịa chỉ)\s[\p{L}\d ,/_.()-]{2,100}\]|\[\s*[●•…]\s*\]`
/** '(Tên đơn vị) đề nghị …': who speaks in a sentence of the form, in round brackets. */
const SPEAKER = String.raw`(?<=^|\n)[\t ]*\((?:ghi )?(?:rõ )?[Tt]ên\s[\p{L}\d ,/_.…-]{2,80}\)(?=\s(?:kính |xin |tôi xin )?(?:đề nghị|cam đoan|cam kết|đăng ký|báo cáo|chịu trách nhiệm|đề xuất)(?!\p{L}))`


const PLACEHOLDER = new RegExp(String.raw`${SIGN}\{\{[^{}]{1,80}\}\}|${SIGN}\{${NAME}\}|<<${NAME}>>|«[^»]{1,60}»|\+\+\+[^+]{1,60}\+\+\+|${BRACKETED}|${SPEAKER}`, 'gu')

/** Marks of a template program that begin, end or count what is repeated: they ask for nothing. */
const LOOP = /\{\{\s*(?:[\w.]*\bstt|(?:(?:loop|row|item)\.)?index|(?:loop|row|item)\.no|@index)\s*\}\}|\{%[^{}]{1,80}%\}|\{\{?[#/^][^{}]{1,60}\}?\}|\{(?:FOR|END-FOR|IF|END-IF|EXEC)\s[^{}]{1,60}\}|\+\+\+(?:FOR|END-FOR|IF|END-IF)\s[^+]{1,60}\+\+\+/gu

export type Found = { readonly from: number; readonly to: number; readonly loops: boolean }

const foundBy = (text: string, pattern: RegExp, loops: boolean): readonly Found[] => [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, loops }))

/** Placeholders of a template in a text, with the sign before them; the marks of its loops come last. */
export const findPlaceholders = (text: string): readonly Found[] => (/[{<«[(+]/.test(text) ? [...foundBy(text, PLACEHOLDER, false), ...foundBy(text, LOOP, true)] : [])

/** '{{ten_don_vi}}', '«TEN»': written by whoever set up a program, for it to fill in. */
export const isProgramMark = (text: string): boolean => /^[#$%@]?[{«]|^<<|^\[\[/.test(text.trimStart())

export const withoutLoops = (text: string): string => (text.includes('{') || text.includes('+++') ? text.replaceAll(LOOP, ' ') : text)
