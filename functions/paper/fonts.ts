import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadFonts } from './print-paper.ts'

/** The four files of the typeface, read once for a container; functions/build.ts lays them beside the bundle. */
export const fontsIn = (folder: string): LoadFonts => {
  const read = (name: string): Promise<Uint8Array> => readFile(join(folder, `${name}.ttf`))
  let reading: ReturnType<LoadFonts> | undefined
  return () => (reading ??= (async () => {
    const [regular, bold, italic, boldItalic] = await Promise.all([read('regular'), read('bold'), read('italic'), read('boldItalic')])
    return { regular, bold, italic, boldItalic }
  })())
}

export const fontsBeside = (): LoadFonts => fontsIn(join(import.meta.dirname, 'fonts'))
