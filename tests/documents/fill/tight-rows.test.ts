import { describe, expect, it } from 'vitest'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { makeDocx } from '../make-docx.ts'
import { at, at1, field, filledXml, make, mark, NO_LISTS, partText, place, type Made } from './hand-form.ts'

const LONG = 'Tổ dân phố số 5, khu tập thể Nhà máy Cơ khí Trần Hưng Đạo, phường Ba Đình'
const DOCUMENT = 'word/document.xml'

const cell = (name: string): string => `<w:tc><w:tcPr><w:tcW w:w="2500" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="24"/></w:rPr></w:pPr><w:bookmarkStart w:id="${name}" w:name="c${name}"/></w:p></w:tc>`
const row = (id: number, rule: string, height = 400): string => `<w:tr><w:trPr><w:trHeight w:val="${height}"${rule}/></w:trPr>${cell(`${id}`)}</w:tr>`

const formOf = (rule: string, height = 400): Made => {
  const docx = makeDocx(`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2500"/></w:tblGrid>${row(1, rule, height)}${row(2, rule, height)}</w:tbl>`)
  const source = partText(docx)
  const rows = [1, 2].map((id) => { const start = source.lastIndexOf('<w:tr>', at(docx, `w:id="${id}"`).start); return { part: DOCUMENT, start, end: source.indexOf('</w:tr>', start) + 7 } })
  const places = [1, 2].map((id) => { const end = source.indexOf('</w:p>', at(docx, `w:id="${id}"`).start); return place('whole', mark('gap', { part: DOCUMENT, start: end, end }), { row: id - 1 }) })
  return make(docx, [at1(1, 'Nơi ở', places, { repeat: 'Người' })], [{ field: field('/s/rows/*/name') }], [{ name: 'Người', rows }])
}

const rowsOf = (...names: readonly string[]) => ({ rows: names.map((name) => ({ name })) })
const rulesIn = (xml: string): readonly string[] => [...xml.matchAll(/<w:trHeight [^>]*>/g)].map(([tag]) => /hRule="(\w+)"/.exec(tag)?.[1] ?? 'none')

describe('a row of a fixed height', () => {
  const made = formOf(' w:hRule="exact"')
  it('grows where the answer would be cut off, and nowhere else', () => {
    expect(rulesIn(filledXml(made, rowsOf('Lê An', LONG)))).toEqual(['exact', 'atLeast'])
    expect(rulesIn(filledXml(made, rowsOf('Lê An', 'Lê Bình')))).toEqual(['exact', 'exact'])
    expect(rulesIn(filledXml(made, rowsOf('Lê\nAn')))).toEqual(['atLeast', 'exact'])
    expect(rulesIn(filledXml(made, {}))).toEqual(['exact', 'exact'])
  })
  it('grows in copies of it, too', () => {
    expect(rulesIn(filledXml(made, rowsOf('A', 'B', LONG, 'D', LONG)))).toEqual(['exact', 'exact', 'atLeast', 'exact', 'atLeast'])
  })
  it('takes as many lines as it has room for', () => {
    expect(rulesIn(filledXml(formOf(' w:hRule="exact"', 3000), rowsOf(LONG)))).toEqual(['exact', 'exact'])
  })
  it.each([[''], [' w:hRule="atLeast"']])('is left alone where it may grow by itself: %s', (rule) => {
    expect(filledXml(formOf(rule), rowsOf(LONG))).toContain(`<w:trHeight w:val="400"${rule}/>`)
  })
  it('reads back, and nothing else changed', () => {
    const check = (s: ReturnType<typeof rowsOf>) => checkRoundTrip({ ...made, form: made.model, answers: { s }, lists: NO_LISTS })
    expect([check(rowsOf(LONG, 'B', LONG)), check(rowsOf('A')), check(rowsOf(LONG, LONG))]).toEqual([[], [], []])
  })
})
