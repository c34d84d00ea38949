import type { Journey } from './table.ts'

/** Tờ khai thay đổi thông tin cư trú: đăng ký thường trú. */
export const permanentResidence: Journey = {
  code: '1.004222',
  pages: [
    { slug: 'nguoi-ke-khai', heading: { vi: 'Người kê khai', en: 'The person who declares' }, requiredWhenEmpty: 6 },
    { slug: 'chu-ho', heading: { vi: 'Chủ hộ', en: 'Head of the household' }, requiredWhenEmpty: 4 },
    { slug: 'noi-dung', heading: { vi: 'Nội dung đề nghị', en: 'What is requested' }, requiredWhenEmpty: 2 },
    { slug: 'thanh-vien', heading: { vi: 'Những thành viên trong hộ gia đình cùng thay đổi', en: 'Household members who change with you' }, requiredWhenEmpty: 5, conditional: true },
    { slug: 'y-kien', heading: { vi: 'Ý kiến của những người liên quan', en: 'Opinions of those concerned' }, requiredWhenEmpty: 2 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0, conditional: true },
  ],
}
