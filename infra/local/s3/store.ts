import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What is known of an object; header names as they are sent. */
export type ObjectInfo = {
  readonly key: string
  readonly size: number
  /** Hex MD5, without quotes. */
  readonly etag: string
  readonly modified: string
  readonly headers: Readonly<Record<string, string>>
  /** `x-amz-checksum-…` that the writer sent and that was verified. */
  readonly checksums: Readonly<Record<string, string>>
}

export type NewObject = Pick<ObjectInfo, 'key' | 'headers' | 'checksums'>

/** Objects of one bucket on disk: one file each, its description in the first line, its content after it. */
export type Bucket = {
  readonly name: string
  readonly find: (key: string) => ObjectInfo | undefined
  /** Bytes `from` to `to`, both included. */
  readonly read: (key: string, from: number, to: number) => Promise<Buffer>
  readonly write: (object: NewObject, body: Buffer) => ObjectInfo
  readonly remove: (key: string) => Promise<void>
  /** In the order of their keys' bytes. */
  readonly list: () => readonly ObjectInfo[]
}

const HEAD_MAX = 64 * 1024

const fileOf = (key: string): string => createHash('sha256').update(key).digest('hex')

const readHead = (path: string): { readonly info: ObjectInfo; readonly offset: number } | undefined => {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_MAX)
    const end = head.subarray(0, readSync(file, head, 0, HEAD_MAX, 0)).indexOf(10)
    return end < 0 ? undefined : { info: JSON.parse(head.subarray(0, end).toString('utf8')), offset: end + 1 }
  } finally {
    closeSync(file)
  }
}

/** The file appears whole under its name or not at all: written aside, flushed, renamed. */
const writeWhole = (folder: string, name: string, parts: readonly Buffer[]): void => {
  const aside = join(folder, `.${name}.${randomUUID()}`)
  const file = openSync(aside, 'w')
  parts.forEach((part) => writeSync(file, part))
  fsyncSync(file)
  closeSync(file)
  renameSync(aside, join(folder, name))
}

const readAll = (folder: string): Map<string, ObjectInfo> => {
  const found = new Map<string, ObjectInfo>()
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.')) rmSync(join(folder, name))
    else {
      const head = readHead(join(folder, name))
      if (head !== undefined) found.set(head.info.key, head.info)
    }
  }
  return found
}

/** Opens a bucket's folder, making it where it is missing. */
export const openBucket = (root: string, name: string): Bucket => {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  const objects = readAll(folder)
  return {
    name,
    find: (key) => objects.get(key),
    read: async (key, from, to) => {
      const path = join(folder, fileOf(key))
      const offset = readHead(path)?.offset ?? 0
      const file = await open(path)
      try {
        const length = Math.max(0, to - from + 1)
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset + from)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    write: (object, body) => {
      const info: ObjectInfo = { ...object, size: body.length, etag: createHash('md5').update(body).digest('hex'), modified: new Date().toISOString() }
      writeWhole(folder, fileOf(object.key), [Buffer.from(`${JSON.stringify(info)}\n`), body])
      objects.set(object.key, info)
      return info
    },
    remove: async (key) => {
      if (objects.delete(key)) await rm(join(folder, fileOf(key)), { force: true })
    },
    list: () => [...objects.values()].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
  }
}
