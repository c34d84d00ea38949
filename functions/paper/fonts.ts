import { join } from 'node:path'
import { loadFonts } from '../../forms/documents/print/font/load-fonts.ts'
import type { LoadFonts } from './print-paper.ts'

/** The typeface that functions/build.ts lays beside the bundle, read once for a container. */
export const fontsBeside = (): LoadFonts => fontsIn(join(import.meta.dirname, 'fonts'))

/** Read once; where that failed, again with the next form: one bad moment must not last as long as the container. */
export const fontsIn = (folder: string): LoadFonts => {
  let reading: ReturnType<LoadFonts> | undefined
  return () => {
    reading ??= loadFonts(folder).catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}
