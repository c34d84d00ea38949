import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const heading = (text: string): string => para(run(text, '<w:b/>'))
const brief = (...lines: readonly string[]): readonly unknown[] => readLines(...lines).holes.map(({ label, kind, options, optional }) => [label, kind, options, optional])

describe('boxes', () => {
  test('on the lines below go on with those above, up to a question of their own', () => {
    expect(readLines(heading('I. NGƯỜI YÊU CẦU'), '☐ Bên bảo đảm ☐ Bên nhận bảo đảm', '☐ Quản tài viên ☐ Bên kế thừa', 'Tên: ..........').holes.map(({ options }) => options)).toEqual([['Bên bảo đảm', 'Bên nhận bảo đảm', 'Quản tài viên', 'Bên kế thừa'], undefined])
    expect(readLines(heading('I. NGƯỜI YÊU CẦU'), '☐ Bên bảo đảm ☐ Bên nhận bảo đảm', '☐ Chưa có con ☐ Có con đẻ ☐ Có con nuôi').holes.map(({ options }) => options?.length)).toEqual([2, 3])
  })

  test('for the papers of somebody ask by themselves, and the number below is that of the paper', () => {
    expect(holesOf(readLines(heading('1. NGƯỜI NỘP ĐƠN'), 'Họ và tên: ..........', '☐ Căn cước công dân ☐ Hộ chiếu ☐ Mã số thuế', 'Số: ..........')).map((hole) => hole.replace(/^\[.*\] /, '')))
      .toEqual(['Họ và tên: name', 'Căn cước công dân, Hộ chiếu, Mã số thuế: choice', 'Số: identityNumber'])
  })

  test('one of which offers all of them let several be chosen', () => {
    expect(readLines('Nội dung đề nghị:', '☐ Tên', '☐ Địa chỉ', '☐ Tất cả các nội dung trên').holes.map(({ kind }) => kind)).toEqual(['choices'])
    expect(readLines('Nội dung đề nghị:', '☐ Tên', '☐ Địa chỉ', '☐ Ngành nghề').holes.map(({ kind }) => kind)).toEqual(['choice'])
  })

  test('with a colon ask on the line below, where that holds dots', () => {
    expect(brief('Cách thức nhận kết quả:', '☐ Nhận trực tiếp', '☐ Cách thức khác (nếu được đồng ý):', '....................', 'Lý do: ..........')).toEqual([
      ['Cách thức nhận kết quả', 'choice', ['Nhận trực tiếp', 'Cách thức khác (nếu được đồng ý)'], false], ['Cách thức khác (nếu được đồng ý)', 'text', undefined, true], ['Lý do', 'text', undefined, false],
    ])
  })

  test('a bracket that is broken off goes on below the box', () => {
    expect(brief('Cách thức nhận kết quả:', '☐ Nhận trực tiếp', '☐ Gửi bưu chính (ghi rõ địa chỉ', 'nhận): ....................').map((hole) => (hole as readonly unknown[])[0])).toEqual(['Cách thức nhận kết quả', 'Gửi bưu chính (ghi rõ địa chỉ nhận)'])
  })
})

test('a box in a cell of its own is named by the words of the cell beside it, for the paper as for the form', () => {
  const sheet = bordered([['Đủ điều kiện', '☐'], ['Trì hoãn', '☐'], ['Chống chỉ định', '☐']])
  const [verdict] = readLines(heading('KẾT LUẬN'), sheet).holes
  expect(verdict?.places.map(({ option }) => option)).toEqual(verdict?.options)
  expect(verdict?.options).toEqual(['Đủ điều kiện', 'Trì hoãn', 'Chống chỉ định'])
})
