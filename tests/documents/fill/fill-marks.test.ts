import { describe, expect, it } from 'vitest'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { at, at1, field, filledXml, leader, make, mark, NO_LISTS, place, readable, whole, type Made } from './hand-form.ts'
import { makeDocx, para, run } from '../make-docx.ts'

const DOTS = '………………………………………………'
const checked = (made: Made, a: string) => checkRoundTrip({ ...made, form: made.model, answers: { s: { a } }, lists: NO_LISTS })

describe('a note\'s mark amid the dots', () => {
  const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>(1)</w:t></w:r>'
  const cases = [
    ['in the text of the dots', para(`Đơn vị =${DOTS}(1)${DOTS} đề nghị`), '=', ' đề nghị'],
    ['in a run of its own', para(`${run(`Đơn vị =${DOTS}`)}${raised}${run(`${DOTS} đề nghị`)}`), '=', ' đề nghị'],
  ] as const
  it.each(cases)('goes where the hole is answered, and stays where it is not: %s', (_name, xml) => {
    const docx = makeDocx(xml)
    const made = make(docx, [at1(1, 'Đơn vị', [whole(leader(at(docx, DOTS)), leader(at(docx, DOTS, 1)))])], [{ field: field('/s/a') }])
    expect(readable(filledXml(made, { a: 'Công ty TNHH Số 3' }))[0]).toMatch(/^Đơn vị =Công ty TNHH Số 3…* đề nghị$/)
    expect(readable(filledXml(made, {}))).toEqual([`Đơn vị =${DOTS}(1)${DOTS} đề nghị`])
    expect([checked(made, 'Công ty TNHH Số 3'), checked(made, 'A'), checked(made, 'Công ty (1) '.repeat(20)), checked(made, '')]).toEqual([[], [], [], []])
  })
  it('is no mark where words stand', () => {
    const docx = makeDocx(para(`Có =${DOTS}(hai)${DOTS} bản`))
    const made = make(docx, [at1(1, 'Có', [whole(leader(at(docx, DOTS)), leader(at(docx, DOTS, 1)))])], [{ field: field('/s/a') }])
    expect(readable(filledXml(made, { a: 'x' }))[0]).toContain('(hai)')
    expect(checked(made, 'x')).toEqual([])
  })
})

describe('a part of a date with a dotted tab behind its placeholder', () => {
  const docx = makeDocx(para(`${run('Sinh ngày: {d}/{m}')}<w:r><w:tab/><w:t>/{y}</w:t></w:r>`, '<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="6000"/></w:tabs>'))
  const tab = at(docx, '<w:r><w:tab/>')
  const made = make(docx, [at1(1, 'Sinh ngày', [place('day', leader(at(docx, '{d}'))), { role: 'month', marks: [leader(at(docx, '{m}')), mark('tab', { ...tab, start: tab.start + 5 })] }, place('year', leader(at(docx, '{y}')))], { kind: 'date' })], [{ field: field('/s/a', 'partial-date') }])
  it('leaves no dots within the date', () => {
    expect(readable(filledXml(made, { a: '1994-07-07' }))).toEqual(['Sinh ngày: 07/07/1994'])
    expect(checked(made, '1994-07-07')).toEqual([])
  })
  it('keeps them for what is not known', () => {
    expect(readable(filledXml(made, { a: '1994' }))).toEqual(['Sinh ngày: /→/1994'])
    expect([checked(made, '1994'), checked(made, '')]).toEqual([[], []])
  })
})

describe('a placeholder whose brackets are runs of their own', () => {
  const docx = makeDocx(para(`${run('Số: ')}${run('{')}${run('idCode')}${run('}')}${run(DOTS)}${run(' cấp ngày')}`))
  const made = make(docx, [at1(1, 'Số', [whole(leader(at(docx, '{'), at(docx, 'idCode'), at(docx, '}'), at(docx, DOTS)))])], [{ field: field('/s/a') }])
  it('goes whole, however short the answer', () => {
    expect(readable(filledXml(made, { a: 'A' }))[0]).toMatch(/^Số: A…+ cấp ngày$/)
    expect(readable(filledXml(made, {}))[0]).toMatch(/^Số: …+ cấp ngày$/)
    expect([checked(made, 'A'), checked(made, 'Nguyễn Văn An '.repeat(9)), checked(made, '')]).toEqual([[], [], []])
  })
})

describe('an answer larger than its dots', () => {
  it('takes the place of as many more of them, so that the line stays as long', () => {
    const set = (half: number, text: string): string => `<w:r><w:rPr><w:sz w:val="${half}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const dots = '.'.repeat(120)
    const filled = (size: number): number => {
      const docx = makeDocx(para(`${set(28, 'Giới tính: ')}${set(size, dots)}`))
      const made = make(docx, [at1(1, 'Giới tính', [whole(leader(at(docx, dots)))])], [{ field: field('/s/a') }])
      return /[.]*$/.exec(readable(filledXml(made, { a: 'Việt Nam' }))[0] ?? '')?.[0].length ?? 0
    }
    const [same, small] = [filled(28), filled(14)]
    expect(same).toBeGreaterThan(90)
    expect((120 - small) / (120 - same)).toBeCloseTo(2, 0)
  })
  it('has room to its tab from the words of its line, whatever the mark of the paragraph says', () => {
    const words = 'Năm sinh: 30/01/1990 tại Bệnh viện Phụ sản Hà Nội, dân tộc: Kinh, quốc tịch: '
    const docx = makeDocx(`<w:p><w:pPr><w:tabs><w:tab w:val="left" w:leader="dot" w:pos="9639"/></w:tabs><w:rPr><w:sz w:val="16"/></w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:tab/></w:r></w:p>`)
    const made = make(docx, [at1(1, 'Quốc tịch', [whole(mark('tab', at(docx, '<w:tab/>')))])], [{ field: field('/s/a') }])
    expect(readable(filledXml(made, { a: 'Đức' }))).toEqual([`${words}Đức→`])
    expect(readable(filledXml(made, { a: 'Vương quốc Anh' }))).toEqual([`${words}Vương quốc Anh`])
  })
})

describe('a date on fewer blanks than it has parts', () => {
  const dated = (...roles: readonly ('day' | 'month' | 'year')[]): Made => {
    const docx = makeDocx(para(roles.map((role) => `<${role}>${DOTS}`.replace(/[<>]/g, '=')).join(' / ')))
    return make(docx, [at1(1, 'Ngày sinh', roles.map((role, i) => place(role, leader(at(docx, DOTS, i)))), { kind: 'date' })], [{ field: field('/s/a', 'partial-date') }])
  }
  it.each([
    [['day', 'month', 'year'], '=day=07 / =month=05 / =year=1994'], [['month', 'year'], '=month=07/05 / =year=1994'], [['day', 'year'], '=day=07/05 / =year=1994'],
    [['day', 'month'], '=day=07 / =month=05/1994'], [['year'], '=year=07/05/1994'], [['day'], '=day=07/05/1994'],
  ] as const)('is printed whole on %j', (roles, text) => {
    const made = dated(...roles)
    expect(readable(filledXml(made, { a: '1994-05-07' }))).toEqual([text])
    expect([checked(made, '1994-05-07'), checked(made, '1994-05'), checked(made, '1994')]).toEqual([[], [], []])
  })
})
