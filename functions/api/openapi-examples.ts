import type { Json } from '../../forms/index.ts'

/** A value for each plain property, by its name; where one name means several things, the shape brings its own example. */
export const EXAMPLES: Readonly<Record<string, Json>> = {
  vi: 'Đăng ký khai sinh', en: 'Registration of birth', summary: 'Khi một em bé vừa được sinh ra.', total: 128, cursor: 'MS4wMDExOTM', online: true, more: false,
  chosenBy: '/filing/receivingCommune', decision: '1872/QĐ-BTP', listedBy: 'danh-muc-2026', basis: 'Luật Hộ tịch 2014', number: 1, originals: 1, copies: 0, isForm: false,
  required: true, maxBytes: 5242880, maxFiles: 3, valid: false, pointer: '/child/fullName', message: 'Chưa nhập họ, chữ đệm, tên.', component: 'giay-chung-sinh',
  detail: 'Không tìm thấy hồ sơ có mã này. Hãy kiểm tra lại mã trên giấy tiếp nhận.', requestId: 'JKJaXmPLvHcESHA=', revision: 3, retryAfter: 42,
  dueAt: '2026-07-21T17:00:00+07:00', countedFrom: '2026-07-14T08:00:00+07:00', promised: true, date: '2026-07-15', count: 1, submittedAt: '2026-07-14T08:00:00+07:00',
  agency: 'H26', trackingKey: 'K7QH3MPA', contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', percent: 25, national: 2, seq: 1,
  at: '2026-07-14T08:00:00+07:00', askedAt: '2026-07-15T09:30:00+07:00', until: '2026-07-20', fileName: 'giay-chung-sinh.pdf', bytes: 48211,
  href: '/ho-so/0d6f2c1e-8f5b-4c7a-9d55-2f4f0f1f6a11/tep/5b3c?den=2026-07-14T08:10:00&ky=x', sha256: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=', addedAt: '2026-07-14T08:00:00+07:00',
  reason: 'Ảnh giấy chứng sinh mờ, xin chụp lại.', resumeCode: 'K7QH3MPA', updatedAt: '2026-07-14T08:00:00+07:00', expiresAt: '2026-08-13T08:00:00+07:00', url: 'https://phuong-a.example.gov.vn/hook',
  name: 'Phường Ba Đình', perMinute: 600, createdAt: '2026-07-01T08:00:00+07:00', endsAt: '2027-07-01T08:00:00+07:00', overlapHours: 24,
  prevHash: '0000000000000000000000000000000000000000000000000000000000000000', hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  supplements: 0, supplement: 1, receivedAt: '2026-07-14T09:00:00+07:00', department: 'Tư pháp - Hộ tịch', text: 'dvc_ba-dinh.K7QH3MPA.secret', paidAt: '2026-07-16T10:00:00+07:00',
  from: '2026-07-21T17:00:00+07:00', apology: 'Xin lỗi ông/bà vì phải hẹn lại ngày trả kết quả.', active: true, secrets: 1, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  index: 1, attempts: 10, since: '2026-07-14T08:00:00+07:00', endedAt: '2026-07-17T07:36:00+07:00', lastError: 'HTTP 503', officer: 'Trần Văn Bình', note: 'Đã nhận đủ giấy tờ.',
  amount: 5, version: 2, publishedAt: '2026-07-01T08:00:00+07:00', issued: '2014-11-20', most: 1, proactive: 1,
}
