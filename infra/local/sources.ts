import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * One hash of all files under some paths. Sources count by name, size and time: cheap, and changes with every edit. What was
 * built counts by its bytes, so that building the same again changes nothing.
 */
export const hashOf = (root: string, paths: readonly string[]): string => {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    const name = relative(root, path)
    if (name.startsWith('.build')) return void hash.update(`${name}\n`).update(readFileSync(path))
    const { size, mtimeMs } = statSync(path)
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  for (const path of paths.map((part) => join(root, part)).filter((part) => statSync(part, { throwIfNoEntry: false }) !== undefined)) {
    if (statSync(path).isFile()) add(path)
    else readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort().forEach(add)
  }
  return hash.digest('hex')
}

/** Which step was last done on what: names and hashes. */
export type Done = Readonly<Record<string, string>>

/** What earlier starts noted; nothing where there is no (readable) note. */
export const readDone = (path: string): Done => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

/** Whole or not at all: written aside and renamed. */
export const writeDone = (path: string, done: Done): void => {
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, JSON.stringify(done))
  renameSync(aside, path)
}
