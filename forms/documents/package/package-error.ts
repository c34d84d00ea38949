import type { Text } from '../../engine/json.ts'

const REFUSED = {
  'not-a-docx': { vi: 'Đây không phải tệp Word (.docx). Hãy mở bằng Word và lưu thành "Word Document (*.docx)".', en: 'This is no Word file (.docx). Open it in Word and save it as "Word Document (*.docx)".' },
  'legacy-doc': { vi: 'Đây là tệp Word cũ (.doc). Hãy mở bằng Word và lưu thành "Word Document (*.docx)".', en: 'This is a Word file of the old kind (.doc). Open it in Word and save it as "Word Document (*.docx)".' },
  encrypted: { vi: 'Tệp được đặt mật khẩu. Hãy bỏ mật khẩu trong Word (Tệp › Thông tin › Bảo vệ) rồi lưu lại.', en: 'The file is protected by a password. Take it off in Word (File › Info › Protect) and save it again.' },
  odt: { vi: 'Đây là tệp OpenDocument (.odt). Hãy lưu thành "Word Document (*.docx)".', en: 'This is an OpenDocument file (.odt). Save it as "Word Document (*.docx)".' },
  macros: { vi: 'Tệp có macro. Hãy lưu thành "Word Document (*.docx)", loại không có macro.', en: 'The file holds macros. Save it as "Word Document (*.docx)", which has none.' },
  'zip-bomb': { vi: 'Tệp nở ra quá lớn khi giải nén (quá 50 MB). Hãy bỏ bớt hình ảnh hoặc xin cơ quan tệp gốc.', en: 'The file grows too large when unpacked (over 50 MB). Remove pictures, or ask the agency for its own file.' },
  'doctype-or-entities': { vi: 'Tệp chứa khai báo DOCTYPE, điều Word không bao giờ viết. Hãy mở bằng Word và lưu lại, hoặc xin cơ quan tệp gốc.', en: 'The file holds a DOCTYPE, which Word never writes. Open it in Word and save it again, or ask the agency for its own file.' },
  'broken-zip': { vi: 'Tệp .docx bị hỏng. Hãy tải lại, hoặc mở bằng Word và lưu lại.', en: 'The .docx file is damaged. Download it again, or open it in Word and save it again.' },
  'broken-xml': { vi: 'Nội dung trong tệp .docx bị hỏng. Hãy mở bằng Word và lưu lại.', en: 'The content of the .docx file is damaged. Open it in Word and save it again.' },
  'no-document': { vi: 'Tệp .docx không có phần văn bản. Hãy mở bằng Word và lưu lại.', en: 'The .docx file has no document in it. Open it in Word and save it again.' },
} as const satisfies Record<string, Text>

export type PackageErrorCode = keyof typeof REFUSED

/** A file that cannot be taken as a Word form. `text` says why and what to do next; `detail` is for whoever mends it. */
export class PackageError extends Error {
  readonly code: PackageErrorCode
  readonly text: Text
  constructor(code: PackageErrorCode, detail = '') {
    super(`${code}${detail === '' ? '' : `: ${detail}`}`)
    this.name = 'PackageError'
    this.code = code
    this.text = REFUSED[code]
  }
}
