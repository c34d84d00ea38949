import { fillForm } from '../../forms/documents/fill/fill-form.ts'
import { knownFacts } from '../../forms/documents/fill/known-facts.ts'
import type { Template } from '../../forms/documents/fill/template.ts'
import type { Text } from '../../forms/index.ts'
import type { Deps } from './deps.ts'
import type { Dossier } from './dossier.ts'
import { AppError } from './errors.ts'
import { findProcedure } from './load-procedure.ts'

type Needs = Pick<Deps, 'procedures' | 'artefacts' | 'lists'>

const readTemplate = (bytes: Uint8Array): Template => JSON.parse(new TextDecoder().decode(bytes)) as Template

/**
 * The agency's own Word form with the dossier's answers in its holes, of the version that the dossier is pinned to.
 * Refuses ('not-found') where that version has no form, or none that it can be written on.
 */
export const fillPaper = async ({ procedure, answers, submission }: Pick<Dossier, 'procedure' | 'answers' | 'submission'>, deps: Needs): Promise<{ readonly docx: Uint8Array; readonly title: Text }> => {
  const { record, form, wordForm } = await findProcedure(procedure, deps)
  if (form === undefined || wordForm?.templateSha256 === undefined) throw new AppError('not-found')
  const [docx, template] = await Promise.all([deps.artefacts.get('word-forms', wordForm.sha256), deps.artefacts.get('word-templates', wordForm.templateSha256)])
  return { docx: fillForm({ docx, template: readTemplate(template), form, answers, lists: deps.lists, known: knownFacts(record, answers, deps.lists, submission) }), title: record.title }
}
