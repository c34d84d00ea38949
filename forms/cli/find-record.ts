import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readCatalogueRecord } from '../catalogue/read-record.ts'
import { checkRecord } from '../compile/check-record.ts'
import { isObject } from '../engine/pointer.ts'
import type { Json } from '../engine/json.ts'
import type { ProcedureRecord } from '../engine/procedure.ts'
import { EXIT, Problem, type Call } from './command.ts'
import { readFolder } from './folders.ts'
import { dataFolder, neededPortal } from './local-portal.ts'
import { readListFile } from './read-list-file.ts'

const CODE = /^\d\.\d{6}$/

const notListed = (code: string, where: string): Problem => new Problem(EXIT.input, {
  vi: `Không thấy thủ tục ${code} trong ${where}. Kiểm tra lại mã, hoặc bỏ --raise để soạn từ riêng mẫu Word.`,
  en: `There is no procedure ${code} in ${where}. Check the code, or leave out --raise to draft from the Word form alone.`,
}, { code })

/** What is to become procedure.json must be one: a portal of another edition may answer differently. */
const asRecord = (value: Json, code: string, where: string): ProcedureRecord => {
  const [first] = checkRecord(value)
  if (first === undefined) return value as unknown as ProcedureRecord
  throw new Problem(EXIT.input, { vi: `Thủ tục ${code} trong ${where} không đọc được: ${first.pointer} ${first.detail}.`, en: `Procedure ${code} in ${where} cannot be read: ${first.pointer} ${first.detail}.` }, { code })
}

const inList = async (code: string, path: string): Promise<ProcedureRecord> => {
  const { rows } = await readListFile(path)
  const row = rows.find(({ raw }) => raw['ma_thu_tuc']?.trim() === code)
  const record = row && readCatalogueRecord(row.raw, basename(path)).record
  if (!record) throw notListed(code, path)
  return record
}

const inPortal = async (code: string, { env }: Call): Promise<ProcedureRecord> => {
  const { url } = await neededPortal(dataFolder(env))
  const answer = await fetch(`${url}/api/v1/procedures/${code}`)
  if (!answer.ok) throw notListed(code, url)
  const told = await answer.json() as Json
  const { version: _version, publishedAt: _at, online: _online, ...record } = isObject(told) ? told : {}
  return asRecord(record, code, url)
}

const inFolder = async (folder: string): Promise<ProcedureRecord> => {
  await readFolder(folder)
  const text = await readFile(join(folder, 'procedure.json'), 'utf8').catch(() => 'null')
  return asRecord(JSON.parse(text), basename(folder), folder)
}

const isFolder = (path: string): Promise<boolean> => stat(path).then((found) => found.isDirectory(), () => false)

/**
 * The posting that is to be raised (`--raise`): of a list (`--list`), of a folder, or of the portal that runs on this machine.
 * undefined where none is. Throws Problem where it is not found.
 */
export const findRecord = async (call: Call): Promise<ProcedureRecord | undefined> => {
  const [raise, list] = [call.value('raise'), call.value('list')]
  if (raise === undefined) {
    if (list === undefined) return undefined
    throw new Problem(EXIT.usage, { vi: '--list cần thêm --raise MÃ: thủ tục nào trong danh sách?', en: '--list needs --raise CODE: which procedure of the list?' })
  }
  if (list !== undefined) return inList(raise, list)
  return CODE.test(raise) && !await isFolder(raise) ? inPortal(raise, call) : inFolder(raise)
}
