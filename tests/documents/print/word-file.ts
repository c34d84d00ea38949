import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { loadFonts } from '../../../forms/documents/print/font/load-fonts.ts'
import { printDocument } from '../../../forms/documents/print/print-document.ts'

export const FONT_FOLDER = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/tinos')
export const FONTS = await loadFonts(FONT_FOLDER)

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A .docx of one body; `parts`: other parts by name below word/, as the content of their root `w:<name>`. */
export const wordFile = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array => {
  const others = Object.entries(parts).map(([name, content]) => [`word/${name}.xml`, strToU8(`${HEAD}<w:${name} ${W}>${content}</w:${name}>`)] as const)
  return zipSync({
    '[Content_Types].xml': strToU8(`${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    'word/document.xml': strToU8(`${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`), ...Object.fromEntries(others),
  })
}

export const run = (text: string, rPr = ''): string => `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, pPr = ''): string => `<w:p><w:pPr>${pPr}</w:pPr>${content}</w:p>`

export const print = (docx: Uint8Array, title = 'Tờ khai'): Promise<Uint8Array> => printDocument(docx, { title, lang: 'vi', fonts: FONTS })

export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

/** What a poppler tool says of a PDF. */
const tell = (pdf: Uint8Array, command: (file: string) => readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'print-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    const [tool = '', ...options] = command(file)
    const { status, stdout, stderr } = spawnSync(tool, options, { encoding: 'utf8' })
    if (status !== 0 || stderr.includes('Error')) throw new Error(`${tool}: ${stderr}`)
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const textIn = (pdf: Uint8Array): string => tell(pdf, (file) => ['pdftotext', '-layout', file, '-'])

/** The structure tree with its text, as a screen reader meets it. */
export const structureIn = (pdf: Uint8Array): string => tell(pdf, (file) => ['pdfinfo', '-struct-text', file])

/** The file as characters: dictionaries are legible, streams are packed. */
export const sourceOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

export const pagesIn = (pdf: Uint8Array): number => sourceOf(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
