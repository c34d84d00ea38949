import { describe, expect, it } from 'vitest'
import { findPledge } from '../../../forms/documents/draft/find-pledge.ts'
import type { Block } from '../../../forms/documents/report/document-text.ts'

const says = (text: string): Block => ({ block: 'paragraph', pieces: text.split(/(_)/).map((piece) => (piece === '_' ? { text: '.....', hole: 1 } : { text: piece })) })
const pledge = (...lines: readonly string[]): string | undefined => findPledge(lines.map(says))

describe('the declaration of a form', () => {
  it('is its own sentence, without marks of notes', () => {
    expect(pledge('Lý do: _', 'Tôi xin cam đoan những điều ghi trên đây là đúng sự thật (2).', 'NGƯỜI LÀM ĐƠN')).toBe('Tôi xin cam đoan những điều ghi trên đây là đúng sự thật.')
  })
  it('goes on with sentences of its sort, and with the list that it announces', () => {
    expect(pledge('Tôi cam đoan là đúng.', '', 'Tôi chịu hoàn toàn trách nhiệm.', 'Làm tại: _')).toBe('Tôi cam đoan là đúng. Tôi chịu hoàn toàn trách nhiệm.')
    expect(pledge('Tôi xin cam kết:', '- Đồng ý chia sẻ thông tin;', '- Trụ sở hợp pháp.', '- Nơi nhận')).toBe('Tôi xin cam kết: - Đồng ý chia sẻ thông tin; - Trụ sở hợp pháp.')
  })
  it('leaves out its number and heading, and keeps a blank as a blank', () => {
    expect(pledge('6. Cam kết: Tôi xin cam đoan làm đúng.')).toBe('Tôi xin cam đoan làm đúng.')
    expect(pledge('Tôi cam đoan việc nhận_nói trên là đúng.')).toBe('Tôi cam đoan việc nhận … nói trên là đúng.')
    expect(pledge('_(1)_ cam kết thực hiện theo đúng giấy phép.')).toBe('… cam kết thực hiện theo đúng giấy phép.')
  })
  it('stands in a cell as well', () => {
    expect(findPledge([{ block: 'table', rows: [[[says('Tôi cam đoan là đúng.')]]] }])).toBe('Tôi cam đoan là đúng.')
  })
  it('is none where a form only speaks of one, or prints a page of it', () => {
    expect(pledge('Họ và tên: _', 'Người cam đoan', 'Nội dung cam kết của tổ chức')).toBeUndefined()
    expect(pledge(`Tôi cam đoan ${'rất dài '.repeat(300)}`)).toBeUndefined()
  })
})
