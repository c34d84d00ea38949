import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, holesOf, readLines } from './read-holes.ts'

const CENTRED = '<w:jc w:val="center"/>'
const heading = (words: string): string => para(run(words, '<w:b/>'), CENTRED)
const TITLE = heading('ĐƠN ĐỀ NGHỊ')
const NAME = 'Tôi tên là: ............'
const DATE = '............, ngày ..... tháng ..... năm .......'
const SIGN = '(Ký, ghi rõ họ tên)'

describe('an office\'s own part', () => {
  test('needs no name of an office below the signature of who applies', () => {
    const rest = ['Căn cứ vào đơn đề nghị của: ............', 'Xác nhận người bệnh: ............ Tuổi: ............']
    expect(holesOf(readLines(TITLE, NAME, DATE, SIGN, heading('XÁC NHẬN'), ...rest))).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, NAME, DATE, SIGN, heading('KẾT QUẢ XÁC MINH'), '............'))).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, NAME, DATE, SIGN, heading('XÁC NHẬN CỦA CHỦ HỘ'), ...rest))).toHaveLength(4)
  })

  test('ends where another paper begins', () => {
    const motto = heading('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(holesOf(readLines(TITLE, NAME, DATE, SIGN, heading('XÁC NHẬN CỦA CƠ QUAN'), 'Lý do: ............', motto, 'Nơi sinh: ............'))).toEqual(['Tôi tên là: name', 'Nơi sinh: place'])
  })

  test('is all below a heading that has a row of the table for itself', () => {
    const form = (words: string) => readLines(TITLE, NAME, bordered([[heading(words)], ['Thời gian kiểm tra: ............'], ['Đơn vị kiểm tra: ............']]))
    expect(holesOf(form('DÀNH CHO CƠ QUAN KIỂM TRA'))).toEqual(['Tôi tên là: name'])
    expect(form('ĐỀ XUẤT CỦA CHỦ XE (gửi đơn vị bảo hiểm)').holes).toHaveLength(3)
  })

  test('is a line that a bracket below it gives to an authority', () => {
    const cells = (left: string, right: string): string => table([[para('Số: ............') + para(left), para('Số: ............') + para(right)]])
    const form = readLines(TITLE, cells('(Dành cho tổ chức, cá nhân đăng ký ghi)', '(Dành cho cơ quan kiểm tra ghi)'), NAME)
    expect(form.holes).toHaveLength(2)
    expect(form.notAsked.filter(({ why }) => why === 'officialUse')).toHaveLength(1)
  })

  test('is when somebody may come back', () => {
    expect(holesOf(readLines(TITLE, NAME, '(4) Thời gian hẹn: ............'))).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, NAME, 'Thời gian học: ............'))).toHaveLength(2)
  })
})

describe('dots above a signature', () => {
  test('are for who signs, in a cell behind a label too', () => {
    const signers = para(run('Chữ ký của các thân nhân', '<w:b/>')) + para('Người thứ nhất: ............') + para(SIGN) + para('Người thứ hai: ............') + para(SIGN)
    expect(holesOf(readLines(TITLE, NAME, DATE, table([[signers, para('')]])))).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, NAME, table([[para(''), para(DATE, CENTRED) + para('.....(3).....') + para(SIGN)]]), 'Ghi chú:', '(3): Người làm đơn.'))).toEqual(['Tôi tên là: name'])
  })

  test('and the name and certificate of a tax agent beside the payer', () => {
    const agent = (words: string): string => heading(words) + para('Họ và tên: ............') + para('Chứng chỉ hành nghề số: ............')
    const form = (words: string) => readLines(TITLE, NAME, table([[agent(words), para(DATE, CENTRED) + para(SIGN)]]))
    expect(holesOf(form('NHÂN VIÊN ĐẠI LÝ THUẾ'))).toEqual(['Tôi tên là: name'])
    expect(form('NGƯỜI PHỤ TRÁCH CHUYÊN MÔN').holes).toHaveLength(3)
  })

  test('answer what asks above them', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Lý do:', '........................', SIGN))).toEqual(['Tôi tên là: name', 'Lý do: text'])
  })
})

describe('opinions of other persons', () => {
  test('are asked in the row of the signatures, where a bracket says what to write', () => {
    const side = (words: string, bracket: string): string => para(DATE, CENTRED) + heading(words) + para(bracket, CENTRED) + para('') + para('')
    const form = readLines(TITLE, NAME, table([[side('Ý KIẾN CỦA CHỦ HỘ', '(Ghi rõ nội dung và ký, ghi rõ họ tên)'), side('NGƯỜI KÊ KHAI', SIGN)]]))
    expect(holesOf(form)).toEqual(['Tôi tên là: name', expect.stringMatching(/Ý KIẾN CỦA CHỦ HỘ: longText$/)])
  })

  test('are asked below a signature in the same cell', () => {
    const form = readLines(table([[[TITLE, para(NAME), para(DATE), para(SIGN), para('Ý kiến của cha và mẹ'), para('........................'), para('........................')].join('')]]))
    expect(holesOf(form)).toEqual(['Tôi tên là: name', expect.stringMatching(/Ý kiến của cha và mẹ: longText$/)])
  })
})

describe('what a letter prints beside its questions', () => {
  test('is the name of the body level with the motto of a second letter', () => {
    const head = table([[para('SỞ Y TẾ TỈNH ......') + para('Số: ......'), heading('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + para('______')]])
    const form = readLines(TITLE, NAME, head, heading('THÔNG BÁO'), 'Nơi sinh: ............')
    expect(holesOf(form)).toEqual(['Tôi tên là: name', '[Thông báo] Nơi sinh: place'])
  })

  test('is who receives it, and not where goods are received', () => {
    expect(holesOf(readLines(TITLE, NAME, '- Chi cục Quản lý thị trường ...... (để biết);', 'Nơi nhận hàng: ............'))).toEqual(['Tôi tên là: name', expect.stringMatching(/^Nơi nhận hàng: /)])
  })

  test('is whom it asks again', () => {
    expect(holesOf(readLines(TITLE, NAME, 'Kính đề nghị ... cho phép tôi mang thuốc ra nước ngoài.'))).toEqual(['Tôi tên là: name'])
  })

  test('is a basis, but not what the person applies for behind it', () => {
    expect(holesOf(readLines(TITLE, 'Căn cứ Luật Luật sư, tôi xin đăng ký tham dự kiểm tra đợt ......... năm .........'))).toHaveLength(2)
    expect(holesOf(readLines(TITLE, NAME, 'Căn cứ Luật số .........'))).toEqual(['Tôi tên là: name'])
  })

  test('is how to tick', () => {
    expect(holesOf(readLines(TITLE, NAME, '☐ Đánh dấu vào ô thích hợp'))).toEqual(['Tôi tên là: name'])
    expect(holesOf(readLines(TITLE, NAME, '☐ Đánh dấu hàng hóa'))).toHaveLength(2)
  })
})

test('dots are for who signs where a note or the line below says how', () => {
  const labels = (...lines: readonly string[]): readonly string[] => readLines(...lines).holes.map(({ label }) => label)
  expect(labels('ĐƠN', 'Địa chỉ: ............', '............(2)............', 'Ghi chú:', '(1) Ghi rõ địa chỉ.', '(2) Tổ chức, cá nhân ký đơn, ghi rõ họ tên và đóng dấu.')).toEqual(['Địa chỉ'])
  expect(labels('ĐƠN', 'Địa chỉ: ............', '............', '(Ghi rõ họ tên, chữ ký, chức vụ)')).toEqual(['Địa chỉ'])
  expect(labels('ĐƠN', 'Địa chỉ: ............', 'Vào sổ đăng ký: Số .../HQ')).toEqual(['Địa chỉ'])
})
