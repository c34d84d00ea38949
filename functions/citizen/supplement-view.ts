import { fieldsByPointer } from '../../forms/engine/all-fields.ts'
import type { FormModel, ProcedureRecord, Text } from '../../forms/index.ts'
import type { SupplementAsked } from '../../forms/view/props.ts'
import type { SupplementRequest } from '../core/handling.ts'

/** A request for supplement with the titles that the citizen knows: fields by their labels, papers by their names. */
export const askedView = ({ reason, until, fields, papers }: SupplementRequest, { record, form }: { readonly record: ProcedureRecord; readonly form: FormModel }): SupplementAsked => {
  const labels = fieldsByPointer(form)
  const plain = (text: string): Text => ({ vi: text, en: text })
  return {
    reason,
    ...(until !== undefined && { until }),
    items: [
      ...fields.map((one) => ({ title: labels.get(one.pointer)?.title ?? plain(one.pointer), reason: one.reason })),
      ...papers.map((one) => ({ title: record.components.find(({ id }) => id === one.component)?.title ?? plain(one.component), reason: one.reason })),
    ],
  }
}
