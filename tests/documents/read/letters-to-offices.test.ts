import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>')

describe('an office that a letter goes to is not asked for', () => {
  test('counted or not, and where the letter asks it for what only an office does', () => {
    expect(holesOf(readLines(TITLE, '1. Kính gửi: ..........', '2. Họ và tên: ..........'))).toEqual(['Họ và tên: name'])
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', 'Đề nghị .......... cấp giấy phép.', 'Đề nghị mua: ..........'))).toEqual(['Họ và tên: name', 'Đề nghị mua: text'])
  })

  test('named in the sentence, too; what is asked of it is a question', () => {
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', 'Đề nghị Bảo hiểm xã hội tỉnh .......... giải quyết.', 'Thông báo với Ủy ban nhân dân xã .......... như sau:'))).toEqual(['Họ và tên: name'])
    expect(holesOf(readLines(TITLE, 'Đề nghị Sở Tư pháp ghi vào sổ việc ..........'))).toHaveLength(1)
  })

  test('nor are a day without dots and a confirmation in a cell', () => {
    const signed = table([[para(run('Xác nhận của cơ quan, đơn vị là Ông/Bà ....... có thu nhập ....... đồng.', '<w:b/>')) + para('(Ký tên, đóng dấu)'), para('Thành phố Hồ Chí Minh, ngày    tháng    năm') + para('(Ký và ghi rõ họ tên)')]])
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', signed))).toEqual(['Họ và tên: name'])
  })

  test('who writes is, though a dash stands before it', () => {
    expect(holesOf(readLines(TITLE, 'Kính gửi: ..........', '- Sở Xây dựng ..........', '- Tổ chức đăng ký: ..........'))).toEqual(['Tổ chức đăng ký: organisation'])
  })

  test('nor is its confirmation below the signature', () => {
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', '(Ký và ghi rõ họ tên)', 'Ủy ban nhân dân xã .......... xác nhận Ông/Bà .......... có đất ở.'))).toEqual(['Họ và tên: name'])
  })

  test('nor are the number and day of a law of the state; those of a decision that somebody was given are', () => {
    expect(holesOf(readLines('Theo Nghị định số .../.../NĐ-CP ngày ... tháng ... năm ... của Chính phủ, tôi xin thông báo địa chỉ: ..........'))).toEqual([expect.stringMatching(/address$/)])
    expect(holesOf(readLines('Theo Quyết định số ........./QĐ-UBND ngày ... tháng ... năm ......'))).toHaveLength(2)
  })
})

describe('dates', () => {
  test('of a month and a year with a slash between, and what lasts named at its beginning', () => {
    expect(holesOf(readLines('Thời gian gia hạn: từ tháng ....../năm 20..... đến tháng ...../năm 20....'))).toEqual(['Thời gian gia hạn: từ tháng: date', '[Thời gian gia hạn] đến tháng: date'])
  })

  test('in English, above a signature, are the place and day of the letter', () => {
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', '.........., date....... month....... year.......', '(Signature)'))).toEqual(['Họ và tên: name'])
  })
})

describe('dots that are not written on', () => {
  test('end a question, or show how a date is written where the answer has dots of its own', () => {
    expect(holesOf(readLines('Tham gia tổ chức nào (làm gì, trụ sở ở đâu ... ?): ..........'))).toHaveLength(1)
    expect(holesOf(readLines('Thời hạn làm việc từ (ngày ... tháng ... năm ...) đến (ngày ... tháng ... năm ...): ....................'))).toHaveLength(1)
    expect(holesOf(readLines('Sinh (ngày ... tháng ... năm ...)'))).toHaveLength(1)
  })

  test('lie below the heading of an office in a table of its own', () => {
    const office = bordered([['PHẦN GHI CỦA CƠ QUAN ĐĂNG KÝ', ''], ['Thời điểm tiếp nhận: ....... giờ ....... phút', 'Số: .......']])
    expect(holesOf(readLines(TITLE, 'Họ và tên: ..........', office))).toEqual(['Họ và tên: name'])
  })
})

describe('labels', () => {
  test('keep a bracket that says what to write, and lose one that explains', () => {
    expect(holesOf(readLines('Nơi cư trú (ghi rõ: số nhà, đường phố, xã/phường): ..........'))).toEqual(['Nơi cư trú (ghi rõ: số nhà, đường phố, xã/phường): address'])
    expect(holesOf(readLines('Nơi cư trú (trường hợp không có nơi cư trú thì khai nơi ở): ..........'))).toEqual(['Nơi cư trú: address'])
  })

  test('of rows under a measure are the rows\' own, of a total or under other words the column\'s', () => {
    const funds = bordered([['Nguồn vốn', 'Số tiền', 'Tỷ lệ (%)', 'Ghi chú'], ['Vốn tư nhân', '', '', ''], ['Vốn nước ngoài', '', '', ''], ['Tổng cộng', '', '', '']])
    expect(holesOf(readLines(funds)).slice(0, 3)).toEqual(['[Số tiền] Vốn tư nhân: money', '[Tỷ lệ] Vốn tư nhân: number', '[Vốn tư nhân] Ghi chú: text'])
    expect(holesOf(readLines(funds)).at(-3)).toBe('[Tổng cộng] Số tiền: money')
  })

  test('of enclosures are the heading\'s, though a printed one stands first', () => {
    expect(readLines('Giấy tờ gửi kèm:', '- Bản sao hợp đồng;', '- ..........').holes.map(({ label }) => label)).toEqual(['Giấy tờ gửi kèm'])
  })
})

describe('brackets', () => {
  test('of a story to be told ask by themselves, and one behind a hole says that it asks for a name', () => {
    expect(holesOf(readLines('Họ và tên: ..........', '(Trình bày tóm tắt lý do, thời gian, nơi bị tai nạn)', 'Số tiền: ..........'))).toEqual(['Họ và tên: name', 'Trình bày tóm tắt lý do, thời gian, nơi bị tai nạn: longText', 'Số tiền: money'])
    expect(holesOf(readLines('Đồng ý cho: .......... (ghi rõ họ và tên của người chưa đủ 13 tuổi) ký hợp đồng lao động.'))).toEqual(['Đồng ý cho: name'])
  })
})

describe('boxes beside words', () => {
  test('in a cell of their own, as many as there are lines, are options', () => {
    const cells = table([[['Thành lập mới', 'Tách từ hợp tác xã', 'Chia từ hợp tác xã'].map((line) => para(line)).join(''), ['☐', '☐', '☐'].map((line) => para(line)).join('')]])
    expect(readLines('1. Tình trạng thành lập:', cells).holes.map(({ label, kind, options }) => [label, kind, options])).toEqual([['Tình trạng thành lập', 'choice', ['Thành lập mới', 'Tách từ hợp tác xã', 'Chia từ hợp tác xã']]])
  })

  test('columns are what a row lets choose from', () => {
    const ways = bordered([['Chỉ tiêu', 'Khấu trừ', 'Trực tiếp', 'Không nộp'], ['Phương pháp tính thuế (chọn một)', '', '', '']])
    expect(readLines(ways).holes.map(({ label, kind, options }) => [label, kind, options])).toEqual([['Phương pháp tính thuế (chọn một)', 'choice', ['Khấu trừ', 'Trực tiếp', 'Không nộp']]])
  })
})
