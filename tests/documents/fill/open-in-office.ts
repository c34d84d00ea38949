import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Is LibreOffice on this machine? It judges whether a file opens; the product does without it. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0

/** The text that LibreOffice reads in a document, with a profile of its own; throws where it does not open it. */
export const officeText = (docx: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-office-'))
  try {
    writeFileSync(join(folder, 'form.docx'), docx)
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'form.docx')], { stdio: 'pipe', timeout: 60_000 })
    return readFileSync(join(folder, 'form.txt'), 'utf8')
  } finally { rmSync(folder, { recursive: true, force: true }) }
}
