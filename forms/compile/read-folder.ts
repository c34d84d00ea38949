import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcedureSource, SourceFile } from '../authoring/source.ts'

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

const readJson = async (dir: string, file: string): Promise<SourceFile> => {
  const bytes = await readBytes(join(dir, file))
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

/** Reads one procedure folder. What is not JSON, or not UTF-8, is recorded for the linter, not thrown. */
export const readProcedureFolder = async (dir: string): Promise<ProcedureSource> => {
  const [record, schema, examples, wordMap, wordForm] = await Promise.all([
    readJson(dir, 'procedure.json'), readJson(dir, 'form.schema.json'), readJson(dir, 'examples.json'), readJson(dir, 'form.map.json'), readBytes(join(dir, 'form.docx')),
  ])
  return { dir, record, schema, examples, wordMap, ...(wordForm ? { wordForm } : {}) }
}

/** Paths of the folders right below `root` that hold a procedure.json, sorted by name. */
export const listProcedureFolders = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name)).sort()
  const marked = await Promise.all(folders.map(async (dir) => ({ dir, has: (await readdir(dir)).includes('procedure.json') })))
  return marked.filter(({ has }) => has).map(({ dir }) => dir)
}
