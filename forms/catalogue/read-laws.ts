import type { ProcedureRecord } from '../engine/procedure.ts'
import { doubt, type Doubt, type Reading } from './doubt.ts'
import { isNothing, listed, plain } from './words.ts'

const FIELD = 'can_cu_phap_ly'
const HEADER = 'Tên văn bản pháp lýMã văn bản'
const MINISTRIES = 'BTC|BTP|BCA|BXD|BGTVT|BNNMT|BNNPTNT|BTNMT|NHNN|BKHĐT|BCT|BYT|BNV|BQP|BLĐTBXH|BGDĐT|BTTTT|BKHCN|BVHTTDL|BNG|TANDTC|VPCP|BHXH|TTCP'
/** Who issued it: what is known first, since the capitals of the next title may run on; else capitals that no small letter follows. */
const ISSUER = `QH\\d{2}|UBTVQH\\d{2}|(?:NĐ|NQ)-CP|QĐ-TTg|(?:TT|QĐ)-(?:${MINISTRIES})(?:-[ACKXV]\\d{2})?(?!-\\p{Lu})|[A-ZĐ]+(?:-[A-ZĐ]+)*(?!\\p{Ll})`
/** '54/2014/QH13', '92/2015/TT-BTC', '66.7/2025/NQ-CP', '1523/QĐ-BCA-C06', with the kind that some lists write before it. */
const NUMBER = new RegExp(`(?:(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Pháp lệnh|NĐ|TT|QĐ)\\s*(?:số)?:?\\s*)?((?:(?<!\\d)\\d{1,2}\\.)?\\d+/(?:\\d{4}/)?(?:${ISSUER}))`, 'gu')
/** A title that ends with a year runs into the number: '…sửa đổi 202323/2023/QH15'. */
const YEAR_BEFORE = /^(?:19|20)\d\d(?=\d)/

type Law = ProcedureRecord['legalBasis'][number]

/** Does what was found close its row? It stands right behind its title, with no space, and no sentence goes on after it. */
const closesRow = (body: string, { from, at, end }: { readonly from: number; readonly at: number; readonly end: number }): boolean =>
  at > from && /[^\s(/:“"]/u.test(body[at - 1] ?? ' ') && !/^ \p{Ll}/u.test(body.slice(end, end + 2))

type Rows = { readonly laws: readonly Law[]; readonly rest: string }

const rowsOf = (body: string): Rows => {
  const laws: Law[] = []
  let from = 0
  for (const { 0: whole, 1: digits = '', index } of body.matchAll(NUMBER)) {
    const year = whole === digits ? (YEAR_BEFORE.exec(digits)?.[0].length ?? 0) : 0
    const [at, end] = [index + year, index + whole.length]
    if (!closesRow(body, { from, at, end })) continue
    laws.push({ number: digits.slice(year), title: listed(body.slice(from, at)) })
    from = end
  }
  return { laws, rest: plain(body.slice(from)) }
}

/** Two documents in one title: a number with its own word for the kind stands before the one that closes the row. */
const isTwo = ({ title }: Law): boolean => (title.vi.match(/(?:Luật|Nghị định|Thông tư|Quyết định) số/gu) ?? []).length > 1 && /[\p{Ll}\d](?:Luật|Nghị định|Thông tư|Quyết định)/u.test(title.vi)

/** Legal bases (căn cứ pháp lý) as title and number, which the list runs together. */
export const readLaws = (raw: string): Reading<readonly Law[]> => {
  const text = raw.normalize('NFC').trim()
  const body = text.startsWith(HEADER) ? text.slice(HEADER.length) : text
  if (isNothing(body)) return { value: [], doubts: [] }
  const { laws, rest } = rowsOf(body)
  const doubts: readonly Doubt[] = laws.filter(isTwo).map(({ title }) => doubt(FIELD, 'law-without-number', title.vi))
  if (rest === '') return { value: laws, doubts }
  const alone = new RegExp(`^${NUMBER.source}$`, 'u').exec(rest)?.[1]
  if (alone !== undefined) return { value: [...laws, { number: alone, title: listed(rest) }], doubts }
  return { value: [...laws, { number: '', title: listed(rest) }], doubts: [...doubts, doubt(FIELD, 'law-without-number', rest)] }
}
