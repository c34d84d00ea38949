import { describe, expect, test } from 'vitest'
import { bordered, holesOf, readLines } from './read-holes.ts'

const box = (points: number): string => `<w:r><w:pict><v:rect style="position:absolute;margin-left:${points}pt;width:15pt;height:13pt"/></w:pict></w:r>`
const line = (boxes: readonly number[], words: string): string => `<w:p>${boxes.map(box).join('')}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

describe('drawn boxes that are anchored where the line begins', () => {
  test('stand behind the words that wide blanks part, over two lines', () => {
    const form = readLines('ĐƠN', line([400, 190], '2. Đề nghị: - Đăng ký quyền                  Đăng ký quản lý'), line([400, 190], '                   - Cấp giấy về đất            Cấp giấy về nhà'))
    expect(form.holes.map(({ label, options }) => [label, options])).toEqual([['Đề nghị', ['Đăng ký quyền', 'Đăng ký quản lý', 'Cấp giấy về đất', 'Cấp giấy về nhà']]])
  })

  test('stand behind a last colon without dots', () => {
    expect(holesOf(readLines('TỜ KHAI', line([520], 'Số căn cước: ………………   Gia đình liệt sĩ:      ')))).toEqual(['Số căn cước: identityNumber', 'Gia đình liệt sĩ: tick'])
  })

  test('go on with no other question than a choice', () => {
    expect(holesOf(readLines('TỜ KHAI', 'Giới tính: Nam ☐ Nữ ☐', '- Độc thân ☐ Có gia đình ☐')).map((hole) => hole.split(': ').at(-1))).toEqual(['sex', 'choice'])
  })

  test('stay where they are before the words of a line', () => {
    expect(holesOf(readLines('TỜ KHAI', line([10], 'Cấp lại giấy phép'), line([10], 'Cấp đổi giấy phép')))).toEqual(['Cấp lại giấy phép, Cấp đổi giấy phép: choice'])
  })
})

describe('lonely boxes', () => {
  test('below a heading that asks for a way are one choice, with what each way asks', () => {
    const form = readLines('ĐƠN', '- Hình thức nhận tiền:', '+ Tiền mặt: ☐', 'Địa chỉ nhận: ……………', '+ Chuyển khoản: ☐', 'Số tài khoản: ……………', '- Lý do: ……………')
    expect(form.holes.map(({ label, kind, optional }) => `${label}: ${kind}${optional ? '?' : ''}`)).toEqual(['Hình thức nhận tiền: choice', 'Địa chỉ nhận: address?', 'Số tài khoản: bankAccount?', 'Lý do: text'])
  })

  test('stay ticks where there is but one, or no such heading', () => {
    expect(holesOf(readLines('ĐƠN', '- Hình thức nhận tiền:', '+ Tiền mặt: ☐', 'Tôi xin cam đoan.'))).toEqual(['[Hình thức nhận tiền] Tiền mặt: tick'])
    expect(readLines('ĐƠN', '+ Lần đầu: ☐', 'Số: ……………', '+ Bổ sung: ☐').holes.map(({ kind }) => kind)).toEqual(['tick', 'documentNumber', 'tick'])
  })
})

test('a part of the office in a table goes on in the rows below its heading', () => {
  const form = readLines('ĐƠN', bordered([['I. PHẦN KÊ KHAI'], ['Họ và tên: ………………'], ['II. XÁC NHẬN CỦA ỦY BAN NHÂN DÂN XÃ'], ['1. Nguồn gốc đất: ………………'], ['III. PHẦN BỔ SUNG'], ['Số điện thoại: ………………']]))
  expect(form.holes.map(({ label }) => label)).toEqual(['Họ và tên', 'Số điện thoại'])
})

test('a tall row with persons below each other asks in each column, over its lines', () => {
  const lines = (...words: readonly string[]): string => words.join('</w:t></w:r></w:p><w:p><w:r><w:t>')
  const form = readLines('LÝ LỊCH', bordered([['Quan hệ', 'Họ và tên', 'Năm sinh'], [lines('Bố, mẹ', '…………', 'Vợ'), lines('…………', '…………'), lines('…………', '…………')]]))
  expect(holesOf(form)).toEqual(['Họ và tên: name', 'Năm sinh: year'])
  expect(form.holes[0]?.places).toHaveLength(2)
  const labelled = readLines('TỜ KHAI', bordered([['Nội dung', 'Năm trước', 'Năm nay'], [lines('Doanh thu', 'bán hàng'), lines('…………', '…………'), lines('…………', '…………')]]))
  expect(holesOf(labelled)).toEqual(['[Năm trước] Doanh thu bán hàng: money', '[Năm nay] Doanh thu bán hàng: money'])
})

test('what stands behind a colon after dots is asked of the words before both', () => {
  expect(readLines('ĐƠN', 'Kết quả học tập năm học …………: ………… Xếp loại: …………').holes.map(({ label }) => label)).toEqual(['Kết quả học tập năm học', 'Kết quả học tập năm học …', 'Xếp loại'])
})

const at = (left: number, top: number): string => `<w:r><w:pict><v:rect style="position:absolute;margin-left:${left}pt;margin-top:${top}pt;width:15pt;height:13pt"/></w:pict></w:r>`
const cell = (...paragraphs: readonly string[]): string => `<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>${paragraphs.map((runs) => `<w:p>${runs}</w:p>`).join('')}</w:tc>`
const words = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const row = (...cells: readonly string[]): string => `<w:tbl><w:tblPr/><w:tr>${cells.join('')}</w:tr></w:tbl>`
const choicesOf = (...lines: readonly string[]): readonly unknown[] => readLines('ĐƠN', ...lines).holes.map(({ label, kind, options }) => [label, kind, options])

describe('boxes that float', () => {
  test('before words that wide blanks part go by where they lie, and what is drawn twice or far below is none', () => {
    expect(choicesOf('10. Quy mô của đơn vị:', `<w:p>${at(302, 1)}${at(176, 1)}${words('         Siêu nhỏ;')}${at(30, 1)}${at(227, 546)}${words('         Nhỏ;')}${at(30, 1)}${words('         Vừa')}</w:p>`)).toEqual([['Quy mô của đơn vị', 'choice', ['Siêu nhỏ', 'Nhỏ', 'Vừa']]])
  })

  test('drawn twice are ticked where nothing covers the tick', () => {
    const form = readLines('ĐƠN', '10. Quy mô:', `<w:p>${at(302, 1)}${at(30, 1)}${words('         Nhỏ;')}${at(30, 1)}${words('         Vừa')}</w:p>`)
    const starts = form.holes[0]?.places.map(({ marks: [mark] }) => (mark?.form === 'box' ? mark.range.start : 0)) ?? []
    expect([form.holes[0]?.options, (starts[0] ?? 0) > (starts[1] ?? 0)]).toEqual([['Nhỏ', 'Vừa'], true])
  })

  test('in a cell of their own answer the lines of the cell before, from top to bottom', () => {
    expect(choicesOf('Thay đổi chủ hộ do:', row(cell(words('Ủy quyền cho thành viên khác'), words('Chủ hộ chết')), cell(`${at(30, 79)}${at(30, 14)}`)))).toEqual([['Thay đổi chủ hộ do', 'choice', ['Ủy quyền cho thành viên khác', 'Chủ hộ chết']]])
  })

  test('left of their own cell belong to the one before', () => {
    expect(choicesOf('Chủ thể thành lập:', row(cell(words('Cá nhân')), cell(`${at(4, 0)}${at(-150, 0)}${words(' Các thành viên hộ gia đình')}`)))).toEqual([['Chủ thể thành lập', 'choice', ['Cá nhân', 'Các thành viên hộ gia đình']]])
  })
})

test('a heading among options of which one is to be ticked heads those below it', () => {
  expect(choicesOf('8.2. Đối với người mua nhà thì đánh dấu vào một trong hai ô dưới đây:', '- Trường hợp độc thân ☐', '- Trường hợp đã kết hôn:', '+ Cả hai thuộc đối tượng ☐', '+ Một người thuộc đối tượng ☐').map((hole) => (hole as readonly unknown[])[2])).toEqual([['Trường hợp độc thân', 'Cả hai thuộc đối tượng', 'Một người thuộc đối tượng']])
})

test('a question below a list of ways is no heading of theirs', () => {
  expect(readLines('ĐƠN', 'Hình thức nhận kết quả:', '☐ Trực tiếp', '☐ Bưu điện', '- Địa chỉ nhận:', 'Tôi xin cam đoan.').holes.map(({ label }) => label)).toEqual(['Hình thức nhận kết quả', 'Địa chỉ nhận'])
})

test('the mark of a variant that is left of a box is a box', () => {
  expect(choicesOf('\u{E0100} Có nhu cầu cấp mới', '\u{E0100} Không có nhu cầu cấp mới')[0]).toMatchObject([expect.any(String), 'choice', ['Có nhu cầu cấp mới', 'Không có nhu cầu cấp mới']])
})

test('boxes go on behind what one of the options asks', () => {
  const form = readLines('ĐƠN', '3. Đề nghị thanh toán qua hình thức:', '☐ Tài khoản: Tên tài khoản …………… số tài khoản ……………', 'Ngân hàng ……………', '☐ Bưu điện', '☐ Trực tiếp')
  expect(form.holes.map(({ label, kind, options }) => [label, kind, options].filter((part) => part !== undefined))).toEqual([
    ['Đề nghị thanh toán qua hình thức', 'choice', ['Tài khoản', 'Bưu điện', 'Trực tiếp']], ['Tên tài khoản', expect.any(String)], ['số tài khoản', 'bankAccount'], ['Ngân hàng', expect.any(String)],
  ])
})

test('a wish is asked by its last clause', () => {
  expect(choicesOf('Sau khi tìm hiểu quy định về trợ cấp hưu trí xã hội, tôi đề nghị:', '☐ Hưởng trợ cấp', '☐ Thôi hưởng trợ cấp')[0]).toMatchObject(['tôi đề nghị', expect.any(String), ['Hưởng trợ cấp', 'Thôi hưởng trợ cấp']])
})
