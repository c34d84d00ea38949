import { expect, test } from 'vitest'
import { para } from '../make-docx.ts'
import { holesOf, readLines } from './read-holes.ts'

const DOTS = '……………………'
const TITLE = 'ĐƠN ĐỀ NGHỊ CẤP THẺ'
const kindsOf = (...lines: readonly string[]): readonly string[] => readLines(TITLE, ...lines).holes.map(({ label, kind }) => `${label}: ${kind}`)

test.each(['……', '....', '…'])('counted lines that tell what to write ask where %s follows a colon, and are no notes', (dots) => {
  expect(kindsOf(`(1) Ghi họ và tên: ${dots}`, `(2) Ghi địa chỉ: ${dots}`, `Lý do: ${DOTS}`)).toHaveLength(3)
})

test('so do those with a leader', () => {
  const leader = '<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="9000"/></w:tabs>'
  const line = (text: string): string => para(`<w:r><w:t xml:space="preserve">${text} </w:t></w:r><w:r><w:tab/></w:r>`, leader)
  expect(kindsOf(line('(1) Ghi họ và tên'), line('(2) Ghi địa chỉ'), `Lý do: ${DOTS}`)).toHaveLength(3)
})

test('notes whose last words go on in dots stay notes', () => {
  expect(holesOf(readLines(TITLE, `Tên(1): ${DOTS}`, `Địa chỉ(2): ${DOTS}`, 'Tôi cam đoan là đúng.', '(1) Ghi rõ tên theo giấy tờ pháp lý….', '(2) Ghi rõ số nhà, đường….'))).toEqual(['Tên: name', 'Địa chỉ: address'])
})

test.each([['Số hộ chiếu: {{passport.no}}', ['Số hộ chiếu: identityNumber']], ['Chỉ số BMI: {{bmi.index}}', ['Chỉ số BMI: number']], ['{{index}}. Họ và tên: {{ten}}', ['Họ và tên: name']], ['{{loop.index}}. Họ và tên: {{ten}}', ['Họ và tên: name']]])('a program counts with words of its own: %s', (line, found) => {
  expect(kindsOf(line)).toEqual(found)
})

test.each([
  'Họ tên người đại diện theo pháp luật, ngày sinh, số CCCD, địa chỉ, điện thoại', 'Địa chỉ nơi cư trú hiện nay của người khai, số điện thoại, email, số fax, website',
])('several data are told in words, however long the first: %s', (label) => { expect(kindsOf(`${label}: ${DOTS}`)).toEqual([`${label}: text`]) })

test('whose something is may be a list', () => {
  expect(kindsOf(`- Diện tích đất của tổ chức, hộ gia đình, cá nhân, cộng đồng dân cư, cơ sở tôn giáo: ${DOTS} m2`).map((one) => one.split(': ').at(-1))).toEqual(['area'])
})

test.each([`Văn phòng luật sư ${DOTS}`, `Chi nhánh ${DOTS} đề nghị cấp giấy phép`])('%s below whom the letter greets is who writes', (line) => {
  expect(kindsOf('Kính gửi: Sở Tư pháp', line)).toHaveLength(1)
})

test.each([['Tất cả', 'Một phần', 'choice'], ['Tất cả các nội dung trên', 'Nội dung khác', 'choices']])('%s among choices', (all, other, kind) => {
  const others = kind === 'choices' ? ['☐ Thay đổi tên', '☐ Thay đổi địa chỉ'] : []
  expect(readLines(TITLE, 'Phạm vi cung cấp:', ...others, `☐ ${all}`, `☐ ${other}`).holes.map((hole) => hole.kind)).toEqual([kind])
})
