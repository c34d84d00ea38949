import type { Channel, ChannelTerms, FeeRule, LimitRule, LimitUnit } from '../engine/procedure.ts'
import { doubt, type Doubt, type Reading } from './doubt.ts'
import { isNothing, listed, NOTHING, plain } from './words.ts'

const FIELD = 'cach_thuc_thuc_hien'
const HEADER = 'Hình thức nộpThời gianPhí, lệ phíMô tả'
const CHANNELS: Readonly<Record<string, Channel>> = { 'Trực tuyến': 'online', 'Trực tiếp': 'counter', 'Dịch vụ bưu chính': 'post' }
const UNITS: Readonly<Record<string, LimitUnit>> = { 'Ngày làm việc': 'workingDays', Ngày: 'days', Giờ: 'hours', Tháng: 'months' }

/** A row begins with its way; the same words in a sentence are followed by a space or by small letters. */
const ROW = /(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?=\d|Không|Miễn phí|Trực tuyến|Trực tiếp|Dịch vụ bưu chính|$)/gu
const LIMIT = /^(\d+(?:[.,]\d+)?)\s*(Ngày làm việc|Ngày|Giờ|Tháng)/u
const BARE_NUMBER = /^\d+(?=Miễn phí|Không có thông tin|\p{Lu}|$)/u
const LIMIT_IN_WORDS = /^(\d+\s*(?:Năm|Phút|Tuần)|Không quy định|Không phải trả[^.\d]*?|Không)(?=Miễn phí|Không có thông tin|\d|$)/u
const FEE = /^(Miễn phí|(\d+(?:,\d{3})*)\s*(VNĐ|Việt Nam Đồng|USD))/u
const AMOUNT = /\d\.\d{3}|\d\s*(?:đ(?!\p{L})|đồng|VNĐ|USD)/iu

type Row = { readonly channel: Channel; readonly limits: readonly LimitRule[]; readonly fees: readonly FeeRule[]; readonly limitText: string; readonly feeText: string; readonly note: string; readonly doubts: readonly Doubt[] }
type Part<Rule> = { readonly rules: readonly Rule[]; readonly text: string; readonly rest: string; readonly doubts: readonly Doubt[] }

const nothing = <Rule>(rest: string): Part<Rule> => ({ rules: [], text: '', rest, doubts: [] })
const inWords = <Rule>(kind: Doubt['kind'], text: string, rest: string): Part<Rule> => ({ rules: [], text, rest, doubts: [doubt(FIELD, kind, text)] })

const readLimit = (cells: string): Part<LimitRule> => {
  const behind = cells.startsWith(NOTHING) ? cells.slice(NOTHING.length) : ''
  // Said of the limit only where a cell for the fee follows: else the limit's own cell is empty, and it is said of the fee.
  if (FEE.test(behind) || behind.startsWith(NOTHING)) return nothing(behind)
  const [whole, number = '', unit = ''] = LIMIT.exec(cells) ?? []
  const amount = Number(number.replace(',', '.'))
  const known = UNITS[unit]
  if (whole && known && amount > 0) return { rules: [{ amount, unit: known, basis: '' }], text: '', rest: cells.slice(whole.length), doubts: [] }
  const words = whole ?? LIMIT_IN_WORDS.exec(cells)?.[0]
  if (words !== undefined && words !== '') return inWords('limit-in-words', words, cells.slice(words.length))
  const bare = BARE_NUMBER.exec(cells)?.[0]
  return bare === undefined ? nothing(cells) : inWords('limit-without-unit', bare, cells.slice(bare.length))
}

/** What stands in the brackets right behind a fee, with the brackets of its own; cut texts end where the row ends. */
const bracketed = (text: string): string => {
  if (!text.startsWith('(')) return ''
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    if (text[i] === ')' && --depth === 0) return text.slice(0, i + 1)
  }
  return text
}

type OneFee = { readonly rule?: FeeRule; readonly text: string; readonly length: number; readonly doubts: readonly Doubt[] }

const readFee = (cells: string): OneFee | undefined => {
  const [head, , number, currency] = FEE.exec(cells) ?? []
  if (head === undefined) return undefined
  const behind = bracketed(cells.slice(head.length))
  const note = plain(behind.replace(/^\(|\)$/g, ''))
  const text = `${head} ${behind}`.trim()
  const taken = { text, length: head.length + behind.length }
  if (currency === 'USD') return { ...taken, doubts: [doubt(FIELD, 'fee-in-words', text)] }
  if (number === undefined && AMOUNT.test(note)) return { ...taken, doubts: [doubt(FIELD, 'free-with-amounts', text)] }
  const amount = number === undefined ? 0 : Number(number.replaceAll(',', ''))
  return { ...taken, rule: { amount, ...(note === '' || isNothing(note) ? {} : { note: listed(note) }), basis: '' }, doubts: [] }
}

/** Fees, one behind the other. One that is no plain amount leaves all of the cell in words: half of it would mislead. */
const readFees = (cells: string): Part<FeeRule> => {
  if (cells.startsWith(NOTHING)) return nothing(cells.slice(NOTHING.length))
  const fees: OneFee[] = []
  let rest = cells
  for (let fee = readFee(rest); fee !== undefined; fee = readFee(rest)) {
    fees.push(fee)
    rest = rest.slice(fee.length)
  }
  const rules = fees.flatMap(({ rule }) => (rule ? [rule] : []))
  const text = rules.length === fees.length ? '' : fees.map((fee) => fee.text).join('\n')
  return { rules: text === '' ? rules : [], text, rest, doubts: fees.flatMap(({ doubts }) => doubts) }
}

/** '120,000 VNĐ' right behind the way: a fee of 120,000, or one day and 20,000? */
const isJoined = (cells: string): boolean => !LIMIT.test(cells) && /^\d/.test(cells) && FEE.test(cells)

const readRow = (channel: Channel, cells: string): Row => {
  if (isJoined(cells)) {
    const joined = readFees(cells)
    const text = cells.slice(0, cells.length - joined.rest.length)
    return { channel, limits: [], fees: [], limitText: '', feeText: text, note: joined.rest, doubts: [doubt(FIELD, 'limit-joined-to-fee', text)] }
  }
  const limit = readLimit(cells)
  const fee = readFees(limit.rest)
  return { channel, limits: limit.rules, fees: fee.rules, limitText: limit.text, feeText: fee.text, note: isNothing(fee.rest) ? '' : fee.rest, doubts: [...limit.doubts, ...fee.doubts] }
}

const unique = <One>(all: readonly One[]): readonly One[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
const joined = (texts: readonly string[]): string => unique(texts.map(plain).filter((text) => text !== '')).join('\n')

/** Of several rows each has its own words: they say which case its limit is for, and stand with it. */
const limitsOf = (row: Row, rows: readonly Row[]): readonly LimitRule[] =>
  (rows.length > 1 && plain(row.note) !== '' ? row.limits.map((limit) => ({ ...limit, note: listed(row.note) })) : row.limits)

const isWithLimit = (row: Row, rows: readonly Row[]): boolean => rows.length > 1 && row.limits.length > 0

/** Rows of one way stand together: its limits and fees by case, the words of each once. */
const termsOf = (channel: Channel, rows: readonly Row[]): ChannelTerms => {
  const [limitText, feeText, note] = [joined(rows.map((row) => row.limitText)), joined(rows.map((row) => row.feeText)), joined(rows.filter((row) => !isWithLimit(row, rows)).map((row) => row.note))]
  return {
    channel, limits: unique(rows.flatMap((row) => limitsOf(row, rows))), fees: unique(rows.flatMap(({ fees }) => fees)),
    ...(limitText === '' ? {} : { limitText: listed(limitText) }), ...(feeText === '' ? {} : { feeText: listed(feeText) }), ...(note === '' ? {} : { note: listed(note) }),
  }
}

/** The table of ways to submit (cách thức thực hiện), which the list holds as one run of text. */
export const readChannels = (raw: string): Reading<readonly ChannelTerms[]> => {
  const text = raw.normalize('NFC').trim()
  const body = text.startsWith(HEADER) ? text.slice(HEADER.length) : text
  const starts = [...body.matchAll(ROW)]
  if (starts[0]?.index !== 0) return isNothing(body) ? { value: [], doubts: [] } : { value: [], doubts: [doubt(FIELD, 'channels-unread', body)] }
  const rows = starts.map((start, i) => readRow(CHANNELS[start[0]] ?? 'counter', body.slice(start.index + start[0].length, starts[i + 1]?.index)))
  const channels = unique(rows.map(({ channel }) => channel))
  return { value: channels.map((channel) => termsOf(channel, rows.filter((row) => row.channel === channel))), doubts: rows.flatMap(({ doubts }) => doubts) }
}
