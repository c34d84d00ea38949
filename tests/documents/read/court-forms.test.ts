import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const TITLE = para(run('ĐƠN PHẢN TỐ', '<w:b/>'), '<w:jc w:val="center"/>')

describe('forms of courts', () => {
  test('count in words, and a list that counts so is one list', () => {
    const form = readLines(TITLE, 'Họ và tên: ..........', 'tôi đề nghị Tòa án giải quyết những vấn đề sau:', 'Thứ nhất, ..........', 'Thứ hai, ..........', 'Thứ ba, ..........')
    expect(form.holes.map(({ label, repeat }) => [label, repeat !== null])).toEqual([['Họ và tên', false], ['tôi đề nghị Tòa án giải quyết những vấn đề sau', true]])
  })

  test('name who is asked about above the name that is asked', () => {
    expect(holesOf(readLines(TITLE, 'Họ tên người yêu cầu:', '1. Tên chồng: ..........', '2. Tên vợ: ..........')).map((hole) => hole.replace(/^\[.*\] /, ''))).toEqual(['Tên chồng: name', 'Tên vợ: name'])
    expect(holesOf(readLines(TITLE, 'Họ tên người yêu cầu:', 'Nội dung yêu cầu: ..........'))).toHaveLength(2)
  })

  test('underline a heading with its colon, and the blank between is no room', () => {
    const lined = (text: string): string => `<w:r><w:rPr><w:u w:val="single"/></w:rPr>${text}</w:r>`
    const heading = para(lined('<w:t>Người bị kiện</w:t>') + lined('<w:tab/>') + lined('<w:t>:</w:t>'))
    expect(holesOf(readLines(TITLE, heading, 'Họ và tên: ..........', 'Địa chỉ: ..........')).map((hole) => hole.replace(/^\[.*\] /, ''))).toEqual(['Họ và tên: name', 'Địa chỉ: address'])
    const room = para(`<w:r><w:t>Họ và tên</w:t></w:r>${lined('<w:tab/>')}`)
    expect(holesOf(readLines(TITLE, room, 'Địa chỉ: ..........'))).toHaveLength(2)
  })

  test('begin the answer for the person', () => {
    expect(holesOf(readLines(TITLE, 'CCCD số: .......... Nơi cấp: CA ..........')).map((hole) => hole.replace(/^\[.*\] /, ''))).toEqual(['CCCD số: identityNumber', 'Nơi cấp: issuePlace'])
  })
})
