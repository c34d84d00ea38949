import { noteBehind, type At } from './slot-at.ts'
import type { Walk } from './walk.ts'
import { plainWords, trimPunctuation } from './words.ts'

const TO_OFFICE = /(kính (mong|xin|đề nghị|gửi)|đề nghị|yêu cầu|mong|xin|đang được)( quý)? $/iu

const SUBJECT = "(?:\\([^()]*\\) |tôi |chúng tôi |nay |(?:làm|viết) đơn (?:này )?|do đó,? |vì vậy,? )*"
const ASKS_OFFICE = new RegExp(`^${SUBJECT}(?:kính |xin )?(?:đề nghị|mong|kính gửi)(?: quý(?: cơ quan| đơn vị| cấp)?)?$`, 'iu')
/** 'Đề nghị Sở Xây dựng tỉnh …', 'Kính mong Tòa án nhân dân …': an office by its name, and nothing asked of it yet. */
const NAMES_OFFICE = new RegExp(`^(?:${SUBJECT}|(?:\\p{L}+ ){1,5}(?=kính ))(?:kính )?(?:đề nghị|yêu cầu|mong|thông báo với|báo cáo|trình)(?: quý)? (?:sở(?! hữu)|ủy ban|uỷ ban|ubnd|bảo hiểm xã hội|công an|cục|chi cục|phòng|bộ|tòa án|toà án|ban quản lý|chủ tịch)(?!\\p{L})`, 'iu')
const ASKED_OF = /(?<!\p{L})(?:(?<!cùng )cấp(?! (?:tỉnh|huyện|xã))|đăng ký(?! (?:đất đai|kinh doanh))|ghi|xem xét|về|việc|cho|giải quyết|xác nhận|chấp thuận)(?!\p{L})|:\s*$/iu
/** What only an office does for who asks. */
const ACTS = /^\s*\(?\d?\)?\s*(?:xem xét|giải quyết|cấp|lập|cho phép|xác nhận|chấp thuận|tiếp nhận|thẩm định|phê duyệt|công nhận|thực hiện|tạo điều kiện|đăng ký|công bố)(?!\p{L})/iu

/** 'Đề nghị … cấp giấy phép', 'Kính mong Tòa án nhân dân …': the office that the letter goes to, which nobody is asked for. */
export const namesOffice = (walk: Walk, at: At): boolean => {
  const before = plainWords(at.before).toLowerCase()
  const { n } = at.line.paragraph
  const goesOn = at.isFirst && before === '' && walk.officeAt === n - 1
  const asking = trimPunctuation((before.split(/[,;.]\s+/).at(-1) ?? '').replace(/[\s:]*(\(\d\))?[\s:]*$/, ''))
  const isAsked = (ASKS_OFFICE.test(asking) && ACTS.test(at.after)) || (NAMES_OFFICE.test(asking) && !ASKED_OF.test(asking))
  const isNamed = isAsked || walk.office.notes.has(noteBehind(at) ?? 0) || walk.office.names.some((name) => before.endsWith(name) && TO_OFFICE.test(before.slice(0, -name.length)))
  if (isNamed && plainWords(at.after) === '') walk.officeAt = n
  return isNamed || goesOn
}
