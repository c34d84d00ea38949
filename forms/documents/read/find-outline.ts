import { STATES } from './asks-on-blank.ts'
import type { Why } from './find-unasked.ts'
import type { Item } from './items.ts'
import { kindOf } from './kind-of-label.ts'
import { cleanLabel } from './label.ts'
import type { Line } from './lines.ts'
import { LOOSE_LEVEL, levelOf } from './sections.ts'
import { countWords, enumeratorOf, plainWords, withoutEnumerator } from './words.ts'

/** Sure enough that a label asks for something known. */
const KNOWN = 0.8
const FEWEST_LINES = 3
const LONGEST_ASKED = 40
/** Of the lines of a list, how many must ask for something known. */
const LEAST_KNOWN = 0.5
/** In a form that shows nowhere where to write, once one list has been found to ask. */
const LEAST_KNOWN_BARE = 0.3

/** Words above a list that say what it holds. */
const HEADS_PAPERS = /(hồ sơ|tài liệu|giấy tờ|thành phần|cam kết|cam đoan|lưu ý|ghi chú|chú thích|hướng dẫn|quy định|nơi nhận)/iu
/** 'Thông tin về tổ chức đăng ký:' heads what comes below it, whatever its number. */
const HEADS = /^(thông tin|phần|nội dung|các thông tin)(?!\p{L})/iu

const LONGEST_LABEL = 12
/** 'Mục tiêu:' on a line of its own. */
const isLabel = (line: Line): boolean => line.slots.length + line.boxes.length === 0 && plainWords(line.text).endsWith(':') && countWords(plainWords(line.text)) <= LONGEST_LABEL
const isListed = (line: Line): boolean => !line.bold && (line.paragraph.numbered || enumeratorOf(plainWords(line.text)) !== '' || isLabel(line))
const wordsOf = (line: Line): string => withoutEnumerator(plainWords(line.text))

const isKnown = (line: Line): boolean => kindOf(cleanLabel(line.text), '').confidence >= KNOWN

/** Dots, and not mere blank between two labels: where some lines have such, those without are no questions. */
const isDotted = ({ paragraph, slots }: Line): boolean => slots.some(({ from, to }) => paragraph.atoms.slice(from, to).some(({ room }) => room !== true))
const MOST_DOTTED = 0.2

/** 'Số lượng nộp lại: 01 phù hiệu': filled in already, or told. */
const isAnswered = (line: Line): boolean => line.slots.length === 0 && /:\s*[^\s(]/u.test(plainWords(line.text))
const MOST_ANSWERED = 0.5

const mayAsk = (line: Line): boolean => line.slots.length > 0 || (line.boxes.length === 0 && countWords(wordsOf(line)) <= LONGEST_ASKED && !STATES.test(wordsOf(line)))

const depthOf = (line: Line): number => levelOf(plainWords(line.text), false)

const isUncounted = (line: Line): boolean => !line.paragraph.numbered && enumeratorOf(plainWords(line.text)) === ''

/** Does the line below go on with its parts? */
const headsBelow = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && (depthOf(next) > depthOf(line) || (isUncounted(line) && !isUncounted(next)) || (depthOf(line) === LOOSE_LEVEL && depthOf(next) === LOOSE_LEVEL && HEADS.test(wordsOf(line))))

type Run = { readonly lines: readonly Line[]; readonly above: string }

/** Counted or dashed lines below each other in one cell or in the body, and the words above them. */
const runsOf = (items: readonly Item[], unasked: readonly (Why | undefined | 'title')[]): readonly Run[] => {
  const runs: { lines: Line[]; above: string }[] = []
  let [open, above] = [false, '']
  items.forEach((item, at) => {
    if (item.item !== 'line') { open = false; return }
    if (plainWords(item.text) === '' && item.slots.length === 0) return
    const last = runs.at(-1)
    if (unasked[at] !== undefined || !isListed(item)) { open = false; above = plainWords(item.text); return }
    if (open && last?.lines[0]?.site.path === item.site.path) last.lines.push(item)
    else runs.push({ lines: [item], above })
    open = true
  })
  return runs
}

const LONGEST_HEAD = 15
const headsPapers = ({ above }: Run): boolean => countWords(above) <= LONGEST_HEAD && HEADS_PAPERS.test(above)

const share = ({ lines }: Run, holds: (line: Line) => boolean): number => lines.filter(holds).length / lines.length

/**
 * Lines of lists that ask without showing where to write: '1. Loại hình doanh nghiệp.', '2. Địa chỉ trụ sở chính.'
 * (Nghị định 30/2020/NĐ-CP prescribes no dots.) A list asks where half of it asks for something known.
 */
export const findOutline = (items: readonly Item[], unasked: readonly (Why | undefined | 'title')[]): ReadonlySet<Line> => {
  const runs = runsOf(items, unasked).filter((run) => run.lines.length >= FEWEST_LINES && !headsPapers(run) && run.lines.every(mayAsk) && share(run, isDotted) <= MOST_DOTTED && share(run, isAnswered) < MOST_ANSWERED)
  const isBare = !items.some((item, at) => item.item === 'line' && unasked[at] === undefined && item.slots.some(({ name }) => name === undefined))
  const asking = runs.filter((run) => share(run, isKnown) >= LEAST_KNOWN)
  const others = isBare && asking.length > 0 ? runs.filter((run) => share(run, isKnown) >= LEAST_KNOWN_BARE) : []
  return new Set([...asking, ...others].flatMap(({ lines }) => lines.filter((line, at) => line.slots.length === 0 && !headsBelow(line, lines[at + 1]))))
}
