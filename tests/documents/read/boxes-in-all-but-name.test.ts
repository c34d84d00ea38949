import { describe, expect, test } from 'vitest'
import { makeDocx, para, run } from '../make-docx.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { field, filledXml, make, readable } from '../fill/hand-form.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

/** A bordered table whose columns are so wide, in twentieths of a point. */
const ruled = (widths: readonly number[], rows: readonly (readonly string[])[]): string =>
  bordered(rows).replace('<w:tblGrid/>', `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`)

const BOX = '<w:r><w:pict><v:rect style="position:absolute;margin-left:10pt;width:12pt;height:12pt"/></w:pict></w:r>'

describe('cells for a cross', () => {
  const ways = ruled([7000, 600], [['Thẩm định hồ sơ', ''], ['Kiểm tra tại cơ sở', '']])

  test('narrow ones beside words are one choice, asked by the line above, and a cross is written there', () => {
    const docx = makeDocx(para('Hình thức đánh giá:') + ways)
    const { holes } = readForm(docx)
    expect(holes.map(({ label, kind, options }) => ({ label, kind, options }))).toEqual([{ label: 'Hình thức đánh giá', kind: 'choice', options: ['Thẩm định hồ sơ', 'Kiểm tra tại cơ sở'] }])
    const made = make(docx, holes, [{ field: { ...field('/s/way'), options: ['a', 'b'].map((value, i) => ({ value, title: { vi: holes[0]?.options?.[i] ?? '', en: '' } })) } }])
    expect(readable(filledXml(made, { way: 'b' }))).toEqual(['Hình thức đánh giá:', 'Thẩm định hồ sơ', '', 'Kiểm tra tại cơ sở', 'X'])
  })

  test('wide ones are room for words', () => {
    expect(holesOf(readLines(para('Hình thức đánh giá:') + ruled([4000, 4000], [['Thẩm định hồ sơ', ''], ['Kiểm tra tại cơ sở', '']])))).toHaveLength(2)
  })

  test('a column under \'Có\' asks which of the rows there are', () => {
    const papers = bordered([['STT', 'Nội dung', 'Có'], ['1', 'Đơn đề nghị', ''], ['2', 'Giấy phép sản xuất', ''], ['3', 'Báo cáo kiểm tra', '']])
    const { holes } = readLines(para(run('Tài liệu pháp lý', '<w:b/>')), papers)
    expect(holes.map(({ label, kind, options }) => ({ label, kind, options }))).toEqual([{ label: 'Tài liệu pháp lý', kind: 'choices', options: ['Đơn đề nghị', 'Giấy phép sản xuất', 'Báo cáo kiểm tra'] }])
  })
})

describe('cells for letters', () => {
  const row = Array.from({ length: 12 }, () => '')

  test('rows of them below each other take one answer', () => {
    const { holes } = readLines(para('Tên sản phẩm:') + ruled(row.map(() => 400), [row, row]) + para('Số điện thoại: .......'))
    expect(holes.map(({ label, places }) => [label, places.length])).toEqual([['Tên sản phẩm', 24], ['Số điện thoại', 1]])
  })

  test('drawn in a row they are the room of the label that they are anchored in, and fewer are boxes to tick', () => {
    expect(holesOf(readLines(para(run('5. Số CC') + BOX.repeat(11) + run('CD:')), para('6. Dân tộc: .......')))).toEqual(['Số CCCD: identityNumber', 'Dân tộc: ethnicity'])
    expect(holesOf(readLines(para(`${BOX + run('Nam    ') + BOX}${run('Nữ')}`)))).toEqual(['Nam, Nữ: sex'])
  })
})

describe('lists of boxes', () => {
  const kindsOf = (...lines: readonly string[]): unknown => readLines(...lines).holes.map(({ label, kind, options }) => [label, kind, ...(options ? [options] : [])])

  test('go on behind a line that says an option in another language', () => {
    expect(kindsOf('2. Dạng sản phẩm:', '□ Kem, sữa', 'Creams, emulsions', '□ Mặt nạ', 'Face masks', '□ Nước hoa', 'Perfumes')).toEqual([['Dạng sản phẩm', 'choice', ['Kem, sữa', 'Mặt nạ', 'Nước hoa']]])
  })

  test('ask for more where the last option says so', () => {
    expect(kindsOf('2. Dạng sản phẩm:', '□ Kem, sữa', '□ Dạng khác (đề nghị ghi rõ)')).toEqual([['Dạng sản phẩm', 'choice', ['Kem, sữa', 'Dạng khác']], ['Dạng khác (đề nghị ghi rõ)', 'text']])
  })

  test('of names with a colon before each box', () => {
    expect(kindsOf('Đề nghị cấp theo hình thức:', 'Xét hồ sơ: □     Thi: □')).toEqual([['Đề nghị cấp theo hình thức', 'choice', ['Xét hồ sơ', 'Thi']]])
  })

  test('of dashes under a question, with or without the colon', () => {
    expect(kindsOf('Được lưu hành tự do tại:', '- Nước xuất khẩu: □', '- Nước sản xuất □')).toEqual([['Được lưu hành tự do tại', 'choices', ['Nước xuất khẩu', 'Nước sản xuất']]])
    expect(kindsOf('Cam kết như sau:', '- Đã đọc kỹ: □', 'Họ và tên: ......')).toEqual([['Đã đọc kỹ', 'tick'], ['Họ và tên', 'name']])
  })
})
