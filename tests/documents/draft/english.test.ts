import { describe, expect, it } from 'vitest'
import { englishLabel, inBoth } from '../../../forms/documents/draft/english.ts'

describe('English of a label', () => {
  it.each([
    ['Năm', 'Year'], ['Nam', 'Male'], ['Khóa', 'Course'], ['Khoa', 'Faculty'], ['Số', 'Number'], ['Họ và tên (viết chữ in hoa)', 'Full name'],
    ['Họ tên người mẹ', 'Full name of the mother'], ['Số định danh cá nhân của chủ hộ', 'Personal identification number of the head of household'],
    ['Tên chủ đầu tư', 'Name of the project owner'], ['Số con (nếu có)', 'Number of children'], ['Thông tin về người mẹ', 'The mother'],
  ])('%s: %s', (label, english) => { expect(englishLabel(label)).toBe(english) })
  it.each(['Số vợ', 'Lý trình đường ngang', 'Nằm', ''])('is none for what the glossary does not have: %s', (label) => {
    expect(englishLabel(label)).toBeUndefined()
    expect(inBoth(label)).toEqual({ vi: label, en: label })
  })
})
