import { describe, expect, it } from 'vitest'
import { englishLabel } from '../../../forms/documents/draft/english.ts'
import GLOSSARY from '../../../forms/documents/draft/glossary.json' with { type: 'json' }
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import { context } from '../../forms/engine/world.ts'
import { goldForms } from './gold-forms.ts'

describe('English for a label', () => {
  it('tells short words apart by their marks', () => {
    expect(['Năm', 'Nam', 'Khóa', 'Khoa', 'năm', 'NỮ', 'Có', 'Con'].map(englishLabel)).toEqual(['Year', 'Male', 'Course', 'Faculty', 'Year', 'Female', 'Yes', 'Child'])
    expect(['Cọ', 'Năn', 'Số?'].map(englishLabel)).toEqual([undefined, undefined, 'Number'])
  })
  it.each([
    ['Ngày cấp giấy phép lái xe', 'Date of issue of the driving licence'], ['Số giấy phép lái xe', 'Number of the driving licence'], ['Giấy xác nhận khuyết tật số', 'Disability certificate number'],
    ['Căn cứ Giấy phép xây dựng số', 'Building permit number'], ['Họ và tên chủ hộ', 'Full name of the head of household'], ['Họ, chữ đệm và tên của người đại diện hợp pháp của pháp nhân', 'Full name of the legal representative of the legal person'],
    ['Số định danh cá nhân của chủ hộ', 'Personal identification number of the head of household'], ['Ý kiến của cha, mẹ hoặc người giám hộ', 'Opinion of the parents or guardian'], ['Quan hệ với người chết', 'Relation to the deceased'],
    ['Lý do chưa đi học', 'Reason for not yet going to school'], ['Thông tin về trẻ em', 'The child'],
  ])('puts it together of what it knows: %s', (label, english) => { expect(englishLabel(label)).toBe(english) })
  it.each([
    ['Mã số doanh nghiệp/Mã số thuế', 'Enterprise code / tax code'], ['Số định danh/Hộ chiếu', 'Personal identification number / passport'], ['Đã học lái xe: năm', 'Learnt to drive: year'],
    ['Thửa đất liền kề: tờ bản đồ số', 'Neighbouring plot: map sheet number'], ['Hồ sơ (nếu có) kèm theo', 'Enclosed papers'], ['Sức nén (Pressure)', 'Pressure'],
  ])('takes it in parts, without brackets, or as the form prints it: %s', (label, english) => { expect(englishLabel(label)).toBe(english) })
  it.each(['Lý trình của tuyến', 'Số hạt gạo', 'Họ tên người nào đó', '…', '', 'Ngày cấp: hoa lá', '__proto__', 'constructor'])('says nothing rather than half of it: %s', (label) => { expect(englishLabel(label)).toBeUndefined() })
  it('has folded keys for phrases, and marked ones of one word for words', () => {
    const phrases = [GLOSSARY.labels, GLOSSARY.parties, GLOSSARY.things, GLOSSARY.starts].flatMap((table) => Object.keys(table))
    expect(phrases.filter((key) => !/^[a-z0-9]+( [a-z0-9]+)*$/.test(key))).toEqual([])
    expect(Object.keys(GLOSSARY.words).filter((key) => !/^\p{Ll}+$/u.test(key))).toEqual([])
  })
  it.skipIf(goldForms().length === 0)('is known for nearly all labels of the thirteen forms', () => {
    const missing = goldForms().flatMap(({ form }) => draftProcedure(form, { context }).proposals.filter(({ about }) => about === 'english').map(({ text }) => text.vi))
    expect(missing.length).toBeLessThan(20)
  })
})
