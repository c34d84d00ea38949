import type { Line } from './lines.ts'
import { sidesOf, SLOT } from './mask-slots.ts'
import { PLACE_AND_DATE } from './place-and-date.ts'
import { countWords, isCapitals, withoutEnumerator } from './words.ts'

const OFFICE = 'cơ quan|ủy ban|uỷ ban|ubnd|công an|đơn vị|nhà trường|trường|thủ trưởng|cán bộ|công chức|lãnh đạo|cơ sở|bệnh viện|sở(?! hữu)|phòng|thôn|tổ dân phố|tổ trưởng|trưởng|chính quyền|hội đồng|cấp|tổ chức|giám đốc|chi cục|cục|bộ|ngân hàng|bảo hiểm|địa phương|công chứng viên|người tiếp nhận|thẩm quyền|ban quản lý|ban giám hiệu|ban giám đốc|ký túc xá|nơi làm việc'
/** Of those, who is never the person that applies. */
const AUTHORITY = 'cơ quan|ủy ban|uỷ ban|ubnd|công an|cán bộ|công chức|sở(?! hữu)|phòng|chi cục|cục|bộ phận|người tiếp nhận|chính quyền'
export const OFFICIAL = new RegExp(`^(phần\\s)?[IVX\\d.]*\\s*((xác nhận|ý kiến|chứng nhận|chứng thực|phê duyệt|thẩm định|đánh giá|kết luận|nhận xét|đề xuất|xét duyệt|duyệt|chấp thuận)(?!\\p{L}).*(?<!\\p{L})(${OFFICE})(?!\\p{L})|(phần\\s)?(kiểm tra|thẩm tra|giải quyết|tiếp nhận|xác minh|quyết định|xử lý|đánh giá|kết quả)(?!\\p{L}).{0,40}(của|do|tại) (${OFFICE})(?!\\p{L}).*|(phần của|(phần\\s)?(dành|ghi|do))\\s?(riêng\\s)?(cho\\s|của\\s)?(${OFFICE})(?!\\p{L}).*|phần .*(dành|do) .*(${OFFICE})(?!\\p{L}))`, 'iu')

const MOST_HEADING_WORDS = 40
const MOST_CONFIRMED_WORDS = 70

/** What only an office does, below the signature of who applies: 'XÁC NHẬN', 'KẾT QUẢ XÁC MINH'. */
const ACT = /^(xác nhận|chứng nhận|chứng thực|phê duyệt|chấp thuận|(phần )?kết quả (xác minh|thẩm định|thẩm tra|đối chiếu|tra cứu|giải quyết))(?!\p{L})/iu
const BY_PERSON = /(?<!\p{L})của (người(?! (đứng đầu|có thẩm quyền|phụ trách|nhận|tiếp nhận|giải quyết))|ông|bà|chủ|cha|mẹ|vợ|chồng|con|thân nhân|gia đình|hộ)(?!\p{L})/iu

/** 'XÁC NHẬN CỦA BAN QUẢN LÝ'; what 'NGƯỜI …' confirms is no office's. */
export const namesAct = (words: string): boolean => ACT.test(words) && !BY_PERSON.test(words)

/** 'Xác nhận của cơ quan … là ông/bà … có thu nhập … đồng' beside the signature or below it. */
const confirms = ({ bold, site }: Line, words: string, signed: boolean): boolean => (bold ? signed || site.path !== '' : signed && site.path !== '') && /^xác nhận(?!\p{L})/iu.test(words)

/** 'Cơ quan tiếp nhận, thẩm định' above what it fills in; with a colon it would be asked. */
const RECEIVES = /^(cơ quan|bộ phận|cán bộ|người) (tiếp nhận|thẩm định|giải quyết)(?!\p{L})[^:]*$/iu

/** Below a signature an office needs no bold letters to begin its own part. */
export const isOfficialHeading = (line: Line, words: string, signed: boolean): boolean =>
  (OFFICIAL.test(withoutEnumerator(words)) || (line.site.path !== '' && line.bold && line.slots.length === 0 && RECEIVES.test(words))) && !BY_PERSON.test(words) && !(line.bold && line.site.path !== '' ? /;$/ : /[;,]$/).test(words) && (line.slots.length === 0 ? countWords(words) <= MOST_HEADING_WORDS : confirms(line, words, signed) && countWords(words) <= MOST_CONFIRMED_WORDS) && (signed || line.bold || isCapitals(words) || line.paragraph.centred || /^phần/iu.test(withoutEnumerator(words)))

export const isOfficeAct = ({ site, slots, boxes, bold, paragraph }: Line, words: string): boolean =>
  site.path === '' && slots.length + boxes.length === 0 && isCapitals(words) && (bold || paragraph.centred) && namesAct(words)

/** Enclosed papers that an office hands out, by their titles. */
const HANDED_OUT = /^(giấy (chứng nhận|phép|xác nhận|tiếp nhận|biên nhận|hẹn)|phiếu tiếp nhận|trích lục)(?!\p{L})/iu

export const isHandedOut = ({ site, slots, boxes, bold, paragraph }: Line, words: string): boolean =>
  site.path === '' && slots.length + boxes.length === 0 && isCapitals(words) && bold && paragraph.centred && HANDED_OUT.test(words)

/** 'Ủy ban nhân dân xã … xác nhận ông/bà …' below the signature. */
export const CONFIRMS = new RegExp(`^(${AUTHORITY})(?!\\p{L}).{0,80}(xác nhận|chứng nhận)(?!\\p{L})`, 'iu')

/** When somebody may come back is told by the office. */
export const APPOINTMENT = /^(thời gian|ngày|lịch) hẹn( trả)?( kết quả)?\s*:/iu

/** '(Dành cho cơ quan kiểm tra ghi)' below a line says whose it is. */
export const FOR_OFFICE = new RegExp(`^\\((phần |mục )?(dành (riêng )?cho|do) (${AUTHORITY})(?!\\p{L})[^()]*\\)$`, 'iu')

const ASKS_OFFICE = /^(xác nhận|ý kiến|chứng nhận|chứng thực)( của)?(?!\p{L})/iu

/** 'Xác nhận của …       ………, ngày … tháng … năm …': an office signs at the left, the person at the right. */
export const isOfficialSide = (line: Line): boolean => {
  const [left = '', right = '', ...more] = sidesOf(line)
  return right !== '' && more.length === 0 && ASKS_OFFICE.test(left) && !left.includes(SLOT) && (PLACE_AND_DATE.test(right) || (line.slots.length === 0 && OFFICIAL.test(left)))
}
