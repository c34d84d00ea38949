import type { FormModel } from './form-model.ts'
import type { Answers } from './json.ts'
import { valueAt, withValueAt } from './pointer.ts'
import { slimOf } from './slim.ts'
import { decideStates } from './states.ts'

/**
 * The answers without those that conditions hide. What is taken out can hide more, so it goes on until nothing changes;
 * it only ever takes out, so it ends. Unknown properties stay: validation reports them.
 */
export const prune = (form: FormModel, answers: Answers): Answers => {
  const slim = slimOf(form)
  let pruned = answers
  for (;;) {
    const current = pruned
    const hidden = [...decideStates(slim, current)].filter(([pointer, state]) => !state.visible && valueAt(current, pointer) !== undefined)
    if (hidden.length === 0) return current
    pruned = hidden.reduce((left, [pointer]) => withValueAt(left, pointer, undefined), current)
  }
}
