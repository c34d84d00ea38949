import type { Text } from '../engine/json.ts'
import type { ProcedureRecord } from '../engine/procedure.ts'
import { isNothing, listed, plain } from './words.ts'

/** 'Mã: KQ.G12.000327'; older entries 'G19-KQ006096', '000.00.00.G11-KQ1711'. */
const CODE = /Mã:\s*(KQ\.[A-Z]\d+\.\d{5,7}|[\d.]*[A-Z]\d+-KQ\d+)?/gu

export type ResultPart = { readonly results: ProcedureRecord['results']; readonly keywords: readonly string[]; readonly description?: Text }

const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from)
  if (start < 0) return ''
  const end = text.indexOf(to, start + from.length)
  return plain(text.slice(start + from.length, end < 0 ? undefined : end))
}

const resultsOf = (text: string): ProcedureRecord['results'] => {
  const results: { readonly code?: string; readonly title: Text }[] = []
  let from = 0
  for (const { 0: whole, 1: code, index } of text.matchAll(CODE)) {
    const title = plain(text.slice(from, index))
    from = index + whole.length
    if (title !== '') results.push({ ...(code ? { code } : {}), title: listed(title) })
  }
  const rest = text.slice(from)
  return isNothing(rest) ? results : [...results, { title: listed(rest) }]
}

/** What the list calls the result holds the bottom of the portal's page too: keywords, description, the choice of an agency. */
export const readResult = (raw: string): ResultPart => {
  const text = raw.normalize('NFC')
  const [results = ''] = text.split('Từ khóa')
  const keywords = between(text, 'Từ khóa', 'Mô tả')
  const description = between(text, 'Mô tả', 'Chọn cơ quan thực hiện')
  return {
    results: resultsOf(results),
    keywords: isNothing(keywords) ? [] : keywords.split(/[,;\n]/).map(plain).filter((word) => word !== ''),
    ...(isNothing(description) ? {} : { description: listed(description) }),
  }
}
