import type { RuleContext } from '../engine/form-model.ts'
import type { Json } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import { checkPaper, type TryExamples } from '../documents/check-paper.ts'
import { checkExamples } from './check-examples.ts'
import { checkForm, type FormCheck } from './check-form.ts'
import { checkProcedure } from './check-record.ts'
import { FILES, finding, warning } from './finding.ts'
import { findUntranslated } from './find-untranslated.ts'
import type { Finding, ProcedureSource, SourceFile } from './source.ts'

export type { Finding, ProcedureSource, SourceFile } from './source.ts'

const unread = (source: SourceFile, isNeeded: boolean): readonly Finding[] => {
  const place = { file: source.file, pointer: '' }
  if (source.state === 'broken') return [finding(place, 'broken', '', source.reason)]
  return source.state === 'missing' && isNeeded ? [finding(place, 'missing', source.file)] : []
}

const valueOf = (source: SourceFile): Json | undefined => (source.state === 'read' ? source.value : undefined)

const folderName = (dir: string): string => dir.split(/[\\/]/).filter(Boolean).at(-1) ?? ''

const checkFolder = (source: ProcedureSource, record: Json | undefined): readonly Finding[] => {
  const code = isObject(record) ? record['code'] : undefined
  return [
    ...(typeof code === 'string' && code !== folderName(source.dir) ? [finding({ file: FILES.record, pointer: '/code' }, 'folder', folderName(source.dir), code)] : []),
    ...(source.wordForm ? [] : [warning({ file: FILES.word, pointer: '' }, 'noWordForm')]),
  ]
}

const checkAll = (source: ProcedureSource, context: RuleContext | undefined, onPaper: TryExamples['onPaper'] | undefined): readonly Finding[] => {
  const [record, schema, examples] = [valueOf(source.record), valueOf(source.schema), valueOf(source.examples)]
  const form: FormCheck = schema === undefined ? { findings: [] } : checkForm(schema)
  return [
    ...unread(source.record, true), ...unread(source.schema, false), ...unread(source.examples, source.schema.state === 'read'), ...unread(source.wordMap, false),
    ...checkFolder(source, record),
    ...(record === undefined ? [] : checkProcedure(record, form.expanded)),
    ...form.findings, ...(form.expanded ? findUntranslated(form.expanded) : []),
    ...(form.form && form.findings.length === 0 && examples !== undefined && context ? checkExamples(form.form, examples, context) : []),
    ...(form.form && form.findings.length === 0 ? checkPaper(source, form.form, context && onPaper && { context, onPaper }) : []),
  ]
}

/**
 * All that is wrong with a procedure folder; without errors in it, it can be published. Never throws, whatever the files
 * hold. A folder without form.schema.json is a posting alone. Examples are tried where `context` brings the code lists (and `onPaper` a way to print them), and
 * only with a schema that is whole: a rule with a forbidden operation must not run even here.
 */
export const lintProcedure = (source: ProcedureSource, context?: RuleContext, onPaper?: TryExamples['onPaper']): readonly Finding[] => {
  try {
    return checkAll(source, context, onPaper)
  } catch (error) {
    return [finding({ file: FILES.record, pointer: '' }, 'crash', '', error instanceof Error ? error.message : String(error))]
  }
}
