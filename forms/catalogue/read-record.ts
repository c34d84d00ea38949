import { foldText } from '../engine/fold.ts'
import type { Text } from '../engine/json.ts'
import type { ProcedureRecord, Tier } from '../engine/procedure.ts'
import { doubt, type Doubt } from './doubt.ts'
import { readChannels } from './read-channels.ts'
import { readLaws } from './read-laws.ts'
import { readPapers } from './read-papers.ts'
import { readResult } from './read-result.ts'
import { isNothing, linesOf, listed, plain } from './words.ts'

/** One line of a list of procedures: texts by the national portal's key (`ma_thu_tuc`, `ten_thu_tuc`, …). */
export type ListedProcedure = Readonly<Record<string, string>>

/** `record` is missing where the line has no code or no title: what is not understood otherwise stays as text, and is a doubt. */
export type CatalogueReading = { readonly record?: ProcedureRecord; readonly doubts: readonly Doubt[] }

const TIERS: Readonly<Record<string, Tier>> = { 'cap xa': 'commune', 'cap tinh': 'province', 'cap bo': 'ministry', 'co quan khac': 'other' }
/** Nearest to the citizen first. */
const NEAREST: readonly Tier[] = ['commune', 'province', 'ministry', 'other']

const slug = (text: string): string => foldText(text).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

const tiersOf = (text: string): readonly Tier[] => {
  const named = text.split(',').map((name) => TIERS[foldText(name)])
  return NEAREST.filter((tier) => named.includes(tier))
}

const optional = <Name extends string>(name: Name, text: string): { readonly [key in Name]?: Text } =>
  (isNothing(text) ? {} : { [name]: listed(text) }) as { readonly [key in Name]?: Text }

const agencyOf = (told: (key: string) => string): ProcedureRecord['agency'] => {
  const tiers = tiersOf(told('cap_thuc_hien'))
  const title = isNothing(told('co_quan_thuc_hien')) ? '' : told('co_quan_thuc_hien')
  return {
    tier: tiers[0] ?? 'other', ...(tiers.length > 1 ? { tiers } : {}), title: listed(title),
    ...optional('authority', told('co_quan_co_tham_quyen')), ...optional('address', told('dia_chi_tiep_nhan')),
    ...optional('delegate', told('co_quan_duoc_uy_quyen')), ...optional('partners', told('co_quan_phoi_hop')),
  }
}

/** A line of its own is a step, or begins with 'Bước'; what a dash begins belongs to the step above it. */
const stepsOf = (text: string): readonly Text[] => {
  if (isNothing(text)) return []
  const lines = linesOf(text.replace(/(?<=[.;])\s*(?=[-+*]?\s*Bước \d+\s*[:.])/gu, '\n'))
  const steps: string[] = []
  const numbered = lines.some((line) => /^[-+*]?\s*Bước \d/u.test(line))
  for (const line of lines) {
    const begins = numbered ? /^[-+*]?\s*Bước \d/u.test(line) : !/^[-+*•]/u.test(line)
    if (begins || steps.length === 0) steps.push(line)
    else steps.push(`${steps.pop() ?? ''}\n${line}`)
  }
  return steps.map(listed)
}

/** Audiences that the portal names; a comma inside brackets is part of a name. */
const audienceOf = (text: string): readonly Text[] =>
  (isNothing(text) ? [] : text.split(/,(?![^(]*\))/u).map(plain).filter((name) => name !== '').map(listed))

const requirementsOf = (text: string): readonly Text[] => (isNothing(text) ? [] : linesOf(text).map(listed))

const fieldOf = (text: string): ProcedureRecord['field'] => {
  const id = slug(text)
  return id === '' ? { id: 'khac', title: { vi: 'Lĩnh vực khác', en: 'Other fields' } } : { id, title: listed(text) }
}

const headOf = (told: (key: string) => string): readonly Doubt[] => [
  ...(/^\d\.\d{6}$/.test(plain(told('ma_thu_tuc'))) ? [] : [doubt('ma_thu_tuc', 'no-code', told('ma_thu_tuc'))]),
  ...(plain(told('ten_thu_tuc')) === '' ? [doubt('ten_thu_tuc', 'no-title', '')] : []),
]

/**
 * A line of a list of procedures as a posting at level 2 (NĐ 43/2011 art. 3: what to know, and forms to download).
 * Nothing is invented: what the line does not say is left out, what cannot be read is kept in words and told as a doubt.
 * `list` names where it comes from, and marks the record: what an agency publishes itself is never replaced by it.
 */
export const readCatalogueRecord = (raw: ListedProcedure, list: string): CatalogueReading => {
  const told = (key: string): string => raw[key] ?? ''
  const lacking = headOf(told)
  if (lacking.length > 0) return { doubts: lacking }
  const [channels, papers, laws] = [readChannels(told('cach_thuc_thuc_hien')), readPapers(told('thanh_phan_ho_so')), readLaws(told('can_cu_phap_ly'))]
  const result = readResult(told('ket_qua_xu_ly'))
  const doubts = [...(tiersOf(told('cap_thuc_hien')).length === 0 ? [doubt('cap_thuc_hien', 'tier-unread', told('cap_thuc_hien'))] : []), ...channels.doubts, ...papers.doubts, ...laws.doubts]
  const record: ProcedureRecord = {
    code: plain(told('ma_thu_tuc')), title: listed(told('ten_thu_tuc')), summary: listed(''), keywords: result.keywords,
    field: fieldOf(told('linh_vuc')), agency: agencyOf(told), audience: audienceOf(told('doi_tuong_thuc_hien')),
    levels: [{ scheme: 'nd-43-2011', grade: 2 }], decision: isNothing(told('so_quyet_dinh')) ? '' : plain(told('so_quyet_dinh')),
    ...optional('kind', told('loai_thu_tuc')), ...optional('related', told('thu_tuc_lien_quan')), ...(result.description ? { description: result.description } : {}),
    steps: stepsOf(told('trinh_tu_thuc_hien')), channels: channels.value, components: papers.value,
    requirements: requirementsOf(told('yeu_cau_dieu_kien')), results: result.results, legalBasis: laws.value,
    listedBy: list, ...(told('detail_url') === '' ? {} : { sources: [told('detail_url')] }),
  }
  return { record, doubts }
}
