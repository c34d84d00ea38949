import { foldText } from '../../engine/fold.ts'
import type { WordForm } from '../hole.ts'
import { asTitle } from './names.ts'
import { placedItems, type Page } from './plan.ts'
import { holesIn, titlesOf, type Proposal } from './proposal.ts'

const isNearlyEmpty = (pages: readonly Page[]): boolean => placedItems({ pages }).every(({ item }) => item.optional || item.insisted === true)

/** The form calls nothing required: whoever files it could leave it blank. */
export const emptyProposals = (pages: readonly Page[]): readonly Proposal[] => {
  const insisted = placedItems({ pages }).filter(({ item }) => item.insisted === true)
  if (pages.length === 0 || !isNearlyEmpty(pages)) return []
  const [vi, en] = insisted.length > 0
    ? [`Bản nháp chỉ bắt buộc ${titlesOf(insisted)}.`, `The draft requires only ${titlesOf(insisted)}.`]
    : ['Một tờ khai trống cũng nộp được!', 'An empty form could be filed!']
  return [{ about: 'empty', pointer: '', holes: insisted.flatMap(({ item }) => item.holes.map(({ hole }) => hole.n)), text: {
    vi: `Mẫu không bắt buộc mục nào. ${vi} Hãy quyết định mục nào ai cũng phải khai (thêm vào "required"), và phần nào chỉ dành cho một số trường hợp (thêm câu hỏi và điều kiện).`,
    en: `The form requires nothing. ${en} Decide what everybody must answer (add it to "required"), and which parts are for some cases only (add a question and a condition).`,
  } }]
}

const OTHERS = /(?:^|\s)((?:xác nhận|chứng thực|ý kiến) của\s+[^.…:;(_]{3,80})/iu
const SHOUTED = /^(?:\p{Lu}+[\s,/]+)+/u

const plain = (text: string): string => foldText(text).replace(/[^a-z0-9]+/g, ' ')

/** 'XÁC NHẬN CỦA ĐƠN VỊ Người kê khai' ends where the shouting does. */
const confirmed = (text: string): string | undefined => {
  const words = OTHERS.exec(text)?.[1]
  return words && (SHOUTED.exec(words)?.[0] ?? words).trim()
}

/** The agency that receives confirms by itself. */
const isAgency = (words: string, agency: string): boolean => agency.includes(plain(words.replace(/^.*? của\s+/iu, '')).split(' ').slice(0, 3).join(' '))

/** What is printed for others to fill in and sign. */
const printedFor = ({ notAsked }: Pick<WordForm, 'notAsked'>): readonly string[] => {
  const agency = plain(notAsked.filter(({ why }) => why === 'agency').map(({ text }) => text).join(' '))
  const signed = notAsked.filter(({ why }) => why === 'officialUse' || why === 'signature').flatMap(({ text }) => confirmed(text) ?? [])
  return [...new Set(signed)].filter((words) => !isAgency(words, agency))
}

const toAttach = (title: string, pointer: string, holes: readonly number[]): Proposal => ({ about: 'others', pointer, holes, text: {
  vi: `"${asTitle(title)}" do người khác ghi và ký trên giấy. Hãy thêm một giấy tờ vào "components" của procedure.json (tải tờ khai về, xin xác nhận, nộp bản chụp), hoặc bỏ nếu không cần.`,
  en: `"${asTitle(title)}" is written and signed on paper by somebody else. Add a paper to "components" in procedure.json (print the form, have it signed, attach a copy), or leave it out if it is not needed.`,
} })

/** What others write and sign on the paper can be brought along as a paper of its own. */
export const othersProposals = (form: Pick<WordForm, 'notAsked'>, pages: readonly Page[]): readonly Proposal[] => {
  const asked = pages.filter(({ title }) => /^(xác nhận|chứng thực) của/iu.test(title))
  const printed = printedFor(form).filter((words) => !asked.some(({ title }) => plain(title) === plain(words)))
  return [...printed.map((words) => toAttach(words, '', [])), ...asked.map((page) => toAttach(page.title, `/${page.name}`, holesIn(page.nodes)))]
}
