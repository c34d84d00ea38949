import type { WordForm } from '../documents/hole.ts'
import { PackageError } from '../documents/package/package-error.ts'
import { readForm } from '../documents/read/read-form.ts'
import { EXIT, Problem } from './command.ts'

const refused = (file: string, error: unknown): unknown =>
  (error instanceof PackageError ? new Problem(EXIT.input, { vi: `"${file}": ${error.text.vi}`, en: `"${file}": ${error.text.en}` }, { file, code: error.code }) : error)

/** The holes of a Word form that came from `file`. Throws Problem where it is none. */
export const readHoles = (file: string, docx: Uint8Array): WordForm => { try { return readForm(docx) } catch (error) { throw refused(file, error) } }
