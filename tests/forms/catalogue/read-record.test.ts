import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { readChannels } from '../../../forms/catalogue/read-channels.ts'
import { readLaws } from '../../../forms/catalogue/read-laws.ts'
import { readPapers } from '../../../forms/catalogue/read-papers.ts'
import { readCatalogueRecord, type ListedProcedure } from '../../../forms/catalogue/read-record.ts'
import type { Json } from '../../../forms/index.ts'

const HEAD = 'Hình thức nộpThời gianPhí, lệ phíMô tả'
const LIST = '../shared/data/procedures/records.jsonl.gz'

describe('ways to submit', () => {
  test('limits with their unit, fees in VND with their note, the description', () => {
    const { value, doubts } = readChannels(`${HEAD}Trực tuyến3 Ngày làm việc7,000 Việt Nam Đồng(mỗi lần (một người))Nộp trên cổng.Trực tiếp8 GiờMiễn phí`)
    expect(doubts).toEqual([])
    expect(value).toEqual([
      { channel: 'online', limits: [{ amount: 3, unit: 'workingDays', basis: '' }], fees: [{ amount: 7000, note: { vi: 'mỗi lần (một người)', en: '' }, basis: '' }], note: { vi: 'Nộp trên cổng.', en: '' } },
      { channel: 'counter', limits: [{ amount: 8, unit: 'hours', basis: '' }], fees: [{ amount: 0, basis: '' }] },
    ])
  })
  test('what a list does not say is not said', () => {
    expect(readChannels(`${HEAD}Trực tiếp30 NgàyKhông có thông tin`)).toEqual({ value: [{ channel: 'counter', limits: [{ amount: 30, unit: 'days', basis: '' }], fees: [] }], doubts: [] })
    expect(readChannels('Không có thông tin')).toEqual({ value: [], doubts: [] })
  })
  test.each([
    ['Trực tuyến2Miễn phí', 'limit-without-unit', 'limitText', '2'],
    ['Trực tuyến120,000 VNĐ(lần)', 'limit-joined-to-fee', 'feeText', '120,000 VNĐ(lần)'],
    ['Trực tuyến1100,000 VNĐ', 'limit-joined-to-fee', 'feeText', '1100,000 VNĐ'],
    ['Trực tiếp5 Ngày10 USD(/lần)', 'fee-in-words', 'feeText', '10 USD (/lần)'],
    ['Trực tiếp5 NgàyMiễn phí(300.000 đồng/lần)', 'free-with-amounts', 'feeText', 'Miễn phí (300.000 đồng/lần)'],
    ['Trực tiếpKhông quy địnhMiễn phí', 'limit-in-words', 'limitText', 'Không quy định'],
  ] as const)('%s stays in words and is a doubt', (cells, kind, member, text) => {
    const { value, doubts } = readChannels(HEAD + cells)
    expect(doubts.map((one) => one.kind)).toEqual([kind])
    expect(value[0]?.[member]?.vi).toBe(text)
    expect(value[0]?.[member === 'limitText' ? 'limits' : 'fees']).toEqual([])
  })
  test('rows of one way stand together, each rule once, with its own words', () => {
    const { value } = readChannels(`${HEAD}Trực tiếp5 NgàyMiễn phíCấp mới.Trực tiếp7 NgàyMiễn phíCấp lại.Trực tuyến5 NgàyMiễn phíTrên cổng.`)
    expect(value.map(({ limits, fees, note }) => [limits.map(({ amount, note: said }) => [amount, said?.vi]), fees.length, note?.vi])).toEqual([[[[5, 'Cấp mới.'], [7, 'Cấp lại.']], 1, undefined], [[[5, undefined]], 1, 'Trên cổng.']])
  })
})

describe('papers', () => {
  const TABLE = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng'
  test('by case, with counts, and the file apart from the paper', () => {
    const { value, doubts } = readPapers(`Giấy tờ phải xuất trình${TABLE}Thẻ căn cước0 bản chính,1 bản saoGiấy tờ phải nộp${TABLE}Tờ khai theo mẫuTK 01.docxMau02.doc1 bản chính`)
    expect(doubts).toEqual([])
    expect(value.map(({ title, group, duty, originals, copies, formFiles }) => [title.vi, group?.vi, duty, originals, copies, formFiles])).toEqual([
      ['Thẻ căn cước', 'Giấy tờ phải xuất trình', 'show', 0, 1, undefined],
      ['Tờ khai theo mẫu', 'Giấy tờ phải nộp', 'submit', 1, 0, ['TK 01.docx', 'Mau02.doc']],
    ])
  })
  test('a file that cannot be told apart stays where it is, as a doubt', () => {
    const { value, doubts } = readPapers(`Bao gồm${TABLE}Đơn theo mẫu quy địnhđơn.docx1 bản chính`)
    expect([value[0]?.title.vi, value[0]?.formFiles, value[0]?.group, doubts[0]?.kind]).toEqual(['Đơn theo mẫu quy địnhđơn.docx', undefined, undefined, 'file-joined'])
  })
  test('counts in a sentence or beside a number of the title are not those of the cell', () => {
    const { value } = readPapers(`Bao gồm${TABLE}a) Nộp 02 bản chính tờ khai (01 bản chính), theo Mẫu số 081 bản chínhb) Giấy phép: 01 bản chính1 bản chính,2 bản saoc) Theo Thông tư ngày 01/01/20260 bản chính,1 bản saod) Bản vẽ.,1 bản sao`)
    expect(value.map(({ title, originals, copies }) => [title.vi, originals, copies])).toEqual([
      ['a) Nộp 02 bản chính tờ khai (01 bản chính), theo Mẫu số 08', 1, 0], ['b) Giấy phép: 01 bản chính', 1, 2], ['c) Theo Thông tư ngày 01/01/2026', 0, 1], ['d) Bản vẽ.', 0, 1],
    ])
  })
  test.each([['Giấy tờ phải xuất trình', 'show'], ['* Các giấy tờ phải xuất trình (bản chính), bao gồm:', 'show'], ['Nộp bản sao và xuất trình bản chính', 'submit'], ['Xuất trình hoặc gửi bản chính', 'submit']])('under %s papers are to %s', (group, duty) => {
    expect(readPapers(`${group}${TABLE}Thẻ căn cước1 bản chính`).value[0]?.duty).toBe(duty)
  })
  test('without a table there are words and no counts', () => {
    expect(readPapers('01 đơn đề nghị')).toMatchObject({ value: [{ originals: 0, copies: 0, title: { vi: '01 đơn đề nghị' } }], doubts: [{ kind: 'papers-in-words' }] })
  })
})

describe('legal bases', () => {
  test.each([
    ['Luật 54/2014/QH1354/2014/QH13Thông tư 92/2015/TT-BTC92/2015/TT-BTC', [['Luật 54/2014/QH13', '54/2014/QH13'], ['Thông tư 92/2015/TT-BTC', '92/2015/TT-BTC']]],
    ['Về hộ tịch163/QĐ-BTPNghị định số 12/2020/NĐ-CP ngày 1/1/2020 về phí12/2020/NĐ-CP', [['Về hộ tịch', '163/QĐ-BTP'], ['Nghị định số 12/2020/NĐ-CP ngày 1/1/2020 về phí', '12/2020/NĐ-CP']]],
    ['Luật Đất đaiLuật số 31/2024/QH15', [['Luật Đất đai', '31/2024/QH15']]],
    ['Thông tư ngày 01 năm 2025.09/2026/TT-BNNMTNghị định về phí08/2022/NĐ-CP', [['Thông tư ngày 01 năm 2025.', '09/2026/TT-BNNMT'], ['Nghị định về phí', '08/2022/NĐ-CP']]],
    ['Luật sửa đổi năm 202323/2023/QH15', [['Luật sửa đổi năm 2023', '23/2023/QH15']]],
    ['Nghị quyết về dữ liệu66.7/2025/NQ-CPLUẬT ĐẤT ĐAI31/2024/QH15', [['Nghị quyết về dữ liệu', '66.7/2025/NQ-CP'], ['LUẬT ĐẤT ĐAI', '31/2024/QH15']]],
  ])('%s', (body, laws) => {
    const { value, doubts } = readLaws(`Tên văn bản pháp lýMã văn bản${body}`)
    expect(value.map(({ title, number }) => [title.vi, number])).toEqual(laws)
    expect(doubts).toEqual([])
  })
  test('a document without a number is kept, and doubted', () => {
    expect(readLaws('Tên văn bản pháp lýMã văn bảnLuật Cư trú')).toMatchObject({ value: [{ number: '', title: { vi: 'Luật Cư trú' } }], doubts: [{ kind: 'law-without-number' }] })
  })
})

const LINE: ListedProcedure = {
  ma_thu_tuc: '9.000001', ten_thu_tuc: 'Cấp giấy phép thử', cap_thuc_hien: 'Cấp tỉnh, Cấp xã', linh_vuc: 'Lĩnh vực Thử', co_quan_thuc_hien: 'Không có thông tin',
  trinh_tu_thuc_hien: 'Bước 1: Nộp.\n- Ở xã.\nBước 2: Nhận.', cach_thuc_thuc_hien: `${HEAD}Trực tiếp5 NgàyMiễn phí`, doi_tuong_thuc_hien: 'Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)',
  ket_qua_xu_ly: 'Giấy phépMã: KQ.G12.000327Từ khóathử nghiệmMô tảKhông có thông tinChọn cơ quan thực hiện',
}
const lint = (record: unknown): readonly string[] => lintProcedure({
  dir: '9.000001', record: { file: 'procedure.json', state: 'read', value: record as Json, text: '' },
  schema: { file: 'form.schema.json', state: 'missing' }, examples: { file: 'examples.json', state: 'missing' }, wordMap: { file: 'form.map.json', state: 'missing' },
}).filter(({ severity }) => severity === 'error').map(({ pointer, message }) => `${pointer} ${message.en}`)

describe('a line of a list', () => {
  test('is a posting at level 2 that the linter takes', () => {
    const { record, doubts } = readCatalogueRecord(LINE, 'list.csv')
    expect(doubts).toEqual([])
    expect(record).toMatchObject({
      code: '9.000001', field: { id: 'linh-vuc-thu' }, agency: { tier: 'commune', tiers: ['commune', 'province'], title: { vi: '' } }, levels: [{ scheme: 'nd-43-2011', grade: 2 }],
      steps: [{ vi: 'Bước 1: Nộp.\n- Ở xã.' }, { vi: 'Bước 2: Nhận.' }], audience: [{ vi: 'Công dân Việt Nam' }, { vi: 'Tổ chức (không bao gồm doanh nghiệp, HTX)' }],
      results: [{ code: 'KQ.G12.000327', title: { vi: 'Giấy phép' } }], keywords: ['thử nghiệm'], legalBasis: [], components: [], listedBy: 'list.csv',
    })
    expect(lint(record)).toEqual([])
  })
  test('without the mark of a list the same holes are refused: an agency says all of it, in both languages', () => {
    const { listedBy: _list, ...own } = readCatalogueRecord(LINE, 'list.csv').record ?? {}
    expect(lint(own).join('\n')).toMatch(/\/components .*missing[\s\S]*\/agency\/title[\s\S]*\/title\/en .*English/)
  })
  test('without a code or a title is nothing', () => {
    expect(readCatalogueRecord({ ma_thu_tuc: 'x' }, 'l')).toMatchObject({ doubts: [{ kind: 'no-code' }, { kind: 'no-title' }] })
  })
  test('any text is read, and what is read can be published', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^(Trực tuyến|Trực tiếp|\d{1,2}|Ngày|Miễn phí|,000 VNĐ|\(|\)|Mẫu\.docx|1 bản chính|Tên giấy tờMẫu đơn, tờ khaiSố lượng|\/2020\/NĐ-CP|Mã: ){0,12}$/))
    fc.assert(fc.property(fc.record({ cach_thuc_thuc_hien: text, thanh_phan_ho_so: text, can_cu_phap_ly: text, ket_qua_xu_ly: text, trinh_tu_thuc_hien: text, linh_vuc: text, cap_thuc_hien: text }), (parts) => {
      expect(lint(readCatalogueRecord({ ...LINE, ...parts }, 'l').record)).toEqual([])
    }), { numRuns: 40 })
  })
})

const sentence = (n: number, of: number): number => Math.round((n / of) * 1000) / 10

test.skipIf(!existsSync(LIST))('the 2,642 public records: all are read, and seven in ten without a doubt', () => {
  const lines = gunzipSync(readFileSync(LIST)).toString().trim().split('\n').map((line) => JSON.parse(line) as ListedProcedure)
  const read = lines.map((line) => readCatalogueRecord(line, 'records'))
  expect(read.filter(({ record }) => record === undefined)).toEqual([])
  expect(sentence(read.filter(({ doubts }) => doubts.length === 0).length, lines.length)).toBeGreaterThan(70)
  const laws = read.flatMap(({ record }) => record?.legalBasis ?? [])
  expect(sentence(laws.filter(({ number }) => number !== '').length, laws.length)).toBeGreaterThan(97)
  // Nothing gets lost: all that a list says of papers stands in their titles, cases, files and counts.
  const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length
  const kept = read.flatMap(({ record }) => record?.components ?? []).reduce((sum, { title, formFiles = [] }) => sum + letters(title.vi + formFiles.join('')), 0)
  const groups = read.flatMap(({ record }) => [...new Set((record?.components ?? []).map(({ group }) => group?.vi ?? ''))]).reduce((sum, group) => sum + letters(group), 0)
  const told = lines.reduce((sum, line) => sum + letters((line['thanh_phan_ho_so'] ?? '').normalize('NFC').replaceAll('Tên giấy tờMẫu đơn, tờ khaiSố lượng', '').replace(/\d bản chính(, ?\d+ bản sao)?/g, '')), 0)
  expect(sentence(kept + groups, told)).toBeGreaterThan(97)
})
