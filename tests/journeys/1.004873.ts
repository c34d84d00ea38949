import type { Journey } from './table.ts'

/** Tờ khai cấp Giấy xác nhận tình trạng hôn nhân. */
export const maritalStatus: Journey = {
  code: '1.004873',
  pages: [
    { slug: 'nguoi-yeu-cau', heading: { vi: 'Thông tin về người yêu cầu', en: 'The person who requests' }, requiredWhenEmpty: 7 },
    { slug: 'nguoi-duoc-cap', heading: { vi: 'Người được cấp Giấy xác nhận tình trạng hôn nhân', en: 'The person whom the certificate is for' }, requiredWhenEmpty: 6 },
    { slug: 'tinh-trang-hon-nhan', heading: { vi: 'Tình trạng hôn nhân', en: 'Marital status' }, requiredWhenEmpty: 1 },
    { slug: 'muc-dich', heading: { vi: 'Mục đích sử dụng và nhận kết quả', en: 'Purpose and delivery' }, requiredWhenEmpty: 3 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
