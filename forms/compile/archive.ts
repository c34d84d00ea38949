import { strToU8, unzipSync, zipSync } from 'fflate'
import type { ProcedureSource } from '../authoring/source.ts'
import { PROCEDURE_FILES, sourceOfBytes, type ProcedureBytes, type ProcedureFile } from './read-folder.ts'

/** More than any form with its Word file; a bomb is refused by what it says of itself, before it is opened. */
const LARGEST = 24 * 1024 * 1024
const FOLDER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** zip keeps no date before 1980; a fixed one makes the same content the same bytes. */
const MTIME = new Date(2000, 0, 1)

const isFile = (name: string): name is ProcedureFile => PROCEDURE_FILES.some((file) => file === name)

const entriesOf = (folder: string, files: ProcedureBytes): readonly (readonly [string, Uint8Array])[] => {
  if (!FOLDER.test(folder)) throw new Error(`a procedure folder cannot be called '${folder}'`)
  const entries = PROCEDURE_FILES.flatMap((name) => { const bytes = files[name]; return bytes ? [[`${folder}/${name}`, bytes] as const] : [] })
  return [...entries, [`${folder}/`, strToU8('')]]
}

/** Procedure folders by name as one file, for the way to the publish job. The same content gives the same bytes. */
export const packProcedures = (folders: Readonly<Record<string, ProcedureBytes>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(folders).flatMap(([folder, files]) => entriesOf(folder, files))), { mtime: MTIME, level: 6 })

/** One procedure folder as one file. */
export const packProcedure = (folder: string, files: ProcedureBytes): Uint8Array => packProcedures({ [folder]: files })

/** Counts what the entries claim; only files of a procedure are opened, the claims of others cost nothing. */
const wanted = (claimed: { bytes: number }) => ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
  const at = name.indexOf('/')
  if (at < 1 || !isFile(name.slice(at + 1))) return false
  claimed.bytes += originalSize
  if (claimed.bytes > LARGEST) throw new Error(`the archive holds more than ${LARGEST} bytes`)
  return true
}

/** More folders than a batch has. */
const MOST_FOLDERS = 500

/** What `packProcedures` made -> the procedures, in the order of the archive. Throws where it is no such archive or is too large. */
export const unpackProcedures = (archive: Uint8Array): readonly ProcedureSource[] => {
  const folders = new Map<string, Record<string, Uint8Array>>()
  for (const [path, bytes] of Object.entries(unzipSync(archive, { filter: wanted({ bytes: 0 }) }))) {
    const [folder, name] = [path.slice(0, path.indexOf('/')), path.slice(path.indexOf('/') + 1)]
    folders.set(folder, { ...folders.get(folder), [name]: bytes })
  }
  if (folders.size === 0 || folders.size > MOST_FOLDERS || [...folders.keys()].some((folder) => !FOLDER.test(folder))) throw new Error('the archive does not hold procedure folders')
  return [...folders].map(([folder, files]) => sourceOfBytes(folder, files))
}
