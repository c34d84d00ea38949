import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { readList, type List } from '../catalogue/read-list.ts'
import { EXIT, Problem } from './command.ts'

/** More than any list of procedures; a bomb stops here. */
const LARGEST = 512 * 1024 * 1024

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

const unpacked = (path: string, bytes: Uint8Array): Uint8Array => {
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST })
  } catch {
    throw new Problem(EXIT.input, { vi: `Không giải nén được "${path}": tệp hỏng, hoặc lớn hơn 512 MB.`, en: `"${path}" cannot be unpacked: it is broken, or larger than 512 MB.` }, { file: path })
  }
}

const decoded = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(EXIT.input, { vi: `"${path}" không phải văn bản UTF-8. Lưu lại bằng "CSV UTF-8" rồi thử lại.`, en: `"${path}" is not UTF-8 text. Save it as "CSV UTF-8" and try again.` }, { file: path })
  }
}

/** A list of procedures from a file: CSV, JSON lines or JSON, packed with gzip or not. */
export const readListFile = async (path: string): Promise<List> => {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) throw new Problem(EXIT.input, { vi: `Không mở được tệp "${path}".`, en: `The file "${path}" cannot be opened.` }, { file: path })
  const list = readList(decoded(path, unpacked(path, bytes)))
  if (list.rows.length === 0 && list.bad.length === 0) throw new Problem(EXIT.input, { vi: `"${path}" không có thủ tục nào. Cần CSV có cột ma_thu_tuc, ten_thu_tuc, hoặc mỗi dòng một JSON.`, en: `"${path}" holds no procedure. It takes a CSV with the columns ma_thu_tuc, ten_thu_tuc, or one JSON a line.` }, { file: path })
  return list
}
