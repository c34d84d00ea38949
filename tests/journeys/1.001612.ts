import type { Journey } from './table.ts'

/** Giấy đề nghị đăng ký hộ kinh doanh. */
export const householdBusiness: Journey = {
  code: '1.001612',
  pages: [
    { slug: 'chu-ho', heading: { vi: 'Chủ hộ kinh doanh', en: 'Owner of the household business' }, requiredWhenEmpty: 6 },
    { slug: 'ten-ho-kinh-doanh', heading: { vi: '1. Tên hộ kinh doanh', en: '1. Name of the household business' }, requiredWhenEmpty: 1 },
    { slug: 'tru-so', heading: { vi: '2. Trụ sở của hộ kinh doanh', en: '2. Place of business' }, requiredWhenEmpty: 3 },
    { slug: 'nganh-nghe', heading: { vi: '3. Ngành, nghề kinh doanh', en: '3. Lines of business' }, requiredWhenEmpty: 3 },
    { slug: 'von-kinh-doanh', heading: { vi: '4. Vốn kinh doanh', en: '4. Business capital' }, requiredWhenEmpty: 1 },
    { slug: 'thong-tin-thue', heading: { vi: '5. Thông tin đăng ký thuế', en: '5. Tax registration' }, requiredWhenEmpty: 3 },
    { slug: 'chu-the', heading: { vi: '6. Chủ thể thành lập hộ kinh doanh', en: '6. Founder of the household business' }, requiredWhenEmpty: 1 },
    { slug: 'thanh-vien', heading: { vi: '7. Thông tin về các thành viên hộ gia đình đăng ký hộ kinh doanh', en: '7. Household members who register the business' }, requiredWhenEmpty: 1, conditional: true },
    { slug: 'nguoi-nop', heading: { vi: 'Người nộp hồ sơ', en: 'Who files' }, requiredWhenEmpty: 2 },
    { slug: 'cam-ket', heading: { vi: 'Cam kết', en: 'Undertakings' }, requiredWhenEmpty: 3 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0, conditional: true },
  ],
}
