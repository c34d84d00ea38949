import { basename, join, relative, resolve } from 'node:path'
import { lintProcedure } from '../../authoring/lint.ts'
import type { Finding } from '../../authoring/source.ts'
import { checkExamplesOnPaper } from '../../documents/round-trip/check-examples-on-paper.ts'
import { listProcedureFolders } from '../../compile/read-folder.ts'
import { EXIT, type Command } from '../command.ts'
import { ruleContext } from '../context.ts'
import { readFolder } from '../folders.ts'
import { ROOT } from '../local-portal.ts'
import { errorsIn, findingJson, findingLines } from '../tell-findings.ts'

type Linted = { readonly folder: string; readonly findings: readonly Finding[] }

const foldersFor = async (operands: readonly string[]): Promise<readonly string[]> =>
  (operands.length > 0 ? operands.map((path) => resolve(path)) : listProcedureFolders(join(ROOT, 'forms', 'procedures')))

/** As a person would type it from here. */
const shortPath = (folder: string): string => { const path = relative(process.cwd(), folder); return path.startsWith('..') ? folder : path || '.' }

const counted = (procedures: number, errors: number) => ({ vi: `${procedures} thủ tục, ${errors} lỗi`, en: `${procedures} procedures, ${errors} errors` })

export const lint: Command = {
  name: 'lint', operands: '[FOLDER…]', least: 0, most: 10_000,
  summary: { vi: 'kiểm tra thư mục thủ tục (mặc định: mọi thủ tục trong forms/procedures)', en: 'check procedure folders (default: all in forms/procedures)' },
  options: [],
  examples: [
    { line: 'dvc lint 0.123456', says: { vi: 'một thủ tục', en: 'one procedure' } },
    { line: 'dvc lint --json', says: { vi: 'mọi thủ tục có sẵn, kết quả dạng JSON', en: 'all that are at hand, told as JSON' } },
  ],
  run: async ({ operands, lang, progress }) => {
    const context = await ruleContext()
    const all: Linted[] = []
    for (const folder of await foldersFor(operands)) {
      progress({ vi: `Đang kiểm tra ${basename(folder)}…`, en: `Checking ${basename(folder)}…` })
      all.push({ folder: shortPath(folder), findings: lintProcedure(await readFolder(folder), context, checkExamplesOnPaper) })
    }
    const errors = all.reduce((sum, { findings }) => sum + errorsIn(findings), 0)
    return {
      exit: errors === 0 ? EXIT.ok : EXIT.input,
      json: { errors, procedures: all.map(({ folder, findings }) => ({ folder, errors: errorsIn(findings), findings: findings.map((finding) => findingJson(finding, lang)) })) },
      text: [...all.flatMap(({ folder, findings }) => findings.map((finding) => findingLines(folder, finding, lang))), counted(all.length, errors)[lang]].join('\n'),
    }
  },
}
