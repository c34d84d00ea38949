import type { Lang, Text } from '../../engine/json.ts'
import type { FeeRule, LimitRule } from '../../engine/procedure.ts'
import { translate } from '../../messages/translate.ts'

const HOURS_EAST = 7
const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** Vietnamese civil time of an ISO time, as UTC fields of a shifted Date. */
const civil = (iso: string): Date => new Date(Date.parse(iso) + HOURS_EAST * 3_600_000)

/** `23/11/2026` of a civil date `2026-11-23` or of an ISO time (read at +07:00); other text stays as it is. */
export const formatDate = (iso: string): string => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : civil(iso)
  return Number.isNaN(day.getTime()) ? iso : `${twoDigits(day.getUTCDate())}/${twoDigits(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`
}

/** `16:05, 23/11/2026`, always Vietnamese civil time. */
export const formatDateTime = (iso: string): string => {
  const time = civil(iso)
  return Number.isNaN(time.getTime()) ? iso : `${twoDigits(time.getUTCHours())}:${twoDigits(time.getUTCMinutes())}, ${formatDate(iso)}`
}

/** `150.000` in Vietnamese, `150,000` in English. */
export const formatNumber = (n: number, lang: Lang): string =>
  String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')

export const formatMoney = (vnd: number, lang: Lang): string =>
  vnd === 0 ? translate('page.money.free', lang) : translate('page.money.amount', lang, { amount: formatNumber(vnd, lang) })

/** `4,5 MB`; below a tenth of a megabyte in KB. A megabyte is 1024 x 1024 bytes, as phones count it. */
export const formatBytes = (bytes: number, lang: Lang): string => {
  if (bytes < 104_858) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  const megabytes = String(Math.round((bytes / 1_048_576) * 10) / 10)
  return `${lang === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`
}

export const formatLimit = (limit: Pick<LimitRule, 'amount' | 'unit'>, lang: Lang): string =>
  translate(limit.amount === 1 ? `page.limit.${limit.unit}.one` : `page.limit.${limit.unit}`, lang, { amount: limit.amount })

/** The amount, or that it differs: the rule's note then says how. */
export const formatFee = (fee: FeeRule, lang: Lang): string =>
  fee.amount === null ? translate('page.money.varies', lang) : formatMoney(fee.amount, lang)

export const inLang = (text: Text, lang: Lang): string => text[lang] || text.vi
