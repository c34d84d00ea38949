import { describe, expect, it } from 'vitest'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { makeDocx, para, run } from '../make-docx.ts'
import { at, at1, field, filledXml, leader, make, mark, NO_LISTS, partText, place, readable, whole } from './hand-form.ts'

const a = field('/s/a', 'yes-no')
const option = (docx: Uint8Array, text: string, needle: string, nth = 0) => place('option', mark('box', at(docx, needle, nth)), { option: text })

const yesNo = (docx: Uint8Array, needle: string) => make(docx, [at1(1, 'Cấp bản sao', [option(docx, 'Có', needle), option(docx, 'Không', needle, 1)], { kind: 'yesNo' })], [{ field: a }])

describe('tick boxes', () => {
  it('crosses yes or no', () => {
    const docx = makeDocx(para('Cấp bản sao: Có ☐ Không ☐'))
    expect(readable(filledXml(yesNo(docx, '☐'), { a: true }))).toEqual(['Cấp bản sao: Có ☒ Không ☐'])
    expect(readable(filledXml(yesNo(docx, '☐'), { a: false }))).toEqual(['Cấp bản sao: Có ☐ Không ☒'])
    expect(readable(filledXml(yesNo(docx, '☐'), {}))).toEqual(['Cấp bản sao: Có ☐ Không ☐'])
  })

  it('crosses symbols of picture fonts in their own font, and brackets inside', () => {
    const symbol = '<w:sym w:font="Wingdings" w:char="F0A8"/>'
    const docx = makeDocx(`<w:p>${run('Có ')}<w:r>${symbol}</w:r>${run(' Không ')}<w:r>${symbol}</w:r></w:p>`)
    expect(readable(filledXml(yesNo(docx, symbol), { a: true }))).toEqual(['Có [F078] Không [F0A8]'])
    const letters = makeDocx(`<w:p>${run('Có ')}${run('o', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}${run(' Không ')}${run('o', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}</w:p>`)
    const made = make(letters, [at1(1, 'x', [place('option', mark('box', { ...at(letters, '>o<'), start: at(letters, '>o<').start + 1, end: at(letters, '>o<').end - 1 }), { option: 'Có' })])], [{ field: a }])
    expect(readable(filledXml(made, { a: true }))).toEqual(['Có x Không o'])
    expect(readable(filledXml(yesNo(makeDocx(para('Có [ ] Không [ ]')), '[ ]'), { a: false }))).toEqual(['Có [ ] Không [X]'])
  })

  it('sets the state of a tick control and the character that it names', () => {
    const control = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
    const docx = makeDocx(`<w:p>${run('Đồng ý ')}${control}</w:p>`)
    for (const range of [at(docx, control), at(docx, '☐')]) {
      const xml = filledXml(make(docx, [at1(1, 'Đồng ý', [whole(mark('box', range))], { kind: 'tick' })], [{ field: a }]), { a: true })
      expect(xml).toContain('<w14:checked w14:val="1"/>')
      expect(readable(xml)).toEqual(['Đồng ý þ'])
    }
  })

  it('draws an X into drawn shapes, in both branches', () => {
    const wsp = '<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:bodyPr lIns="91440" rot="0"/></wps:wsp></w:drawing></mc:Choice>'
    const vml = '<mc:Fallback><w:pict><v:rect style="width:12pt;height:12pt"/></w:pict></mc:Fallback>'
    const docx = makeDocx(`<w:p>${run('Nam ')}<w:r><mc:AlternateContent>${wsp}${vml}</mc:AlternateContent></w:r></w:p>`)
    const drawing = at(docx, wsp.slice(wsp.indexOf('<w:drawing>'), wsp.indexOf('</mc:Choice>')))
    const xml = filledXml(make(docx, [at1(1, 'Nam', [whole(mark('box', drawing))], { kind: 'tick' })], [{ field: a }]), { a: true })
    expect(xml.match(/<w:t>X<\/w:t>/g)).toHaveLength(2)
    expect(xml).toContain('<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" rot="0"/>')
    expect(xml).toContain('<v:textbox inset="0,0,0,0">')
  })

  it('puts a crossed box in the place of one that is a picture', () => {
    const picture = '<w:pict><v:shapetype id="t75"/><v:shape id="1" type="#t75"><v:imagedata r:id="rId9"/></v:shape></w:pict>'
    const docx = makeDocx(`<w:p>${run('Có ')}<w:r>${picture}</w:r></w:p>`)
    const xml = filledXml(make(docx, [at1(1, 'Có', [whole(mark('box', at(docx, picture)))], { kind: 'tick' })], [{ field: a }]), { a: true })
    expect(xml).toContain('<w:r><w:pict><v:shapetype id="t75"/></w:pict><w:t>☒</w:t></w:r>')
  })

  it('chooses by the words beside the boxes, brackets and marks aside', () => {
    const docx = makeDocx(para('☐ Nam ☐ Nữ (1) ☐ Khác'))
    const sex = field('/s/a', 'radios', { options: [['m', 'Nam'], ['f', 'Nữ'], ['o', 'Khác (ghi rõ)']].map(([value = '', vi = '']) => ({ value, title: { vi, en: value } })) })
    const made = make(docx, [at1(1, 'Giới tính', [option(docx, 'Nam', '☐'), option(docx, 'Nữ (1)', '☐', 1), option(docx, 'Khác', '☐', 2)], { kind: 'sex' })], [{ field: sex }])
    expect(readable(filledXml(made, { a: 'f' }))).toEqual(['☐ Nam ☒ Nữ (1) ☐ Khác'])
    expect(readable(filledXml(made, { a: 'o' }))).toEqual(['☐ Nam ☐ Nữ (1) ☒ Khác'])
  })
})

describe('dates and digits', () => {
  it('puts a date into its three holes, and what is known of a partial one', () => {
    const docx = makeDocx(para('ngày ....... tháng ....... năm ..........'))
    const made = make(docx, [at1(1, 'Ngày', [place('day', leader(at(docx, '.......'))), place('month', leader(at(docx, '.......', 1))), place('year', leader(at(docx, '..........')))], { kind: 'date' })], [{ field: field('/s/a', 'partial-date') }])
    // The first hole begins where the dots do: three runs of dots in one text.
    const text = partText(docx)
    expect(text).toContain('ngày .......')
    expect(readable(filledXml(made, { a: '2020-02-05' }))[0]).toMatch(/^ngày 05\.* tháng 02\.* năm 2020\.*$/)
    expect(readable(filledXml(made, { a: '1960' }))[0]).toMatch(/^ngày \.+ tháng \.+ năm 1960\.*$/)
  })
  it.each([
    ['năm 20.....', '2026-07-14', 'ngày 14 tháng 07 năm 2026'], ['năm 202...', '2026-07-14', 'ngày 14 tháng 07 năm 2026'], ['năm 20 .....', '2026-07-14', 'ngày 14 tháng 07 năm 20 26'],
    ['năm 19.....', '2026-07-14', 'ngày 14 tháng 07 năm 19(2026)'], ['năm .....', '1998-01-02', 'ngày 02 tháng 01 năm 1998'],
  ])('adds to %s only what is missing of the year', (year, answer, printed) => {
    const docx = makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>') + para(`Ngày sinh: ngày ..... tháng ..... ${year}`))
    const made = make(docx, readForm(docx).holes, [{ field: field('/s/a', 'date') }])
    expect(readable(filledXml(made, { a: answer })).at(-1)).toContain(printed)
    expect(checkRoundTrip({ ...made, form: made.model, answers: { s: { a: answer } }, lists: NO_LISTS })).toEqual([])
  })

  it('puts one digit into each cell', () => {
    const docx = makeDocx(`<w:p>${'0'.repeat(0)}${['a', 'b', 'c'].map((id) => `<w:r><w:rPr><w:lang w:val="${id}"/></w:rPr><w:t>_</w:t></w:r>`).join('')}</w:p>`)
    const cells = [0, 1, 2].map((nth) => place('digit', leader({ ...at(docx, '>_<', nth), start: at(docx, '>_<', nth).start + 1, end: at(docx, '>_<', nth).end - 1 })))
    const made = make(docx, [at1(1, 'Số', cells)], [{ field: field('/s/a') }])
    expect(readable(filledXml(made, { a: '7-8 9' }))).toEqual(['789'])
    expect(readable(filledXml(made, { a: '12345' }))).toEqual(['12345'])
  })
})

describe('what Word keeps for content', () => {
  it('takes the place of a control\'s prompt and of a merge field', () => {
    const control = '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:sz w:val="24"/></w:rPr><w:t>Bấm để ghi</w:t></w:r></w:sdtContent></w:sdt>'
    const merge = '<w:fldSimple w:instr=" MERGEFIELD ten "><w:r><w:t>«ten»</w:t></w:r></w:fldSimple>'
    const docx = makeDocx(`<w:p>${run('Tên: ')}${control}</w:p><w:p>${run('Ông ')}${merge}</w:p>`)
    const made = make(docx, [at1(1, 'Tên', [whole(mark('field', at(docx, control.slice(control.indexOf('<w:sdtContent>'), control.indexOf('</w:sdt>')))))]), at1(2, 'Ông', [whole(mark('field', at(docx, merge)))])], [{ field: field('/s/a') }, { field: field('/s/b') }])
    const xml = filledXml(made, { a: 'Lê An' })
    expect(readable(xml)).toEqual(['Tên: Lê An', 'Ông'])
    expect(xml).not.toMatch(/showingPlcHdr|PlaceholderText|MERGEFIELD/)
    expect(readable(filledXml(made, { b: 'Bình' }))).toEqual(['Tên: Bấm để ghi', 'Ông Bình'])
  })

  it('clears a {placeholder} that has no answer', () => {
    const docx = makeDocx(para('Tên: {ho_ten}, {tuoi} tuổi'))
    const made = make(docx, [at1(1, 'Tên', [whole(leader(at(docx, '{ho_ten}')))]), at1(2, 'tuổi', [whole(leader(at(docx, '{tuoi}')))])], [{ field: field('/s/a') }, { field: field('/s/b') }])
    expect(readable(filledXml(made, { b: 'ba' }))).toEqual(['Tên: , ba tuổi'])
  })
})
