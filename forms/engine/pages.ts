import type { FormModel } from './form-model.ts'
import { visibleSections } from './field-states.ts'
import type { Answers, Text } from './json.ts'
import type { ProcedureRecord } from './procedure.ts'
import { uploadsFor } from './terms.ts'

export type Page = { readonly slug: string; readonly title: Text }

export const PAPERS_PAGE: Page = { slug: 'giay-to', title: { vi: 'Giấy tờ kèm theo', en: 'Papers' } }
export const REVIEW_PAGE: Page = { slug: 'xem-lai', title: { vi: 'Kiểm tra lại và nộp', en: 'Check and submit' } }

/** Pages of the journey for these answers: sections, then papers (where one is asked for), then 'check your answers'. */
export const pagesFor = (record: ProcedureRecord, form: FormModel, answers: Answers): readonly Page[] => [
  ...visibleSections(form, answers).map(({ slug, title }) => ({ slug, title })),
  ...(uploadsFor(record, answers).length > 0 ? [PAPERS_PAGE] : []),
  REVIEW_PAGE,
]
