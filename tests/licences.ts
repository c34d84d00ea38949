import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the lockfile says of one installed package. */
export type LockedPackage = { readonly version?: string; readonly license?: string; readonly dev?: boolean; readonly link?: boolean; readonly optional?: boolean }
export type LicenceFinding = { readonly package: string; readonly licence: string; readonly why: string }

/** Fit for what we ship. OFL: fonts. */
const ALLOWED = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'OFL-1.1', 'Unlicense', 'Python-2.0'])
/** Fit for tools that never leave the developer's machine. */
const ALLOWED_IN_DEVELOPMENT = new Set([...ALLOWED, 'MPL-2.0', 'CC-BY-3.0', 'CC-BY-4.0', 'WTFPL', 'Zlib', 'PSF-2.0'])

const strip = (text: string): string => text.trim().replace(/^\((.*)\)$/s, '$1')

/** SPDX expressions as far as npm uses them: OR needs one allowed side, AND all. */
export const isAllowed = (expression: string, allowed: ReadonlySet<string>): boolean => {
  const inner = strip(expression)
  if (/\sOR\s/i.test(inner)) return inner.split(/\sOR\s/i).some((side) => isAllowed(side, allowed))
  if (/\sAND\s/i.test(inner)) return inner.split(/\sAND\s/i).every((side) => isAllowed(side, allowed))
  return allowed.has(inner)
}

/** Names every package whose licence does not fit its use. `readManifest` is asked where the lockfile is silent. */
export const findLicenceFaults = async (
  packages: Readonly<Record<string, LockedPackage>>,
  readManifest: (path: string) => Promise<string | undefined>,
): Promise<readonly LicenceFinding[]> => {
  const installed = Object.entries(packages).filter(([path, entry]) => path !== '' && entry.link !== true)
  const findings = await Promise.all(installed.map(async ([path, entry]): Promise<readonly LicenceFinding[]> => {
    const licence = entry.license ?? await readManifest(path) ?? 'unknown'
    const allowed = entry.dev === true ? ALLOWED_IN_DEVELOPMENT : ALLOWED
    if (isAllowed(licence, allowed)) return []
    const why = entry.dev !== true && isAllowed(licence, ALLOWED_IN_DEVELOPMENT) ? 'allowed in development only' : 'not on the list'
    return [{ package: `${path.replace(/^.*node_modules\//, '')}@${entry.version ?? '?'}`, licence, why }]
  }))
  return findings.flat()
}

type Manifest = { readonly license?: string | { readonly type?: string }; readonly licenses?: readonly { readonly type?: string }[] }

const readLicence = (root: string) => async (path: string): Promise<string | undefined> => {
  const text = await readFile(join(root, path, 'package.json'), 'utf8').catch(() => '{}')
  const manifest: Manifest = JSON.parse(text)
  if (typeof manifest.license === 'string') return manifest.license
  return manifest.license?.type ?? manifest.licenses?.map((one) => one.type ?? 'unknown').join(' OR ') ?? printedLicence(join(root, path))
}

/** A package whose manifest is silent may still bring the text of its licence: known by its heading. */
const printedLicence = async (folder: string): Promise<string | undefined> =>
  /^(?:The )?MIT License/i.test(await readFile(join(folder, 'LICENSE'), 'utf8').catch(() => '')) ? 'MIT' : undefined

/** Checks the whole lockfile of a folder; returns how many packages it looked at. */
export const checkLicences = async (root: string): Promise<{ readonly checked: number; readonly faults: readonly LicenceFinding[] }> => {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  return { checked: Object.keys(lock.packages).length - 1, faults: await findLicenceFaults(lock.packages, readLicence(root)) }
}

if (import.meta.main) {
  const { checked, faults } = await checkLicences(join(import.meta.dirname, '..'))
  for (const fault of faults) console.error(`${fault.package}: ${fault.licence} (${fault.why})`)
  console.log(`${checked} packages, ${faults.length} with a licence that does not fit`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
