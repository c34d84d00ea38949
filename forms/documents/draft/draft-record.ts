import { foldText } from '../../engine/fold.ts'
import type { Component, ProcedureRecord } from '../../engine/procedure.ts'
import type { Text } from '../../engine/json.ts'
import { UNFINISHED } from '../../authoring/unfinished.ts'
import type { WordForm } from '../hole.ts'
import { inBoth } from './english.ts'

const AFTER_THIS = '0.'

/** The national catalogue gives no code that begins with 0: a placeholder cannot meet a real one. The same title, the same code. */
export const placeholderCode = (title: string): string => {
  let hash = 7
  for (const char of foldText(title)) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 999_983
  return `${AFTER_THIS}${String(hash).padStart(6, '0')}`
}

const sentenceCase = (title: string): string => {
  const clean = title.normalize('NFC').replace(/\s+/g, ' ').trim()
  return clean === clean.toLocaleUpperCase('vi') ? clean.charAt(0) + clean.slice(1).toLocaleLowerCase('vi') : clean
}

/** Title of the form itself: 'TỜ KHAI ĐĂNG KÝ KHAI SINH' -> 'Tờ khai đăng ký khai sinh'. */
export const formTitle = (form: WordForm): Text => inBoth(sentenceCase(form.title) || 'Tờ khai')

const KINDS_OF_PAPER = /^(tờ khai|đơn đề nghị|giấy đề nghị|đơn xin|đơn|phiếu đề nghị|phiếu|bản khai|văn bản đề nghị)\s+/iu

const procedureTitle = (form: WordForm): Text => {
  const { vi } = formTitle(form)
  const rest = vi.replace(KINDS_OF_PAPER, '')
  return inBoth(rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1))
}

/** The words behind 'Kính gửi', without leaders, marks and brackets' edges. */
const addressee = (form: WordForm): string | undefined => {
  const printed = form.notAsked.find(({ why }) => why === 'agency')?.text ?? ''
  const words = printed.replace(/kính gửi/iu, '').replace(/\(\d+\)|[.…_:*]{2,}|[():….*]/gu, ' ').replace(/\s+/g, ' ').trim()
  return /\p{L}{3}/u.test(words) ? words.slice(0, 200) : undefined
}

const tierOf = (agency: string): ProcedureRecord['agency']['tier'] => {
  const plain = foldText(agency)
  if (/cong an|canh sat/.test(plain)) return 'police'
  if (/\bbo\b|tong cuc|\bcuc\b/.test(plain)) return 'ministry'
  if (/\bso\b|cap tinh|\btinh\b/.test(plain) && !/cap xa/.test(plain)) return 'province'
  return /\b(xa|phuong|dac khu)\b/.test(plain) ? 'commune' : 'other'
}

const agencyOf = (form: WordForm): ProcedureRecord['agency'] => {
  const words = addressee(form)
  return words === undefined ? { tier: 'other', title: UNFINISHED } : { tier: tierOf(words), title: { vi: words, en: UNFINISHED.en } }
}

export const formComponent = (form: WordForm): Component => ({
  id: 'to-khai', title: formTitle(form),
  help: { vi: 'Nộp trực tuyến thì chính là các trang khai trên cổng này; nộp giấy thì dùng mẫu Word.', en: 'Online, these are the pages you fill in here; on paper, use the Word form.' },
  duty: 'submit', originals: 1, copies: 0, isForm: true,
})

const CHANNEL = {
  limits: [{ amount: 1, unit: 'workingDays', note: UNFINISHED, basis: UNFINISHED.vi }],
  fees: [{ amount: null, note: UNFINISHED, basis: UNFINISHED.vi }],
} as const

/** procedure.json of a draft: what the Word form says, and a marker wherever an author has to say the rest (the linter lists them). */
export const draftRecord = (form: WordForm, code: string): ProcedureRecord => {
  const title = procedureTitle(form)
  return {
    code, title, summary: UNFINISHED, keywords: [title.vi.toLocaleLowerCase('vi')],
    field: { id: 'chua-ro', title: UNFINISHED }, agency: agencyOf(form), audience: [UNFINISHED],
    levels: [{ scheme: 'nd-43-2011', grade: 3 }], decision: '', steps: [UNFINISHED],
    channels: [{ channel: 'online', ...CHANNEL }, { channel: 'counter', ...CHANNEL }],
    components: [formComponent(form)], requirements: [], results: [{ title: UNFINISHED }],
    legalBasis: [{ number: UNFINISHED.vi, title: UNFINISHED }],
    sources: ['Bản nháp lập từ mẫu Word (dvc import): chưa ai đối chiếu với quyết định công bố thủ tục.'],
  }
}
