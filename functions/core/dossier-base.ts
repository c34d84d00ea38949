import type { Dossier } from './dossier.ts'
import { contentHashOf } from './submission.ts'

/** Hash of all that a submit would hand in: rendered into 'check your answers', so that nobody submits what was not on that page. */
export const dossierBase = ({ answers, attachments }: Pick<Dossier, 'answers' | 'attachments'>): string =>
  contentHashOf(answers, attachments.filter(({ state }) => state !== 'uploading')).slice(0, 16)
