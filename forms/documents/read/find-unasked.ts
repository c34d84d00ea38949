import type { NotAsked } from '../hole.ts'
import type { Title } from './find-title.ts'
import { FOOTNOTE, type Notes } from './find-notes.ts'
import { isMotto } from './find-title.ts'
import { kindOf, SURE } from './kind-of-label.ts'
import { cleanLabel, noteOf } from './label.ts'
import type { Item } from './items.ts'
import { RECIPIENTS, SIGNATURE } from './letter-foot.ts'
import type { Line } from './lines.ts'
import { BARRED } from './read-grid.ts'
import { isSlotOnly, masked, SLOT } from './mask-slots.ts'
import { APPOINTMENT, CONFIRMS, FOR_OFFICE, isHandedOut, isOfficeAct, isOfficialHeading, isOfficialSide, OFFICIAL } from './offices.ts'
import { isPlaceAndDate } from './place-and-date.ts'
import { isProgramMark } from './placeholders.ts'
import { lookAround, type Around } from './look-around.ts'
import { BOX } from './paper.ts'
import { countWords, isCapitals, plainWords, withoutEnumerator } from './words.ts'

export type Why = NotAsked['why']

const AGENCY = /^[-–\s]*((đồng )?kính gửi|kính trình|kính thưa|gửi\s*:)(?!\p{L})/iu
const LEGAL_BASIS = /^[-–+\s]*căn cứ\s+(vào\s+)?(luật|bộ luật|nghị định|thông tư|quyết định số|nghị quyết|pháp lệnh|hiến pháp|các quy định)|^[-–+\s]*căn cứ( khác)?\s?[.…]{1,5}\s?( \(nếu có\))?[,;]$/iu
/** 'Căn cứ …, tôi xin đăng ký …' asks behind its bases. */
const APPLIES = /(?<!\p{L})(tôi|chúng tôi|công ty|đơn vị|doanh nghiệp|thương nhân|tổ chức|cơ sở|hợp tác xã)( \p{Ll}+){0,4} (đề nghị|đăng ký|xin|kính|báo cáo|thông báo)(?!\p{L})|, (kính |xin )(đề nghị|thông báo|báo cáo)(?!\p{L})/iu

/** 'Căn cứ Quyết định số … ngày … của …': a decision that the form names no office for is one that the person was given. */
const OWN_DECISION = new RegExp(`^[-–+\\s]*Căn cứ (?:vào )?Quyết định số.*của\\s*${SLOT}`, 'iu')

const appliesIn = ({ text, from, slots }: Line): boolean => slots[0] !== undefined && APPLIES.test(text.slice(0, slots[0].from - from))
const isLegalBasis = (line: Line, words: string): boolean => LEGAL_BASIS.test(words) && !OWN_DECISION.test(masked(line)) && !appliesIn(line)

const LONGEST_ASKED = 12
/** '(1) …', 'Ghi rõ …': a note all the same, whatever dots it shows. */
const INSTRUCTS = /^([-–+*]\s*)?(\(\d{1,2}\)|(ghi|nêu|điền)(?!\p{L}))/iu

const ROMAN = /^[IVX]+[.)]/u

/** 'Kính gửi:' alone in its cell: whom it greets stands in the next. */
const GREETS_BESIDE = /^kính gửi\s*:?$/iu

/** 'II. XÁC NHẬN CỦA …', or what has a row of a table for itself, heads the rows below it; any other words their own cell. */
const zonePath = ({ site: { path } }: Line, why: Why, words: string, { alone }: Around): string => (why === 'agency' && path !== '' && GREETS_BESIDE.test(words) ? path.replace(/\d+$/, (cell) => String(Number(cell) + 1)) : why === 'officialUse' && (ROMAN.test(words) || alone) ? path.replace(/\d+\.\d+$/, '') : path)

/** In a table under an office's heading: another heading with a row for itself. */
const isNextHeading = (line: Line, words: string, { alone }: Around): boolean => alone && line.bold && isCapitals(words) && line.slots.length === 0 && !OFFICIAL.test(withoutEnumerator(words))

/** A part of the person's own begins: a heading that stands out and is no office's. */
const isOwnHeading = (line: Line, words: string): boolean =>
  (line.site.path === '' ? line.bold : ROMAN.test(words) && (line.bold || isCapitals(words))) && countWords(words) >= 2 && !OFFICIAL.test(words) && (/^(phần\s|phụ lục|[IVX]+[.)])/iu.test(words) || (isCapitals(words) && /^(tờ khai|đơn|phụ lục|danh sách|thông tin)/iu.test(words)))

const isBracketed = (words: string): boolean => /\p{L}/u.test(words) && ((/^\(.*\)[.:]?$/.test(words) && !/\).*\(/.test(words.slice(1, -1))) || /^(\(([^()]|\([^()]*\))*\)[.:]?\s*)+$/.test(words))

/** 'Ghi chú: Hình thức học: Chính quy, … / Văn bằng: …' tells how to fill in what is above it. */
const EXPLAINS = /^(ghi chú|lưu ý)\s*:\s*\p{L}+\s+\p{L}+\s+\p{L}/iu

/** 'Ý kiến của cha và mẹ': somebody else than an office is heard, whoever has signed above. */
const OPINION = /^(ý kiến|nguyện vọng) của(?!\p{L})/iu
const isOpinion = (words: string): boolean => OPINION.test(words) && !OFFICIAL.test(words)

/** '(Ghi rõ nội dung và ký, …)' below it: what to write, with room for it. */
const SAYS_CONTENT = /^\((ghi )?(rõ )?(nội dung|ý kiến)(?!\p{L})/iu

/** 'Vào sổ số: … ngày …': an office books what it gets. */
const BOOKED = /^vào sổ( [\p{Ll}]+)*:? số(?!\p{L})/iu

/** `signed`: a signature or its date has come; `past`: so has the end of the first paper, by its signature or by another motto; `path`: where the last words or dots stood; `columns`: cells of a table in which an office's heading stands. */
type State = { readonly zone: { readonly why: Why; readonly path: string } | undefined; readonly signed: boolean; readonly past: boolean; readonly path: string; readonly columns: readonly string[] }

/** 'Và Công an xã …' below 'Kính gửi': another who receives; with a colon it would ask. */
const ALSO_OFFICE = /^(và |đồng )?(kính gửi )?(chủ tịch|giám đốc|thủ trưởng|ủy ban|uỷ ban|ubnd|công an|sở (?!hữu)|chi cục|cục|tổng cục|bộ|tòa án|toà án|viện kiểm sát|phòng|ban quản lý|bảo hiểm xã hội|đại sứ quán|trung tâm|văn phòng (?:đăng ký|ubnd|hđnd|sở|bộ)|chi nhánh văn phòng|xã|phường|huyện|quận|tỉnh|thành phố)(?!\p{L})[^:]*$/iu

/** 'Như trên;', 'Lưu: VT, …' below 'Nơi nhận', counted by Word. */
const ALSO_SENT = /^(như (trên|kính gửi)|lưu)(?!\p{L})/iu

/** 'TM. ỦY BAN NHÂN DÂN XÃ …', 'TL. GIÁM ĐỐC': for whom an office signs (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const ON_BEHALF = /^(TL|TM|KT|TUQ)\.\s?\p{Lu}/u

/** Who signs a tax return beside the payer (Thông tư 80/2021/TT-BTC, phụ lục II): an agent, with name and certificate. */
const TAX_AGENT = /^(nhân viên đại lý thuế|người trực tiếp thực hiện dịch vụ .{0,20} thuế)$/iu
const OF_SIGNER = /^(họ (và )?tên|chứng chỉ .{0,40}số)\s*[:.…]/iu

/** '- Trụ sở chính: …' below whom a letter greets asks who writes. */
const ASKS = /^[-–+]\s*\p{L}[^:]{1,60}:/u

const inherits = (zone: NonNullable<State['zone']>, line: Line, words: string, around: Around): boolean => {
  // Below a motto another paper begins.
  if (zone.why === 'officialUse') return (zone.path === '' || line.site.path.startsWith(zone.path)) && !isOwnHeading(line, words) && !isNextHeading(line, words, around) && !isMotto(words)
  if (line.site.path !== zone.path || isOpinion(words)) return false
  return isSlotOnly(line) || words === '' || (zone.why === 'signature' && zone.path !== '' && OF_SIGNER.test(words)) || (zone.why === 'agency' && ALSO_OFFICE.test(words)) || (zone.why === 'letterhead' && ALSO_SENT.test(words)) || (zone.why !== 'signature' && /^[-–+(]/.test(words) && !(zone.why === 'agency' && ASKS.test(words))) || (zone.why === 'signature' && zone.path !== '' && line.slots.length === 0)
}

/** A rule of underscores in the middle of the page parts what is above from what is below. */
const isRule = ({ paragraph, site, text }: Line): boolean => paragraph.centred && site.path === '' && /^[\s_]*_{3}[\s_]*$/.test(text)

/** 'Số: …/ĐK-KD', a line of its own: the number that the paper gets where it is kept. */
const PAPER_NUMBER = new RegExp(`^[Ss]ố\\s*:?\\s*${SLOT}(\\s*\\/\\s*[\\p{Lu}\\d-]{1,12})+$`, 'u')

/** Beside the date in the row below the motto it needs nothing behind it. */
const BARE_NUMBER = new RegExp(`^[Ss]ố\\s*:?\\s*${SLOT}[\\s/\\p{Lu}\\d-]*$`, 'u')

const isPaperNumber = (line: Line, { belowMotto }: Around): boolean => PAPER_NUMBER.test(masked(line)) || (belowMotto && BARE_NUMBER.test(masked(line)))

/** A note explains; only what it labels with a colon is asked there. */
const explains = ({ text, from, slots, boxes }: Line): boolean => {
  const first = Math.min(...slots.map((slot) => slot.from), ...boxes, Number.POSITIVE_INFINITY)
  return !Number.isFinite(first) || !/[:?][^.:]{0,12}$/.test(text.slice(0, first - from))
}

/** 'Kính đề nghị … cho phép …': whom a letter asks, again. */
const ASKED_AGAIN = new RegExp(`^kính (đề nghị|mong|xin|đề xuất)( quý)?\\s*${SLOT}\\s*\\p{Ll}`, 'u')

/** 'Đánh dấu ☐ vào ô thích hợp', with or without a box to show it. */
const HOW_TO_TICK = /^\(?(đánh dấu|đánh chéo|tích|tick|khoanh)(?!\p{L}).{0,20}(vào|trong)( các)? ô (thích hợp|tương ứng|phù hợp|lựa chọn)(?!\p{L})[^:]*$/iu

const tellsToTick = ({ text, slots, boxes }: Line, words: string): boolean => slots.length === 0 && boxes.length === 1 && text.trimStart().startsWith(BOX) && HOW_TO_TICK.test(words)

/** '(Ký, ghi rõ họ tên)' below: dots above it are for who signs. In a cell a label may stand before them: 'Người thứ nhất: …'. */
const isSignedBelow = (line: Line, signed: boolean, { next, above }: Around): boolean => {
  if (next === undefined || next.slots.length > 0 || line.slots.length === 0 || line.slots.length > 1 || !SIGNATURE.test(plainWords(next.text))) return false
  if (!isSlotOnly(line)) return (signed || isCapitals(plainWords(line.text))) && line.site.path !== '' && plainWords(next.text).startsWith('(')
  return above === undefined || isPlaceAndDate(above) || (above.slots.length === 0 && !plainWords(above.text).endsWith(':') && !OPINION.test(plainWords(above.text)))
}

const isOffices = (line: Line, words: string, { signed, past }: State, around: Around): boolean =>
  isOfficialSide(line) || isOfficialHeading(line, words, signed) || (signed && isOfficeAct(line, words)) || (past && isHandedOut(line, words)) || APPOINTMENT.test(withoutEnumerator(words)) || (around.sealed && line.slots.length === 0 && OFFICIAL.test(withoutEnumerator(words))) || (signed && CONFIRMS.test(words))
  || (around.next !== undefined && around.next.site.path !== '' && FOR_OFFICE.test(plainWords(around.next.text)))

const fresh = (line: Line, words: string, state: State, around: Around): Why | undefined => {
  if (isRule(line) || isPaperNumber(line, around) || BOOKED.test(words)) return 'letterhead'
  if (AGENCY.test(withoutEnumerator(words)) || ASKED_AGAIN.test(masked(line).replace(/^K/u, 'k'))) return 'agency'
  if (isPlaceAndDate(line)) return 'placeAndDate'
  if (isOffices(line, words, state, around)) return 'officialUse'
  if (tellsToTick(line, words) || (SAYS_CONTENT.test(words) && around.above !== undefined && isOpinion(plainWords(around.above.text)))) return 'instruction'
  if (isSignedBelow(line, state.signed, around) || (around.besideRecipients && line.slots.length > 0 && (isSlotOnly(line) || isCapitals(words)))) return 'signature'
  if (ON_BEHALF.test(words) || (around.above !== undefined && line.site.path !== '' && isCapitals(words) && ON_BEHALF.test(plainWords(around.above.text)))) return 'signature'
  if (TAX_AGENT.test(words) || (SIGNATURE.test(words) && (line.slots.length === 0 || countWords(words) < 12))) return 'signature'
  if (RECIPIENTS.test(words)) return 'letterhead'
  return isLegalBasis(line, words) || (EXPLAINS.test(words) && line.slots.every(({ from, to }) => to - from < 5)) || (isBracketed(words) && explains(line)) ? 'instruction' : undefined
}

const KEEPS: readonly Why[] = ['agency', 'officialUse', 'signature', 'letterhead']

/** A letterhead's dots are the drafter's or the office's, but for those that a note gives to the person; a program fills in its own marks. */
const isLetterhead = (line: Line, ownNote: (n: number) => boolean): boolean => line.slots.length === 0 || line.slots.every(({ note, from, to }) => {
  const mark = note ?? (isSlotOnly(line) ? noteOf(line.text, []) : null)
  return mark === null ? !isProgramMark(line.paragraph.text.slice(from, to)) : !ownNote(mark)
})

const OWN = /^(ghi )?(rõ )?tên (của )?(tổ chức|doanh nghiệp|cá nhân|đơn vị|cơ sở|hộ|chủ|công ty|hợp tác xã|người|quỹ|hội|nhà đầu tư|thương nhân|trường|trung tâm|phòng khám|nhà xuất bản|đại lý|văn phòng|chi nhánh)(?!\p{L})|đề nghị/iu

const SIGNER = /(người ký|ký tên|chữ ký)(?!\p{L})/iu
/** 'Tổ chức, cá nhân ký đơn, ghi rõ họ tên và đóng dấu': a note that tells how to sign. */
const SIGNS = /(?<!\p{L})(ký (đơn|tên|và|,|, ).*(họ tên|đóng dấu)|ký,? (ghi rõ|đóng dấu))(?!\p{L})/iu

/** 'Tên đơn vị: ……', 'Địa chỉ: ……' beside the motto: who writes, asked with a colon. */
const OWNERS = ['address', 'phone', 'email', 'taxCode', 'identityNumber']
const asksOwner = ({ text, slots, from }: Line): boolean => {
  const [slot, ...more] = slots
  const before = slot === undefined || more.length > 0 ? '' : text.slice(0, slot.from - from)
  const { kind, confidence } = kindOf(cleanLabel(before), '')
  return before.length > 0 && confidence >= SURE && (OWNERS.includes(kind) || (kind === 'organisation' && (/^(tên|cơ quan,? (quản lý|đơn vị|sử dụng))\s.*:\s*$/iu.test(before) || /^\(?tên (tổ chức|doanh nghiệp|cơ sở|thương nhân|hợp tác xã|công ty)(?!\p{L})[^:]{0,30}$/iu.test(before))))
}

const isOfficeTable = ({ zone }: State, line: Line, words: string, around: Around): boolean => zone?.why === 'officialUse' && zone.path !== '' && inherits(zone, line, words, around)

type Known = { readonly title: Title; readonly notes: Notes; readonly around: Around }

const whyOf = (line: Line, at: number, state: State, { title, notes, around }: Known): Why | undefined => {
  const words = plainWords(line.text)
  if (line.site.path.startsWith(FOOTNOTE)) return explains(line) ? 'instruction' : undefined
  const own = fresh(line, words, state, around)
  if (own === 'placeAndDate') return own
  if (at < title.from && asksOwner(line)) return undefined
  if (at < title.from) return isLetterhead(line, (n) => OWN.test(notes.textsAt(at).get(n) ?? '')) ? 'letterhead' : undefined
  if (around.confirms || isOfficeTable(state, line, words, around)) return 'officialUse'
  if (notes.isNote(at) && !explains(line) && countWords(words) <= LONGEST_ASKED && !INSTRUCTS.test(words)) return undefined
  if (notes.isNote(at) && !(own === 'officialUse' && isCapitals(words) && line.bold)) return 'instruction'
  if (state.columns.some((heading) => isInColumn(line.site.path, heading))) return 'officialUse'
  if (state.zone?.why === 'officialUse' && inherits(state.zone, line, words, around)) return 'officialUse'
  if (own) return own
  if (isMotto(words) || (around.besideMotto && isLetterhead(line, (n) => OWN.test(notes.textsAt(at).get(n) ?? '')))) return 'letterhead'
  if (state.zone && inherits(state.zone, line, words, around)) return state.zone.why
  if (isSlotOnly(line) && line.slots.some(({ note, to }) => { const told = notes.textsAt(at).get(note ?? noteOf(line.paragraph.text.slice(to, line.to), []) ?? 0) ?? ''; return SIGNS.test(told) || (state.signed && SIGNER.test(told)) })) return 'signature'
  // Dots alone in a cell, below the date, are for a name under a signature.
  return state.signed && isSlotOnly(line) && line.site.path !== '' && line.site.path !== state.path ? 'signature' : undefined
}

/** `begun`: the title has been reached; `inBody`: it has been left. */
type Step = { readonly begun: boolean; readonly inBody: boolean; readonly around: Around }

const nextZone = ({ zone }: State, line: Line, why: Why | undefined, { begun, around }: Step): State['zone'] => {
  const words = plainWords(line.text)
  const changes = why === undefined ? words !== '' || line.slots.length > 0 : (why !== zone?.why || (why === 'letterhead' && zone.path !== line.site.path)) && why !== 'placeAndDate'
  if (!changes) return zone
  return why !== undefined && KEEPS.includes(why) && begun ? { why, path: zonePath(line, why, words, around) } : undefined
}

const nextState = (state: State, line: Line, why: Why | undefined, step: Step): State => {
  const [words, zone] = [plainWords(line.text), nextZone(state, line, why, step)]
  if (words === '') return { ...state, zone }
  const signs = step.begun && (why === 'signature' || why === 'placeAndDate')
  const columns = why === 'officialUse' && line.site.path !== '' && !step.around.alone && isCapitals(words) && OFFICIAL.test(withoutEnumerator(words)) ? [...state.columns, line.site.path] : state.columns
  return { zone, columns, path: line.site.path, signed: signs || (state.signed && !isMotto(words)), past: state.past || (step.inBody && (signs || isMotto(words))) }
}

/** What stands below an office's heading in its column of a table. */
const isInColumn = (path: string, heading: string): boolean => {
  const [, table = '', row = '', column = ''] = /^(.*r)(\d+)\.(\d+)$/.exec(heading) ?? []
  const [, own, below, cell] = /^(.*?r)(\d+)\.(\d+)(?:\/.*)?$/.exec(path.startsWith(table) ? path : '') ?? []
  return table !== '' && own === table && cell === column && Number(below) > Number(row)
}

const tableOf = (path: string): string => path.replace(/r\d+(\.\d+)?$/, 'r')

/** A cell beside the signature: 'Dấu của công ty [Company stamp]'. */
const SEAL = /^((con )?dấu|đóng dấu|chữ ký|chữ kí|ký tên)(?!\p{L})(?! (hiệu|chân))/iu

/** For each item why nothing of it is asked; undefined where it is. */
export const findUnasked = (items: readonly Item[], title: Title, notes: Notes): readonly (Why | undefined)[] => {
  let state: State = { zone: undefined, signed: false, past: false, path: '', columns: [] }
  const look = lookAround(items)
  return items.map((item, at) => {
    if (item.item !== 'line') {
      if (at < title.from) return 'letterhead'
      if (item.item === 'cell' && BARRED.test(item.label)) return 'instruction'
      if (item.item === 'cell' && (SEAL.test(item.label) || (SIGNATURE.test(item.label) && isCapitals(item.label.split(/[\s(]*(?:Ký|Kí)(?!\p{L})/u)[0] ?? '')))) return 'signature'
      // What stands below an office's heading in its table is the office's.
      if (item.item === 'cell' && OFFICIAL.test(item.label) && isCapitals(item.label)) { state = { ...state, zone: { why: 'officialUse', path: tableOf(item.site.path) } }; return 'officialUse' }
      const isOfficial = state.zone?.why === 'officialUse' && (state.zone.path === '' || item.site.path.startsWith(state.zone.path))
      return isOfficial ? 'officialUse' : notes.isNote(at) ? 'instruction' : undefined
    }
    const around = look(item, at)
    const why = whyOf(item, at, state, { title, notes, around })
    state = nextState(state, item, why, { begun: at > title.from, inBody: at > title.at, around })
    return why
  })
}
