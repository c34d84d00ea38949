import { strToU8, unzipSync, zipSync } from 'fflate'
import type { ProcedureSource } from '../authoring/source.ts'
import { PROCEDURE_FILES, sourceOfBytes, type ProcedureBytes, type ProcedureFile } from './read-folder.ts'

/** More than any form with its Word file; a bomb is refused by what it says of itself, before it is opened. */
const LARGEST = 24 * 1024 * 1024
const FOLDER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** zip keeps no date before 1980; a fixed one makes the same content the same bytes. */
const MTIME = new Date(2000, 0, 1)

const isFile = (name: string): name is ProcedureFile => PROCEDURE_FILES.some((file) => file === name)

/** A procedure folder as one file, for the way to the publish job. The same content gives the same bytes. */
export const packProcedure = (folder: string, files: ProcedureBytes): Uint8Array => {
  if (!FOLDER.test(folder)) throw new Error(`a procedure folder cannot be called '${folder}'`)
  const entries = PROCEDURE_FILES.flatMap((name) => { const bytes = files[name]; return bytes ? [[`${folder}/${name}`, bytes] as const] : [] })
  return zipSync(Object.fromEntries([...entries, [`${folder}/`, strToU8('')]]), { mtime: MTIME, level: 6 })
}

/** Counts what the entries claim; only files of a procedure are opened, the claims of others cost nothing. */
const wanted = (claimed: { bytes: number }) => ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
  const at = name.indexOf('/')
  if (at < 1 || !isFile(name.slice(at + 1))) return false
  claimed.bytes += originalSize
  if (claimed.bytes > LARGEST) throw new Error(`the archive holds more than ${LARGEST} bytes`)
  return true
}

/** What `packProcedure` made -> the procedure. Throws where it is no such archive, is too large, or holds more than one folder. */
export const unpackProcedure = (archive: Uint8Array): ProcedureSource => {
  const entries = unzipSync(archive, { filter: wanted({ bytes: 0 }) })
  const folders = [...new Set(Object.keys(entries).map((path) => path.slice(0, path.indexOf('/'))))]
  const [folder] = folders
  if (folder === undefined || folders.length > 1 || !FOLDER.test(folder)) throw new Error('the archive does not hold one procedure folder')
  return sourceOfBytes(folder, Object.fromEntries(Object.entries(entries).map(([path, bytes]) => [path.slice(folder.length + 1), bytes])))
}
