import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Text } from '../engine/json.ts'
import { convertToDocx } from './convert-to-docx.ts'
import { EXIT, Problem } from './command.ts'

type Sort = 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'encrypted' | 'empty' | 'other'

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)
const ascii = (bytes: Uint8Array, from: number, length: number): string => Buffer.from(bytes.subarray(from, from + length)).toString('latin1')

/** A document with a password is an OLE container that holds a stream of this name, whatever its file is called. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** What a file is by what it holds: names lie. */
const sortOf = (bytes: Uint8Array): Sort => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return ascii(bytes, 30, 60).startsWith('mimetypeapplication/vnd.oasis.opendocument.text') ? 'odt' : 'docx'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return Buffer.from(bytes).includes(ENCRYPTED) ? 'encrypted' : 'doc'
  const head = ascii(bytes, 0, 5)
  return head === '{\\rtf' ? 'rtf' : head === '%PDF-' ? 'pdf' : 'other'
}

const REFUSED: Readonly<Record<'pdf' | 'encrypted' | 'empty' | 'other', Text>> = {
  pdf: { vi: 'là tệp PDF, không phải Word. Hãy xin cơ quan bản Word (.docx) của mẫu.', en: 'is a PDF and not a Word file. Ask the agency for its form as .docx.' },
  encrypted: { vi: 'được đặt mật khẩu. Mở bằng Word, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại.', en: 'is protected by a password. Open it in Word, take the password off (File › Info › Protect) and save it again.' },
  empty: { vi: 'là tệp rỗng. Hãy tải lại.', en: 'is empty. Download it again.' },
  other: { vi: 'không phải tệp Word. Cần tệp .docx (hoặc .doc, .odt, .rtf).', en: 'is no Word file. A .docx is needed (or .doc, .odt, .rtf).' },
}

const missing = (path: string): Problem => new Problem(EXIT.input, { vi: `Không có tệp "${path}".`, en: `There is no file "${path}".` }, { file: path })

const readBytes = (path: string): Promise<Uint8Array> => readFile(path).catch((error: unknown) => {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) throw missing(path)
  throw error
})

/** Bytes of a Word form as .docx; older formats are converted where LibreOffice is on the machine. Throws Problem for the rest. */
export const readWordFile = async (path: string, progress: (text: Text) => void): Promise<Uint8Array> => {
  const bytes = await readBytes(path)
  const sort = sortOf(bytes)
  if (sort === 'docx') return bytes
  if (sort === 'doc' || sort === 'odt' || sort === 'rtf') {
    progress({ vi: `Đang chuyển ${basename(path)} sang .docx…`, en: `Converting ${basename(path)} to .docx…` })
    return convertToDocx(bytes, sort, basename(path))
  }
  const { vi, en } = REFUSED[sort]
  throw new Problem(EXIT.input, { vi: `"${path}" ${vi}`, en: `"${path}" ${en}` }, { file: path })
}
