import { countWords } from './words.ts'

/** The last bracket before the dots, or the first behind them. */
const BEFORE = /\(([^()]+)\)?[\s:]*$/u
const BEHIND = /^\s*\(([^()]+)\)/u
const NO_OPTION = /[….:]|(?<!\p{L})(khác|ghi|nêu|nếu|tên|số|ngày|họ|ví dụ|theo|của|ông|bà|tôi|chữ|tháng|năm|dd|mm|yyyy|bằng)(?!\p{L})/iu
/** Labels of what takes one of a few values. */
const STATES = /^[-+\d.\s]*(loại|hình thức|tình trạng|chức năng|được|diện|đối tượng|mức)(?!\p{L})/iu
/** 'Kích thước (dài/rộng/cao)': what is measured has parts, all of them asked. */
const MEASURED = /(kích thước|thời gian|thời lượng|thông số|diện tích|khối lượng|trọng lượng|tọa độ|thành phần)\s*\([^()]*\)?[\s:]*$/iu
const LONGEST_OPTION = 8

const split = (inside: string, before: string): readonly string[] => {
  if (inside.includes('/')) return inside.split('/')
  const parts = STATES.test(before) ? inside.split(',') : []
  return parts.length > 2 ? parts : inside.split(' hoặc ')
}

/** 'Loại hình (nhà nước/tư nhân): …', '… bằng … (bản giấy/bản điện tử)': what a bracket beside the dots offers to choose from. */
export const offeredOptions = (before: string, after: string): readonly string[] => {
  if (MEASURED.test(before)) return []
  const inside = BEFORE.exec(before)?.[1] ?? BEHIND.exec(after)?.[1] ?? ''
  const options = split(inside, before).map((option) => option.trim())
  return options.length > 1 && options.every((option) => countWords(option) > 0 && countWords(option) <= LONGEST_OPTION && !NO_OPTION.test(option)) ? options : []
}
