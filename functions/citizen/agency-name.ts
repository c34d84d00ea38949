import { isObject, valueAt } from '../../forms/engine/pointer.ts'
import type { Answers, CodeLists, Lang, ProcedureRecord } from '../../forms/index.ts'

/** Who receives, as people call it: the kind of agency and, where the citizen chose one, the commune. */
export const agencyName = (record: ProcedureRecord, answers: Answers, { lists, lang }: { readonly lists: CodeLists; readonly lang: Lang }): string => {
  const { title, chosenBy } = record.agency
  const chosen = chosenBy === undefined ? undefined : valueAt(answers, chosenBy)
  if (!isObject(chosen)) return title[lang]
  const { province, commune } = chosen
  const found = typeof province === 'string' ? lists.communes(province).find(({ code }) => code === commune) : undefined
  return found === undefined ? title[lang] : `${title[lang]} – ${found.name}`
}
