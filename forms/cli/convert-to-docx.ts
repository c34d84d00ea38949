import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { EXIT, Problem } from './command.ts'

const run = promisify(execFile)

const LONGEST_MS = 120_000

const NAMES = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')

const noOffice = (name: string): Problem => new Problem(EXIT.environment, {
  vi: `"${name}" không phải .docx và máy này không có LibreOffice để chuyển. Mở tệp bằng Word, chọn Lưu thành, kiểu "Word Document (*.docx)", rồi dùng tệp mới.`,
  en: `"${name}" is no .docx, and there is no LibreOffice on this machine to convert it. Open it in Word, choose Save As, "Word Document (*.docx)", and use the new file.`,
}, { file: name })

const unread = (name: string): Problem => new Problem(EXIT.input, {
  vi: `LibreOffice không đọc được "${name}". Mở tệp bằng Word và lưu thành .docx.`, en: `LibreOffice cannot read "${name}". Open it in Word and save it as .docx.`,
}, { file: name })

/** A profile of its own: another LibreOffice that is open on this machine would take the order and answer nothing. */
const convertIn = async (folder: string, sort: string, name: string): Promise<void> => {
  const args = [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'docx', '--outdir', folder, join(folder, `form.${sort}`)]
  for (const office of NAMES) {
    try {
      await run(office, args, { timeout: LONGEST_MS })
      return
    } catch (error) {
      if (!isAbsent(error)) throw unread(name)
    }
  }
  throw noOffice(name)
}

/** .doc, .odt or .rtf -> .docx by the machine's LibreOffice. Throws Problem where there is none, or where it cannot. */
export const convertToDocx = async (bytes: Uint8Array, sort: 'doc' | 'odt' | 'rtf', name: string): Promise<Uint8Array> => {
  const folder = await mkdtemp(join(tmpdir(), 'dvc-convert-'))
  try {
    await writeFile(join(folder, `form.${sort}`), bytes)
    await convertIn(folder, sort, name)
    return await readFile(join(folder, 'form.docx')).catch(() => { throw unread(name) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
