import type { Hole, HoleKind } from '../hole.ts'
import type { Draft } from './drafts.ts'
import { COUNTED, type Guess, kindOf, LIKELY, MEASURED, unitIn } from './kind-of-label.ts'
import { isYesNo } from './read-options.ts'
import { arePapers } from './take-options.ts'
import { isOnlySometimes, withoutAlternative } from './sections.ts'
import { placeHole } from './place-hole.ts'
import { countWords, endsInHalfYear } from './words.ts'

/** A part that is an address or a place by its heading: its towns are parts of it. */
const PLACE_PART = /(khai sinh|nơi sinh|quê quán|nơi đăng ký)/iu
const ADDRESS_WORDS = /^(xã|phường|huyện|quận|tỉnh|thành phố|thôn|ấp)(?!\p{L})/iu
const DATE_WORDS = /(?<!\p{L})ngày\s*$/iu

type Rule = (draft: Draft, guess: Guess, note: string) => Guess | undefined

const linesOf = ({ rows }: Draft): number => Math.max(...rows.map((spots) => spots.filter(({ on }) => on !== 'digit').length))
const isDateSlot = ({ rows }: Draft): boolean => rows.some((spots) => spots.some((spot) => spot.on === 'slot' && spot.slot.date === 'words'))
const isSlashed = ({ rows }: Draft): boolean => rows.some((spots) => spots.some((spot) => spot.on === 'slot' && spot.slot.date === 'slashes' && spot.slot.parts.length === 3))
/** 'Hưởng từ: …/…' is a month of a year; other pairs may be anything. */
const isMonth = ({ label, rows }: Draft): boolean =>
  /(?<!\p{L})(từ|đến|tháng|năm)$/iu.test(label) && rows.some((spots) => spots.some((spot) => spot.on === 'slot' && spot.slot.date === 'slashes' && spot.slot.parts.length === 2))

/** '… năm 20…': the form prints the half of a year. */
const isHalfYear = ({ rows }: Draft): boolean =>
  rows.some((spots) => spots.some((spot) => spot.on === 'slot' && spot.slot.date === undefined && endsInHalfYear(spot.paragraph.text.slice(0, spot.slot.from))))

const UNLIKE = /^((số|khối) lượng(,| và| \/) (chủng )?loại|địa điểm(,| và) thời gian|thời gian(,| và) địa điểm)(?!\p{L})/iu
/** Where somebody is, and who: parts of one answer. */
const ALIKE: readonly HoleKind[] = ['address', 'place', 'text', 'organisation', 'name']
/** 'Quê quán, nghề nghiệp, chức vụ, đơn vị công tác, nơi ở' is answered in words; parts of one address are one. */
const listsUnlike = (label: string): boolean => {
  const parts = label.replaceAll(/\([^()]*\)/g, '').split(/[,;]/)
  // 'Diện tích đất của tổ chức, hộ gia đình, …' lists whose it is.
  return parts.length > 4 && !OWNERS_LISTED.test(parts[0] ?? '') && parts.some((part) => !ALIKE.includes(kindOf(part, '').kind))
}
const PATTERN = /\((ngày[/, ]+tháng[/, ]+năm|dd[/-]mm[/-]yyyy)\)$/iu
/** 'đồng' is money behind a bracket or a number word; a 'hợp đồng' or 'hội đồng' is none. */
const CURRENCY = /(?<!\p{L})(VNĐ|VND|USD)(?!\p{L})|(?<=[(/,;]\s*|(?:triệu|nghìn|ngàn|tỷ|tỉ)\s)đồng(?!\p{L})/u
/** 'Tôi học tại trường …', and, where a name would be asked, 'Tôi là cán bộ phòng …'. */
const BODY_LAST = /(?<!\p{L}|sở )(trường|công ty|bệnh viện|cơ quan|đơn vị|xí nghiệp|hợp tác xã)$/iu
const OFFICE_LAST = /(?<!\p{L})(phòng|sở|ban|khoa)$/iu
const LONG_FROM = 2
const OWNERS_LISTED = /(?<!\p{L})của (?:tổ chức|cá nhân|hộ gia đình|cơ quan|đơn vị|doanh nghiệp)(?!\p{L})/iu

const FREE: readonly HoleKind[] = ['text', 'relation', 'name', 'organisation', 'occupation', 'number', 'quantity', 'documentNumber', 'address', 'place', 'year', 'money']

/** What stands around a hole and says more than its words; the first that applies wins. */
const RULES: readonly Rule[] = [
  (draft) => (draft.kind ? { kind: draft.kind, confidence: 0.95, reason: 'printed as boxes or as room for an opinion' } : undefined),
  (draft, { kind, confidence }) => (isMonth(draft) && confidence < 0.9 && kind !== 'year' ? { kind: 'date', confidence: 0.85, reason: 'printed as month and year' } : undefined),
  (draft, { kind }) => ((isDateSlot(draft) || isSlashed(draft)) && kind !== 'issueDate' ? { kind: 'date', confidence: 0.96, reason: 'printed as day, month and year' } : undefined),
  ({ label }, { kind }) => (/(?<!\p{L})(ông\/bà|ông \(bà\)|anh|chị|(?<!trẻ )em|ông|bà)$/iu.test(label) && ['text', 'longText', 'money', 'organisation', 'relation'].includes(kind) ? { kind: 'name', confidence: 0.8, reason: 'label ends with a person' } : undefined),
  (draft, { kind }) => (isHalfYear(draft) && kind !== 'date' ? { kind: 'year', confidence: 0.9, reason: 'half of the year is printed' } : undefined),
  ({ label }, { kind }) => (/ tháng \d{1,2},? năm$/iu.test(label) && kind !== 'date' ? { kind: 'year', confidence: 0.85, reason: 'label ends with \'năm\'' } : undefined),
  ({ label }, { kind, confidence }) => (/(?<!\p{L}|bao nhiêu |số |mấy |theo )năm$/iu.test(label) && kind === 'text' && confidence < 0.5 ? { kind: 'year', confidence: 0.7, reason: 'label ends with \'năm\'' } : undefined),
  ({ label }, { kind }) => (/(?<!\p{L})(thu nhập|tiền lương|tiền công)(?!\p{L}).* là$/iu.test(label) && kind === 'text' ? { kind: 'money', confidence: 0.8, reason: 'a sentence about income' } : undefined),
  ({ label }, { kind, confidence }) => (DATE_WORDS.test(label) && !/^số(?!\p{L})/iu.test(label) && !label.includes('…') && kind !== 'date' && kind !== 'issueDate' && confidence < 0.95 ? { kind: 'date', confidence: 0.85, reason: 'label ends with \'ngày\'' } : undefined),
  ({ label }, { kind }) => (CURRENCY.test(label) && kind !== 'moneyInWords' ? { kind: 'money', confidence: 0.95, reason: 'label names a currency' } : undefined),
  (_, { kind }, note) => (kind === 'year' && /ngày, tháng|ngày tháng/iu.test(note) ? { kind: 'date', confidence: 0.85, reason: 'its note asks for day and month' } : undefined),
  ({ label, section }, { kind }) => (kind === 'address' && ADDRESS_WORDS.test(label) && PLACE_PART.test(section.at(-1) ?? '') ? { kind: 'place', confidence: 0.9, reason: `part '${section.at(-1) ?? ''}'` } : undefined),
  ({ label }, { kind }) => (PATTERN.test(label) && kind !== 'issueDate' ? { kind: 'date', confidence: 0.9, reason: 'label says how a date is written' } : undefined),
  ({ label }, { kind }) => (kind === 'name' && /\p{L}\?\s/u.test(label) ? { kind: 'text', confidence: 0.6, reason: 'a question to the person' } : undefined),
  ({ label }, { kind, confidence }) => (/(?<!\p{L}|hiện )tại$/iu.test(label) && confidence < 0.9 && kind !== 'issuePlace' && kind !== 'address' ? { kind: 'place', confidence: 0.85, reason: 'label ends with \'tại\'' } : undefined),
  ({ label }, { kind, confidence }) => (/(giấy|quyết định|chứng|phép|thẻ|sổ|bằng|hợp đồng|biên bản|biên lai|hóa đơn|hoá đơn|thông báo|công văn|phiếu|bản án|tờ khai|lệnh|hồ sơ|văn bản|đơn).* số$/iu.test(label) && confidence < 0.9 && kind !== 'identityNumber' ? { kind: 'documentNumber', confidence: 0.85, reason: 'label ends with the number of a paper' } : undefined),
  ({ label }) => (/(?<!\p{L})(năm|khóa|kỳ|đợt) thứ$/iu.test(label) ? { kind: 'number', confidence: 0.9, reason: 'label asks how many so far' } : undefined),
  ({ label }, { kind }) => (kind === 'name' && /(?<!\p{L})(lớp|khóa|ngành)$/iu.test(label) ? { kind: 'text', confidence: 0.7, reason: 'label ends with what somebody belongs to' } : undefined),
  ({ label, after }, { kind }) => (kind === 'name' && /^tôi là$/iu.test(label) && /^\s*(trong|của)\s/u.test(after) ? { kind: 'relation', confidence: 0.8, reason: 'asks what somebody is to something' } : undefined),
  ({ after }, { kind, confidence }) => (confidence < 0.6 && kind === 'text' && /^\s*\((?:ghi |nêu )?(?:rõ )?họ(?: và|,)? (?:chữ đệm|tên)/iu.test(after) ? { kind: 'name', confidence: 0.8, reason: 'asks for a name in the bracket behind it' } : undefined),
  ({ label }) => (UNLIKE.test(label) || listsUnlike(label) ? { kind: 'text', confidence: 0.8, reason: 'asks two data of different kinds' } : undefined),
  (draft) => (draft.rows.some((spots) => spots.some((spot) => spot.on === 'slot' && spot.slot.time === true)) ? { kind: 'text', confidence: 0.8, reason: 'printed as hours and minutes' } : undefined),
  ({ label }) => (/từ \(ngày[^()]*\) đến \(ngày/iu.test(label) ? { kind: 'text', confidence: 0.8, reason: 'asks from when and to when' } : undefined),
  ({ label }) => (/bao nhiêu (km|m|mét|ha|kg|tấn|m2|m3|%)(?!\p{L})/iu.test(label) ? { kind: 'number', confidence: 0.85, reason: 'label asks how much' } : undefined),
  ({ label }, { kind }) => (!/^(họ|tên|người|ông|bà)(?!\p{L})/iu.test(label) && (['name', 'text'].includes(kind) && BODY_LAST.test(label) || kind === 'name' && OFFICE_LAST.test(label)) ? { kind: 'organisation', confidence: 0.8, reason: 'label ends with a body' } : undefined),
  ({ offered = [] }) => (isYesNo(offered.map((text) => ({ text }))) ? { kind: 'yesNo', confidence: 0.9, reason: 'a bracket says yes or no' } : undefined),
  ({ offered = [] }, { kind }) => (kind === 'text' && offered.length > 0 ? { kind: 'choice', confidence: 0.8, reason: 'a bracket lists what to choose from' } : undefined),
  ({ section }, { confidence }) => { const whole = kindOf(section.at(-1) ?? '', ''); return confidence < 0.5 && COUNTED.includes(whole.kind) && whole.confidence >= 0.85 ? { ...whole, confidence: 0.7 } : undefined },
  (draft, { kind, confidence }) => (linesOf(draft) >= LONG_FROM && (kind === 'text' || (confidence < 0.5 && FREE.includes(kind))) && draft.repeat === null ? { kind: 'longText', confidence: 0.8, reason: `${linesOf(draft)} lines are printed for it` } : undefined),
]

const SOME_OF_US = /\((nếu có|không bắt buộc|đối với [^)]+|nếu [^)]+)\)/iu

/** A bare word under a heading says little without it: 'Tính biệt: Đực'. */
const guessFromWords = ({ label, scope, after, measure }: Draft): Guess => {
  const measured = measure === undefined ? undefined : kindOf(measure, unitIn(measure).trim() || after)
  if (measured && measured.confidence >= LIKELY) return { ...measured, reason: `column '${measure ?? ''}'` }
  const unit = unitIn(label)
  const guess = kindOf(unit === '' ? label : label.slice(0, -unit.length), after.trim() === '' ? unit.trim() : after)
  return guess.confidence < SURE_ENOUGH && scope !== '' && countWords(label) < 2 ? kindOf(`${scope} ${label}`, after) : guess
}

const SURE_ENOUGH = 0.5

/** Units are said beside the answer and not asked for. */
const withoutUnit = (label: string, kind: HoleKind): string => { const unit = MEASURED.includes(kind) ? unitIn(label) : ''; return unit === '' ? label : label.slice(0, -unit.length) }

const guessKind = (draft: Draft, note: string): Guess => {
  const guess = guessFromWords(draft)
  for (const rule of RULES) {
    const better = rule(draft, guess, note)
    if (better) return better
  }
  return guess
}

/** 'Bằng chữ' spells out what stands before it. */
const inWords = ({ label, after }: Draft, guess: Guess, before: Hole | undefined): Guess => {
  if (guess.kind === 'money' && /bằng chữ/iu.test(label) && !/bằng số/iu.test(label)) return { kind: 'moneyInWords', confidence: 0.95, reason: 'asks for a sum in words' }
  if (COUNTED.includes(guess.kind) && /bằng chữ/iu.test(label) && !/bằng số/iu.test(label)) return { kind: 'text', confidence: 0.8, reason: 'spells out a number' }
  if (guess.kind !== 'dateInWords' || /ngày|sinh/iu.test(label)) return guess
  if (before?.kind === 'money' || kindOf('', after).kind === 'money') return { kind: 'moneyInWords', confidence: 0.95, reason: 'spells out the sum before it' }
  return before && ['date', 'issueDate'].includes(before.kind) ? guess : { kind: 'text', confidence: 0.6, reason: 'spells out something' }
}

const BOUND = /^(từ|đến|tới)$/iu
const TIME = /(?<!\p{L})(thời (gian|hạn|điểm)|ngày|hiệu lực|giá trị|lịch)(?!\p{L})/iu

/** 'Vận chuyển từ … đến …': a bound without a word of time is of what stands before it, and no date. */
const asBound = ({ label, scope, section, after }: Draft, guess: Guess, before: Hole | undefined): Guess => {
  if (guess.kind !== 'date' || !BOUND.test(label) || guess.confidence > 0.9) return guess
  const unit = kindOf('', after)
  if (unit.kind !== 'text') return unit
  if (TIME.test(scope) || TIME.test(section.at(-1) ?? '') || before?.kind === 'date') return guess
  return { kind: 'text', confidence: 0.6, reason: 'a bound of no time' }
}

/** 'Tổng số hội viên: … (nam: … nữ: …), trong đó …': parts of the number before. */
const asShare = ({ label, section }: Draft, guess: Guess, before: Hole | undefined): Guess => {
  const isShare = /^(trong đó(?!\p{L}).*|nam|nữ)$/iu.test(label) || /^trong đó/iu.test(section.at(-1) ?? '')
  return isShare && guess.kind === 'text' && before !== undefined && COUNTED.includes(before.kind) ? { kind: before.kind, confidence: 0.8, reason: 'a part of the number before it' } : guess
}

/** 'Quyết định số … ngày … của …': who gave a paper. */
const asIssuer = ({ label }: Draft, guess: Guess, before: Hole | undefined): Guess =>
  (/^của($|\s(?:giám đốc |chủ tịch )?(?:sở|bộ|cục|chi cục|ủy ban|uỷ ban|cơ quan|công an)(?!\p{L}))/iu.test(label) && ['date', 'issueDate'].includes(before?.kind ?? '') || /^tại$/iu.test(label) && before?.kind === 'issueDate' ? { kind: 'issuePlace', confidence: 0.8, reason: 'stands behind the day of a paper' } : guess)

/** 'Số CCCD … Cấp tại … Ngày …': when a paper was given. */
const asIssueDay = ({ label }: Draft, guess: Guess, before: Hole | undefined): Guess =>
  (/^ngày$/iu.test(label) && before?.kind === 'issuePlace' ? { kind: 'issueDate', confidence: 0.85, reason: 'stands behind where a paper was given' } : guess)

/** 'Số: …' below boxes for an identity card, a passport, a tax code. */
const asPaperNumber = ({ label }: Draft, guess: Guess, before: Hole | undefined): Guess =>
  (/^số(\s*\/\s*no\.?)?$/iu.test(label) && before?.options !== undefined && arePapers(before.options) ? { kind: 'identityNumber', confidence: 0.85, reason: 'stands below the kinds of papers' } : guess)

/** A part about bodies asks for their names. */
const asBody = ({ label, section }: Draft, guess: Guess): Guess =>
  (guess.kind === 'name' && /^tên (?!người|chủ)/iu.test(label) && /(?<!\p{L})(pháp nhân|tổ chức|doanh nghiệp)(?!\p{L})/iu.test(section.join(' ')) && !/cá nhân/iu.test(`${section.join(' ')} ${label}`) ? { kind: 'organisation', confidence: 0.8, reason: 'its part is about bodies' } : guess)

const optionsOf = ({ options, offered }: Draft, kind: HoleKind): Pick<Hole, 'options'> =>
  (options ? { options } : kind === 'choice' && offered ? { options: offered } : {})

/** A draft -> the hole: its kind with the reason, whether it may stay empty, its hint, and where it is written. */
export const finishHole = (draft: Draft, n: number, before?: Hole): Hole => {
  const { hint } = draft
  const { kind, confidence, reason } = [inWords, asBound, asShare, asIssuer, asIssueDay, asPaperNumber, asBody].reduce((guess, look) => look(draft, guess, before), guessKind(draft, hint ?? ''))
  return {
    n, section: draft.section.join(' > '), label: withoutUnit(draft.label, kind), kind, note: draft.note, repeat: draft.repeat, confidence, reason,
    optional: draft.optional || SOME_OF_US.test(withoutAlternative(draft.label)) || isOnlySometimes(hint ?? '') || (kind === 'tick' && draft.repeat === null),
    ...(hint === undefined ? {} : { hint }), ...optionsOf(draft, kind),
    places: placeHole(draft.rows, kind, draft.repeat !== null),
  }
}
