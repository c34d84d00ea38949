import type { Component } from '../engine/procedure.ts'
import { doubt, type Doubt, type Reading } from './doubt.ts'
import { isNothing, listed, plain } from './words.ts'

const FIELD = 'thanh_phan_ho_so'
const HEADER = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng'
/** Counts close a row: '1 bản chính', '0 bản chính,1 bản sao', ',1 bản sao'. Digits before the last belong to the title: 'ngày 01/01/20261 bản chính'. */
const COUNTS = /(\d) bản chính(?:,\s*(\d+) bản sao)?|,(\d+) bản sao(?=$|[^\s.,;:)])/gu
const LOWER = 'docx|doc|pdf|xlsx|xls|rtf|odt|zip|rar|jpg|jpeg|png|tif'
const KINDS = `${LOWER}|${LOWER.toUpperCase()}`
const EXTENSION = new RegExp(`\\.(?:${KINDS})$`, 'u')
const FILE = new RegExp(`.+?\\.(?:${KINDS})(?![a-z])`, 'gu')
/**
 * Where a title ends and a file's name begins, since nothing stands between them: a small letter runs into a capital, a
 * full stop into a letter, or the number of a law into 'Mẫu'.
 */
const SEAM = new RegExp(`(?<=\\p{Ll})(?=[\\p{Lu}\\d_])|(?<=[.;:,)”"’])(?=\\p{L})(?!(?:${KINDS})(?![a-z]))|(?<=[;)]|\\)[.;])(?=[\\d_])|(?<=\\p{Lu})(?=Mẫu|Mau|Phụ lục|Phu luc|Đơn|Don|Tờ khai|To khai|Biểu|Bieu)`, 'gu')
/** 'a)', '1.1.' before a title are no seam. */
const NUMBERING = 8

type Row = { readonly title: string; readonly files: readonly string[]; readonly originals: number; readonly copies: number; readonly doubts: readonly Doubt[] }
type Group = { readonly title: string; readonly rows: readonly Row[] }

/** 'Tờ khai theo mẫuTK01.docx' -> the paper and its file; one that cannot be told apart stays whole. */
const splitFile = (text: string): Pick<Row, 'title' | 'files' | 'doubts'> => {
  if (!EXTENSION.test(text)) return { title: plain(text), files: [], doubts: [] }
  const seam = [...text.matchAll(SEAM)].map(({ index }) => index).find((index) => index > NUMBERING)
  if (seam === undefined) return { title: plain(text), files: [], doubts: [doubt(FIELD, 'file-joined', text)] }
  return { title: plain(text.slice(0, seam)), files: (text.slice(seam).match(FILE) ?? []).map(plain), doubts: [] }
}

/** 'nộp 02 bản chính tờ khai': a sentence writes two digits and goes on; a cell has one and is followed by the next row. */
const isSaid = (body: string, end: RegExpExecArray): boolean =>
  end[1] !== undefined && /(?<!\d)0$/.test(body.slice(Math.max(0, end.index - 2), end.index)) && /^[\s.,;:)\d]/u.test(body.slice(end.index + end[0].length))

type Cut = { readonly rows: readonly Row[]; readonly rest: string }

/** Rows of one table, and what stands behind the last: the title of the next. */
const cutRows = (body: string): Cut => {
  const ends = [...body.matchAll(COUNTS)].filter((end) => !isSaid(body, end))
  const rows = ends.map((end, i): Row => {
    const before = ends[i - 1]
    const text = body.slice(before ? before.index + before[0].length : 0, end.index).replace(/^[.;\s]+/u, '')
    return { ...splitFile(text), originals: Number(end[1] ?? 0), copies: Number(end[2] ?? end[3] ?? 0) }
  })
  const last = ends.at(-1)
  return { rows: rows.filter(({ title, files }) => title !== '' || files.length > 0), rest: last ? body.slice(last.index + last[0].length) : body }
}

/** What stands behind the last count is a paper all the same, with a count that the list does not give. */
const uncounted = (text: string): readonly Row[] =>
  isNothing(text) ? [] : [{ title: plain(text), files: [], originals: 0, copies: 0, doubts: [doubt(FIELD, 'papers-in-words', text)] }]

const groupsOf = (text: string): readonly Group[] => {
  const [first = '', ...tables] = text.split(HEADER)
  let title = first
  return tables.map((body, i) => {
    const { rows, rest } = cutRows(body)
    const group = { title: plain(title), rows: i === tables.length - 1 ? [...rows, ...uncounted(rest)] : rows }
    title = rest
    return group
  })
}

/** Only a heading that says so and nothing else: 'nộp bản sao và xuất trình bản chính' asks for papers to be handed in. */
const isShown = (title: string): boolean =>
  /^[^\p{L}]*(?:các )?giấy tờ (?:phải |cần )?xuất trình|phải xuất trình (?:các )?giấy tờ/iu.test(title) && !/nộp|gửi/iu.test(title)

const componentOf = (row: Row, group: string, number: number): Component => ({
  id: `giay-to-${number}`,
  title: listed(row.title === '' ? (row.files[0] ?? '') : row.title),
  ...(isNothing(group) || /^bao gồm:?$/iu.test(group) ? {} : { group: listed(group) }),
  duty: isShown(group) ? 'show' : 'submit', originals: row.originals, copies: row.copies,
  ...(row.files.length > 0 ? { formFiles: row.files } : {}),
})

/** A list without a table: one paper in words, with no counts, rather than counts that nobody gave. */
const inWords = (text: string): Reading<readonly Component[]> => ({
  value: [{ id: 'giay-to-1', title: listed(text), duty: 'submit', originals: 0, copies: 0 }], doubts: [doubt(FIELD, 'papers-in-words', text)],
})

/** Dossier components (thành phần hồ sơ) by case, with counts and the names of their form files. */
export const readPapers = (raw: string): Reading<readonly Component[]> => {
  const text = raw.normalize('NFC').trim()
  if (isNothing(text)) return { value: [], doubts: [] }
  const groups = groupsOf(text)
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ row, group: group.title })))
  if (rows.length === 0) return inWords(text.replaceAll(HEADER, ' '))
  return { value: rows.map(({ row, group }, i) => componentOf(row, group, i + 1)), doubts: rows.flatMap(({ row }) => row.doubts) }
}
