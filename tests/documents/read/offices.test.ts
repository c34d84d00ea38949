import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>')
const WIDE = ' '.repeat(20)

describe('what is the office\'s and not the person\'s', () => {
  test('all whom the letter is sent to, also on lines of their own', () => {
    expect(holesOf(readLines(TITLE, 'Kính gửi: Công an xã/ phường ............', 'Và Công an xã/ phường ............', 'Tôi tên là: ............'))).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, 'Kính gửi: Công an xã/ phường ............', 'Công an viên: ............'))).toEqual([expect.stringMatching(/^Công an viên: /)])
  })

  test('its name where the letter says it again, over two lines too; a place called alike is asked', () => {
    const form = readLines(TITLE, 'Kính gửi: Tòa án nhân dân ............', 'Tôi yêu cầu Tòa án nhân dân ............ giải quyết.', 'Kính mong Tòa án nhân dân ............', '............ xem xét.', 'Bản án do Tòa án nhân dân ............ tuyên.')
    expect(holesOf(form)).toEqual([expect.stringMatching(/Bản án do Tòa án nhân dân/)])
  })

  test('what it confirms beside the date of the person, and below that', () => {
    const form = readLines(TITLE, 'Tôi tên là: ............', `Xác nhận của${WIDE}............, ngày ..... tháng ..... năm .......`, `Công an xã${WIDE}Người làm đơn`, '............', 'Và Công an xã', '............')
    expect(holesOf(form)).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, 'Tôi tên là: ............', `Ngày ..... tháng ..... năm .......${WIDE}Ngày ..... tháng ..... năm .......`))).toEqual(['Tôi tên là: name'])
  })

  test('what a note says of who signs', () => {
    const form = readLines(TITLE, 'Họ và tên: ............', '............, ngày ..... tháng ..... năm .......', '.......(1).......', '(Chữ ký, dấu)', 'Chú thích:', '(1) Ghi quyền hạn, chức vụ của người ký.')
    expect(holesOf(form)).toEqual(['Họ và tên: name'])
  })
})

test('an example in a bracket is no part of what is asked', () => {
  expect(holesOf(readLines('Lĩnh vực hoạt động (Ví dụ: Vật liệu nổ): ............'))).toEqual([expect.stringMatching(/^Lĩnh vực hoạt động: /)])
})

test('whom a letter greets stands in the cell beside', () => {
  const greeting = bordered([['Kính gửi:', 'Chủ tịch Ủy ban nhân dân xã (phường) ............</w:t><w:br/><w:t>Huyện (quận, thị xã) ............</w:t><w:br/><w:t>Tỉnh, thành phố ............']])
  expect(holesOf(readLines(TITLE, greeting, 'Tôi tên là: ............'))).toEqual(['Tôi tên là: name'])
  expect(holesOf(readLines(TITLE, 'Kính gửi: ............', 'Tôi tên là: ............', 'Kính đề nghị Chủ tịch Ủy ban nhân dân xã ............ công bố.'))).toEqual(['Tôi tên là: name'])
})

test('an office confirms in a cell below the signature, in plain letters too', () => {
  const signed = bordered([['', '......, ngày .... tháng .... năm ....</w:t><w:br/><w:t>(Ký, ghi rõ họ tên)']])
  expect(holesOf(readLines(TITLE, 'Tôi tên là: ............', signed, bordered([['Xác nhận của cơ quan, đơn vị ............ là</w:t><w:br/><w:t>Ông/Bà ............ có thu nhập là ............ đồng']])))).toEqual(['Tôi tên là: name'])
})

test('who manages a person is asked above the title', () => {
  expect(holesOf(readLines('Cơ quan quản lý cán bộ, công chức: ............', 'Mã số định danh: ............', para(run('SƠ YẾU LÝ LỊCH', '<w:b/>'), '<w:jc w:val="center"/>'), 'Họ và tên: ............'))).toEqual(['Cơ quan quản lý cán bộ, công chức: organisation', 'Mã số định danh: identityNumber', 'Họ và tên: name'])
})

test('a heading of an office over several lines of a cell is one', () => {
  const bold = (words: string): string => para(run(words, '<w:b/>'))
  expect(holesOf(readLines(TITLE, 'Tôi tên là: ............', table([[bold('Xác nhận của cơ quan, đơn vị,') + bold('doanh nghiệp nơi người viết đơn') + bold('và vợ (chồng) là Ông/Bà ....... có thu nhập là ....... đồng'), para('......, ngày .... tháng .... năm ....') + para('(Ký, ghi rõ họ tên)')]])))).toEqual(['Tôi tên là: name'])
})
