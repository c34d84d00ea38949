import { describe, expect, it } from 'vitest'
import type { Range } from '../../../forms/documents/hole.ts'
import { makeDocx, para, run } from '../make-docx.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { checkRoundTrip } from '../../../forms/documents/round-trip/check-round-trip.ts'
import { at, at1, before, field, filledXml, leader, make, mark, modelOf, NO_LISTS, partText, place, readable, whole, fill } from './hand-form.ts'

const DOTS = '..............................'
const a = field('/s/a')

/** The nth line of 60 dots. */
const nthDots = (docx: Uint8Array, nth: number): Range => {
  const start = [...partText(docx).matchAll(/\.{60}/g)][nth]?.index ?? 0
  return { part: 'word/document.xml', start, end: start + 60 }
}

describe('text on leaders', () => {
  it('shrinks the dots to what remains, after a space', () => {
    const docx = makeDocx(para(`Họ tên:${DOTS}`))
    const [line] = readable(filledXml(make(docx, [at1(1, 'Họ tên', [whole(leader(at(docx, DOTS)))])], [{ field: a }]), { a: 'Lê An' }))
    expect(line).toMatch(/^Họ tên: Lê An\.{10,26}$/)
  })

  it('leaves no dots when the answer is longer, and nothing at all when there is none', () => {
    const docx = makeDocx(para(`Họ tên:${DOTS} Nam`))
    const made = make(docx, [at1(1, 'Họ tên', [whole(leader(at(docx, DOTS)))])], [{ field: a }])
    expect(readable(filledXml(made, { a: 'Nguyễn Thị Bích Ngọc Lan Phương' }))).toEqual(['Họ tên: Nguyễn Thị Bích Ngọc Lan Phương Nam'])
    expect(partText(fill(made, {}))).toBe(partText(docx))
  })

  it('takes a leader apart that Word cut into runs', () => {
    const docx = makeDocx(`<w:p>${run('Tại:')}${run('.......')}${run('________')}${run(' ngày')}</w:p>`)
    const made = make(docx, [at1(1, 'Tại', [whole(leader(at(docx, '.......'), at(docx, '________')))])], [{ field: a }])
    expect(readable(filledXml(made, { a: 'Huế' }))).toEqual([expect.stringMatching(/^Tại: Huế_{5,8} ngày$/)])
    expect(readable(filledXml(made, { a: 'Thừa Thiên' }))).toEqual([expect.stringMatching(/^Tại: Thừa Thiên_* ngày$/)])
  })

  it('keeps font and size of the dots, and never their superscript', () => {
    const docx = makeDocx(`<w:p>${run('Tên')}${run('.......', '<w:sz w:val="28"/><w:vertAlign w:val="superscript"/>')}</w:p>`)
    const xml = filledXml(make(docx, [at1(1, 'Tên', [whole(leader(at(docx, '.......')))])], [{ field: a }]), { a: 'An' })
    expect(xml).toContain('<w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> An</w:t>')
  })

  it('writes as large as the words where the dots are set small', () => {
    const docx = makeDocx(`<w:p>${run('Tên', '<w:b/><w:sz w:val="26"/>')}${run('.......', '<w:sz w:val="16"/><w:szCs w:val="16"/>')}</w:p>`)
    const xml = filledXml(make(docx, [at1(1, 'Tên', [whole(leader(at(docx, '.......')))])], [{ field: a }]), { a: 'An' })
    expect(xml).toContain('<w:rPr><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:t xml:space="preserve"> An</w:t>')
  })

  it('goes on as large as above where a line has no words of its own', () => {
    const small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    const docx = makeDocx(`${para(run('Giấy tờ tùy thân: ', '<w:sz w:val="23"/>') + run('.......', small))}${para(run('________', small))}`)
    const xml = filledXml(make(docx, [at1(1, 'Giấy tờ', [place('line', leader(at(docx, '.......'))), place('line', leader(at(docx, '________')))])], [{ field: a }]), { a: 'Căn cước do Bộ Công an cấp' })
    expect(xml).toContain('<w:rPr><w:sz w:val="23"/><w:szCs w:val="23"/></w:rPr><w:t xml:space="preserve">cước do Bộ Công an cấp</w:t>')
  })

  it('writes before a tab whose stop draws the leader, and drops the tab when the text is longer', () => {
    const tabs = '<w:tabs><w:tab w:val="left" w:pos="4000" w:leader="dot"/><w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs>'
    const docx = makeDocx(para(`${run('Dân tộc:')}<w:r><w:tab/></w:r>${run('Quốc tịch:')}<w:r><w:tab/></w:r>`, tabs))
    const tab = (nth: number) => ({ ...at(docx, '<w:r><w:tab/>', nth), start: at(docx, '<w:r><w:tab/>', nth).start + 5 })
    const made = make(docx, [at1(1, 'Dân tộc', [whole(mark('tab', tab(0)))]), at1(2, 'Quốc tịch', [whole(mark('tab', tab(1)))])], [{ field: a }, { field: field('/s/b') }])
    expect(readable(filledXml(made, { a: 'Kinh', b: 'Việt Nam' })).at(0)).toMatch(/^.*Dân tộc: Kinh→Quốc tịch: Việt Nam→$/)
    expect(readable(filledXml(made, { a: 'Một tên dân tộc rất dài, dài hơn hẳn dòng kẻ', b: 'Lào' })).at(0)).toMatch(/dòng kẻ Quốc tịch: Lào→$/)
  })

  it('writes into an empty cell or paragraph, in the manner of its mark', () => {
    const docx = makeDocx(`<w:p><w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:pPr></w:p><w:p/>${para('Ghi chú:')}`)
    const made = make(docx, [
      at1(1, 'Ô', [whole(mark('gap', before(at(docx, '</w:p>'))))]), at1(2, 'Trống', [whole(mark('gap', { ...at(docx, '<w:p/>'), start: at(docx, '<w:p/>').end - 2, end: at(docx, '<w:p/>').end - 2 }))]),
      at1(3, 'Ghi chú', [whole(mark('gap', before(at(docx, '</w:p>', 1))))]),
    ], [{ field: a }, { field: field('/s/b') }, { field: field('/s/c') }])
    const xml = filledXml(made, { a: 'Một', b: 'Hai', c: 'Ba' })
    expect(readable(xml)).toEqual(['Một', 'Hai', 'Ghi chú: Ba'])
    expect(xml).toContain('<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">Một</w:t></w:r>')
  })

  it.each([['dots', '..........', ''], ['tabs', '<w:r><w:tab/></w:r>', '<w:tabs><w:tab w:val="left" w:pos="3000" w:leader="dot"/><w:tab w:val="left" w:pos="6000" w:leader="dot"/></w:tabs>']])('writes hour and minute into the two blanks of one line: %s', (_what, blank, tabs) => {
    const printed = (text: string): string => (text.startsWith('<') ? text : run(text))
    const docx = makeDocx(para('TỜ KHAI ĐĂNG KÝ KHAI TỬ', '<w:jc w:val="center"/>') + para(`${run('Đã chết vào lúc: ')}${printed(blank)}${run(' giờ ')}${printed(blank)}${run(' phút')}`, tabs))
    const { holes } = readForm(docx)
    expect(holes).toHaveLength(1)
    const [hour, minute] = [field('/s/hour', 'number'), field('/s/minute', 'number')]
    const one = make(docx, holes, [{ field: hour }])
    const map = { unprinted: [], holes: [{ n: 1, label: holes[0]?.label ?? '', answer: '/s/hour', and: ['/s/minute'] }] }
    const made = { ...one, map, template: { ...one.template, map }, model: modelOf([hour, minute]) }
    const said = (answers: Readonly<Record<string, number>>): string => {
      expect(checkRoundTrip({ ...made, form: made.model, answers: { s: answers }, lists: NO_LISTS })).toEqual([])
      return (readable(filledXml(made, answers)).at(-1) ?? '').replaceAll(/[.→]/g, '').replaceAll(/\s+/g, ' ')
    }
    expect(said({ hour: 8, minute: 30 })).toBe('Đã chết vào lúc: 8 giờ 30 phút')
    expect(said({ minute: 5 })).toBe('Đã chết vào lúc: giờ 5 phút')
  })

  it('writes so that it can be read where Word set a blank cell as small as it could', () => {
    const docx = makeDocx('<w:p><w:pPr><w:rPr><w:sz w:val="10"/><w:szCs w:val="10"/></w:rPr></w:pPr></w:p>')
    const xml = filledXml(make(docx, [at1(1, 'Ô', [whole(mark('gap', before(at(docx, '</w:p>'))))])], [{ field: a }]), { a: 'Một' })
    expect(xml).toContain('<w:r><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t xml:space="preserve">Một</w:t></w:r>')
  })

  it('flows a long answer over its lines word by word, surplus on the last', () => {
    const line = '.'.repeat(60)
    const docx = makeDocx(`${para(`Lý do:${line}`)}${para(line)}${para(line)}`)
    const places = [0, 1, 2].map((nth) => place('line', leader(nthDots(docx, nth))))
    const made = make(docx, [at1(1, 'Lý do', places)], [{ field: a }])
    const text = 'Vì gia đình chuyển nơi ở theo công việc của chồng và con nhỏ phải đi học gần nhà mới, nay xin đăng ký lại tất cả giấy tờ ở nơi ở mới'
    const lines = readable(filledXml(made, { a: text })).map((one) => one.replace(/^Lý do: /, '').replace(/\.+$/, ''))
    expect(lines.join(' ')).toBe(text)
    expect(lines.every((one) => one.length > 10)).toBe(true)
    expect(readable(filledXml(made, { a: 'Ngắn' }))[1]).toBe(line)
  })

  it('keeps the line ends of an answer', () => {
    const docx = makeDocx(para(`Ý kiến:${DOTS}`))
    expect(readable(filledXml(make(docx, [at1(1, 'Ý kiến', [whole(leader(at(docx, DOTS)))])], [{ field: a }]), { a: 'Một\nHai' }))).toEqual([expect.stringMatching(/^Ý kiến: Một⏎Hai/)])
  })
})

describe('answers that are not words', () => {
  const docx = makeDocx(para(`Tên:${DOTS}`))
  const made = make(docx, [at1(1, 'Tên', [whole(leader(at(docx, DOTS)))])], [{ field: a }])

  it.each(['=cmd|\' /C calc\'!A0', '{ DDEAUTO c:\\\\windows }', '<w:fldSimple w:instr="DDE"/>', ']]>', '&lt;w:br/&gt;', '"><script>', '{MERGEFIELD x}', '«Tên»'])('writes %j as text and nothing else', (text) => {
    const xml = filledXml(made, { a: text })
    expect(readable(xml)[0]).toBe(`Tên: ${text}${'.'.repeat((/\.*$/.exec(readable(xml)[0] ?? '')?.[0] ?? '').length)}`)
    expect(xml.match(/<w:(?:instrText|fldSimple|fldChar)/g)).toBeNull()
    expect(xml.match(/<[^>]+>/g)?.length).toBe(partText(docx).match(/<[^>]+>/g)?.length)
  })

  it('takes out what XML cannot hold, and marks that turn the reading order', () => {
    expect(readable(filledXml(made, { a: 'A\u0000\u0007\uFFFE\uD800B\u202Etxt' }))[0]).toMatch(/^Tên: ABtxt\.*$/)
  })

  it.each([['emoji', '👨‍👩‍👧 nhà'], ['Arabic', 'سلام'], ['decomposed', 'Nguye\u0302\u0303n'.normalize('NFD')]])('keeps %s', (_what, text) => {
    expect(readable(filledXml(made, { a: text }))[0]).toContain(text.normalize('NFC'))
  })
})
