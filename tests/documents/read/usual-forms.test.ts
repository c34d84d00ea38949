import { describe, expect, test } from 'vitest'
import { para, run, table } from '../make-docx.ts'
import { bordered, readLines } from './read-holes.ts'

const DOTS = '....................'
const CENTRED = '<w:jc w:val="center"/>'
const TITLE = para(run('ĐƠN ĐỀ NGHỊ CẤP THẺ', '<w:b/>'), CENTRED)
const broken = (...lines: readonly string[]): string => lines.join('</w:t><w:br/><w:t>')
const labels = (...lines: readonly string[]): readonly string[] => readLines(...lines).holes.map(({ label }) => label)
const withKinds = (...lines: readonly string[]): readonly string[] => readLines(TITLE, ...lines).holes.map(({ label, kind }) => `${label}: ${kind}`)

const HEADS: readonly (readonly string[])[] = [
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', '---------------', TITLE],
  [table([['TÊN ĐƠN VỊ ...........', broken('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc')], ['Số: ....../......', '........., ngày ... tháng ... năm 20...']]), TITLE],
  ['Mẫu số 01/ĐK (Ban hành kèm theo Thông tư số 02/2020/TT-BTP ngày 28/5/2020)', para('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', CENTRED), para('Độc lập – Tự do – Hạnh phúc', CENTRED), '………, ngày …… tháng …… năm ……', TITLE],
  ['Mẫu TK1-TS', TITLE, para('(Dùng cho cá nhân)', CENTRED)],
]
const ADDRESSED: readonly (readonly string[])[] = [
  ['Kính gửi: Ủy ban nhân dân xã/phường ..................', 'huyện ..................'], ['Kính gửi(1): ……………'], ['Kính gửi: - Sở Xây dựng tỉnh ............;', '- Ủy ban nhân dân .............'],
  [table([['Kính gửi:', 'Phòng Tư pháp quận ..........']])], [table([['Kính gửi:', broken('Văn phòng Đăng ký đất đai/Chi nhánh trực thuộc', 'Văn phòng Đăng ký đất đai ..........')]])], ['Kính gửi: Công an ........(2)........'], [],
]
const SIGNED: readonly (readonly string[])[] = [
  ['Hà Nội, ngày ..... tháng ..... năm .....', 'Người làm đơn', '(Ký, ghi rõ họ tên)'], [table([['', broken('........., ngày ... tháng ... năm ...', 'NGƯỜI ĐỀ NGHỊ', '(Ký và ghi rõ họ tên)')]])],
  ['Làm tại: .........., ngày .... tháng .... năm ....', 'Người yêu cầu', '(Ký, ghi rõ họ, chữ đệm, tên)', '.....................'],
  [table([[broken('XÁC NHẬN CỦA UBND XÃ', '................', 'Ngày ... tháng ... năm ...', '(Ký, đóng dấu)'), broken('Ngày ... tháng ... năm ...', 'Người khai', '(Ký, ghi rõ họ tên)')]])],
  [table([[broken('Nơi nhận:', '- Như trên;', '- Lưu: ....'), broken('ĐẠI DIỆN TỔ CHỨC', '(Ký tên, đóng dấu)')]])], ['Xác nhận của cơ quan, đơn vị công tác:', '................................', '(Ký tên, đóng dấu)'], [],
]

describe('what stands around the questions is not asked', () => {
  test.each(HEADS.map((head, i) => [i, head] as const))('letterhead %i, whomever it greets and whoever signs', (_i, head) => {
    for (const addressed of ADDRESSED) for (const signed of SIGNED) {
      const asked = labels(...head, ...addressed, `Tôi tên là: ${DOTS}`, `Ngày sinh: ${DOTS}`, `Lý do: ${DOTS}`, DOTS, 'Tôi cam đoan những lời khai trên là đúng sự thật.', ...signed)
      expect(asked, [...addressed, ...signed].join(' ¶ ')).toEqual(['Tôi tên là', 'Ngày sinh', 'Lý do'])
    }
  })
})

const leader = (...stops: readonly number[]): string => `<w:tabs>${stops.map((at) => `<w:tab w:val="left" w:leader="dot" w:pos="${at}"/>`).join('')}</w:tabs>`
const tabbed = (text: string, ...stops: readonly number[]): string => para(text.split('\t').map((part, i) => `${i > 0 ? '<w:r><w:tab/></w:r>' : ''}${run(part)}`).join(''), leader(...stops))

describe('room for an answer', () => {
  test.each(['Lý do', 'Nội dung đề nghị', 'Ghi chú', 'Quá trình công tác'])('of %s goes on below, in dots of any kind', (label) => {
    for (const more of [[DOTS], [DOTS, DOTS], [tabbed('\t', 9000)], ['…………………………'], ['_______________________']]) {
      expect(labels(TITLE, `3. ${label}: ${DOTS}`, ...more, `Tên: ${DOTS}`)).toEqual([label, 'Tên'])
      expect(labels(TITLE, `${label}:`, DOTS, ...more, `Tên: ${DOTS}`), more.join(' ¶ ')).toEqual([label, 'Tên'])
    }
  })

  test('is drawn by tabs, one or two on a line, with a colon or without', () => {
    for (const label of ['Họ và tên', 'Địa chỉ', 'Quê quán', 'Số CCCD']) for (const end of [': ', ':', ' ']) {
      expect(labels(TITLE, tabbed(`2. ${label}${end}\t`, 9000), tabbed('\t', 9000), `Lý do: ${DOTS}`)).toEqual([label, 'Lý do'])
      expect(labels(TITLE, tabbed(`${label}${end}\tĐiện thoại${end}\t`, 5000, 9000))).toEqual([label, 'Điện thoại'])
    }
  })

  test.each([['Diện tích', 'm2', 'area'], ['Tổng số', 'người', 'quantity'], ['Mức lương', 'đồng/tháng', 'money'], ['Chiều cao', 'm', 'number'], ['Thời hạn', 'tháng', 'quantity'], ['Khối lượng', 'kg', 'number'], ['Số bản', 'bản', 'quantity']])('of %s has %s behind it, and what else is asked', (label, unit, kind) => {
    for (const end of [':', '']) {
      for (const stop of ['', '.', ';']) expect(withKinds(`- ${label}${end} ${DOTS} ${unit}${stop}`)).toEqual([`${label}: ${kind}`])
      expect(withKinds(`- ${label}${end} ${DOTS} ${unit}, địa chỉ: ${DOTS}`)).toEqual([`${label}: ${kind}`, 'địa chỉ: address'])
    }
  })

  test('stands in cells beside each other', () => {
    const four = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Nơi cấp']
    for (const drawn of [table, bordered]) {
      expect(labels(TITLE, drawn([[`Họ và tên: ${DOTS}`, `Ngày sinh: ${DOTS}`], [`Số CCCD: ${DOTS}`, `Nơi cấp: ${DOTS}`]]))).toEqual(four)
      expect(labels(TITLE, drawn([['Họ và tên:', DOTS, 'Ngày sinh:', DOTS], ['Số CCCD:', DOTS, 'Nơi cấp:', DOTS]]))).toEqual(four)
    }
    expect(labels(TITLE, bordered([['Họ và tên', '', 'Ngày sinh', ''], ['Số CCCD', '', 'Nơi cấp', '']]))).toEqual(four)
  })

  test.each(['Hồ sơ gửi kèm gồm có', 'Tài liệu kèm theo', 'Giấy tờ kèm theo gồm', 'Kèm theo đơn này là các giấy tờ sau'])('for enclosures: %s', (heading) => {
    const lists = [[`1. ${DOTS}`, `2. ${DOTS}`], [`- ${DOTS}`, `- ${DOTS}`], [`(1) ${DOTS}`, `(2) ${DOTS}`, `(3) ${DOTS}`], ['1. Bản sao giấy khai sinh;', `2. ${DOTS}`], ['- Bản sao hộ khẩu;', `- ${DOTS};`], [DOTS, DOTS], [`a) ${DOTS}`, `b) ${DOTS}`], ['1.', '2.', '3.']]
    for (const list of lists) expect(labels(TITLE, `Tên: ${DOTS}`, `${heading}:`, ...list, 'Tôi cam đoan lời khai là đúng.'), list.join(' ¶ ')).toEqual(['Tên', heading])
  })
})
