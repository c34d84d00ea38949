import type { Journey } from './table.ts'

/** Đơn đăng ký đất đai, tài sản gắn liền với đất. */
export const landRegistration: Journey = {
  code: '1.013978',
  pages: [
    { slug: 'nguoi-su-dung-dat', heading: { vi: '1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất, người quản lý đất', en: '1. Land user, owner of assets, land manager' }, requiredWhenEmpty: 6 },
    { slug: 'thua-dat', heading: { vi: '2. Thửa đất đăng ký', en: '2. The plot' }, requiredWhenEmpty: 11 },
    { slug: 'nha-o', heading: { vi: '3. Nhà ở, công trình xây dựng', en: '3. House or building' }, requiredWhenEmpty: 1 },
    { slug: 'de-nghi', heading: { vi: '4. Đề nghị của người sử dụng đất, chủ sở hữu tài sản gắn liền với đất', en: '4. What is applied for' }, requiredWhenEmpty: 2 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 1 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0, conditional: true },
  ],
}
