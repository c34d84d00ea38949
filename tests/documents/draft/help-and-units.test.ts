import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole, HoleKind } from '../../../forms/documents/hole.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { isObject } from '../../../forms/engine/pointer.ts'
import { context } from '../../forms/engine/world.ts'
import { makeDocx, para } from '../make-docx.ts'
import { sourceOf } from './draft-source.ts'
import { hole, wordForm } from './gold-forms.ts'

/** The only question of a draft of one hole. */
const asked = (label: string, kind: HoleKind, rest: Partial<Hole> = {}) => {
  const made = draftProcedure(wordForm([hole(1, label, kind, { section: 'A', ...rest })]), { context })
  expect(lintProcedure(sourceOf(made), context).filter(({ severity }) => severity === 'error')).toEqual([])
  return Object.values<{ description: string; 'x-jsf-presentation': Record<string, unknown>; 'x-dvc-en': { description: string } }>(Object(made.schema['properties']).a.properties)[0]
}

describe('the unit of a number', () => {
  it('is read behind the holes of a form, m², months, people and copies alike', () => {
    const form = readForm(makeDocx(['ĐƠN ĐỀ NGHỊ', 'Chiều cao công trình: ............ m', 'Diện tích đất: ............ ha', 'Thời gian hoàn thành: ............ tháng', 'Số con: ............ người', 'Số lượng: ............ bản', 'Khối lượng (kg): ............'].map((line) => para(line)).join('')))
    const { schema } = draftProcedure(form, { context })
    const fields = Object.values(Object(schema['properties'])).filter(isObject).flatMap((page) => Object.values(Object(page['properties'])).filter(isObject))
    expect(fields.map((field) => Object(field['x-jsf-presentation']).unit).filter((unit) => unit !== undefined)).toEqual(['m', 'ha', { vi: 'tháng', en: 'months' }, { vi: 'người', en: 'people' }, { vi: 'bản', en: 'copies' }, 'kg'])
  })
  it.each([['Tỷ lệ (%)', 'number', '%'], ['Diện tích', 'area', 'm²'], ['Diện tích (m2)', 'area', 'm²'], ['Khối lượng (đơn vị: tấn)', 'number', { vi: 'tấn', en: 'tonnes' }], ['Số lượng (dự kiến)', 'quantity', undefined], ['Chiều cao (constructor)', 'number', undefined]] as const)('stands in brackets at the label: %s', (label, kind, unit) => {
    expect(asked(label, kind)?.['x-jsf-presentation']['unit']).toEqual(unit)
  })
})

describe('the help of a question', () => {
  it.each([
    ['Chức vụ', 'occupation', /giám đốc/], ['Chức danh trong cơ sở', 'occupation', /giám đốc/], ['Nghề nghiệp', 'occupation', /giáo viên/], ['Tên hộ kinh doanh', 'organisation', /Hộ kinh doanh Hoa Mai/], ['Tên chủ đầu tư', 'name', /Cá nhân ghi họ và tên/],
    ['Lớp', 'text', /10A1/], ['Khóa', 'text', /2024/], ['Số nhà, đường phố', 'address', /^Ví dụ số 12 phố Hàng Bài\.$/], ['Quê quán', 'place', /^Tỉnh, thành phố; rồi xã/], ['Xã, huyện, tỉnh', 'address', /^Tỉnh, thành phố; rồi xã/], ['Số CMND', 'identityNumber', /9 chữ số/],
  ] as const)('fits its words: %s', (label, kind, help) => { expect(asked(label, kind)?.description).toMatch(help) })
  it('asks for house and street only where the address has them', () => {
    expect(asked('Quê quán', 'place')?.description).not.toContain('số nhà')
    expect(asked('Nơi cư trú', 'address')?.description).toContain('số nhà')
  })
})

describe('a date', () => {
  it('that may be a dash is a text', () => {
    expect(asked('Thời hạn sở hữu đến', 'date', { hint: 'Ghi “đến ngày .../.../...” hoặc ghi bằng dấu “-/-” nếu không xác định được.' })?.['x-jsf-presentation']['inputType']).toBe('text')
  })
})

describe('an example', () => {
  it.each([['Quan hệ với người chết', 'relation', 'Cha đẻ'], ['Chức vụ', 'occupation', 'Giám đốc'], ['Nơi cấp', 'issuePlace', 'Bộ Công an']] as const)('answers what is asked: %s', (label, kind, answer) => {
    const { examples } = draftProcedure(wordForm([hole(1, label, kind, { section: 'A' })]), { context })
    expect(Object.values(Object(examples.valid[0]?.answers['a']))).toEqual([answer])
  })
})
