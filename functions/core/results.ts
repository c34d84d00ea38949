import type { Attachment, Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { NO_HANDLING } from './handling.ts'

/** Component of files that come from the agency: no component of a record can be called so. */
export const RESULT = '@result'

export const isResult = ({ component }: Pick<Attachment, 'component'>): boolean => component === RESULT

/** Files of the citizen that are in the agency's hands: no results, and nothing of a supplement that was not handed in, yet or ever. */
export const handedIn = ({ attachments, handling }: Dossier): readonly Attachment[] =>
  attachments.filter((one) => !isResult(one) && (one.supplement ?? 0) <= (handling ?? NO_HANDLING).answered)

/** Results that the citizen may have: those that a `finish` named. */
export const resultsOf = ({ attachments, handling }: Dossier): readonly Attachment[] =>
  attachments.filter((one) => isResult(one) && handling?.results.includes(one.id) === true)

/** Files that who holds the dossier may know of: a result only once a `finish` has named it. */
export const heldByCitizen = (dossier: Dossier): readonly Attachment[] =>
  dossier.attachments.filter((one) => !isResult(one) || dossier.handling?.results.includes(one.id) === true)

/** Refuses to give back what is not there, not scanned, or named twice. */
export const checkResults = ({ attachments }: Dossier, files: readonly string[]): void => {
  const twice = files.find((id, index) => files.indexOf(id) !== index)
  if (twice !== undefined) throw new AppError('file-twice', { file: twice })
  for (const id of files) {
    const found = attachments.find((one) => one.id === id && isResult(one))
    if (!found) throw new AppError('file-not-found')
    if (found.state !== 'clean') throw new AppError('result-not-clean', { file: found.fileName })
  }
}
