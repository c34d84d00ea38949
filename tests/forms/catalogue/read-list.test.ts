import { describe, expect, test } from 'vitest'
import { readList } from '../../../forms/catalogue/read-list.ts'

const codes = (text: string): readonly (string | undefined)[] => readList(text).rows.map(({ raw }) => raw['ma_thu_tuc'])

describe('a list of procedures', () => {
  test('JSON lines, with a byte order mark, empty lines and numbers', () => {
    expect(readList('\uFEFF{"ma_thu_tuc":"1.000001","ten_thu_tuc":"A","stt":1}\n\n{"ma_thu_tuc":"1.000002"}\r\n')).toEqual({
      rows: [{ line: 1, raw: { ma_thu_tuc: '1.000001', ten_thu_tuc: 'A', stt: '1' } }, { line: 3, raw: { ma_thu_tuc: '1.000002' } }], bad: [],
    })
  })
  test('a JSON array', () => { expect(codes('[{"Mã thủ tục":"1.000001"},{"ma_thu_tuc":"1.000002"}]')).toEqual(['1.000001', '1.000002']) })
  test.each([',', ';', '\t'])('CSV with %j, columns named as people do, quotes, line breaks in cells', (sign) => {
    const text = [['Mã thủ tục', 'Tên thủ tục', 'Trình tự thực hiện'].join(sign), ['1.000001', '"Cấp ""thẻ"""', `"Bước 1${sign}\nBước 2"`].join(sign), ['1.000002', 'B', ''].join(sign)].join('\r\n')
    expect(readList(text)).toEqual({
      rows: [{ line: 2, raw: { ma_thu_tuc: '1.000001', ten_thu_tuc: 'Cấp "thẻ"', trinh_tu_thuc_hien: `Bước 1${sign}\nBước 2` } }, { line: 4, raw: { ma_thu_tuc: '1.000002', ten_thu_tuc: 'B', trinh_tu_thuc_hien: '' } }], bad: [],
    })
  })
  test('a line that is wrong is told by number, and the others are taken', () => {
    const { rows, bad } = readList('{"ma_thu_tuc":"1.000001"}\n{"ma_thu_tuc":\n7\n{"ma_thu_tuc":"1.000001"}\n{"ma_thu_tuc":"1.000002"}')
    expect(rows.map(({ line }) => line)).toEqual([1, 5])
    expect(bad.map(({ line, reason }) => [line, reason.en.slice(0, 16)])).toEqual([[2, 'This is not JSON'], [3, 'This line is not'], [4, 'The code 1.00000']])
  })
  test('a CSV without the columns that it needs, or with a line too short', () => {
    expect(readList('ten,gia\nA,1').bad[0]?.reason.vi).toContain('thiếu cột ma_thu_tuc, ten_thu_tuc')
    expect(readList('ma_thu_tuc,ten_thu_tuc\n1.000001\n1.000002,B')).toMatchObject({ rows: [{ line: 3 }], bad: [{ line: 2, reason: { en: expect.stringContaining('1 cells') } }] })
    expect(readList('')).toMatchObject({ rows: [], bad: [{ line: 1 }] })
  })
})
