import type { Stretch } from './find-slots.ts'

export const isInBracket = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')')

/** '(kê khai trong trường hợp ...)': the words of a bracket break off; behind a number, a date or a name there is a hole. */
const ENDS_OPEN = /^\([^():]{0,120}?\p{Ll}+,?\s\p{Ll}+\s(?!(?:số|ngày|là|tại|do|của|rõ|tên|từ|đến|năm|tháng)\s+$)\p{Ll}+\s*$/u

/** 'như đánh răng, rửa mặt...': right behind the last of what it names. */
const LONG_LIST = /^[^:]*(?:[,;][^:,;]*){3}\p{Ll}\s?$/u
const LISTS = /(?<!\p{L})(như|gồm|ví dụ)(?!\p{L})[^:]*,[^:]*\p{Ll}$/iu

/** Three dots, or four where one closes a sentence. */
const MOST = 4
const THREE = 3

/** 'v.v...': the very words for 'and so on'; who writes it is free with dots. */
const ETC = /(?<!\p{L})v\.?\s?v\.?\s?$/iu
const MOST_ETC = 8

/** '(L/C, TTr ...)', '(Anh, Pháp ...)': the dots that end a bracket which lists. */
const LIST_IN_BRACKET = /^\([^():…]*[,/;][^():…]*[\p{L}\d]\s?$/u

/** '…, bảo hiểm, ... nguyên liệu': a comma before the dots and words behind them, and no pen goes there. */
const BROKEN_LIST = /[\p{L}\d)],[^,:…]{1,60}[\p{L}\d)][,;]\s?$/u
/** 'tiền thuê đất, thuế môn bài ... và các khoản khác' */
const NAMES = /(?:^|[:.;(…]|\s(?:như|gồm|ví dụ|là)\s)(?:[^:.;(…,]{2,50},){2,}\s[^:.;(…,]{2,50}$/iu
/** '- tàu kéo, tàu đẩy, dàn khoan dầu...': a point of a list that lists, in small letters. */
const POINT = /^\s*[-–+*•]\s[^:…]*,\s*\p{Ll}[^:…,]*,\s*\p{Ll}[^:…,]*\p{Ll}\s?$/u
/** 'như thiết bị khoá, két sắt... không đi kèm dịch vụ' */
const SUCH_AS = /(?<!\p{L})(như|ví dụ)(?!\p{L})[^:]*,[^:]*\p{Ll}\s?$/iu
/** Words behind which something is asked, in a sentence that lists too. */
const ASKS = /(?<!\p{L})(số|ngày|tháng|năm|là|tại|do|của|rõ|tên|từ|đến|gồm|với|cho|ở|về|bởi|theo|lần|thứ|đợt|giữa|trang|hạn|tiền|tuổi|ông|bà|cấp|tỉnh|phố|xã|huyện|phường|quận|thôn|sở|khoa|lớp|trường|ngành|khóa|họ|vụ|danh|chỉ|phép|hiệu|lượng|giá|thoại|tỷ|mã|sinh)\s?$/iu

const goesOn = (before: string, after: string): boolean => {
  if (BROKEN_LIST.test(before)) return /^\s*[\p{Ll}(]/u.test(after)
  if (POINT.test(before) && !ASKS.test(before) && /^\s*;?\s*$/.test(after)) return true
  if (SUCH_AS.test(before) && !ASKS.test(before)) return /^\s?\p{Ll}/u.test(after)
  return NAMES.test(before) && /\p{Ll}\s?$/u.test(before) && !ASKS.test(before) && /^\s?(và|hoặc|hay|các|không|được|có|để|từ|mà|trong|theo quy định|thì)(?!\p{L})/u.test(after)
}

const endsBracket = (before: string, after: string): boolean => {
  const inside = before.slice(before.lastIndexOf('('))
  return /^\s*\)/.test(after) && (/\p{Lu}{2}$/u.test(before) || ENDS_OPEN.test(inside) || (LIST_IN_BRACKET.test(inside) && !ASKS.test(inside)))
}

/** '(Chuyên viên cao cấp, chuyên viên, cán sự, ........)': however many, the dots end a bracket that lists. */
const LISTS_ON = /\((?:[^():…,]{2,60},){3,}\s?$/u

/** Three dots after the last word of a list say 'and so on'; in a bracket that explains, behind any word. */
export const isAndSoOn = (text: string, { from, to }: Stretch, weight: number): boolean => {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  if (weight <= MOST_ETC && ETC.test(before)) return true
  if (LISTS_ON.test(before) && /^\s*\)/.test(after)) return true
  if (weight > MOST) return false
  if (/(cam đoan|cam kết|cảm ơn|kính đơn)$/iu.test(before)) return true
  // '… trụ sở ở đâu ... ?' ends a question.
  if (/^\s*\?/.test(after)) return true
  if (after.trim() === '' && (LISTS.test(before) || LONG_LIST.test(before) || before.endsWith('(nếu có)'))) return true
  if (isInBracket(before) && endsBracket(before, after)) return true
  if (weight <= THREE && goesOn(before, after)) return true
  if (/[,;]\s?$/.test(before)) return /^\s*([).;"”]|$)/.test(after) || (isInBracket(before) && /^\s+(và|hoặc|hay)\s/.test(after))
  return /\p{Ll}$/u.test(before) && (isInBracket(before) || /^\s*[).;"”]/.test(after))
}
