import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readProcedureFolder } from '../compile/read-folder.ts'
import type { ProcedureSource } from '../authoring/source.ts'
import { EXIT, Problem } from './command.ts'

const isFolder = (path: string): Promise<boolean> => stat(path).then((found) => found.isDirectory(), () => false)

/** Reads a procedure folder; throws Problem where there is none. The folder's own name counts, so '.' is resolved first. */
export const readFolder = async (path: string): Promise<ProcedureSource> => {
  const dir = resolve(path)
  if (!await isFolder(dir)) {
    throw new Problem(EXIT.input, { vi: `Không có thư mục "${path}". Thư mục thủ tục có procedure.json, form.schema.json…`, en: `There is no folder "${path}". A procedure's folder holds procedure.json, form.schema.json…` }, { folder: path })
  }
  return { ...await readProcedureFolder(dir), dir }
}
