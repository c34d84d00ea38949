import type { ProcedureRecord } from '../../engine/procedure.ts'
import type { WordForm } from '../hole.ts'
import type { HoleAnswer, WordMap } from '../word-map.ts'
import { placedItems, type Plan, type Written } from './plan.ts'
import { officeEntries, unprintedChoice } from './receiver.ts'

const SIGNED = 'Thay cho chữ ký trên mẫu giấy; mẫu đã in sẵn lời cam đoan'

const mapped = ({ hole, as, none }: Written, answer: string): HoleAnswer => {
  const { n, label } = hole
  if (none !== undefined) return { n, label, none }
  return { n, label, answer, ...(as ? { as } : {}) }
}

/**
 * form.map.json of a plan: every hole with the pointer of its answer, with what the system writes,
 * or with the reason why nothing is written there.
 */
export const draftMap = (plan: Plan, form: WordForm, record: ProcedureRecord): WordMap => {
  const office = officeEntries(form, record)
  return {
    holes: [
      ...placedItems(plan).flatMap(({ pointer, item }) => item.holes.map((written) => mapped(written, pointer))),
      ...plan.unasked.map((written) => mapped(written, '')), ...office,
    ].sort((a, b) => a.n - b.n),
    unprinted: [...(plan.asksReceiver ? unprintedChoice(office) : []), { answer: '/camDoan', why: SIGNED }],
  }
}
