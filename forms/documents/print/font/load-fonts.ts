import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FACES, type Face, type FontFiles } from './fonts.ts'

const FILES: Readonly<Record<Face, string>> = { regular: '400Regular', bold: '700Bold', italic: '400Regular_Italic', boldItalic: '700Bold_Italic' }

const loadFace = async (folder: string, face: Face): Promise<[Face, Uint8Array]> => {
  const name = FILES[face]
  const flat = join(folder, `Tinos_${name}.ttf`)
  try {
    return [face, await readFile(join(folder, name, `Tinos_${name}.ttf`)).catch(() => readFile(flat))]
  } catch {
    throw new Error(`Không tìm thấy phông chữ ${flat}: hãy chép các tệp Tinos_*.ttf vào thư mục này. / The font ${flat} is missing: copy the Tinos_*.ttf files into this folder.`)
  }
}

/** For hosts with a file system: the Tinos files of `folder`, laid out as the package @expo-google-fonts/tinos or side by side. */
export const loadFonts = async (folder: string): Promise<FontFiles> =>
  Object.fromEntries(await Promise.all(FACES.map((face) => loadFace(folder, face)))) as FontFiles
