import type { Journey } from './table.ts'

/** Đơn đề nghị cấp giấy phép xây dựng. */
export const buildingPermit: Journey = {
  code: '1.013225',
  pages: [
    { slug: 'chu-dau-tu', heading: { vi: '1. Chủ đầu tư (Chủ hộ)', en: '1. The owner' }, requiredWhenEmpty: 4 },
    { slug: 'cong-trinh', heading: { vi: '2. Thông tin công trình', en: '2. The site' }, requiredWhenEmpty: 6 },
    { slug: 'thiet-ke', heading: { vi: '3. Tổ chức/cá nhân lập, thẩm tra thiết kế xây dựng', en: '3. Who designed and verified' }, requiredWhenEmpty: 2 },
    { slug: 'noi-dung', heading: { vi: '4. Nội dung đề nghị cấp phép', en: '4. What is applied for' }, requiredWhenEmpty: 9 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
