import type { ProcedureSource } from '../authoring/source.ts'
import { compileTemplate } from './fill/compile-template.ts'
import type { Template } from './fill/template.ts'
import { readWordMap } from './mapping/read-word-map.ts'
import { readForm } from './read/read-form.ts'

/**
 * What filling the agency's form needs to know; undefined where the procedure has no form or no map of it. The linter has
 * passed both: a form that cannot be read is thrown as PackageError.
 */
export const compilePaper = ({ wordForm, wordMap }: Pick<ProcedureSource, 'wordForm' | 'wordMap'>): Template | undefined =>
  (wordForm && wordMap.state === 'read' ? compileTemplate({ docx: wordForm, form: readForm(wordForm), map: readWordMap(wordMap.value).map }) : undefined)
