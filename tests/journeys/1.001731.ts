import type { Journey } from './table.ts'

/** Tờ khai đề nghị hỗ trợ chi phí mai táng. */
export const burialSupport: Journey = {
  code: '1.001731',
  pages: [
    { slug: 'nguoi-chet', heading: { vi: 'I. Thông tin người chết được mai táng', en: 'I. The deceased' }, requiredWhenEmpty: 9 },
    { slug: 'nguoi-mai-tang', heading: { vi: 'II. Thông tin cơ quan, tổ chức, hộ gia đình, cá nhân đứng ra mai táng cho người chết', en: 'II. Who carries out the burial' }, requiredWhenEmpty: 2 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
