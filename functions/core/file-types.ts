import type { FileType } from '../../forms/index.ts'

type Kind = { readonly mime: readonly string[]; readonly extensions: readonly string[]; readonly isContent: (head: Uint8Array) => boolean }

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte)
const ascii = (head: Uint8Array, from: number, to: number): string => Buffer.from(head.subarray(from, to)).toString('latin1')

/** ISO 14496-12: a box 'ftyp' whose brand is one of HEIF's. */
const isHeif = (head: Uint8Array): boolean => ascii(head, 4, 8) === 'ftyp' && ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].includes(ascii(head, 8, 12))

/** What each kind of file calls itself and how its first bytes look; the first media type is the one that is stored. */
export const FILE_KINDS: Readonly<Record<FileType, Kind>> = {
  // Scanners put a few bytes before the header; readers accept it within the first 1,024.
  pdf: { mime: ['application/pdf'], extensions: ['pdf'], isContent: (head) => ascii(head, 0, 1024).includes('%PDF-') },
  jpg: { mime: ['image/jpeg', 'image/jpg', 'image/pjpeg'], extensions: ['jpg', 'jpeg', 'jfif'], isContent: (head) => startsWith(head, 0xff, 0xd8, 0xff) },
  png: { mime: ['image/png'], extensions: ['png'], isContent: (head) => startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  heic: { mime: ['image/heic', 'image/heif'], extensions: ['heic', 'heif'], isContent: isHeif },
  docx: {
    mime: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], extensions: ['docx'],
    isContent: (head) => startsWith(head, 0x50, 0x4b, 0x03, 0x04),
  },
}

/** How many first bytes `isContent` needs to see. */
export const HEAD_BYTES = 1024

const FILE_TYPES = Object.keys(FILE_KINDS).filter((key): key is FileType => Object.hasOwn(FILE_KINDS, key))

/** Kind of a file by its declared media type or, where a browser gives none or a vague one, by its name's ending. */
export const fileTypeOf = (fileName: string, mime: string): FileType | undefined => {
  const plain = mime.toLowerCase().split(';')[0]?.trim() ?? ''
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  const byMime = FILE_TYPES.find((type) => FILE_KINDS[type].mime.includes(plain))
  const vague = plain === '' || plain === 'application/octet-stream'
  return byMime ?? (vague ? FILE_TYPES.find((type) => FILE_KINDS[type].extensions.includes(ending)) : undefined)
}

/** The one media type under which a kind is stored. */
export const mimeOf = (type: FileType): string => FILE_KINDS[type].mime[0] ?? 'application/octet-stream'

/** True where the first bytes are what the stored media type says. */
export const contentMatches = (mime: string, head: Uint8Array): boolean =>
  FILE_TYPES.some((type) => FILE_KINDS[type].mime.includes(mime) && FILE_KINDS[type].isContent(head))

/** As the citizen named it, made safe to show and to download under: no path, no control or direction characters, 120 at most. */
export const cleanFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  // Cut first: half of a surrogate pair (Cs) at the cut could be written nowhere.
  return last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim().slice(-120).replace(/\p{Cs}/gu, '') || 'tep'
}

/** A clean name that ends as its kind does: who downloads 'thu.html' would open as a page what came as a PDF. */
export const fileNameOf = (name: string, type: FileType): string => {
  const clean = cleanFileName(name)
  const { extensions } = FILE_KINDS[type]
  return extensions.some((extension) => clean.toLowerCase().endsWith(`.${extension}`)) ? clean : `${clean}.${extensions[0]}`
}
