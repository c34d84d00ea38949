import type { Package } from '../package/open-package.ts'
import { parsePart, type Part } from '../xml/parse-part.ts'

/** Parts of a Word file by name, each parsed once; its styles where it has any. */
export type Parts = { readonly part: (name: string) => Part; readonly styles: Part | undefined }

const STYLES = 'word/styles.xml'

export const partsOf = (pkg: Package): Parts => {
  const parts = new Map<string, Part>()
  const part = (name: string): Part => {
    const known = parts.get(name) ?? parsePart(name, pkg.text(name))
    parts.set(name, known)
    return known
  }
  return { part, styles: pkg.has(STYLES) ? part(STYLES) : undefined }
}
