import type { CodeLists } from '../../engine/form-model.ts'
import type { Answers } from '../../engine/json.ts'
import type { ProcedureRecord } from '../../engine/procedure.ts'
import { dateText } from '../../fields/date/calendar-date.ts'
import { splitDate } from '../../fields/date/inputs.ts'
import { communeName, provinceName } from '../../fields/index.ts'
import { agencyName, chosenCommune, isInEveryCommune, type Chosen } from '../../view/agency-name.ts'
import type { SystemFact } from '../word-map.ts'
import { NO_INK, type Ink } from './answer-text.ts'
import { cleanInk } from './clean-ink.ts'

/** What the system knows of a dossier; `submittedOn` as yyyy-MM-dd. What is not known yet is left as the form prints it. */
export type Known = { readonly [Fact in SystemFact]?: string }

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** A title that names several agencies, or a kind of them, is nobody's address. */
const isNoName = (title: string): boolean => title.trim() === '' || /[,;\n[]|cấp (xã|huyện|tỉnh|bộ)/iu.test(title)

/** 'Phường Ba Đình' is 'Ba Đình' before a date; a number needs its kind ('Phường 5'). */
const asPlace = (name: string): string => name.replace(/^(xã|phường|đặc khu|thị trấn)\s+(?=\D)/iu, '')

const placeFacts = ({ province, commune }: Chosen, lists: CodeLists): Known => {
  const name = communeName(province, commune, lists)
  return name === undefined ? {} : { agencyPlace: `${lowerFirst(name)}, ${lowerFirst(provinceName(province, 'vi'))}`, place: asPlace(name) }
}

/** Who receives, where it is one agency with a name. */
const agencyFact = (record: ProcedureRecord, answers: Answers, lists: CodeLists): Known => {
  const { title } = record.agency
  if (chosenCommune(record, answers) && isInEveryCommune(title.vi)) return { agency: agencyName(record, answers, { lists, lang: 'vi' }) }
  return isNoName(title.vi) ? {} : { agency: title.vi }
}

/** What is known of answers before and after they were submitted (`submission`). */
export const knownFacts = (record: ProcedureRecord, answers: Answers, lists: CodeLists, submission?: { readonly code: string; readonly submittedAt: string }): Known => {
  const chosen = chosenCommune(record, answers)
  return {
    ...(chosen ? placeFacts(chosen, lists) : {}), ...agencyFact(record, answers, lists),
    ...(submission ? { code: submission.code, submittedOn: submission.submittedAt.slice(0, 10) } : {}),
  }
}

export const factInk = (fact: SystemFact, known: Known): Ink => {
  const value = known[fact] ?? ''
  if (value === '') return NO_INK
  return fact === 'submittedOn' ? { text: dateText(value), date: splitDate(value), chosen: [] } : { text: cleanInk(value), chosen: [] }
}
