import { isObject, valueAt } from '../../forms/engine/pointer.ts'
import { provinceName, type Answers, type CodeLists, type Lang, type ProcedureRecord } from '../../forms/index.ts'

type Naming = { readonly lists: CodeLists; readonly lang: Lang }

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** `Ủy ban nhân dân cấp xã` of a commune is `Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội`. */
const nameAt = ({ title }: ProcedureRecord['agency'], { province, commune }: { readonly province: string; readonly commune: string }, { lists, lang }: Naming): string => {
  const found = lists.communes(province).find(({ code }) => code === commune)
  if (found === undefined) return title[lang]
  if (lang === 'en') return `${title.en} – ${found.name}, ${provinceName(province, 'en')}`
  const place = `${lowerFirst(found.name)}, ${lowerFirst(provinceName(province, 'vi'))}`
  return title.vi.endsWith(' cấp xã') ? title.vi.replace(/cấp xã$/, place) : `${title.vi} – ${place}`
}

/** Who receives, as people call it: the agency of the commune that the citizen chose, else the kind of agency. */
export const agencyName = ({ agency }: ProcedureRecord, answers: Answers, naming: Naming): string => {
  const chosen = agency.chosenBy === undefined ? undefined : valueAt(answers, agency.chosenBy)
  if (!isObject(chosen) || typeof chosen['province'] !== 'string' || typeof chosen['commune'] !== 'string') return agency.title[naming.lang]
  return nameAt(agency, { province: chosen['province'], commune: chosen['commune'] }, naming)
}

/** The same of a submission, which keeps the commune by its codes (`01/00004`); another agency's id names nothing to people. */
export const agencyOfCodes = ({ agency }: ProcedureRecord, codes: string, naming: Naming): string => {
  const [, province = '', commune = ''] = /^(\d{2})\/(\d{5})$/.exec(codes) ?? []
  return nameAt(agency, { province, commune }, naming)
}
