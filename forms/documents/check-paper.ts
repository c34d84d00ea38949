import { FILES, finding, warning } from '../authoring/finding.ts'
import type { Finding, ProcedureSource } from '../authoring/source.ts'
import type { FormModel, RuleContext } from '../engine/form-model.ts'
import type { WordForm } from './hole.ts'
import { checkWordMap } from './mapping/check-word-map.ts'
import { readWordMap } from './mapping/read-word-map.ts'
import { PackageError } from './package/package-error.ts'
import { readForm } from './read/read-form.ts'
import type { checkExamplesOnPaper } from './round-trip/check-examples-on-paper.ts'

const readOrFind = (docx: Uint8Array): WordForm | Finding => {
  try { return readForm(docx) } catch (error) {
    if (!(error instanceof PackageError)) throw error
    const { text, message, remedy, ...rest } = { ...finding({ file: FILES.word, pointer: '' }, 'wordForm'), text: error.text }
    return { ...rest, message: { vi: `${message.vi}${text.vi}`, en: `${message.en}${text.en}` }, remedy }
  }
}

const isFinding = (value: WordForm | Finding): value is Finding => 'severity' in value

const errorsIn = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error')

/** How the valid examples are tried on the paper. Handed in, because the publish function has no room for it. */
export type TryExamples = { readonly context: RuleContext; readonly onPaper: typeof checkExamplesOnPaper }

/**
 * Can this procedure's dossiers be printed on the agency's own form? The map first; where it is whole, every valid example is
 * written on the paper and read back, if there is a way to `tryThem`.
 */
export const checkPaper = ({ wordForm, wordMap, examples }: ProcedureSource, form: FormModel, tryThem?: TryExamples): readonly Finding[] => {
  if (!wordForm) return wordMap.state === 'read' ? [finding({ file: FILES.map, pointer: '' }, 'mapAlone', FILES.word)] : []
  const word = readOrFind(wordForm)
  if (isFinding(word)) return [word]
  if (wordMap.state === 'missing') return [warning({ file: FILES.map, pointer: '' }, 'noMap')]
  if (wordMap.state === 'broken') return []
  const findings = checkWordMap(wordMap.value, word, form)
  if (errorsIn(findings) || !tryThem || examples.state !== 'read') return findings
  return [...findings, ...tryThem.onPaper({ docx: wordForm, word, map: readWordMap(wordMap.value).map, form, examples: examples.value, context: tryThem.context })]
}
