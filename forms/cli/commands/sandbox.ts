import type { JsonObject, Lang } from '../../engine/json.ts'
import { isObject } from '../../engine/pointer.ts'
import { administer } from '../administer.ts'
import { EXIT, Problem, STACK, type Call, type Command } from '../command.ts'

const usage = (vi: string, en: string): Problem => new Problem(EXIT.usage, { vi, en })

const clockRequest = (call: Call): JsonObject => {
  const [to, by, back] = [call.value('to'), call.value('by'), call.has('reset')]
  if ([to !== undefined, by !== undefined, back].filter((given) => given).length > 1) throw usage('Chỉ dùng một trong --to, --by, --reset.', 'Use one of --to, --by and --reset.')
  return { op: 'sandbox-clock', ...(to !== undefined && { to }), ...(by !== undefined && { by }), ...(back && { back }) }
}

const resetRequest = (call: Call): JsonObject => {
  if (call.has('yes')) return { op: 'sandbox-reset', all: call.has('all') }
  throw usage(
    'Lệnh này xoá mọi hồ sơ, bản nháp, tệp, thông báo và phản ánh, rồi trả đồng hồ về giờ thật; thủ tục đã công bố được giữ, đơn vị tích hợp và khoá cũng vậy nếu không thêm --all. Nếu đúng ý, thêm --yes.',
    'This removes all dossiers, drafts, files, messages and petitions, and sets the clock back to the real time; published procedures stay, and so do integrators and keys unless --all is given. If that is what you want, add --yes.',
  )
}

const REQUESTS: Readonly<Record<string, (call: Call) => JsonObject>> = { clock: clockRequest, reset: resetRequest }

/** `2026-12-24T08:00:00+07:00` -> `08:00, 24/12/2026`. */
const shown = (iso: unknown): string => String(iso).replace(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}).*$/, '$4, $3/$2/$1')

const WORDS = {
  vi: {
    clock: (now: string) => `Đồng hồ của môi trường thử nghiệm: ${now}`, real: 'đúng giờ thật', ahead: (real: string) => `giờ thật: ${real}`,
    due: 'Trong vài giây mọi trang theo giờ này; việc đã đến hạn (gửi lại thông báo, …) được làm trong vòng một phút.',
    back: 'Hồ sơ, thông báo và khoá đã có trong thời gian vừa qua vẫn mang ngày của chúng, tức ở tương lai; thông báo đang chờ sẽ chờ đến lúc ấy. Muốn bắt đầu lại: dvc sandbox reset --yes.',
    calendar: (year: string) => `Ngày nghỉ chỉ mới được quyết định đến hết năm ${year}: hạn trả tính từ đây là dự kiến, và trang có ghi như vậy.`,
    reset: (dossiers: string, files: string, items: string) => `Đã xoá ${dossiers} hồ sơ và bản nháp, ${files} tệp, ${items} mục dữ liệu; đồng hồ về giờ thật. Phần mềm nào đọc luồng sự kiện phải đọc lại từ đầu (không kèm cursor).`,
  },
  en: {
    clock: (now: string) => `The sandbox's clock: ${now}`, real: 'the real time', ahead: (real: string) => `real time: ${real}`,
    due: 'Within seconds every page goes by it; what has become due (webhooks to be sent again, …) is done within a minute.',
    back: 'Dossiers, messages and keys of the time travelled keep their dates, which now lie in the future; messages that wait will wait until then. To begin anew: dvc sandbox reset --yes.',
    calendar: (year: string) => `Days off have been decided until the end of ${year} only: due dates from here on are estimates, and pages say so.`,
    reset: (dossiers: string, files: string, items: string) => `Removed ${dossiers} dossiers and drafts, ${files} files, ${items} items of data; the clock is back at the real time. Who reads the feed has to begin it anew (without a cursor).`,
  },
} as const

const clockLines = (told: JsonObject, asked: JsonObject, lang: Lang): string => {
  const words = WORDS[lang]
  const isReal = told['aheadMs'] === 0
  const moved = asked['to'] !== undefined || asked['by'] !== undefined
  return [
    `${words.clock(shown(told['now']))} (${isReal ? words.real : words.ahead(shown(told['real']))})`,
    ...(moved ? [words.due] : []), ...(told['wentBack'] === true ? [words.back] : []),
    ...(told['calendarUntil'] === undefined ? [] : [words.calendar(String(told['calendarUntil']))]),
  ].join('\n')
}

const resetLine = ({ removed }: JsonObject, lang: Lang): string => {
  const { dossiers = 0, files = 0, items = 0 } = isObject(removed) ? removed : {}
  return WORDS[lang].reset(String(dossiers), String(files), String(items))
}

export const sandbox: Command = {
  name: 'sandbox', operands: 'clock|reset', least: 1, most: 1,
  summary: { vi: 'chỉnh đồng hồ và làm trống môi trường thử nghiệm', en: 'move the clock of a sandbox, and empty it' },
  options: [
    { name: 'to', value: 'TIME', says: { vi: 'clock: tới thời điểm này (giờ Việt Nam). Chỉ tới, không lùi: việc đã xảy ra mang ngày của nó, lùi một ít thì việc sau sẽ có ngày trước việc đi trước nó', en: 'clock: to this time (in Vietnam). Forward only: what has happened carries its date, and after a step back things would be dated before what they follow' } },
    { name: 'by', value: 'SPAN', says: { vi: 'clock: thêm chừng này: 30m (phút), 5h, 3d, 2w', en: 'clock: forward by as much: 30m (minutes), 5h, 3d, 2w' } },
    { name: 'reset', says: { vi: 'clock: trở về giờ thật', en: 'clock: back to the real time' } },
    { name: 'yes', says: { vi: 'reset: xác nhận xoá dữ liệu', en: 'reset: yes, remove the data' } },
    { name: 'all', says: { vi: 'reset: xoá cả đơn vị tích hợp, khoá và webhook', en: 'reset: integrators, keys and webhooks as well' } },
    STACK,
  ],
  examples: [
    { line: 'dvc sandbox clock', says: { vi: 'bây giờ là mấy giờ ở đó', en: 'what time it is there' } },
    { line: 'dvc sandbox clock --to 2026-12-24T08:00', says: { vi: 'tới sáng 24/12/2026', en: 'to the morning of 24 December 2026' } },
    { line: 'dvc sandbox clock --by 3d', says: { vi: 'ba ngày sau', en: 'three days later' } },
    { line: 'dvc sandbox reset --yes', says: { vi: 'xoá hồ sơ, giữ thủ tục, đơn vị tích hợp và khoá', en: 'remove dossiers; procedures, integrators and keys stay' } },
  ],
  run: async (call) => {
    const [verb = ''] = call.operands
    const make = REQUESTS[verb]
    if (make === undefined) throw usage(`Không có việc "${verb}": dùng clock hoặc reset.`, `There is no "${verb}": use clock or reset.`)
    const request = make(call)
    const told = await administer(request, call)
    return { exit: EXIT.ok, json: told, text: verb === 'clock' ? clockLines(told, request, call.lang) : resetLine(told, call.lang) }
  },
}
