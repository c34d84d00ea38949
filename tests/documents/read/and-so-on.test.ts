import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const labelsOf = (line: string): readonly string[] => holesOf(readLines(line))

describe('three dots', () => {
  test.each([
    'Nội dung thực hiện (sản xuất, nhập khẩu, cấp giấy chứng nhận,... các phương tiện như thế nào)',
    'Các khoản thuế môn bài, tiền thuê đất, ... và các khoản phí được ghi vào sổ.',
    'Bán lẻ thiết bị như khóa, két sắt... không đi kèm dịch vụ lắp đặt',
    'Đất trồng cây sen, v.v... cho các tổ chức',
    'Nhà ở, căn hộ, văn phòng ... và công trình khác.',
    'Số âm được ghi trong ngoặc đơn (...).',
  ])('say \'and so on\', or show a sign: %s', (line) => { expect(labelsOf(line)).toEqual([]) })

  test.each([
    ['Hợp đồng vận chuyển, bốc dỡ, giao nhận số ... và phụ lục kèm theo', 1],
    ['Tôi là nông dân, sinh viên, hiện cư trú tại ... và làm việc ở đó', 1],
    ['Dân tộc: ... Tôn giáo: ...', 2],
  ])('are holes where something is asked: %s', (line, holes) => { expect(labelsOf(line)).toHaveLength(holes) })

  test('close a bracket that lists, before what asks', () => {
    expect(labelsOf('Số chứng từ thanh toán (L/C, TTr ...): ............')).toHaveLength(1)
  })
})

test('a table of contents leads to its pages', () => {
  const leader = (words: string, behind: string): string => para(`${run(words)}<w:r><w:tab/></w:r>${run(behind)}`, '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>')
  expect(holesOf(readLines(leader('1. Chức năng tìm kiếm hồ sơ', '3')))).toEqual([])
  expect(holesOf(readLines(leader('1. Nơi sinh:', '')))).toHaveLength(1)
})

test('hours may be printed with one letter', () => {
  expect(holesOf(readLines('Vào hồi: ......h......'))).toHaveLength(1)
})
