import { zipSync, type Zippable } from 'fflate'
import type { Package } from './open-package.ts'

/** The earliest date that a zip can hold: the same answers give the same bytes, whenever they are written. */
const DATE = new Date(1980, 0, 1)

/** What is packed already does not shrink any more. */
const isPacked = (name: string): boolean => /\.(png|jpe?g|gif|emf|wmf|zip|odttf)$/i.test(name)

/** The package with some entries changed: same entries, same order, no clock. */
export const savePackage = (pkg: Package, changed: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const files: Zippable = {}
  for (const name of pkg.names) files[name] = [changed.get(name) ?? pkg.bytes(name), { mtime: DATE, level: isPacked(name) ? 0 : 6 }]
  return zipSync(files)
}
