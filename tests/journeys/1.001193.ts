import type { Journey } from './table.ts'

/** Tờ khai đăng ký khai sinh. */
export const birthRegistration: Journey = {
  code: '1.001193',
  pages: [
    { slug: 'nguoi-yeu-cau', heading: { vi: 'Thông tin về người yêu cầu đăng ký khai sinh', en: 'The person who requests the registration' }, requiredWhenEmpty: 7 },
    { slug: 'tre', heading: { vi: 'Thông tin về người được đăng ký khai sinh', en: 'The person to be registered' }, requiredWhenEmpty: 9 },
    { slug: 'nguoi-me', heading: { vi: 'Thông tin về người mẹ', en: 'The mother' }, requiredWhenEmpty: 5, conditional: true },
    { slug: 'nguoi-cha', heading: { vi: 'Thông tin về người cha', en: 'The father' }, requiredWhenEmpty: 1, conditional: true },
    { slug: 'ket-hon', heading: { vi: 'Thông tin về Giấy chứng nhận kết hôn của cha, mẹ trẻ (nếu cha, mẹ trẻ đã ĐKKH)', en: 'Marriage certificate of the child\'s parents (if they are married)' }, requiredWhenEmpty: 1, conditional: true },
    { slug: 'ban-sao', heading: { vi: 'Đề nghị cấp bản sao', en: 'Request for copies' }, requiredWhenEmpty: 1 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
