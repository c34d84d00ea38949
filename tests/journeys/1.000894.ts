import type { Journey } from './table.ts'

/** Tờ khai đăng ký kết hôn. */
export const marriage: Journey = {
  code: '1.000894',
  pages: [
    { slug: 'noi-dang-ky', heading: { vi: 'Nơi đăng ký và liên hệ', en: 'Where to register, and contact' }, requiredWhenEmpty: 2 },
    { slug: 'ben-nu', heading: { vi: 'Bên nữ', en: 'The woman' }, requiredWhenEmpty: 6 },
    { slug: 'ben-nam', heading: { vi: 'Bên nam', en: 'The man' }, requiredWhenEmpty: 6 },
    { slug: 'ban-sao', heading: { vi: 'Đề nghị cấp bản sao', en: 'Request for copies' }, requiredWhenEmpty: 1 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 3 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
