import type { Draft } from '../draft/draft-procedure.ts'
import type { Proposal } from '../draft/proposal.ts'
import type { Hole, WordForm } from '../hole.ts'

/** A hole as `dvc import --json` tells it (design.md §6). */
export type ReportedHole = Pick<Hole, 'n' | 'section' | 'label' | 'kind' | 'optional' | 'repeat' | 'note' | 'confidence' | 'reason'> & {
  readonly options?: readonly string[]
  /** JSON pointer of the answer; null where nothing is written, `none` says why. */
  readonly answer: string | null
  readonly none?: string
}

export type ImportReport = Pick<WordForm, 'title' | 'notAsked' | 'notUnderstood'> & { readonly holes: readonly ReportedHole[]; readonly proposals: readonly Proposal[] }

const reported = ({ n, section, label, kind, optional, repeat, note, options, confidence, reason }: Hole, draft: Draft): ReportedHole => {
  const entry = draft.map.holes.find((one) => one.n === n)
  const answer = entry && 'answer' in entry ? { answer: entry.answer } : { answer: null, ...(entry && 'none' in entry ? { none: entry.none } : {}) }
  return { n, section, label, kind, optional, repeat, note, ...(options ? { options } : {}), ...answer, confidence, reason }
}

/** import-report.json: everything that was read, guessed, left out and not understood. */
export const reportJson = (form: WordForm, draft: Draft): ImportReport => ({
  title: form.title, holes: form.holes.map((hole) => reported(hole, draft)), notAsked: form.notAsked, notUnderstood: form.notUnderstood, proposals: draft.proposals,
})
