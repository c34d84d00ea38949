import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>')

describe('what an office writes', () => {
  test('is its column of a table, below its heading', () => {
    const sheet = bordered([['THÔNG TIN NGƯỜI NỘP', 'XÁC NHẬN CỦA CƠ QUAN'], ['Họ tên: ..........', 'Số: ..........'], ['Địa chỉ: ..........', 'Ngày: ..........']])
    expect(holesOf(readLines(TITLE, sheet)).map((hole) => hole.replace(/^\[.*\] /, ''))).toEqual(['Họ tên: name', 'Địa chỉ: address'])
  })

  test('is its table, below a heading of notes as well', () => {
    const sheet = bordered([[para(run('PHẦN CHỨNG NHẬN CỦA CƠ QUAN ĐĂNG KÝ', '<w:b/>'))], ['Cơ quan đăng ký: ..........'], ['Chứng nhận việc ..........']])
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', para('(Ký, ghi rõ họ tên)'), 'Hướng dẫn:', '(1) Ghi đúng tên cơ quan.', sheet))).toEqual(['Họ và tên: name'])
  })

  test('is its confirmation below the signature, holes and all', () => {
    const confirmed = para(run('Xác nhận của cơ quan: Ông/Bà .......... có thu nhập .......... đồng.', '<w:b/>'))
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', para('(Ký, ghi rõ họ tên)'), confirmed))).toEqual(['Họ và tên: name'])
  })

  test('is where a sentence names it as whom somebody asks', () => {
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', 'Nay tôi kính mong Tòa án nhân dân .......... xem xét.', 'Đã nộp đơn tại Tòa án nhân dân ..........'))).toEqual(['Họ và tên: name', expect.stringMatching(/^Đã nộp đơn/)])
  })
})

test('who writes is asked beside the motto, where a colon asks', () => {
  const head = bordered([['Tên tổ chức: ..........', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['Địa chỉ: ..........', 'Độc lập - Tự do - Hạnh phúc'], ['Số: ......./.......', '..........., ngày .... tháng .... năm .....']])
  expect(holesOf(readLines(head, TITLE, 'Lý do: ..........'))).toEqual(['Tên tổ chức: organisation', 'Địa chỉ: address', 'Lý do: text'])
})
