import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkForm } from '../../authoring/check-form.ts'
import { renewExamples, type Renewed } from '../../documents/draft/renew-examples.ts'
import type { Json, JsonSchema, Lang } from '../../engine/json.ts'
import type { SourceFile } from '../../authoring/source.ts'
import { isObject } from '../../engine/pointer.ts'
import { EXIT, Problem, type Command } from '../command.ts'
import { ruleContext } from '../context.ts'
import { readFolder } from '../folders.ts'

/** Examples are tried by the engine: with a schema that is no form, or has a rule that must not run, there is nothing to try. */
const schemaOf = (file: SourceFile, folder: string): JsonSchema => {
  const value = file.state === 'read' ? file.value : null
  if (isObject(value) && checkForm(value).findings.every(({ severity }) => severity !== 'error')) return value
  throw new Problem(EXIT.input, {
    vi: `form.schema.json thiếu hoặc còn lỗi nên chưa làm được ví dụ. Chạy "dvc lint ${folder}", sửa các lỗi của tệp này rồi chạy lại.`,
    en: `form.schema.json is missing or still has mistakes, so there are no examples yet. Run "dvc lint ${folder}", mend that file and run again.`,
  }, { file: 'form.schema.json' })
}

/** What an author wrote by hand is not overwritten because of a comma. */
const currentOf = (file: SourceFile): Json => {
  if (file.state === 'broken') throw new Problem(EXIT.input, { vi: `Không đọc được examples.json: ${file.reason}. Sửa cú pháp, hoặc xóa tệp để làm lại từ đầu.`, en: `examples.json cannot be read: ${file.reason}. Mend its syntax, or remove the file to begin anew.` }, { file: file.file })
  return file.state === 'read' ? file.value : {}
}

const told = ({ examples: { valid, invalid }, dropped, added }: Renewed, lang: Lang): string => [
  lang === 'vi' ? `${valid.length} ví dụ hợp lệ, ${invalid.length} ví dụ sai; thêm ${added}, bỏ ${dropped.length}.` : `${valid.length} valid examples, ${invalid.length} invalid ones; ${added} added, ${dropped.length} dropped.`,
  ...dropped.map((name) => `  – ${name}`),
].join('\n')

export const examples: Command = {
  name: 'examples', operands: 'FOLDER', least: 1, most: 1,
  summary: { vi: 'làm lại ví dụ sau khi sửa tờ khai, giữ những ví dụ còn đúng', en: 'renew the examples after the form was corrected, keeping those that still hold' },
  options: [],
  examples: [
    { line: 'dvc examples 1.001193', says: { vi: 'sau khi sửa form.schema.json', en: 'after form.schema.json was corrected' } },
    { line: 'dvc examples 1.001193 --json', says: { vi: 'kết quả dạng JSON', en: 'told as JSON' } },
  ],
  run: async ({ operands: [folder = ''], lang }) => {
    const source = await readFolder(folder)
    const renewed = renewExamples(schemaOf(source.schema, folder), currentOf(source.examples), await ruleContext())
    await writeFile(join(source.dir, 'examples.json'), `${JSON.stringify(renewed.examples, null, 2)}\n`)
    return { exit: EXIT.ok, json: { valid: renewed.examples.valid.length, invalid: renewed.examples.invalid.length, added: renewed.added, dropped: [...renewed.dropped] }, text: told(renewed, lang) }
  },
}
