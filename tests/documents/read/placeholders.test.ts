import { describe, expect, test } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { makeDocx, para } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const holes = (...lines: readonly string[]): readonly string[] => holesOf(readLines(...lines))

const escaped = (text: string): string => text.replaceAll('<', '&lt;')

describe('placeholders of a template', () => {
  test.each(['#{hoTen}', '${ hoTen }', '{{ho_ten}}', '{{ ho_ten | upper }}', '<<ho_ten>>', '«Họ tên»', '[ho_ten]', '[Họ và tên]', '[hoTen]', '+++hoTen+++', '....${hoTen}.....', '{%if co%}{{ho_ten}}{%endif%}'])('%s is one hole, called by the words before it', (text) => {
    expect(holes(escaped(`Họ và tên: ${text}`))).toEqual(['Họ và tên: name'])
  })

  test('several in one line, without a blank between a placeholder and the next label', () => {
    expect(holes('Chứng minh nhân dân số: #{soCMND}Cấp ngày #{capNgay} tại #{capTai}')).toEqual(['Chứng minh nhân dân số: identityNumber', 'Cấp ngày: issueDate', expect.stringMatching(/^tại: /)])
  })

  test('brackets that count or tick are none, and neither are the marks of a loop', () => {
    expect(holes('[01]. Họ và tên: .........')).toEqual(['Họ và tên: name'])
    expect(holes('Họ và tên: .........', '{#con}', 'Nơi sinh: {noi_sinh}', '{/con}', '{% for x in y %}')).toEqual(['Họ và tên: name', 'Nơi sinh: place'])
  })

  test('a row of them under headings repeats; the rows that only hold a loop are no rows of answers', () => {
    const form = readForm(makeDocx(para('Danh sách con:') + bordered([['STT', 'Họ và tên', 'Ngày sinh'], ['{%tr for c in con %}', '', ''], ['1', '#{ten}', '#{ngay}'], ['{%tr endfor %}', '', '']])))
    expect(form.holes.map(({ label, repeat, places }) => [label, repeat, places.length])).toEqual([['Họ và tên', 'Danh sách con', 1], ['Ngày sinh', 'Danh sách con', 1]])
  })

  test('the number of the paper is the office\'s; \'(nếu có)\' behind a sentence frees all that it asks', () => {
    expect(holes('Số: #{so}/ĐK-KD', 'Họ và tên: #{ten}')).toEqual(['Họ và tên: name'])
    const form = readForm(makeDocx(para('Theo Quyết định số ........ ngày ....../....../........ của ............... (nếu có).')))
    expect(form.holes.map(({ optional }) => optional)).toEqual([true, true, true])
  })
})

test('words in square brackets that name what to write are asked in a sentence', () => {
  expect(holes('Đề nghị cấp phép cho công trình [tên công trình thủy lợi] do [tên tổ chức, cá nhân đang quản lý] quản lý.', 'Lý do [1]: .........')).toEqual([expect.stringMatching(/^Tên công trình thủy lợi: /), expect.stringMatching(/^Tên tổ chức, cá nhân đang quản lý: /), 'Lý do [1]: text'])
})

describe('marks of a program', () => {
  const TITLE = para('<w:r><w:rPr><w:b/></w:rPr><w:t>ĐƠN ĐỀ NGHỊ CẤP THẺ</w:t></w:r>', '<w:jc w:val="center"/>')

  test('in a letterhead are asked, where dots are the drafter\'s', () => {
    expect(holes('{{ten_don_vi}}', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', TITLE, 'Họ và tên: {{ho_ten}}')).toEqual(['ten don vi: text', 'Họ và tên: name'])
    expect(holes('...............', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', TITLE, 'Họ và tên: {{ho_ten}}')).toEqual(['Họ và tên: name'])
  })

  test('that count what is repeated ask nothing', () => {
    expect(holes(TITLE, '{{con.stt}}. Họ và tên: {{con.ten}}')).toEqual(['Họ và tên: name'])
  })

  test('before a unit fill a cell as dots do', () => {
    const form = readForm(makeDocx(TITLE + bordered([['Diện tích đất', '{{dien_tich}} m2'], ['Tổng chi phí', '........ đồng']])))
    expect(form.holes.map(({ label, kind }) => [label, kind])).toEqual([['Diện tích đất', 'area'], ['Tổng chi phí', 'money']])
  })
})
