import { existsSync } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENV } from '../../functions/http/env.ts'
import { compareProcesses } from './processes.ts'
import { kilobytes, times, type Row } from './table.ts'

const FUNCTIONS = join(import.meta.dirname, '../../.build/functions')
const LIMIT_BYTES = 1024 * 1024

/** Values that let a function come up; nothing is called. */
const settings = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.values(ENV).map((name) => [name, 'bench'])), PUBLIC_URL: 'http://localhost', AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench',
})

/** Of all code of one function, with what it loads on demand. */
const sizeOf = async (folder: string): Promise<number> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs'))
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The very bundles that are deployed: how big they are, and how long Node takes to load one. */
export const benchModules = async (): Promise<readonly Row[]> => {
  const file = (name: string): string => join(FUNCTIONS, name, 'index.mjs')
  const folders = (await readdir(FUNCTIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const names = folders.filter((name) => existsSync(file(name)))
  if (names.length === 0) throw new Error('no function is built: npm run build')
  const sizes = await Promise.all(names.map(async (name) => [name, await sizeOf(join(FUNCTIONS, name))] as const))
  const empty = join(FUNCTIONS, '../bench/empty.mjs')
  await mkdir(join(FUNCTIONS, '../bench'), { recursive: true })
  await writeFile(empty, '')
  const load = (name: string): readonly string[] => ['--input-type=module', '-e', `await import(${JSON.stringify(file(name))}); process.exit(0)`]
  const took = await compareProcesses({ empty: [empty], ...Object.fromEntries(names.map((name) => [name, load(name)])) }, 9, settings())
  const base = took['empty'] ?? Number.NaN
  return sizes.flatMap(([name, bytes]): readonly Row[] => {
    const ratio = (took[name] ?? Number.NaN) / base
    return [
      { section: 'modules', what: `bundle of the function ${name}`, target: '<= 1 MB', measured: kilobytes(bytes), ok: bytes <= LIMIT_BYTES },
      { section: 'modules', what: `module load of ${name} against an empty Node process (processor time, medians)`, target: '<= 3x', measured: `${times(ratio)} (${(took[name] ?? 0).toFixed(0)} of ${base.toFixed(0)} ms)`, ok: ratio <= 3 },
    ]
  })
}
