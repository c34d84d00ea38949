import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { DOUBTS, type Doubt, type DoubtKind } from '../../catalogue/doubt.ts'
import type { BadLine } from '../../catalogue/read-list.ts'
import { readCatalogueRecord } from '../../catalogue/read-record.ts'
import { packProcedures } from '../../compile/archive.ts'
import type { Json } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import type { ProcedureRecord } from '../../engine/procedure.ts'
import { EXIT, STACK, type Call, type Command, type Outcome } from '../command.ts'
import { dataFolder, handIn, neededPortal } from '../local-portal.ts'
import { readAnswer, type Told } from '../publish-answers.ts'
import { publishToStack } from '../publish-to-stack.ts'
import { readListFile } from '../read-list-file.ts'

/** What one run of the publish job takes well within its time. */
const BATCH = 100

type Doubtful = { readonly code: string; readonly doubts: readonly Doubt[] }
type Taken = { readonly records: readonly ProcedureRecord[]; readonly doubtful: readonly Doubtful[]; readonly bad: readonly BadLine[] }

const take = async (path: string, list: string): Promise<Taken> => {
  const { rows, bad } = await readListFile(path)
  const read = rows.map(({ line, raw }) => ({ line, ...readCatalogueRecord(raw, list) }))
  const lacking = read.filter(({ record }) => record === undefined).map(({ line, doubts }): BadLine => ({
    line, reason: { vi: doubts.map(({ kind }) => DOUBTS[kind].vi).join(' '), en: doubts.map(({ kind }) => DOUBTS[kind].en).join(' ') },
  }))
  return {
    records: read.flatMap(({ record }) => (record ? [record] : [])),
    doubtful: read.flatMap(({ record, doubts }) => (record && doubts.length > 0 ? [{ code: record.code, doubts }] : [])),
    bad: [...bad, ...lacking].sort((a, b) => a.line - b.line),
  }
}

const fileOf = (record: ProcedureRecord): Uint8Array => new TextEncoder().encode(`${JSON.stringify(record, undefined, 2)}\n`)

const writeFolders = async (records: readonly ProcedureRecord[], out: string): Promise<void> => {
  for (const record of records) {
    await mkdir(join(out, record.code), { recursive: true })
    await writeFile(join(out, record.code, 'procedure.json'), fileOf(record))
  }
}

const batchesOf = (records: readonly ProcedureRecord[]): readonly (readonly ProcedureRecord[])[] =>
  Array.from({ length: Math.ceil(records.length / BATCH) }, (_none, i) => records.slice(i * BATCH, (i + 1) * BATCH))

/** A batch goes as one archive, so its answer has one result a record; an archive of one record has its own result alone. */
const toldOf = (batch: readonly ProcedureRecord[], answer: Json, url?: string): readonly Told[] => {
  const result = isObject(answer) ? answer['result'] : undefined
  const results = isObject(result) && result['kind'] === 'several' && Array.isArray(result['results']) ? result['results'] : undefined
  return batch.map(({ code }, i) => readAnswer(code, results ? { ok: true, result: results[i] ?? null } : answer, url))
}

const publishAll = async (records: readonly ProcedureRecord[], call: Call): Promise<readonly Told[]> => {
  const stack = call.value('stack')
  const data = dataFolder(call.env)
  const portal = stack === undefined ? await neededPortal(data) : undefined
  const told: Told[] = []
  for (const batch of batchesOf(records)) {
    call.progress({ vi: `Đã công bố ${told.length} trong ${records.length} thủ tục…`, en: `Published ${told.length} of ${records.length} procedures…` })
    const archive = packProcedures(Object.fromEntries(batch.map((record) => [record.code, { 'procedure.json': fileOf(record) }])))
    const answer = stack === undefined ? await handIn(data, archive) : (await publishToStack(stack, [archive]))[0] ?? null
    told.push(...toldOf(batch, answer, portal?.url))
  }
  return told
}

const byKind = (doubtful: readonly Doubtful[]): ReadonlyMap<DoubtKind, number> => {
  const counts = new Map<DoubtKind, number>()
  for (const { kind } of doubtful.flatMap(({ doubts }) => doubts)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

const KINDS = ['published', 'unchanged', 'kept', 'refused', 'failed'] as const
const WORDS = {
  vi: { read: 'Đọc được', doubtful: 'Có chỗ chưa chắc, giữ nguyên văn', bad: 'Dòng bị bỏ qua', written: 'Đã ghi vào', published: 'Đã công bố', unchanged: 'Không thay đổi', kept: 'Giữ bản của cơ quan hoặc bản có tờ khai', refused: 'Bị từ chối', failed: 'Không công bố được', line: 'dòng' },
  en: { read: 'Read', doubtful: 'With doubts, kept in words', bad: 'Lines left out', written: 'Written to', published: 'Published', unchanged: 'Unchanged', kept: 'Kept: an agency\'s own, or with a form', refused: 'Refused', failed: 'Failed', line: 'line' },
} as const

type Report = Taken & { readonly told: readonly Told[]; readonly out?: string }

const textOf = ({ records, doubtful, bad, told, out }: Report, call: Call): string => {
  const words = WORDS[call.lang]
  return [
    `${words.read}: ${records.length}`,
    `${words.doubtful}: ${doubtful.length}`,
    ...[...byKind(doubtful)].map(([kind, count]) => `    ${count} × ${DOUBTS[kind][call.lang]}`),
    ...(bad.length > 0 ? [`${words.bad}: ${bad.length}`, ...bad.slice(0, 20).map(({ line, reason }) => `    ${words.line} ${line}: ${reason[call.lang]}`)] : []),
    ...(out === undefined ? KINDS.map((kind) => [kind, told.filter((one) => one.kind === kind)] as const).filter(([, all]) => all.length > 0).map(([kind, all]) => `${words[kind]}: ${all.length}`) : [`${words.written} ${out}: ${records.length}`]),
    ...told.filter(({ kind }) => kind === 'refused' || kind === 'failed').slice(0, 20).map(({ folder, error, findings }) => `    ${folder}: ${error ?? findings.filter(({ severity }) => severity === 'error').map(({ message }) => message[call.lang]).join(' ')}`),
  ].join('\n')
}

const outcomeOf = (report: Report, call: Call): Outcome => {
  const { records, doubtful, bad, told, out } = report
  const isWell = bad.length === 0 && told.every(({ kind }) => kind !== 'refused' && kind !== 'failed')
  return {
    exit: isWell ? EXIT.ok : EXIT.input,
    json: {
      read: records.length, ...(out === undefined ? Object.fromEntries(KINDS.map((kind) => [kind, told.filter((one) => one.kind === kind).length])) : { out }),
      doubtful: doubtful.map(({ code, doubts }) => ({ code, doubts: doubts.map(({ field, kind, text }) => ({ field, kind, message: DOUBTS[kind][call.lang], text })) })),
      bad: bad.map(({ line, reason }) => ({ line, reason: reason[call.lang] })),
      troubles: told.filter(({ kind }) => kind === 'refused' || kind === 'failed').map(({ folder, kind, error, findings }) => ({ code: folder, kind, ...(error === undefined ? {} : { error }), findings: findings.filter(({ severity }) => severity === 'error').map(({ pointer, message }) => ({ pointer, message: message[call.lang] })) })),
    },
    text: textOf(report, call),
  }
}

export const importCatalogue: Command = {
  name: 'import-catalogue', operands: 'FILE', least: 1, most: 1,
  summary: { vi: 'đăng cả một danh sách thủ tục ở mức độ 2', en: 'post a whole list of procedures at level 2' },
  options: [
    { name: 'out', value: 'DIR', says: { vi: 'ghi thành thư mục thủ tục, không công bố', en: 'write procedure folders instead of publishing' } },
    { name: 'list', value: 'NAME', says: { vi: 'tên danh sách, ghi dưới mỗi thủ tục (mặc định: tên tệp)', en: 'name of the list, shown below each procedure (default: the file\'s)' } },
    STACK,
  ],
  examples: [
    { line: 'dvc import-catalogue danh-muc.csv', says: { vi: 'CSV có cột ma_thu_tuc, ten_thu_tuc…, lên cổng của npm start', en: 'a CSV with the columns ma_thu_tuc, ten_thu_tuc…, to the portal of npm start' } },
    { line: 'dvc import-catalogue records.jsonl.gz --json', says: { vi: 'mỗi dòng một JSON; kết quả kèm mọi chỗ chưa chắc', en: 'one JSON a line; tells every doubt' } },
    { line: 'dvc import-catalogue danh-muc.csv --out thu-tuc', says: { vi: 'để sửa, thêm tờ khai, rồi dvc publish', en: 'to edit, to add a form to, then dvc publish' } },
  ],
  run: async (call) => {
    const path = call.operands[0] ?? ''
    const taken = await take(path, call.value('list') ?? basename(path))
    const out = call.value('out')
    if (out === undefined) return outcomeOf({ ...taken, told: await publishAll(taken.records, call) }, call)
    await writeFolders(taken.records, resolve(out))
    return outcomeOf({ ...taken, told: [], out }, call)
  },
}
