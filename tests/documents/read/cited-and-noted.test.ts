import { describe, expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const raised = (mark: string): string => run(mark, '<w:vertAlign w:val="superscript"/>')
const title = para(run('ĐƠN ĐỀ NGHỊ', '<w:b/>'), '<w:jc w:val="center"/>')

describe('a law that is cited', () => {
  test('has no hole in its number, and is no part of the label behind it', () => {
    expect(holesOf(readLines(title, 'Đủ điều kiện quy định tại Nghị định số: ……./2016/NĐ-CP ngày 01 tháng 7 năm 2016 để làm ngành, nghề đầu tư kinh doanh: ............'))).toEqual(['để làm ngành, nghề đầu tư kinh doanh: text'])
    expect(holesOf(readLines(title, 'Thực hiện Thông tư số 15/2020/TT-BYT của Bộ Y tế, đề nghị cấp lại số: ............'))).toEqual(['đề nghị cấp lại số: text'])
  })

  test('is what is asked for where nothing else is', () => {
    expect(holesOf(readLines(title, 'Theo Quyết định số ........ ngày ..... tháng ..... năm ........'))).toEqual(['Theo Quyết định số: documentNumber', 'ngày: date'])
  })
})

describe('notes below a form', () => {
  const NOTES = [para(raised('1') + run(' Tên doanh nghiệp đề nghị.')), para(raised('2') + run(' Nêu rõ lý do.'))]

  test('need no heading where raised marks begin them', () => {
    const form = readLines(title, para(run('Đề nghị') + raised('2') + run(' ..........')), ...NOTES)
    expect(form.holes.map(({ label, note, hint }) => [label, note, hint])).toEqual([['Đề nghị', 2, 'Nêu rõ lý do.']])
    expect(form.notAsked.filter(({ why }) => why === 'instruction')).toHaveLength(1)
  })

  test('end where something can be filled in again', () => {
    expect(holesOf(readLines(title, 'Lý do: ........', ...NOTES, 'Nơi sinh: ........'))).toEqual(['Lý do: text', 'Nơi sinh: place'])
  })
})

describe('what a letter is about', () => {
  test('is text, whatever money it speaks of', () => {
    expect(holesOf(readLines(title, 'V/v hỗ trợ ..................'))).toEqual(['V/v hỗ trợ: text'])
    expect(holesOf(readLines(title, 'Mức hỗ trợ: ..................'))).toEqual(['Mức hỗ trợ: money'])
  })
})
