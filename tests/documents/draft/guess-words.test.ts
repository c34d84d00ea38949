import { describe, expect, it } from 'vitest'
import { kindText, reasonText } from '../../../forms/documents/draft/guess-words.ts'
import { HOLE_KINDS } from '../../../forms/documents/hole.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { makeDocx, para } from '../make-docx.ts'

describe('a guess in words', () => {
  it('is told in Vietnamese for every reason that a form of many kinds gives', () => {
    const lines = ['Họ và tên: ......', 'Sinh ngày ... tháng ... năm ......', 'Diện tích: ...... m2', 'Chữ gì đó: ......', 'Vốn (VNĐ): ......', 'Hiện đang sống tại: ......', 'Giới tính: Nam ☐ Nữ ☐', 'Kèm Giấy phép hành nghề số: ......']
    const reasons = readForm(makeDocx(lines.map((line) => para(line)).join(''))).holes.map(({ reason }) => reason)
    expect(reasons.length).toBeGreaterThanOrEqual(7)
    expect(reasons.filter((reason) => reasonText(reason, 'vi') === reason)).toEqual([])
    expect(reasons.map((reason) => reasonText(reason, 'en'))).toEqual(reasons)
  })
  it('keeps the word of the form, and a reason that it does not know', () => {
    expect(reasonText("label begins with 'họ và tên'", 'vi')).toBe('nhãn bắt đầu bằng "họ và tên"')
    expect(reasonText('3 lines are printed for it', 'vi')).toBe('in 3 dòng cho câu này')
    expect(reasonText('something new', 'vi')).toBe('something new')
  })
  it('has a name for every kind', () => {
    expect(new Set(HOLE_KINDS.map((kind) => kindText(kind, 'vi'))).size).toBe(HOLE_KINDS.length)
    expect(kindText('yesNo', 'en')).toBe('yes or no')
  })
})
