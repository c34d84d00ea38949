import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>')
const bold = (text: string): string => para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')
const NAME = 'Họ và tên: ..........'

describe('who speaks in a sentence', () => {
  test('is asked for where a bracket names it, before what it asks or promises', () => {
    expect(holesOf(readLines(TITLE, NAME, '(Tên đơn vị được hỗ trợ….) đề nghị hỗ trợ như sau:'))).toEqual(['Họ và tên: name', 'Tên đơn vị được hỗ trợ: organisation'])
    expect(holesOf(readLines(TITLE, NAME, '(Tên tập thể) cam đoan những điều khai trên là đúng.'))).toEqual(['Họ và tên: name', expect.stringContaining('Tên tập thể')])
    expect(holesOf(readLines(TITLE, NAME, '(Tên giấy tờ được ghi ở mục trên)'))).toEqual(['Họ và tên: name'])
  })

  test('is asked for in square brackets with a capital as well', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Chúng tôi [Tên của doanh nghiệp] làm đơn đề nghị cấp phép.'))).toEqual(['Họ và tên: name', 'Tên của doanh nghiệp: organisation'])
  })

  test('is asked for in a letterhead where the mark of its note opens the line', () => {
    const head = table([[para('(1) ..............') + para('..............'), bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]])
    expect(holesOf(readLines(head, TITLE, NAME, 'Ghi chú:', '(1) Tên tổ chức đăng ký.'))[0]).toBe('Tên tổ chức đăng ký: organisation')
  })
})

describe('a decision', () => {
  test('that the form names no office for is one that the person was given', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Căn cứ Quyết định số ....... ngày .../.../20... của ........ về việc phê duyệt;'))).toHaveLength(4)
    expect(holesOf(readLines(TITLE, NAME, 'Căn cứ Quyết định số ....... ngày .../.../20... của Ủy ban nhân dân tỉnh về việc phê duyệt;'))).toHaveLength(1)
  })

  test('who did what to a paper stands between, and the code of its number is no label', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Đã được: ........... phê duyệt, theo Quyết định số: .......... ngày .../.../20...'))[1]).toMatch(/^Đã được … phê duyệt: /)
    expect(holesOf(readLines(TITLE, NAME, 'Theo Công văn số ...... /SCT-QLTM ngày .../.../20...')).at(-1)).toMatch(/^(ngày|Ngày): date$/)
  })

  test('bases in the same sentence as a report ask', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Căn cứ Thông tư số 04/2014/TT-BCT ngày 27 tháng 01 năm 2014, thương nhân báo cáo tình hình nhập khẩu mặt hàng ........'))).toHaveLength(2)
  })
})

describe('who signs', () => {
  const recipients = para(run('Nơi nhận:', '<w:b/>')) + para('Như trên;') + para('............;') + para('Lưu: VT')
  test('beside the recipients of a letter is not asked for, and neither are they', () => {
    expect(holesOf(readLines(TITLE, NAME, table([[recipients, bold('ĐẠI DIỆN TỔ CHỨC ......') + para('(Họ tên, chữ ký, đóng dấu)')]])))).toEqual(['Họ và tên: name'])
    expect(holesOf(readLines(TITLE, NAME, table([[recipients, para('............ (6)')]]), 'Hướng dẫn:', '(6) Ghi tổ chức, cá nhân đề nghị cấp phép.'))).toEqual(['Họ và tên: name'])
  })

  test('nor is an office that confirms in many words beside the date', () => {
    const office = para('Xác nhận của UBND xã, phường, thị trấn nơi đăng ký hộ khẩu thường trú hoặc cơ quan quản lý nhà nước, tổ chức chính trị, tổ chức chính trị - xã hội trực tiếp quản lý', '<w:jc w:val="center"/>') + para('', '')
    expect(holesOf(readLines(TITLE, NAME, table([[office, para('......, ngày ... tháng ... năm ...') + para('(Người khai ký)')]])))).toEqual(['Họ và tên: name'])
  })

  test('nor is a body that the letter goes to', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Đề nghị Quý cơ quan .... cấp Giấy chứng nhận.'))).toEqual(['Họ và tên: name'])
  })
})

describe('a title', () => {
  test('may ask with its last words', () => {
    const title = para(run('ĐƠN ĐĂNG KÝ HẠN NGẠCH NĂM ......', '<w:b/>'), '<w:jc w:val="center"/>')
    const form = readLines(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), title, 'Kính gửi: Bộ Công Thương', NAME)
    expect(holesOf(form)).toEqual([expect.stringMatching(/^ĐƠN ĐĂNG KÝ HẠN NGẠCH NĂM: /), 'Họ và tên: name'])
  })
})

test('a number whose dots were lost but for one is asked, and so is why', () => {
  expect(holesOf(readLines(TITLE, NAME, 'Căn cước công dân số:.'))).toEqual(['Họ và tên: name', 'Căn cước công dân số: identityNumber'])
  expect(holesOf(readLines(TITLE, NAME, 'Lý do đề nghị cấp lại:', 'Hồ sơ kèm theo gồm có:', table([[para(''), bold('NGƯỜI ĐỀ NGHỊ')]]))).slice(1)).toEqual([expect.stringMatching(/^Lý do đề nghị cấp lại: /), expect.stringMatching(/^Hồ sơ kèm theo gồm có: /)])
})

describe('a title is no heading of a column', () => {
  const price = bordered([['STT', 'Nội dung', 'Số lượng', bold('Đơn giá'), 'Thành tiền'], ['', '', '', '', '']])
  test('whatever word it begins with', () => {
    const form = readLines(bold('DỰ TOÁN KINH PHÍ CHI TIẾT'), 'Tên chương trình: ..........', price)
    expect(form.title).toBe('DỰ TOÁN KINH PHÍ CHI TIẾT')
    expect(form.holes.map(({ label }) => label)).toEqual(['Tên chương trình', 'Nội dung', 'Số lượng', 'Đơn giá', 'Thành tiền'])
  })
})

describe('labels', () => {
  test('say what is counted behind the dots, and in which letters a name is written', () => {
    expect(holesOf(readLines(TITLE, 'Có: .......... hiện vật kèm theo'))).toEqual([expect.stringMatching(/^Có … hiện vật kèm theo: /)])
    expect(holesOf(readLines(TITLE, 'Họ tên (Ghi đầy đủ bằng chữ in thường, không viết tắt): ..........'))[0]).toMatch(/^Họ tên \(Ghi đầy đủ/)
    expect(holesOf(readLines(TITLE, 'Tổng kinh phí là .......... triệu đồng, bao gồm:', '1. ..........', '2. ..........')).at(-1)).toMatch(/bao gồm: text$/)
  })

  test('of an address above its kinds head them', () => {
    expect(holesOf(readLines(TITLE, '1. Tên tổ chức:', '2. Địa chỉ:', '- Địa chỉ đăng ký kinh doanh;', '- Địa chỉ liên lạc (nếu khác)', '3. Số điện thoại:')).filter((hole) => /Địa chỉ: /.test(hole))).toEqual([])
  })

  test('of an applying body in the letterhead ask; that of the body above it does not', () => {
    expect(holesOf(readLines('(TÊN TỔ CHỨC)..............', TITLE, NAME))[0]).toMatch(/TÊN TỔ CHỨC/)
    expect(holesOf(readLines('TÊN CƠ QUAN CHỦ QUẢN ..............', TITLE, NAME))).toEqual(['Họ và tên: name'])
  })
})

test('place and date are such with blanks for day and month beside dots for the place', () => {
  expect(holesOf(readLines(TITLE, NAME, '………..., ngày       tháng     năm 20 ...'))).toEqual(['Họ và tên: name'])
})

describe('an office', () => {
  const signature = para('Thành phố Hồ Chí Minh, ngày    tháng    năm') + bold('NGƯỜI LÀM ĐƠN') + para('(Ký, ghi rõ họ tên)')
  test('that confirms in the middle of its cell has all of it', () => {
    const office = para('Đơn có giá trị từ ..... giờ ..... đến ..... giờ') + bold('XÁC NHẬN') + bold('CỦA BAN QUẢN LÝ CỤM NHÀ ......')
    expect(holesOf(readLines(TITLE, NAME, table([[office, signature]])))).toEqual(['Họ và tên: name'])
  })

  test('signs on behalf of another, and fills in what stands below its name', () => {
    expect(holesOf(readLines(TITLE, NAME, table([['', bold('TL. GIÁM ĐỐC') + bold('TRƯỞNG BAN QUẢN LÝ CỤM NHÀ ......')]])))).toEqual(['Họ và tên: name'])
    expect(holesOf(readLines(TITLE, NAME, table([[bold('Cơ quan tiếp nhận, thẩm định') + bold('Tờ khai phí ngày ......'), signature]])))).toEqual(['Họ và tên: name'])
    expect(holesOf(readLines(TITLE, NAME, 'Cơ quan giải quyết: ..........'))).toHaveLength(2)
  })

  test('confirms at the left of the place and date, whose month is blank', () => {
    const line = para('<w:r><w:t>Xác nhận của Lãnh đạo ban quản lý</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Tp. Hồ Chí Minh, ngày......   tháng     năm......</w:t></w:r>')
    expect(holesOf(readLines(TITLE, NAME, line))).toEqual(['Họ và tên: name'])
  })
})

test('an opened quotation mark is no part of a label, and bases may end in a request', () => {
  expect(holesOf(readLines(TITLE, 'Kỷ niệm chương “..........” năm 20.....'))[0]).toMatch(/^Kỷ niệm chương: /)
  expect(holesOf(readLines(TITLE, NAME, 'Căn cứ vào các quy định hiện hành, kính đề nghị Tổng cục Du lịch thu hồi giấy phép số: ..........'))).toHaveLength(2)
})
