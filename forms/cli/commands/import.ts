import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { draftProcedure, type Draft } from '../../documents/draft/draft-procedure.ts'
import type { WordForm } from '../../documents/hole.ts'
import { openPackage } from '../../documents/package/open-package.ts'
import { findPledge } from '../../documents/draft/find-pledge.ts'
import { documentText, type Block } from '../../documents/report/document-text.ts'
import { reportHtml } from '../../documents/report/report-html.ts'
import { reportJson } from '../../documents/report/report-json.ts'
import type { Json, Lang } from '../../engine/json.ts'
import { EXIT, Problem, type Call, type Command } from '../command.ts'
import { ruleContext } from '../context.ts'
import { findRecord } from '../find-record.ts'
import { readHoles } from '../read-holes.ts'
import { readWordFile } from '../read-word-file.ts'

/** What the Word file says, in order, for the report and for the declaration. */
const textOf = (docx: Uint8Array, { holes }: WordForm): readonly Block[] => {
  const pkg = openPackage(docx)
  return documentText(pkg.main, pkg.text(pkg.main), holes)
}

type Imported = { readonly docx: Uint8Array; readonly form: WordForm; readonly text: readonly Block[]; readonly draft: Draft }

const importForm = async (file: string, call: Call): Promise<Imported> => {
  const docx = await readWordFile(file, call.progress)
  const form = readHoles(file, docx)
  const text = textOf(docx, form)
  const [code, record, pledge] = [call.value('code'), await findRecord(call), findPledge(text)]
  return { docx, form, text, draft: draftProcedure(form, { context: await ruleContext(), ...(code === undefined ? {} : { code }), ...(record ? { record } : {}), ...(pledge === undefined ? {} : { pledge }) }) }
}

const asFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const noHoles = (file: string): Problem => new Problem(EXIT.input, {
  vi: `Không thấy ô nào để điền trong "${file}" (dấu chấm, ô trống của bảng, ô đánh dấu…). Kiểm tra lại có đúng mẫu cần điền không.`,
  en: `There is nothing to fill in in "${file}" (dots, blank cells, boxes…). Check that it is the form and not another paper.`,
}, { file })

/** The posting that is raised may be where its form is written. */
const isFree = async (folder: string, raised: string | undefined): Promise<boolean> => {
  const names = await readdir(folder).catch(() => [])
  return names.every((name) => name === 'procedure.json' && raised !== undefined && resolve(raised) === resolve(folder))
}

const occupied = (folder: string): Problem => new Problem(EXIT.usage, {
  vi: `Thư mục "${folder}" đã có tệp. Chọn thư mục khác bằng --output, hoặc thêm --force để ghi đè.`, en: `The folder "${folder}" is not empty. Choose another with --output, or add --force to overwrite.`,
}, { folder })

const filesOf = ({ docx, form, text, draft }: Imported, lang: Lang): Readonly<Record<string, string | Uint8Array>> => ({
  'procedure.json': asFile(draft.record), 'form.schema.json': asFile(draft.schema), 'form.map.json': asFile(draft.map), 'examples.json': asFile(draft.examples), 'form.docx': docx,
  'import-report.json': asFile(reportJson(form, draft)), 'import-report.html': reportHtml(form, draft, text, lang),
})

const writeFolder = async (folder: string, imported: Imported, { has, lang, value }: Call): Promise<void> => {
  if (!has('force') && !await isFree(folder, value('raise'))) throw occupied(folder)
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(filesOf(imported, lang))) await writeFile(join(folder, name), content)
}

const DOUBTFUL = 0.6

const told = ({ form, draft }: Imported, file: string, folder: string): Readonly<Record<Lang, string>> => {
  const doubtful = form.holes.filter(({ confidence }) => confidence < DOUBTFUL).length
  const [holes, unclear] = [form.holes.length, form.notUnderstood.length]
  return {
    vi: `${basename(file)}: ${holes} ô (${doubtful} ô cần xem lại kiểu, ${unclear} chỗ chưa hiểu, ${draft.proposals.length} đề xuất).\nĐã ghi ${folder}. Mở ${join(folder, 'import-report.html')} để so với mẫu. Sửa trong trình duyệt: dvc edit ${folder}; sửa xong: dvc lint ${folder}, rồi dvc preview ${folder}`,
    en: `${basename(file)}: ${holes} holes (${doubtful} whose kind wants a look, ${unclear} not understood, ${draft.proposals.length} proposals).\nWrote ${folder}. Open ${join(folder, 'import-report.html')} beside the form. Correct it in the browser: dvc edit ${folder}; when mended: dvc lint ${folder}, then dvc preview ${folder}`,
  }
}

export const importCommand: Command = {
  name: 'import', operands: 'FORM.docx', least: 1, most: 1,
  summary: { vi: 'đọc mẫu Word và soạn thử thủ tục điện tử', en: 'read a Word form and draft the online procedure' },
  options: [
    { name: 'output', short: 'o', value: 'FOLDER', says: { vi: 'thư mục để ghi (mặc định: mã thủ tục; với --json chỉ ghi khi có tùy chọn này)', en: 'folder to write (default: the procedure\'s code; with --json only where this is given)' } },
    { name: 'code', value: 'CODE', says: { vi: 'mã thủ tục quốc gia, ví dụ 1.001193', en: 'national code, e.g. 1.001193' } },
    { name: 'raise', value: 'CODE', says: { vi: 'thủ tục mức 2 đã đăng ở cổng trên máy này (hoặc thư mục của nó): giữ lời văn, thêm biểu mẫu', en: 'a level-2 procedure posted on this machine\'s portal (or its folder): its texts are kept, the form is added' } },
    { name: 'list', value: 'FILE', says: { vi: 'tìm thủ tục của --raise trong danh sách này (như dvc import-catalogue đọc)', en: 'find the procedure of --raise in this list (as dvc import-catalogue reads it)' } },
    { name: 'force', says: { vi: 'ghi đè thư mục đã có tệp', en: 'overwrite a folder that is not empty' } },
  ],
  examples: [
    { line: 'dvc import mau-khai-sinh.docx --code 1.001193', says: { vi: 'soạn thử vào thư mục 1.001193', en: 'draft into the folder 1.001193' } },
    { line: 'dvc import don.docx --raise 1.005058', says: { vi: 'nâng thủ tục đã đăng lên mức 3', en: 'raise a posted procedure to level 3' } },
    { line: 'dvc import don.docx --raise 1.005058 --list danh-muc.csv', says: { vi: 'lời văn lấy từ danh sách', en: 'its texts are the list\'s' } },
    { line: 'dvc import mau.docx --json', says: { vi: 'chỉ xem các ô đọc được, dạng JSON', en: 'only tell the holes, as JSON' } },
  ],
  run: async (call) => {
    const [file = ''] = call.operands
    const imported = await importForm(file, call)
    const output = call.value('output')
    if (imported.form.holes.length === 0 && !call.json) throw noHoles(file)
    const folder = output ?? (call.json ? undefined : imported.draft.record.code)
    if (folder !== undefined) await writeFolder(folder, imported, call)
    const json: Json = JSON.parse(JSON.stringify(reportJson(imported.form, imported.draft)))
    return { exit: EXIT.ok, json, text: folder === undefined ? '' : told(imported, file, folder)[call.lang] }
  },
}
