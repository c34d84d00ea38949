import { describe, expect, test } from 'vitest'
import type { Hole } from '../../../forms/documents/hole.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { makeDocx, para, run, table, type Parts } from '../make-docx.ts'

const read = (body: string, parts: Parts = {}) => readForm(makeDocx(body, parts))
const brief = ({ label, kind }: Hole): string => `${label}: ${kind}`
const holes = (body: string, parts: Parts = {}): readonly string[] => read(body, parts).holes.map(brief)

const leaderTab = (position = 9000, leader = 'dot'): string => `<w:tabs><w:tab w:val="left" w:pos="${position}" w:leader="${leader}"/></w:tabs>`
const TAB = '<w:r><w:tab/></w:r>'

describe('what a hole is printed with', () => {
  test.each([
    ['dots', 'Họ và tên: ..............'],
    ['ellipses', 'Họ và tên: ………………'],
    ['underscores', 'Họ và tên: ______________'],
    ['dots with blanks', 'Họ và tên: . . . . . . .'],
    ['a placeholder', 'Họ và tên: {ho_ten}'],
    ['a placeholder before dots', 'Họ và tên: {{ho_ten}} ......'],
    ['a merge field\'s sign', 'Họ và tên: «HoTen»'],
  ])('%s', (_, text) => {
    expect(holes(para(text.replaceAll('<', '&lt;')))).toEqual(['Họ và tên: name'])
  })

  test('tab stops with a leader of dots or a line, of the paragraph or of its style', () => {
    expect(holes(para(run('Nơi sinh:') + TAB, leaderTab()))).toEqual(['Nơi sinh: place'])
    expect(holes(para(run('Nơi sinh:') + TAB, leaderTab(9000, 'underscore')))).toEqual(['Nơi sinh: place'])
    const styles = `<w:style w:type="paragraph" w:styleId="Base"><w:pPr>${leaderTab()}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Line"><w:basedOn w:val="Base"/></w:style>`
    expect(holes(para(run('Nơi sinh:') + TAB, '<w:pStyle w:val="Line"/>'), { styles })).toEqual(['Nơi sinh: place'])
    expect(holes(para(run('Nơi sinh:') + TAB + run('x')))).toEqual([])
  })

  test('a full name whose dots were lost, above lines that have theirs; what heads a part asks nothing', () => {
    expect(holes(para('Họ, chữ đệm, tên người yêu cầu:') + para('Ngày, tháng, năm sinh:............') + para('Người làm chứng:') + para('Nơi cư trú:............')))
      .toEqual(['Họ, chữ đệm, tên người yêu cầu: name', 'Ngày, tháng, năm sinh: date', 'Nơi cư trú: address'])
  })

  test('dots behind a word of a bracket that explains say and so on; the number of a law is not asked for', () => {
    expect(holes(para('Vận động (nêu rõ khả năng bò, đi, cầm nắm đồ vật… của trẻ em nhỏ tuổi): ..............'))).toEqual([expect.stringMatching(/^Vận động/)])
    expect(holes(para('Đủ điều kiện theo Nghị định số: ……../2016/NĐ-CP để làm ngành, nghề: ................'))).toHaveLength(1)
    expect(holes(para('Theo Quyết định số ........ ngày ..... tháng ..... năm ........'))).toHaveLength(2)
  })

  test('roman letters that are raised are marks of notes; a rule of underscores below a title parts and asks nothing', () => {
    const raised = '<w:vertAlign w:val="superscript"/>'
    expect(holes(para('TỜ KHAI', '<w:jc w:val="center"/>') + para('I. THÔNG TIN CHUNG') + para(run('1. Ngày thành lập:') + run('iv', raised)) + para(run('2. Số lượng thành viên:') + run('v', raised)) + para('Chúng tôi cam kết nội dung trên là đúng.')))
      .toEqual(['Ngày thành lập: date', 'Số lượng thành viên: quantity'])
    expect(holes(para('ĐƠN ĐỀ NGHỊ', '<w:jc w:val="center"/>') + para('Về việc tạm ngừng', '<w:jc w:val="center"/>') + para('___________', '<w:jc w:val="center"/>') + para('Tên doanh nghiệp: ..........'))).toEqual(['Tên doanh nghiệp: organisation'])
  })

  test('a list of questions without dots goes on with whatever it asks; under a heading the bracket behind the dots says what', () => {
    expect(holes(para('1. Số lượng thành viên:') + para('2. Tỷ lệ trích lập quỹ chung:') + para('3. Doanh thu hằng năm từ các dịch vụ:') + para('Chúng tôi cam kết nội dung trên là đúng.')))
      .toEqual(['Số lượng thành viên: quantity', expect.stringMatching(/^Tỷ lệ trích lập quỹ chung: /), expect.stringMatching(/^Doanh thu hằng năm từ các dịch vụ: /)])
    expect(holes(para('IV. CAM KẾT: ................... (tên hợp tác xã) cam kết:'))).toEqual(['Tên hợp tác xã: organisation'])
  })

  test('underlined blanks', () => {
    expect(holes(para(run('Họ và tên: ') + run('            ', '<w:u w:val="single"/>')))).toEqual(['Họ và tên: name'])
  })

  test('merge fields, form fields and content controls', () => {
    const complex = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD Ho_ten </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>«Ho_ten»</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const control = '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Bấm để nhập</w:t></w:r></w:sdtContent></w:sdt>'
    const form = read(para(run('Họ và tên: ') + complex) + para(`${run('Quốc tịch: ')}<w:fldSimple w:instr=" MERGEFIELD QT "><w:r><w:t>«QT»</w:t></w:r></w:fldSimple>`) + para(run('Nơi sinh: ') + control))
    expect(form.holes.map(brief)).toEqual(['Họ và tên: name', 'Quốc tịch: nationality', 'Nơi sinh: place'])
    expect(form.holes.map(({ places }) => places[0]?.marks[0]?.form)).toEqual(['field', 'field', 'field'])
  })

  test('decomposed Unicode is read as composed, and its place is that of the dots', () => {
    const [hole] = read(para('Họ và tên: .....'.normalize('NFD'))).holes
    expect(hole?.label).toBe('Họ và tên')
    expect(hole?.places).toHaveLength(1)
  })
})

describe('how many holes there are', () => {
  test('several in one line, units and continued lines', () => {
    expect(holes(para('Giới tính: ....... Dân tộc: ........ Quốc tịch: ........'))).toEqual(['Giới tính: sex', 'Dân tộc: ethnicity', 'Quốc tịch: nationality'])
    expect(holes(para('Diện tích: ........ m²; số tầng: ..... tầng; tổng vốn: ........ đồng.'))).toEqual(['Diện tích: area', 'số tầng: quantity', 'tổng vốn: money'])
    const [long, ...others] = read(para('Lý do: ........................') + para('........................') + para('........................')).holes
    expect([long?.kind, long?.places.map(({ role }) => role), others.length]).toEqual(['longText', ['line', 'line', 'line'], 0])
  })

  test('a date is one, with a place for each of its parts', () => {
    const [birth] = read(para('Sinh ngày ..... tháng ..... năm .......')).holes
    expect([birth?.label, birth?.kind, birth?.places.map(({ role }) => role)]).toEqual(['Sinh ngày', 'date', ['day', 'month', 'year']])
    expect(holes(para('Ngày sinh: ...../...../.........'))).toEqual(['Ngày sinh: date'])
    expect(holes(para('Giấy phép số ........ ngày .... tháng .... năm ..... do ............ cấp'))).toEqual(['Giấy phép số: documentNumber', 'ngày: date', 'do: issuePlace'])
  })

  test('a hole in mid-sentence is named by the words around it', () => {
    expect(holes(para('Là .............. của người có tên dưới đây'))).toEqual(['Là … của người có tên dưới đây: relation'])
  })

  test('three dots that mean and so on are none, nor is a form without any', () => {
    expect(holes(para('Giấy tờ gồm đơn, ảnh, bản sao,...'))).toEqual([])
    expect(read(para('Không có gì để điền.')).holes).toEqual([])
  })
})

const WINGDINGS = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
const CHECKBOX = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
const VML = '<w:r><w:pict><v:rect style="position:absolute;margin-left:10pt;width:12pt;height:12pt"/></w:pict></w:r>'
const DRAWN = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>100</wp:posOffset></wp:positionH><wp:extent cx="152400" cy="152400"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style="width:12pt;height:12pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'

describe('boxes', () => {
  test('yes and no are one question, whatever draws the boxes', () => {
    for (const box of [run('☐'), run('□'), run('[ ]'), WINGDINGS, CHECKBOX]) {
      const [hole, ...others] = read(para(run('Có thẻ bảo hiểm y tế: Có ') + box + run(' Không ') + box)).holes
      expect([hole?.label, hole?.kind, hole?.places.map(({ option }) => option), others.length]).toEqual(['Có thẻ bảo hiểm y tế', 'yesNo', ['Có', 'Không'], 0])
    }
    expect(holes(para('Có khuyết tật không? ☐ Không ☐ Có'))).toEqual(['Có khuyết tật không?: yesNo'])
  })

  test('boxes of one line are a choice; one of sex is a sex', () => {
    const [sex] = read(para('Giới tính: Nam ☐ Nữ ☐')).holes
    expect([sex?.kind, sex?.options]).toEqual(['sex', ['Nam', 'Nữ']])
    expect(read(para('Hình thức nhận: ☐ Trực tiếp ☐ Bưu chính ☐ Trực tuyến')).holes[0]?.options).toEqual(['Trực tiếp', 'Bưu chính', 'Trực tuyến'])
  })

  test('a list of boxes is one question: states exclude each other, wishes do not; dots behind one ask for more', () => {
    const [state, reason] = read(para('3. Tình trạng đi học') + para('☐ Chưa đi học (Lý do: ............)') + para('☐ Đang đi học')).holes
    expect([state?.label, state?.kind, state?.options]).toEqual(['Tình trạng đi học', 'choice', ['Chưa đi học', 'Đang đi học']])
    expect([reason?.label, reason?.optional]).toEqual(['Lý do', true])
    expect(read(para('4. Đề nghị: (Đánh dấu ☑ vào ô lựa chọn)') + para('a) Đề nghị cấp mới ☐') + para('b) Đề nghị cấp lại ☐') + para('c) Đề nghị cấp đổi ☐')).holes.map(({ kind }) => kind)).toEqual(['choices'])
  })

  test('a lonely box is a tick, drawn ones too, and what is drawn twice for old programs is read once', () => {
    expect(holes(para('Cam kết về việc đủ điều kiện: ☐'))).toEqual(['Cam kết về việc đủ điều kiện: tick'])
    expect(holes(para(VML + run(' Không kinh doanh tại trụ sở')))).toEqual(['Không kinh doanh tại trụ sở: tick'])
    const [hole] = read(para(DRAWN + run(' Không kinh doanh tại trụ sở'))).holes
    expect([hole?.kind, hole?.places.length]).toEqual(['tick', 1])
  })

  test('boxes that float over the cells of a row go to their cells', () => {
    const two = table([[para(VML + VML.replace('10pt', '200pt') + run('Cá nhân')), 'Hộ gia đình']])
    expect(read(para('6. Chủ thể thành lập:') + two).holes.map(({ label, options }) => [label, options])).toEqual([['Chủ thể thành lập', ['Cá nhân', 'Hộ gia đình']]])
  })
})
