import type { Journey } from './table.ts'

/** Tờ khai đề nghị trợ giúp xã hội. */
export const socialAssistance: Journey = {
  code: '1.001776',
  pages: [
    { slug: 'doi-tuong', heading: { vi: 'Thông tin của đối tượng', en: 'The person' }, requiredWhenEmpty: 9 },
    { slug: 'di-hoc', heading: { vi: '3. Tình trạng đi học', en: '3. Schooling' }, requiredWhenEmpty: 2 },
    { slug: 'che-do', heading: { vi: '5. Đang hưởng chế độ', en: '5. Allowances' }, requiredWhenEmpty: 1 },
    { slug: 'khuyet-tat', heading: { vi: '7. Giấy xác nhận khuyết tật', en: '7. Certificate of disability' }, requiredWhenEmpty: 5 },
    { slug: 'doi-song', heading: { vi: '8 - 12. Việc làm, gia đình, chăm sóc', en: '8 - 12. Work, family, care' }, requiredWhenEmpty: 6 },
    { slug: 'khai-thay', heading: { vi: 'Thông tin người khai thay', en: 'Who declares instead' }, requiredWhenEmpty: 1 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
