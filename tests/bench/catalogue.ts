import { existsSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gunzipSync } from 'node:zlib'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readCatalogueRecord, type ListedProcedure } from '../../forms/catalogue/read-record.ts'
import { buildIndex, findProcedures, renderHome, searchIndex, type CatalogueIndex, type Json } from '../../forms/index.ts'
import { foldText } from '../../forms/engine/fold.ts'
import { listProcedureFolders, readProcedureFolder } from '../../forms/compile/read-folder.ts'
import type { CatalogueEntry, ProcedureStore } from '../../functions/core/ports.ts'
import { publishProcedure } from '../../functions/core/publish-procedure.ts'
import { refreshIndex } from '../../functions/core/refresh-index.ts'
import { dynamoProcedureStore } from '../../functions/stores/dynamo/procedures.ts'
import type { Table } from '../../functions/stores/dynamo/table.ts'
import { ENGINES, freshTable } from '../contracts/dynamo-engines.ts'
import { searchLinearly } from '../forms/engine/linear-search.ts'
import { viewContext } from '../forms/view/page-props.ts'
import { compareRates, median } from './statistics.ts'
import { kilobytes, times, whole, type Row } from './table.ts'

const RECORDS = new URL('../../../shared/data/procedures/records.jsonl.gz', import.meta.url)
const MANY = 2642
const QUERIES = ['đăng ký khai sinh', 'dang ky khai sinh', 'cấp giấy phép xây dựng', 'cap giay phep xay dung', 'thuế thu nhập cá nhân', 'thue thu nhap ca nhan', 'ho kinh doanh', 'hải quan', 'giay phep lai xe', 'toi muon lam giay khai sinh cho con', 'khai sinj', '1.004222', 'xyzzy qwrt']

const WORDS = 'cấp đổi gia hạn giấy phép đăng ký khai báo xác nhận thẩm định phê duyệt công trình tàu biển thuế hải quan ngân hàng đất đai môi trường hộ kinh doanh lao động y tế giáo dục chứng chỉ hành nghề sửa bổ sung thu hồi'.split(' ')

/** As many made-up lines as the real list has, where that is not at hand: the same lengths, other words. */
const madeUp = (): readonly ListedProcedure[] => Array.from({ length: MANY }, (_none, n) => ({
  ma_thu_tuc: `8.${String(n).padStart(6, '0')}`, ten_thu_tuc: Array.from({ length: 8 + (n % 12) }, (_nor, i) => WORDS[(n * 7 + i * (1 + (n % 5))) % WORDS.length]).join(' '),
  linh_vuc: `Lĩnh vực ${n % 140}`, co_quan_thuc_hien: `Cơ quan ${n % 430}`, cap_thuc_hien: 'Cấp tỉnh', cach_thuc_thuc_hien: 'Trực tiếp5 NgàyMiễn phí',
}))

const readLines = (): { readonly name: string; readonly lines: readonly ListedProcedure[] } => (existsSync(RECORDS)
  ? { name: 'public records', lines: gunzipSync(readFileSync(RECORDS)).toString().trim().split('\n').map((line) => JSON.parse(line) as ListedProcedure) }
  : { name: 'made-up records', lines: madeUp() })

type Counted = { reads: number }

const counting = ({ client, table }: Table, counted: Counted): Table => ({ table, client: new Proxy(client, { get: (target, key) => {
  if (key !== 'send') return Reflect.get(target, key)
  return (...args: Parameters<DynamoDBDocumentClient['send']>) => {
    counted.reads += 1
    return Reflect.apply(target.send, target, args)
  }
} }) })

const publishAll = async (procedures: ProcedureStore, lines: readonly ListedProcedure[]): Promise<number> => {
  const deps = { procedures, clock: () => new Date(), artefacts: { put: async () => undefined, get: () => Promise.reject(new Error('nothing is read')) } }
  for (const dir of await listProcedureFolders(new URL('../../forms/procedures', import.meta.url).pathname)) await publishProcedure(await readProcedureFolder(dir), deps)
  const began = performance.now()
  const missing = { state: 'missing', file: '' } as const
  for (const line of lines) {
    const { record } = readCatalogueRecord(line, 'list')
    const result = await publishProcedure({ dir: record?.code ?? '', record: { file: 'procedure.json', state: 'read', value: record as unknown as Json, text: '' }, schema: missing, examples: missing, wordMap: missing }, deps)
    if (result.kind === 'refused') throw new Error(`${record?.code}: ${result.findings[0]?.pointer} ${result.findings[0]?.message.en}`)
  }
  return performance.now() - began
}

const timed = async (work: () => unknown): Promise<number> => {
  const samples: number[] = []
  for (let i = 0; i < 7; i++) { const began = performance.now(); await work(); samples.push(performance.now() - began) }
  return median(samples)
}

const searchRows = (index: CatalogueIndex<CatalogueEntry>): readonly Row[] => {
  const section = 'catalogue'
  for (const query of QUERIES) {
    const [ours, plain] = [searchIndex(index, query), searchLinearly(index.items, query)].map((found) => found.map(({ code }) => code).join())
    if (ours !== plain) throw new Error(`'${query}' finds other procedures than a plain scan does`)
  }
  const everyQuery = (search: (query: string) => unknown) => () => { for (const query of QUERIES) search(query) }
  const rates = compareRates({ ours: everyQuery((query) => searchIndex(index, query)), linear: everyQuery((query) => searchLinearly(index.items, query)) }, 5, 400)
  const withMarks = QUERIES.filter((query) => foldText(query) !== query)
  const marks = compareRates({ with: () => { for (const query of withMarks) searchIndex(index, query) }, without: () => { for (const query of withMarks) searchIndex(index, foldText(query)) } }, 5, 300)
  return [
    { section, what: `search ${whole(index.items.length)} procedures, ${QUERIES.length} queries, against a plain scan of all texts (rate)`, target: '>= 20x', measured: `${times(rates.ours / rates.linear)} (${(1000 / rates.ours / QUERIES.length).toFixed(2)} of ${(1000 / rates.linear / QUERIES.length).toFixed(1)} ms a query)`, ok: rates.ours / rates.linear >= 20 },
    { section, what: 'queries with diacritics against the same without', target: '>= 0.8x', measured: times(marks.with / marks.without), ok: marks.with / marks.without >= 0.8 },
  ]
}

const pageRows = async (index: CatalogueIndex<CatalogueEntry>): Promise<readonly Row[]> => {
  const pageOf = (query: string, page = 1): string => renderHome(viewContext(), { ...findProcedures(index, { query, filters: {} }), query, filters: {}, page }).html
  const pages = { home: ['', 1], results: ['giay phep', 1], 'page 50': ['', 50], 'nothing found': ['xyzzy qwrt', 1] } as const
  const rows: Row[] = []
  for (const [name, [query, page]] of Object.entries(pages)) {
    const bytes = brotliCompressSync(pageOf(query, page)).length
    const ms = await timed(() => pageOf(query, page))
    rows.push({ section: 'catalogue', what: `HTML of ${name}, brotli / time to find and render it`, target: '<= 10 KB', measured: `${kilobytes(bytes)} / ${ms.toFixed(1)} ms`, ok: bytes <= 10 * 1024 })
  }
  return rows
}

const readRows = async (at: Table): Promise<readonly Row[]> => {
  const counted: Counted = { reads: 0 }
  const store = dynamoProcedureStore(counting(at, counted))
  const began = performance.now()
  await store.index()
  const [first, ms] = [counted.reads, performance.now() - began]
  await store.index()
  const warm = counted.reads - first
  const entries = JSON.stringify(await store.catalogue()).length
  return [
    { section: 'catalogue', what: 'reads of a list or search page, warm', target: '1', measured: String(warm), ok: warm === 1 },
    { section: 'catalogue', what: 'the same, first page of a container', target: '<= 3', measured: `${first} (${ms.toFixed(0)} ms with parsing); without an index ${kilobytes(entries)} of entries on every page`, ok: first <= 3 },
  ]
}

/** The catalogue at the size of a country's: search, pages, reads, and what publishing costs. */
export const benchCatalogue = async (): Promise<readonly Row[]> => {
  const engine = ENGINES.find(({ name }) => name === 'dynalite')
  if (engine === undefined) throw new Error('dynalite is not among the engines')
  const running = await engine.start()
  try {
    const at = await freshTable(running, 'bench')
    const procedures = dynamoProcedureStore(at)
    const { name, lines } = readLines()
    const publishing = await publishAll(procedures, lines)
    const refreshing = await timed(() => refreshIndex({ procedures }))
    const index = await dynamoProcedureStore(at).index()
    const building = await timed(() => buildIndex(index.items))
    console.log(`catalogue: ${lines.length} ${name}, ${index.words.length} words, ${index.postings.flat().length} places`)
    return [
      ...searchRows(index), ...await pageRows(index), ...await readRows(at),
      { section: 'catalogue', what: `publish ${whole(lines.length)} records one by one on dynalite / make the index once`, target: '', measured: `${(publishing / lines.length).toFixed(1)} ms each / ${refreshing.toFixed(0)} ms, of which ${building.toFixed(0)} ms building` },
    ]
  } finally { await running.stop() }
}
