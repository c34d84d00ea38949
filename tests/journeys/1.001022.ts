import type { Journey } from './table.ts'

/** Tờ khai đăng ký nhận cha, mẹ, con. */
export const recognition: Journey = {
  code: '1.001022',
  pages: [
    { slug: 'nguoi-yeu-cau', heading: { vi: 'Thông tin về người yêu cầu', en: 'The person who requests' }, requiredWhenEmpty: 7 },
    { slug: 'nguoi-duoc-cong-nhan', heading: { vi: 'Đề nghị cơ quan công nhận người có tên dưới đây', en: 'The person to be recognised' }, requiredWhenEmpty: 7 },
    { slug: 'nguoi-kia', heading: { vi: 'Là cha, mẹ, con của người có tên dưới đây', en: 'The other person' }, requiredWhenEmpty: 6 },
    { slug: 'chung-cu', heading: { vi: 'Chứng cứ chứng minh quan hệ cha, mẹ, con', en: 'Evidence of the relation' }, requiredWhenEmpty: 1 },
    { slug: 'nguoi-lam-chung', heading: { vi: 'Người làm chứng', en: 'Witnesses' }, requiredWhenEmpty: 0, conditional: true },
    { slug: 'y-kien', heading: { vi: 'Ý kiến của người hiện đang là mẹ hoặc cha', en: 'Opinion of the present mother or father' }, requiredWhenEmpty: 1 },
    { slug: 'ban-sao', heading: { vi: 'Đề nghị cấp bản sao', en: 'Request for copies' }, requiredWhenEmpty: 1 },
    { slug: 'cam-doan', heading: { vi: 'Cam đoan', en: 'Declaration' }, requiredWhenEmpty: 2 },
    { slug: 'giay-to', heading: { vi: 'Giấy tờ kèm theo', en: 'Papers' }, requiredWhenEmpty: 0 },
  ],
}
