import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcedureSource, SourceFile } from '../authoring/source.ts'

/** The files that make a procedure; whatever else lies in a folder is nobody's business. */
export const PROCEDURE_FILES = ['procedure.json', 'form.schema.json', 'examples.json', 'form.map.json', 'form.docx'] as const
export type ProcedureFile = (typeof PROCEDURE_FILES)[number]

/** Bytes of a procedure's files by name; a file that is not there is missing from it. */
export type ProcedureBytes = Readonly<Partial<Record<ProcedureFile, Uint8Array>>>

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const readBytes = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readJson = (file: string, bytes: Uint8Array | undefined): SourceFile => {
  if (!bytes) return { file, state: 'missing' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    try {
      return { file, state: 'read', value: JSON.parse(text), text }
    } catch (error) {
      return { file, state: 'broken', reason: reasonOf(error), text }
    }
  } catch (error) {
    return { file, state: 'broken', reason: reasonOf(error), text: '' }
  }
}

/** A procedure out of the bytes of its files. What is not JSON, or not UTF-8, is recorded for the linter, not thrown. */
export const sourceOfBytes = (dir: string, files: ProcedureBytes): ProcedureSource => {
  const [record, schema, examples, wordMap] = (['procedure.json', 'form.schema.json', 'examples.json', 'form.map.json'] as const).map((name) => readJson(name, files[name])) as [SourceFile, SourceFile, SourceFile, SourceFile]
  const wordForm = files['form.docx']
  return { dir, record, schema, examples, wordMap, ...(wordForm ? { wordForm } : {}) }
}

/** Bytes of the files of one procedure folder. */
export const readProcedureBytes = async (dir: string): Promise<ProcedureBytes> => {
  const found = await Promise.all(PROCEDURE_FILES.map(async (name) => [name, await readBytes(join(dir, name))] as const))
  return Object.fromEntries(found.filter(([, bytes]) => bytes !== undefined))
}

/** Reads one procedure folder. */
export const readProcedureFolder = async (dir: string): Promise<ProcedureSource> => sourceOfBytes(dir, await readProcedureBytes(dir))

/** Paths of the folders right below `root` that hold a procedure.json, sorted by name. */
export const listProcedureFolders = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name)).sort()
  const marked = await Promise.all(folders.map(async (dir) => ({ dir, has: (await readdir(dir)).includes('procedure.json') })))
  return marked.filter(({ has }) => has).map(({ dir }) => dir)
}
