import { expect, test } from 'vitest'
import { para, run } from '../make-docx.ts'
import { readLines } from './read-holes.ts'

const title = (text: string): string => para(run(text, '<w:b/>'), '<w:jc w:val="center"/>')

test('each form of a document has notes of its own', () => {
  const form = readLines(
    title('GIẤY ĐỀ NGHỊ'), '......(1)...... đề nghị như sau.', 'Chú thích:', '(1) Tên tổ chức, doanh nghiệp.', '(2) Ghi rõ lĩnh vực.',
    title('DANH SÁCH ĐỀ NGHỊ'), '......(1)......', 'Ghi chú:', '(1) Lĩnh vực hoạt động.', '(2) Ghi rõ chức vụ.',
  )
  expect(form.holes.map(({ label }) => label)).toEqual(['Tên tổ chức, doanh nghiệp', 'Lĩnh vực hoạt động'])
  expect(form.holes.map(({ hint }) => hint)).toEqual(['Tên tổ chức, doanh nghiệp.', 'Lĩnh vực hoạt động.'])
})

test('a note may be to two marks', () => {
  const form = readLines(title('TỜ KHAI'), 'Dân tộc (1): ............', 'Quốc tịch (2): ............', 'Nơi cư trú (3): ............', 'Chú thích:', '(1) (2) Chỉ ghi trong trường hợp chưa có số định danh cá nhân.', '(3) Ghi theo nơi đăng ký thường trú.')
  expect(form.holes.map(({ optional }) => optional)).toEqual([true, true, false])
})

test('\'Tp …, ngày …\' is the place and date of the signature', () => {
  expect(readLines(title('TỜ KHAI'), 'Dân tộc: ............', 'Tp............, ngày ..... tháng ..... năm 20.....').holes.map(({ label }) => label)).toEqual(['Dân tộc'])
})
