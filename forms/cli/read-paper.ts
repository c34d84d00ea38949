import { basename } from 'node:path'
import { checkRecord } from '../compile/check-record.ts'
import { compileForm } from '../compile/index.ts'
import type { FormModel } from '../engine/form-model.ts'
import { isObject } from '../engine/pointer.ts'
import type { ProcedureRecord } from '../engine/procedure.ts'
import type { ProcedureSource, SourceFile } from '../authoring/source.ts'
import { compileTemplate } from '../documents/fill/compile-template.ts'
import type { Template } from '../documents/fill/template.ts'
import { readWordMap } from '../documents/mapping/read-word-map.ts'
import { PackageError } from '../documents/package/package-error.ts'
import { readForm } from '../documents/read/read-form.ts'
import { EXIT, Problem } from './command.ts'

/** A procedure's form with its paper, ready to be filled. */
export type Paper = { readonly title: string; readonly record?: ProcedureRecord; readonly form: FormModel; readonly docx: Uint8Array; readonly template: Template }

const missing = (file: string): Problem => new Problem(EXIT.input, {
  vi: `Thủ tục thiếu ${file}.${file === 'form.map.json' ? ' Chạy "dvc import" với mẫu Word để có bản đồ ô.' : ' Thêm tệp này vào thư mục rồi chạy lại.'}`,
  en: `The procedure has no ${file}.${file === 'form.map.json' ? ' Run "dvc import" on the Word form to get one.' : ' Add it to the folder and run again.'}`,
}, { file })

const valueOf = (file: SourceFile) => {
  if (file.state === 'missing') throw missing(file.file)
  if (file.state === 'broken') throw new Problem(EXIT.input, { vi: `Không đọc được ${file.file}: ${file.reason}. Chạy "dvc lint" để xem cần sửa gì.`, en: `${file.file} cannot be read: ${file.reason}. Run "dvc lint" to see what to mend.` }, { file: file.file })
  return file.value
}

/** What the PDF is called: the procedure's title, or its code where the posting has none. */
const titleOf = ({ record, dir }: ProcedureSource): string => {
  const title = record.state === 'read' && isObject(record.value) ? record.value['title'] : undefined
  return isObject(title) && typeof title['vi'] === 'string' ? title['vi'] : basename(dir)
}

/** Who receives is written on the paper; a record that is not whole yet keeps nobody from looking at the rest. */
const recordOf = ({ record }: ProcedureSource): { readonly record?: ProcedureRecord } =>
  (record.state === 'read' && checkRecord(record.value).length === 0 ? { record: record.value as unknown as ProcedureRecord } : {})

const refused = (error: unknown): unknown =>
  (error instanceof PackageError ? new Problem(EXIT.input, { vi: `form.docx: ${error.text.vi}`, en: `form.docx: ${error.text.en}` }, { file: 'form.docx', code: error.code }) : error)

/** What `dvc fill` needs of a procedure's folder. Throws Problem where something is missing or cannot be read. */
export const readPaper = (source: ProcedureSource): Paper => {
  const schema = valueOf(source.schema)
  const { map, findings } = readWordMap(valueOf(source.wordMap))
  if (!source.wordForm) throw missing('form.docx')
  if (findings.length > 0) throw new Problem(EXIT.input, { vi: 'form.map.json có lỗi. Chạy "dvc lint" để xem cần sửa gì.', en: 'form.map.json has mistakes. Run "dvc lint" to see what to mend.' }, { file: 'form.map.json' })
  try {
    return { title: titleOf(source), ...recordOf(source), docx: source.wordForm, form: compileForm(isObject(schema) ? schema : {}), template: compileTemplate({ docx: source.wordForm, form: readForm(source.wordForm), map }) }
  } catch (error) { throw refused(error) }
}
