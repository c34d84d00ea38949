import { describe, expect, test } from 'vitest'
import { para } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const DOT_TAB = '<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="6000"/></w:tabs>'

describe('a bracket beside the dots', () => {
  test('offers what to choose from, before them or behind, between strokes or, of a state, between commas', () => {
    const form = readLines('Loại hình (nhà nước/tư nhân/liên doanh): ..........', 'Tình trạng hôn nhân (độc thân, có gia đình, ly hôn): ..........', 'Nhận kết quả bằng .......... (bản giấy hoặc bản điện tử)')
    expect(form.holes.map(({ kind, options }) => [kind, options])).toEqual([
      ['choice', ['nhà nước', 'tư nhân', 'liên doanh']], ['choice', ['độc thân', 'có gia đình', 'ly hôn']], ['choice', ['bản giấy', 'bản điện tử']],
    ])
  })

  test('asks yes or no, and offers nothing where it explains', () => {
    const form = readLines('Đã tham gia bảo hiểm (có/không): ..........', 'Nơi cư trú (ghi rõ xã/phường): ..........', 'Lý do (theo quyết định/bản án): ..........', 'Mục đích (học tập/công tác/khác): ..........', 'Kích thước (dài/rộng/cao): ..........')
    expect(form.holes.map(({ kind, options }) => [kind, options])).toEqual([['yesNo', undefined], ['address', undefined], ['text', undefined], ['text', undefined], ['text', undefined]])
  })

  test('that says when to fill it in is not part of the label', () => {
    expect(holesOf(readLines('Số tài khoản (Chỉ kê khai nếu nhận qua ngân hàng): ..........'))).toEqual(['Số tài khoản: bankAccount'])
  })

  test('that lists on is no hole, however long its list', () => {
    expect(holesOf(readLines('Ngạch (chuyên viên cao cấp, chuyên viên chính, chuyên viên, ........): ..........'))).toEqual([expect.stringMatching(/^Ngạch/)])
  })

  test('that says what to state asks by itself, with room behind it or none', () => {
    expect(holesOf(readLines('Chức năng rừng (ghi rõ đặc dụng, phòng hộ, sản xuất)', 'Diện tích: .......... ha'))).toEqual([expect.stringMatching(/^Chức năng rừng .*: text$/), 'Diện tích: area'])
  })
})

describe('a label', () => {
  test('that a tab with dots splits is one', () => {
    const split = para('<w:r><w:t>Họ và tên: ..........  Giới</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>tính: ..........</w:t></w:r>', DOT_TAB)
    expect(holesOf(readLines(split))).toEqual(['Họ và tên: name', 'Giới tính: sex'])
  })

  test('keeps a few words that ask for nothing known; what is known begins a new one', () => {
    expect(holesOf(readLines('Đề nghị thanh toán chi phí khám bệnh, chữa bệnh cho ..........', 'Tôi tên là .........., sinh ngày .........., làm nghề ..........')))
      .toEqual(['Đề nghị thanh toán chi phí khám bệnh, chữa bệnh cho: text', 'Tôi tên là: name', 'sinh ngày: date', 'làm nghề: occupation'])
  })

  test('loses the unit of the hole before it, and a bracket that nothing opens', () => {
    expect(holesOf(readLines('Cân nặng: .......... (kg), Nhóm máu: ..........', 'Người liên hệ): ..........'))).toEqual(['Cân nặng: number', 'Nhóm máu: text', 'Người liên hệ: name'])
  })

  test('of a body, of two ways to reach somebody, and of a person or a school at its end', () => {
    expect(holesOf(readLines('Mã số doanh nghiệp: ..........', 'Người nộp hồ sơ (số điện thoại, email): ..........', 'Đề nghị cho ông/bà ..........', 'Nhà cách trường bao nhiêu km: ..........', 'Tôi là cán bộ phòng ..........', 'Yêu cầu Công ty .......... bồi thường')).map((hole) => hole.split(': ').at(-1)))
      .toEqual(['taxCode', 'text', 'name', 'number', 'organisation', 'organisation'])
  })

  test('of who gave a paper stands behind its number and day', () => {
    expect(holesOf(readLines('Quyết định số ...... ngày ...... của Giám đốc Sở ..........'))).toEqual(['Quyết định số: documentNumber', 'ngày: date', 'của Giám đốc Sở: issuePlace'])
  })
})

describe('lists without dots', () => {
  test.each([['-', '-', '-'], ['(i)', '(ii)', '(iii)'], ['a)', 'b)', 'c)']])('are asked, mark by mark: %s', (...marks) => {
    const lines = ['Mục tiêu', 'Nội dung', 'Kinh phí'].map((words, i) => `${marks[i] ?? ''} ${words}:`)
    expect(holesOf(readLines('Kế hoạch:', ...lines, 'Địa chỉ: ..........'))).toEqual(['Mục tiêu: text', 'Nội dung: text', 'Kinh phí: money', 'Địa chỉ: address'])
  })

  test('are headings where each has questions below it', () => {
    expect(holesOf(readLines('a) Bên giao:', '- Họ và tên: ..........', 'b) Bên nhận:', '- Họ và tên: ..........'))).toEqual(['[Bên giao] Họ và tên: name', '[Bên nhận] Họ và tên: name'])
  })
})
