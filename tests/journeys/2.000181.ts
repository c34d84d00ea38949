import type { Journey } from './table.ts'

/** Đơn đề nghị cấp Giấy phép bán lẻ sản phẩm thuốc lá. */
export const tobaccoRetail: Journey = {
  code: '2.000181',
  pages: [
    { slug: 'thuong-nhan', heading: { vi: 'Thương nhân', en: 'The trader' }, requiredWhenEmpty: 6 },
    { slug: 'dang-ky-kinh-doanh', heading: { vi: 'Giấy chứng nhận đăng ký kinh doanh (hoặc Giấy chứng nhận đăng ký doanh nghiệp)', en: 'Business (or enterprise) registration certificate' }, requiredWhenEmpty: 3 },
    { slug: 'chi-nhanh', heading: { vi: 'Chi nhánh, văn phòng đại diện hoặc địa điểm kinh doanh (nếu có)', en: 'Branch, representative office or place of business (if any)' }, requiredWhenEmpty: 0, conditional: true },
    { slug: 'thuong-nhan-ban-buon', heading: { vi: 'Được phép mua sản phẩm thuốc lá của các thương nhân bán buôn sản phẩm thuốc lá có tên sau', en: 'To be allowed to buy tobacco products from these wholesalers' }, requiredWhenEmpty: 2 },
    { slug: 'dia-diem-ban-le', heading: { vi: 'Được phép tổ chức bán lẻ sản phẩm thuốc lá tại các địa điểm', en: 'To be allowed to sell tobacco products at these places' }, requiredWhenEmpty: 5 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 2 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
