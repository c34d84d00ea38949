import type { CodeLists } from '../engine/form-model.ts'
import type { Answers, Lang } from '../engine/json.ts'
import { isObject, valueAt } from '../engine/pointer.ts'
import type { ProcedureRecord } from '../engine/procedure.ts'
import { provinceName } from '../fields/index.ts'

type Naming = { readonly lists: CodeLists; readonly lang: Lang }

/** Codes of the commune that a citizen chose to receive the dossier. */
export type Chosen = { readonly province: string; readonly commune: string }

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** 'cấp xã', 'xã, phường, thị trấn' at the end of an agency's title: there is one in every commune. */
const EVERY_COMMUNE = /(?<=\p{L})\s+(?:cấp\s+)?xã(?:\s*[,/]\s*phường)?(?:\s*[,/]\s*(?:thị trấn|đặc khu))*\.?$/iu

/** Does the title name one agency, of which every commune has its own? */
export const isInEveryCommune = (title: string): boolean => EVERY_COMMUNE.test(title) && !/[,;\n]/.test(title.replace(EVERY_COMMUNE, ''))

/** `Ủy ban nhân dân cấp xã` of a commune is `Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội`. */
const nameAt = ({ title }: ProcedureRecord['agency'], { province, commune }: Chosen, { lists, lang }: Naming): string => {
  const found = lists.communes(province).find(({ code }) => code === commune)
  if (found === undefined) return title[lang]
  if (lang === 'en') return `${title.en} – ${found.name}, ${provinceName(province, 'en')}`
  const place = `${lowerFirst(found.name)}, ${lowerFirst(provinceName(province, 'vi'))}`
  return isInEveryCommune(title.vi) ? title.vi.replace(EVERY_COMMUNE, ` ${place}`) : `${title.vi} – ${place}`
}

export const chosenCommune = ({ agency }: ProcedureRecord, answers: Answers): Chosen | undefined => {
  const chosen = agency.chosenBy === undefined ? undefined : valueAt(answers, agency.chosenBy)
  if (!isObject(chosen)) return undefined
  const { province, commune } = chosen
  return typeof province === 'string' && typeof commune === 'string' ? { province, commune } : undefined
}

/** Who receives, as people call it: the agency of the commune that the citizen chose, else the kind of agency. */
export const agencyName = (record: ProcedureRecord, answers: Answers, naming: Naming): string => {
  const chosen = chosenCommune(record, answers)
  return chosen === undefined ? record.agency.title[naming.lang] : nameAt(record.agency, chosen, naming)
}

/** The same of a submission, which keeps the commune by its codes (`01/00004`); another agency's id names nothing to people. */
export const agencyOfCodes = ({ agency }: ProcedureRecord, codes: string, naming: Naming): string => {
  const [, province = '', commune = ''] = /^(\d{2})\/(\d{5})$/.exec(codes) ?? []
  return nameAt(agency, { province, commune }, naming)
}
