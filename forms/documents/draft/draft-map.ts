import type { HoleAnswer, WordMap } from '../word-map.ts'
import { placedItems, type Plan, type Written } from './plan.ts'

const SIGNED = 'Thay cho chữ ký trên mẫu giấy; mẫu đã in sẵn lời cam đoan'

const mapped = ({ hole, as, none }: Written, answer: string): HoleAnswer => {
  const { n, label } = hole
  if (none !== undefined) return { n, label, none }
  return { n, label, answer, ...(as ? { as } : {}) }
}

/** form.map.json of a plan: every hole with the pointer of its answer, or with the reason why nothing is written there. */
export const draftMap = (plan: Plan): WordMap => ({
  holes: [
    ...placedItems(plan).flatMap(({ pointer, item }) => item.holes.map((written) => mapped(written, pointer))),
    ...plan.unasked.map((written) => mapped(written, '')),
  ].sort((a, b) => a.n - b.n),
  unprinted: [{ answer: '/camDoan', why: SIGNED }],
})
