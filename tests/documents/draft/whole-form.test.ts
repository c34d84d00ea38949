import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { draftProcedure, type Draft } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole, NotAsked } from '../../../forms/documents/hole.ts'
import { context } from '../../forms/engine/world.ts'
import { sourceOf } from './draft-source.ts'
import { hole, wordForm } from './gold-forms.ts'

const draft = (holes: readonly Hole[], notAsked: readonly NotAsked[] = []): Draft => draftProcedure({ ...wordForm(holes), notAsked }, { context })
const pageOf = (made: Draft, name: string) => Object(made.schema['properties'])[name]
const about = (made: Draft, what: string): readonly string[] => made.proposals.filter((one) => one.about === what).map(({ text }) => text.vi)
const lint = (made: Draft) => lintProcedure(sourceOf(made), context)
const warnedBlank = (made: Draft): boolean => lint(made).some(({ message }) => message.en.includes('empty form'))
const optional = true

describe('a form that requires nothing', () => {
  const person = (section: string): readonly Hole[] => [hole(1, 'Họ và tên', 'name', { section, optional }), hole(2, 'Ngày sinh', 'date', { section, optional }), hole(3, 'Số định danh cá nhân', 'identityNumber', { section, optional })]
  it('keeps name and number of its first part, and says so before all else', () => {
    const made = draft(person('Người chết'))
    expect(pageOf(made, 'nguoiChet').required).toEqual(['hoVaTen', 'soDinhDanhCaNhan'])
    expect(made.schema['required']).toEqual(['nguoiChet', 'camDoan'])
    expect(made.proposals[0]).toMatchObject({ about: 'empty', holes: [1, 3], text: { vi: expect.stringContaining('"Họ và tên", "Số định danh cá nhân"') } })
    expect(warnedBlank(made)).toBe(false)
    expect(lint(made).filter(({ severity }) => severity === 'error')).toEqual([])
  })
  it('is said to be fileable blank where every part is for some case, by the report and by the linter', () => {
    const made = draft([...person('Áp dụng đối với người chưa có mã số'), ...person('Áp dụng đối với người đã có mã số').map((one) => ({ ...one, n: one.n + 3 }))])
    expect(made.schema['required']).toEqual(['camDoan'])
    expect(about(made, 'empty')).toEqual([expect.stringContaining('trống cũng nộp được')])
    expect(warnedBlank(made)).toBe(true)
  })
  it('has an applicant all the same, if a part is called so; what is free by its own words stays free', () => {
    const made = draft([hole(1, 'Mục đích', 'text', { section: 'Nội dung' }), hole(2, 'Họ tên', 'name', { section: 'Người yêu cầu', optional }), hole(3, 'Số định danh (nếu có)', 'identityNumber', { section: 'Người yêu cầu', optional })])
    expect(pageOf(made, 'nguoiYeuCau').required).toEqual(['hoTen'])
    expect(about(made, 'empty')).toEqual([])
  })
  it('is not one whose parts ask', () => {
    const made = draft([hole(1, 'Họ tên', 'name'), hole(2, 'Ngày sinh', 'date', { optional })])
    expect([about(made, 'empty'), warnedBlank(made)]).toEqual([[], false])
  })
})

describe('what others write on the paper', () => {
  const told = (text: string, why: NotAsked['why'] = 'officialUse', agency = 'Kính gửi: Sở Xây dựng'): readonly string[] => about(draft([hole(1, 'Họ tên', 'name')], [{ text: agency, why: 'agency' }, { text, why }]), 'others')
  it('is proposed as a paper to attach', () => {
    expect(told('XÁC NHẬN CỦA CƠ SỞ GIÁO DỤC Cơ sở giáo dục…')).toEqual([expect.stringMatching(/^"Xác nhận của cơ sở giáo dục" .*"components"/)])
    expect(told('Xác nhận của Giám đốc cơ sở (ký, đóng dấu)', 'signature')).toEqual([expect.stringMatching(/^"Xác nhận của Giám đốc cơ sở"/)])
  })
  it('is not where the agency itself confirms, nor what a note says', () => {
    expect(told('Xác nhận của Sở Xây dựng')).toEqual([])
    expect(told('Nếu có xác nhận của cơ quan thì đánh dấu', 'instruction')).toEqual([])
  })
  it('is proposed for a part with holes too, which nobody is held to', () => {
    const made = draft([hole(1, 'Họ tên', 'name', { section: 'Người khai' }), hole(2, 'Họ tên', 'name', { section: 'Xác nhận của người làm chứng' })])
    expect(about(made, 'others')).toHaveLength(1)
    expect(about(made, 'part')).toEqual([])
  })
})
