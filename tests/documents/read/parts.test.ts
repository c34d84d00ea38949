import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Hole } from '../../../forms/documents/hole.ts'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { makeDocx, para, run, table as bare, type Parts } from '../make-docx.ts'

const BORDERS = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
const table = (rows: readonly (readonly string[])[]): string => bare(rows).replace('<w:tblPr/>', BORDERS)
const read = (body: string, parts: Parts = {}) => readForm(makeDocx(body, parts))
const brief = ({ label, kind }: Hole): string => `${label}: ${kind}`
const holes = (body: string): readonly string[] => read(body).holes.map(brief)
const bold = (text: string): string => para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')

describe('a letter', () => {
  test('without a title is read from its \'Kính gửi\' on, and named by its subject, whatever stands in capitals below', () => {
    const form = read(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + para('V/v đề nghị cấp giấy chứng nhận') + para('......, ngày ..... tháng ..... năm ......') + para('Kính gửi: ....................')
      + para('Tên cơ sở kinh doanh: ...............') + para('Địa chỉ: ...............') + para('Lý do đề nghị: ...............') + bold('HỒ SƠ GỬI KÈM') + para('(thống kê tài liệu)'))
    expect({ title: form.title, holes: form.holes.map(brief) }).toEqual({ title: 'Đề nghị cấp giấy chứng nhận', holes: ['Tên cơ sở kinh doanh: organisation', 'Địa chỉ: address', 'Lý do đề nghị: text'] })
  })
})

test('where the mark of \'Kính gửi\' stands among dots the same office is meant; a bracket alone says more of the words before it', () => {
  const raised = (mark: string): string => run(mark, '<w:vertAlign w:val="superscript"/>')
  expect(holes(bold('ĐƠN ĐỀ NGHỊ') + para(run('Kính gửi: ..........') + raised('2') + run('..........')) + para(run('Đề nghị ..........') + raised('2') + run('.......... cấp giấy cho: ...............')) + para('Người đứng tên giấy phép: (ông/bà) ...............')))
    .toEqual([expect.stringContaining('cấp giấy cho'), expect.stringMatching(/^Người đứng tên giấy phép \(ông\/bà\): /)])
})

describe('tables', () => {
  test('blank rows under headings repeat; ordinals and signatures ask for nothing', () => {
    const form = read(para('7. Thành viên hộ gia đình:') + table([['STT', 'Họ tên', 'Ngày, tháng, năm sinh', 'Chữ ký'], ['1', '2', '3', '4'], ['', '', '', ''], ['', '', '', '']]))
    expect(form.holes.map((hole) => [brief(hole), hole.repeat, hole.places.map(({ row }) => row)])).toEqual([
      ['Họ tên: name', 'Thành viên hộ gia đình', [0, 1]], ['Ngày, tháng, năm sinh: date', 'Thành viên hộ gia đình', [0, 1]],
    ])
    expect(form.repeats.map(({ name, rows }) => [name, rows.length])).toEqual([['Thành viên hộ gia đình', 2]])
    expect(form.notAsked.map(({ text, why }) => `${text}: ${why}`)).toEqual(expect.arrayContaining(['STT: instruction', 'Chữ ký: signature']))
  })

  test('a label with a blank cell beside it, with a colon even where no lines are drawn', () => {
    expect(holes(table([['Họ và tên', ''], ['Điện thoại', '']]))).toEqual(['Họ và tên: name', 'Điện thoại: phone'])
    expect(holes(bare([['Họ và tên:', '']]))).toEqual(['Họ và tên: name'])
    expect(holes(bare([['Nơi nhận', '']]))).toEqual([])
  })

  test('two parties beside each other', () => {
    expect(read(table([['Thông tin', 'Bên nữ', 'Bên nam'], ['Họ, chữ đệm, tên', '', ''], ['Dân tộc', '', '']])).holes.map((hole) => [hole.section, brief(hole)])).toEqual([
      ['Bên nữ', 'Họ, chữ đệm, tên: name'], ['Bên nam', 'Họ, chữ đệm, tên: name'], ['Bên nữ', 'Dân tộc: ethnicity'], ['Bên nam', 'Dân tộc: ethnicity'],
    ])
  })

  test('cells for the digits of one number, labelled in the row or in the line before', () => {
    const digits = Array.from({ length: 12 }, () => '')
    const [inRow] = read(table([['Số định danh cá nhân:', ...digits]])).holes
    expect([inRow?.label, inRow?.kind, inRow?.places.length, inRow?.places[0]?.role]).toEqual(['Số định danh cá nhân', 'identityNumber', 12, 'digit'])
    expect(holes(para('Số định danh cá nhân:') + table([digits]))).toEqual(['Số định danh cá nhân: identityNumber'])
  })

  test('tables inside tables, and forms that are laid out in one', () => {
    expect(holes(bare([[para('Họ và tên: .......') + bare([['Giới tính: ......', 'Dân tộc: ......']]) + para('')]]))).toEqual(['Họ và tên: name', 'Giới tính: sex', 'Dân tộc: ethnicity'])
  })

  test('blank numbered lines for enclosures are one hole that repeats', () => {
    const form = read(para('Gửi kèm theo đơn này:') + para('(1) ..........') + para('(2) ..........'))
    expect(form.holes.map(({ label, repeat, places }) => [label, repeat, places.length])).toEqual([['Gửi kèm theo đơn này', 'Gửi kèm theo đơn này', 2]])
    expect(form.repeats[0]?.rows).toHaveLength(2)
    expect(holes(para('Tài liệu kèm theo gồm:') + para('1 -') + para('2 -'))).toEqual(['Tài liệu kèm theo gồm: text'])
  })
})

const MOTTO = bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')

describe('what is not asked', () => {
  const form = read([
    MOTTO, para('Số: ......./.......'), bold('ĐƠN ĐỀ NGHỊ'), bold('CẤP LẠI GIẤY PHÉP'), para('Kính gửi: ...............'), para('..............................'),
    para('Căn cứ Nghị định số ...../NĐ-CP ngày ... tháng ... năm ...;'), para('Họ và tên: ..........'), para('........, ngày .... tháng .... năm ......'),
    bare([[para('XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ', '<w:jc w:val="center"/>') + para('Xác nhận ông (bà): ............... là đúng.'), para(run('Người làm đơn', '<w:b/>')) + para('(Ký, ghi rõ họ tên)') + para('') + para('................')]]),
    para('Chú thích:'), para('(1) Ghi rõ số: ....... ngày ... tháng ... năm ...'),
  ].join(''))

  test('is told with why', () => {
    expect(form.title).toBe('ĐƠN ĐỀ NGHỊ CẤP LẠI GIẤY PHÉP')
    expect(form.holes.map(brief)).toEqual(['Họ và tên: name'])
    expect(new Set(form.notAsked.map(({ why }) => why))).toEqual(new Set(['letterhead', 'agency', 'instruction', 'placeAndDate', 'officialUse', 'signature']))
    expect(form.notUnderstood).toEqual([])
  })

  test('but opinions of other people are', () => {
    expect(holes(bare([[para(run('Ý KIẾN CỦA CHỦ HỘ', '<w:b/>')) + para('') + para(''), 'x']]))).toEqual(['Ý KIẾN CỦA CHỦ HỘ: longText'])
  })

  test('dots that nothing explains are named with their place', () => {
    expect(read(para('.........................')).notUnderstood).toEqual([{ text: '.........................', where: 'paragraph 1' }])
  })
})

describe('notes', () => {
  test('a mark binds its note, which becomes the hint and says when a hole may stay empty', () => {
    const [residence, papers] = read(para('Nơi cư trú: (2) ..........') + para('Giấy tờ tùy thân: (3) ..........') + para('Chú thích:') + para('(2) Chỉ ghi trong trường hợp chưa có số định danh.') + para('(3) Ghi rõ số giấy tờ.')).holes
    expect([residence?.label, residence?.note, residence?.hint, residence?.optional]).toEqual(['Nơi cư trú', 2, 'Chỉ ghi trong trường hợp chưa có số định danh.', true])
    expect([papers?.note, papers?.optional]).toEqual([3, false])
  })

  test('marks of Word\'s own and raised digits bind as well; what a note asks is a hole of its part', () => {
    const footnotes = `<w:footnote w:id="1">${para('Ghi bằng chữ in hoa.')}</w:footnote><w:footnote w:id="2">${para('Số lượng: ......... bản')}</w:footnote>`
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const form = read(para(run('Họ tên') + mark(1) + run(': ......')) + para(run('Bản sao') + mark(2)) + para(run('Quốc tịch') + run('9', '<w:vertAlign w:val="superscript"/>') + run(': ......')), { footnotes })
    expect(form.holes.map((hole) => [brief(hole), hole.note, hole.hint, hole.places[0]?.marks[0]?.form === 'leader' ? hole.places[0].marks[0].ranges[0]?.part : ''])).toEqual([
      ['Họ tên: name', 1, 'Ghi bằng chữ in hoa.', 'word/document.xml'], ['Quốc tịch: nationality', 9, undefined, 'word/document.xml'], ['Số lượng: quantity', null, undefined, 'word/footnotes.xml'],
    ])
  })

  test('a bare mark among dots is named by its note', () => {
    expect(holes(para('…(1)… đề nghị được cấp phép.') + para('Hướng dẫn:') + para('(1) Tên tổ chức đề nghị.'))).toEqual(['Tên tổ chức đề nghị: organisation'])
  })
})

describe('what Word does to a document', () => {
  test('insertions are read, deletions are not', () => {
    expect(holes(para('<w:ins w:id="1"><w:r><w:t>Họ tên: ......</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>Tuổi: ......</w:delText></w:r></w:del>'))).toEqual(['Họ tên: name'])
  })

  test('text boxes are read once', () => {
    const inside = `<w:txbxContent>${para('Điện thoại: ........')}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="3000000" cy="900000"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:200pt;height:70pt"><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(holes(para(box))).toEqual(['Điện thoại: phone'])
  })

  test('a label in pieces and dots in pieces are one of each, and the ranges are the dots', () => {
    const docx = makeDocx(para(run('Họ và ') + run('tên: ..') + run('.....', '<w:i/>') + run('... ')))
    const [mark] = readForm(docx).holes[0]?.places[0]?.marks ?? []
    const xml = openPackage(docx).text('word/document.xml')
    expect(mark?.form === 'leader' ? mark.ranges.map(({ start, end }) => xml.slice(start, end)) : []).toEqual(['..', '.....', '...'])
  })

  test('parts are kept: by heading, by number, by whom a question names', () => {
    const form = read(para(run('I. THÔNG TIN CỦA ĐỐI TƯỢNG', '<w:b/>')) + para('1. Họ và tên: ......') + para(run('II. Thông tin người khai thay (nếu có)', '<w:b/>')) + para('Địa chỉ: ......') + para('Họ, chữ đệm, tên người mẹ: ......') + para('Dân tộc: ......'))
    expect(form.holes.map(({ section, optional }) => [section, optional])).toEqual([['Đối tượng', false], ['Người khai thay', true], ['Người khai thay > Người mẹ', true], ['Người khai thay > Người mẹ', true]])
  })

  test('words behind a hole may turn to somebody else; a declaration and the notes below the page end every part', () => {
    const note = '<w:footnote w:id="1"><w:p><w:r><w:t>Đề nghị cấp bản sao: Có ☐ Không ☐</w:t></w:r></w:p></w:footnote>'
    const form = read(para('Đề nghị công nhận người có tên dưới đây:') + para('Họ tên: ........') + para('Là .......... của người có tên dưới đây:') + para('Họ tên: ........') + para('Tôi cam đoan việc nhận .......... nói trên là đúng.')
      + para(run('Ý KIẾN CỦA CHỦ HỘ', '<w:b/>')) + para('Họ và tên: .......') + para(`${run('Xem chú thích')}<w:r><w:footnoteReference w:id="1"/></w:r>`), { footnotes: note })
    expect(form.holes.map(({ label, section }) => [label, section])).toEqual([
      ['Họ tên', 'Đề nghị công nhận người có tên dưới đây'], ['Là … của người có tên dưới đây', 'Đề nghị công nhận người có tên dưới đây'],
      ['Họ tên', 'Người có tên dưới đây'], [expect.stringMatching(/^Tôi cam đoan việc nhận/), ''], ['Họ và tên', 'Ý kiến của chủ hộ'], ['Đề nghị cấp bản sao', ''],
    ])
  })

  test('a bracket that says what to state asks where an empty line follows, and only explains elsewhere', () => {
    const title = para('ĐƠN ĐỀ NGHỊ CẤP PHÉP', '<w:jc w:val="center"/>')
    const detail = para('(ghi rõ diện tích sàn các tầng hầm, tum):')
    expect(holes(title + para('- Tổng diện tích sàn: ........ m²') + detail + para('....................') + para('- Số tầng: ........'))).toEqual(['Tổng diện tích sàn: area', 'ghi rõ diện tích sàn các tầng hầm, tum: area', 'Số tầng: quantity'])
    expect(holes(title + para('- Tổng diện tích sàn: ........ m²') + detail + para('- Số tầng: ........'))).toEqual(['Tổng diện tích sàn: area', 'Số tầng: quantity'])
  })

  test('a heading over two lines names its part with both', () => {
    const heading = (text: string): string => para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')
    expect(read(heading('TỜ KHAI THAY ĐỔI') + para('Email: .......') + heading('Ý KIẾN CỦA CHA, MẸ') + heading('HOẶC NGƯỜI GIÁM HỘ') + para('Họ và tên: .......')).holes[1]?.section).toBe('Ý kiến của cha, mẹ hoặc người giám hộ')
  })

  test('a numbered question with boxes ends the numbered part before it; what is asked "nào sau đây" may stay empty', () => {
    const form = read(para('1. Đang hưởng chế độ nào sau đây:') + para('- Trợ cấp hàng tháng: ........ đồng') + para('2. Thuộc hộ nghèo không? ☐ Có ☐ Không') + para('3. Dạng tật: ........'))
    expect(form.holes.map(({ section, optional }) => [section, optional])).toEqual([['Đang hưởng chế độ nào sau đây', true], ['', false], ['', false]])
  })

  test('time grows with the length and not with its square', () => {
    const page = para('Họ và tên: ......... Giới tính: ........') + table([['STT', 'Họ tên'], ['', ''], ['', '']]) + para('Một dòng chữ dài của trang này để đọc, không có gì để điền vào trong đó cả.').repeat(20)
    const timeOf = (pages: number): number => { const docx = makeDocx(page.repeat(pages)); const start = process.cpuUsage(); readForm(docx); return process.cpuUsage(start).user }
    timeOf(50)
    const [short, long] = [Math.min(timeOf(60), timeOf(60)), timeOf(480)]
    expect(long / short).toBeLessThan(8 * 3)
  })
})

const FOLDERS = ['../shared/data/slips', '../extra-forms', 'forms/procedures/1.001193', 'forms/procedures/1.001612', 'forms/procedures/2.000181'].filter((folder) => existsSync(folder))

describe('documents of all sorts', () => {
  test.each(FOLDERS)('%s: none makes it fail, and every place lies inside its part', (folder) => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.docx'))) {
      const docx = new Uint8Array(readFileSync(join(folder, name)))
      const pkg = openPackage(docx)
      for (const { places } of readForm(docx).holes) for (const mark of places.flatMap(({ marks }) => marks)) for (const range of mark.form === 'leader' ? mark.ranges : [mark.range]) {
        expect(range.start <= range.end && range.end <= pkg.text(range.part).length, `${name}: ${JSON.stringify(range)}`).toBe(true)
        if (mark.form === 'leader') expect(pkg.text(range.part).slice(range.start, range.end), name).not.toMatch(/[<>]/)
      }
    }
  }, 60_000)
})
