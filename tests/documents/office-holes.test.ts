import { describe, expect, it } from 'vitest'
import type { Finding } from '../../forms/authoring/source.ts'
import { compileForm } from '../../forms/compile/index.ts'
import { draftProcedure, type Draft } from '../../forms/documents/draft/draft-procedure.ts'
import { compileTemplate } from '../../forms/documents/fill/compile-template.ts'
import { fillForm } from '../../forms/documents/fill/fill-form.ts'
import { factInk, knownFacts, type Known } from '../../forms/documents/fill/known-facts.ts'
import type { WordForm } from '../../forms/documents/hole.ts'
import { checkWordMap } from '../../forms/documents/mapping/check-word-map.ts'
import { compareEditions } from '../../forms/documents/mapping/compare-editions.ts'
import { readForm } from '../../forms/documents/read/read-form.ts'
import { checkRoundTrip } from '../../forms/documents/round-trip/check-round-trip.ts'
import type { HoleAnswer } from '../../forms/documents/word-map.ts'
import type { Json, ProcedureRecord } from '../../forms/index.ts'
import { context } from '../forms/engine/world.ts'
import { partText, readable } from './fill/hand-form.ts'
import { makeDocx, para, run, table } from './make-docx.ts'

const centred = '<w:jc w:val="center"/>'
const TITLE = para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', centred)
const NAME = para('Họ và tên: ............')
const DATE = para('............, ngày ..... tháng ..... năm 20.....')
const bold = (text: string): string => para(run(text, '<w:b/>'), centred)
const paper = (head: string, foot: string): Uint8Array => makeDocx(TITLE + head + NAME + foot)
const brief = (form: WordForm): readonly string[] => form.office.map(({ n, label, places }) => `${n} ${label}: ${places.map(({ role }) => role).join(' ')}`)
const read = (head: string, foot = ''): readonly string[] => brief(readForm(paper(head, foot)))

describe('holes that the system knows', () => {
  it('are "Kính gửi", over all its lines, and place and date, numbered behind what is asked', () => {
    expect(read(para('Kính gửi: (1) ............') + para('................................'), DATE)).toEqual(['2 Kính gửi: line line', '3 Địa danh: whole', '4 Ngày, tháng, năm: day month year'])
    expect(readForm(paper(para('Kính gửi: ............'), DATE)).holes.map(({ label }) => label)).toEqual(['Họ và tên'])
  })
  it('have the words printed before them as labels', () => {
    expect(read(para('Kính gửi: Ủy ban nhân dân xã ............'), para('Làm tại: ............, ngày ..... tháng ..... năm ........'))).toEqual(['2 Kính gửi: Ủy ban nhân dân xã: whole', '3 Làm tại: whole', '4 Ngày, tháng, năm: day month year'])
  })
  it('are none where all is printed, nor in what the office writes itself', () => {
    expect(read(para('Kính gửi: Sở Xây dựng'))).toEqual([])
    const office = bold('XÁC NHẬN CỦA ỦY BAN NHÂN DÂN XÃ')
    expect(read('', office + DATE)).toEqual([])
    expect(read('', office + para('Đơn vị xác nhận ........') + DATE + bold('NGƯỜI KÊ KHAI'))).toEqual(['2 Địa danh: whole', '3 Ngày, tháng, năm: day month year'])
    expect(read('', table([[DATE + office, DATE + bold('NGƯỜI LÀM ĐƠN')]]))).toEqual(['2 Địa danh: whole', '3 Ngày, tháng, năm: day month year'])
  })
})

const COMMUNE: Pick<ProcedureRecord, 'agency'> = { agency: { tier: 'commune', title: { vi: 'Ủy ban nhân dân cấp xã', en: 'Commune' } } }
const draftOf = (docx: Uint8Array, more: Partial<ProcedureRecord> = COMMUNE): Draft => {
  const form = readForm(docx)
  const { record } = draftProcedure(form, { context })
  return draftProcedure(form, { context, record: { ...record, ...more } })
}
const systemOf = (draft: Draft): readonly string[] => draft.map.holes.flatMap((entry) => ('system' in entry ? [`${entry.label} <- ${entry.system}`] : 'none' in entry ? [`${entry.label}: ${entry.none}`] : []))

describe('a draft', () => {
  it('asks which commune receives, and lets the system write the rest', () => {
    const draft = draftOf(paper(para('Kính gửi: ............'), DATE))
    expect(draft.record.agency.chosenBy).toBe('/noiNhan/xaPhuong')
    expect(Object.keys(Object(draft.schema['properties']))).toEqual(['noiNhan', 'hoVaTen', 'camDoan'])
    expect(systemOf(draft)).toEqual(['Kính gửi <- agency', 'Địa danh <- place', 'Ngày, tháng, năm <- submittedOn'])
    expect(draft.map.unprinted[0]).toEqual({ answer: '/noiNhan/xaPhuong', why: expect.stringContaining('Kính gửi') })
  })
  it('asks for no commune where one agency serves all, and invents none', () => {
    const draft = draftOf(paper(para('Kính gửi: ............'), ''), { agency: { tier: 'province', title: { vi: 'Sở Thử nghiệm', en: 'Department' } } })
    expect(draft.record.agency.chosenBy).toBeUndefined()
    expect(Object.keys(Object(draft.schema['properties']))).not.toContain('noiNhan')
  })
  it('writes only the place where the form prints the kind of agency, and nothing where it prints a name', () => {
    expect(systemOf(draftOf(paper(para('Kính gửi: Ủy ban nhân dân xã/phường ............'), '')))).toEqual(['Kính gửi: Ủy ban nhân dân xã/phường <- agencyPlace'])
    expect(systemOf(draftOf(paper(para('Kính gửi: (Cơ quan đăng ký cấp xã) ............'), '')))).toEqual(['Kính gửi: (Cơ quan đăng ký cấp xã) <- agency'])
    expect(systemOf(draftOf(paper(para('Kính gửi: Chi cục Thuế khu vực ............'), '')))).toEqual(['Kính gửi: Chi cục Thuế khu vực: Mẫu đã in sẵn nơi nhận'])
  })
  it('dates every signature of the declarant', () => {
    expect(systemOf(draftOf(paper('', DATE + bold('NGƯỜI KÊ KHAI') + para('Họ tên chủ hộ: ............') + DATE + bold('Người kê khai'))))).toEqual(['Địa danh <- place', 'Ngày, tháng, năm <- submittedOn', 'Địa danh <- place', 'Ngày, tháng, năm <- submittedOn'])
  })
  it('leaves the dates of others to them: the last is the declarant\'s', () => {
    const cell = (heading: string): string => DATE + bold(heading)
    expect(systemOf(draftOf(paper('', table([[cell('Ý KIẾN CỦA CHỦ HỘ'), cell('NGƯỜI KÊ KHAI')]]))))).toEqual([
      'Địa danh: Người ký ở mục này tự ghi', 'Ngày, tháng, năm: Người ký ở mục này tự ghi', 'Địa danh <- place', 'Ngày, tháng, năm <- submittedOn'])
  })
})

const filled = (docx: Uint8Array, known: Known): readonly string[] => {
  const draft = draftOf(docx)
  const template = compileTemplate({ docx, form: readForm(docx), map: draft.map })
  const trip = { docx, template, form: compileForm(draft.schema), answers: {}, lists: context.lists, known }
  expect(checkRoundTrip(trip)).toEqual([])
  return readable(partText(fillForm(trip)))
}

describe('filling', () => {
  const docx = paper(para(`Kính gửi: ${'.'.repeat(90)}`) + para('.'.repeat(100)), DATE)
  it('writes who receives, where and when, and reads it back', () => {
    const known = knownFacts({ ...draftOf(docx).record }, { noiNhan: { xaPhuong: { province: '01', commune: '00004' } } }, context.lists, { code: 'H26-260714-0001', submittedAt: '2026-07-14T09:30:00+07:00' })
    const lines = filled(docx, known)
    expect(lines[1]).toMatch(/^Kính gửi: Ủy ban nhân dân phường Ba Đình, thành phố Hà Nội/)
    expect(lines.at(-1)).toMatch(/^Ba Đình\.*, ngày 14 tháng 07 năm 2026$/)
  })
  it('leaves as printed what is not known yet', () => {
    expect(filled(docx, {})).toEqual(readable(partText(docx)))
  })
  it('takes a name as text, whatever stands in it', () => {
    expect(filled(docx, { agency: '</w:t><w:br/> & "{ten}" [Sở]' }).join(' ')).toContain('Kính gửi: </w:t><w:br/> & "{ten}" [Sở]')
  })
})

describe('what is known', () => {
  const record = { ...draftOf(paper('', '')).record }
  const at = (province: string, commune: string): Known => knownFacts({ ...record, agency: { ...record.agency, chosenBy: '/c' } }, { c: { province, commune } }, context.lists)
  it('is a name only where it names one agency', () => {
    const agency = (vi: string): Known => knownFacts({ ...record, agency: { tier: 'province', title: { vi, en: '' } } }, {}, context.lists)
    expect(agency('Sở Xây dựng')).toEqual({ agency: 'Sở Xây dựng' })
    for (const title of ['', '[Cần bổ sung]', 'Cục Đường sắt, Chủ tịch ủy ban nhân dân cấp tỉnh', 'Công an cấp tỉnh']) expect(agency(title)).toEqual({})
  })
  it('calls a commune by its name before a date', () => {
    expect(at('01', '00004')).toMatchObject({ place: 'Ba Đình', agencyPlace: 'phường Ba Đình, thành phố Hà Nội' })
    expect(at('01', '99999')).not.toHaveProperty('place')
  })
  it('is a date in three parts', () => { expect(factInk('submittedOn', { submittedOn: '2026-07-14' })).toMatchObject({ text: '14/07/2026', date: ['14', '07', '2026'] }) })
})

describe('the linter', () => {
  const docx = paper(para('Kính gửi: ............'), '')
  const draft = draftOf(docx)
  const check = (holes: readonly (HoleAnswer | Json)[]): readonly Finding[] => checkWordMap({ ...draft.map, holes } as unknown as Json, readForm(docx), compileForm(draft.schema))
  const told = (holes: readonly (HoleAnswer | Json)[]): readonly string[] => check(holes).map(({ severity, pointer, message }) => `${severity} ${pointer} ${message.en}`)
  it('passes the map of a draft, and notes what the system could write', () => {
    expect(told(draft.map.holes)).toEqual([])
    expect(told(draft.map.holes.filter((entry) => !('system' in entry)))).toEqual([expect.stringMatching(/^warning \/holes Hole 2 \("Kính gửi"\)/)])
  })
  it('refuses a fact that there is none of, and one beside an answer', () => {
    const [first] = draft.map.holes
    expect(told([...(first ? [first] : []), { n: 2, label: 'Kính gửi', system: 'weather' }])).toEqual([expect.stringContaining('error /holes/1/system'), expect.stringContaining('warning')])
    expect(told([{ ...first, system: 'agency' } as unknown as Json])).toEqual(expect.arrayContaining([expect.stringContaining('error /holes/0')]))
  })
  it('refuses a fact where there are boxes', () => {
    const boxes = makeDocx(TITLE + para('Giới tính: Nam ☐ Nữ ☐'))
    const [own] = draftOf(boxes).map.holes
    const map = { holes: [{ n: own?.n ?? 0, label: own?.label ?? '', system: 'agency' }], unprinted: [] }
    expect(checkWordMap(map, readForm(boxes), compileForm(draftOf(boxes).schema)).filter(({ severity }) => severity === 'error')[0]).toMatchObject({ pointer: '/holes/0/system' })
  })
  it('takes its entries over to a new edition', () => {
    const next = readForm(makeDocx(TITLE + para('Kính gửi: ............') + NAME + para('Điện thoại: ............')))
    const { map, appeared } = compareEditions(readForm(docx), next, { map: draft.map, form: compileForm(draft.schema) })
    expect(map.holes).toContainEqual({ n: 3, label: 'Kính gửi', system: 'agency' })
    expect(appeared.map(({ label }) => label)).toEqual(['Điện thoại'])
  })
})
