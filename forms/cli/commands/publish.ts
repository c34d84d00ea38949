import { basename, resolve } from 'node:path'
import { UNFINISHED, unfinishedAt } from '../../authoring/unfinished.ts'
import { packProcedure } from '../../compile/archive.ts'
import { listProcedureFolders, readProcedureBytes } from '../../compile/read-folder.ts'
import type { Json } from '../../engine/json.ts'
import { publishToStack } from '../publish-to-stack.ts'
import { EXIT, Problem, STACK, type Call, type Command } from '../command.ts'
import { readFolder } from '../folders.ts'
import { dataFolder, handIn, neededPortal } from '../local-portal.ts'
import { publishOutcome, readAnswer, type Told } from '../publish-answers.ts'

type Packed = { readonly folder: string; readonly archive: Uint8Array }

/** Citizens would read the marker of a draft where the law owes them a fee or a time limit (NĐ 63/2010, articles 8, 16 and 17). */
const refuseUnfinished = (record: Json, folder: string): void => {
  const left = unfinishedAt(record)
  if (left.length === 0) return
  throw new Problem(EXIT.input, {
    vi: `${basename(folder)} còn "${UNFINISHED.vi}" ở procedure.json: ${left.join(', ')}. Hãy ghi nội dung theo quyết định công bố. Muốn xem trước: dvc preview ${folder}; vẫn công bố: thêm --unfinished.`,
    en: `${basename(folder)} still says "${UNFINISHED.en}" in procedure.json: ${left.join(', ')}. Say what the published decision says. To look at it before: dvc preview ${folder}; to publish all the same: add --unfinished.`,
  }, { folder, unfinished: [...left] })
}

const pack = async (path: string, mayBeUnfinished: boolean): Promise<Packed> => {
  const folder = resolve(path)
  const source = await readFolder(folder)
  if (source.record.state === 'missing') throw new Problem(EXIT.input, { vi: `"${path}" không phải thư mục thủ tục: thiếu procedure.json.`, en: `"${path}" is no procedure's folder: procedure.json is missing.` }, { folder: path })
  if (!mayBeUnfinished && source.record.state === 'read') refuseUnfinished(source.record.value, folder)
  return { folder, archive: packProcedure(basename(folder), await readProcedureBytes(folder)) }
}

const locally = async (packed: readonly Packed[], call: Call): Promise<readonly Told[]> => {
  const data = dataFolder(call.env)
  const portal = await neededPortal(data)
  const told: Told[] = []
  for (const { folder, archive } of packed) {
    call.progress({ vi: `Đang công bố ${basename(folder)}…`, en: `Publishing ${basename(folder)}…` })
    told.push(readAnswer(folder, await handIn(data, archive), portal.url))
  }
  return told
}

const toStack = async (stack: string, packed: readonly Packed[], call: Call): Promise<readonly Told[]> => {
  call.progress({ vi: `Đang gửi ${packed.length} thủ tục đến ${stack}…`, en: `Sending ${packed.length} procedures to ${stack}…` })
  const answers = await publishToStack(stack, packed.map(({ archive }) => archive))
  return packed.map(({ folder }, i) => readAnswer(folder, answers[i] ?? null))
}

/** A folder of procedures stands for all that are in it. */
const foldersAt = async (path: string): Promise<readonly string[]> => {
  const source = await readFolder(path)
  if (source.record.state !== 'missing') return [path]
  const inside = await listProcedureFolders(source.dir)
  return inside.length > 0 ? inside : [path]
}

export const publish: Command = {
  name: 'publish', operands: 'FOLDER…', least: 1, most: 10_000,
  summary: { vi: 'công bố thủ tục lên cổng đang chạy, không cần triển khai lại', en: 'publish procedures to a running portal, without a deployment' },
  options: [STACK, { name: 'unfinished', says: { vi: `cả khi procedure.json còn "${UNFINISHED.vi}"`, en: `even where procedure.json still says "${UNFINISHED.en}"` } }],
  examples: [
    { line: 'dvc publish 0.123456', says: { vi: 'lên cổng của npm start', en: 'to the portal of npm start' } },
    { line: 'dvc publish forms/procedures/* --json', says: { vi: 'nhiều thủ tục, kết quả dạng JSON', en: 'several, told as JSON' } },
    { line: 'dvc publish 1.001193 --stack dvc-forms-sandbox', says: { vi: 'lên AWS', en: 'to AWS' } },
  ],
  run: async (call) => {
    const folders = (await Promise.all(call.operands.map(foldersAt))).flat()
    const packed = await Promise.all(folders.map((folder) => pack(folder, call.has('unfinished'))))
    const stack = call.value('stack')
    return publishOutcome(await (stack === undefined ? locally(packed, call) : toStack(stack, packed, call)), call.lang)
  },
}
