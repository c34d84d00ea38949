import type { Journey } from './table.ts'

/** Tờ khai đăng ký khai tử. */
export const deathRegistration: Journey = {
  code: '1.000656',
  pages: [
    { slug: 'nguoi-yeu-cau', heading: { vi: 'Thông tin về người yêu cầu đăng ký khai tử', en: 'The person who requests the registration' }, requiredWhenEmpty: 7 },
    { slug: 'nguoi-chet', heading: { vi: 'Thông tin về người được đăng ký khai tử', en: 'The deceased' }, requiredWhenEmpty: 5 },
    { slug: 'viec-chet', heading: { vi: 'Việc chết', en: 'The death' }, requiredWhenEmpty: 3 },
    { slug: 'ban-sao', heading: { vi: 'Đề nghị cấp bản sao', en: 'Request for copies' }, requiredWhenEmpty: 1 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
