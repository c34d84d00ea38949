import { gridCell, isHeading, isOpen, isOrdinal, labelOf, type Look } from './cells.ts'
import { columnLabel, headingsAt, isOthers, type ColumnLabel, type LookedRow } from './column-labels.ts'
import type { CellHole, Crosses, GridCell, Item } from './items.ts'
import { COUNTED, kindOf, LIKELY, SURE, unitIn } from './kind-of-label.ts'
import type { Site } from './lines.ts'
import { asksInside, asksOf, makeGrid, takesAnswers } from './make-grid.ts'
import { isYesNo } from './read-options.ts'

const COLUMN_NUMBER = /^[([]?([A-ZĐ]|\d{1,2})[)\]]?(\s*=.*)?$/u

const runOf = <Thing>(things: readonly Thing[], from: number, holds: (thing: Thing) => boolean): readonly Thing[] => {
  const end = things.findIndex((thing, i) => i >= from && !holds(thing))
  return things.slice(from, end === -1 ? things.length : end)
}

/** 'A, B, 1, 2, 3': names of the columns, below their headings. */
const isNumbering = ({ looks }: LookedRow): boolean => looks.length > 2 && looks.every(({ text, isWords }) => isWords && COLUMN_NUMBER.test(text))

const isHeadingRow = ({ looks }: LookedRow): boolean => looks.length >= 2 && looks.filter(isHeading).length >= 2 && looks.every((look) => isHeading(look) || (look.isBlank && look.cell.merged) || look.isBlank)
  && looks.filter(({ isBlank, cell }) => isBlank && !cell.merged).length <= 1

/** Nothing but ordinals and room for answers. */
const isBlankRow = ({ looks }: LookedRow): boolean => {
  const asking = looks.filter((look, i) => !(takesAnswers(look) || (i === 0 && isOrdinal(look))))
  return looks.some(isOpen) && (asking.length === 0 || (asking.length === 1 && looks.length > FEWEST_BESIDE && asking.every(isBegun) && looks.slice(1).filter(isOpen).length >= looks.length - 2))
}

/** 'Nhập khẩu theo hóa đơn số … ngày …' in one cell of a row that is open otherwise. */
const isBegun = ({ lines, isWords, text }: Look): boolean => (!isWords && lines.some(({ slots, boxes }) => slots.length + boxes.length > 0)) || /^\((ghi|nêu)(?!\p{L})[^()]*\)$/iu.test(text)
const FEWEST_BESIDE = 4

/** 'Từ … đến …' in the first cell of row after row: what is begun in each of them is a column. */
const areAlike = (rows: readonly LookedRow[]) => ({ looks }: LookedRow): boolean => {
  const [first, ...rest] = looks
  return first !== undefined && rest.length > 0 && isBegun(first) && !isOrdinal(first) && rest.every(takesAnswers) && rows.filter((row) => row.looks[0]?.text === first.text && row.looks.slice(1).every(takesAnswers)).length > 1
}

/** Dots in every cell say 'and so on'. */
const isAndSoOn = ({ looks }: LookedRow): boolean => looks.length > 1 && looks.every(({ text }) => /^(…|\.{2,5})?$/.test(text)) && looks.some(({ text }) => text !== '')

type Labelled = { readonly looks: LookedRow['looks']; readonly grouped?: true | undefined }
const labelAt = ({ looks, grouped }: Labelled): number => (grouped ? 1 : looks.findIndex((look) => look.isWords && !isOrdinal(look)))

/** 'Thuốc lá | Lượng | …' above 'Trị giá | …': the first cell goes on below, and the one beside it asks. */
const isGrouped = ({ looks: [first, second, ...rest] }: LookedRow, next: LookedRow | undefined): boolean =>
  first?.isWords === true && second?.isWords === true && rest.length > 0 && rest.every(isOpen) && next?.looks[0]?.cell.merged === true && next.looks[1]?.isWords === true
const withGroups = (rows: readonly LookedRow[]): readonly LookedRow[] => rows.map((row, i) => (isGrouped(row, rows[i + 1]) ? { ...row, grouped: true } : row))

/** A row with its own label at the left and room beside it. `isPrinted`: words that ask nothing. */
const isLabelledRow = ({ looks, grouped }: LookedRow, isPrinted: (look: Look, at: number) => boolean = () => false): boolean => {
  const first = labelAt({ looks, grouped })
  const room = looks.filter((look, i) => i > first && !(look.isWords && isPrinted(look, i)))
  return first !== -1 && first < 2 && room.some(isOpen) && room.every(takesAnswers) && looks.slice(0, first).every((look) => grouped || isOpen(look) || isOrdinal(look))
}

/** 'x' or 'n' printed in a cell: it is barred, or goes on; '100%' says itself what it is. */
export const BARRED = /^(?:[xn×–-]|\d{1,3} ?%)$/iu

const PRINTED_COLUMN = /^(đơn vị( tính)?|đvt|mã( số| chỉ tiêu)?|ký hiệu|thuyết minh)$/iu

/** Units and codes that a table prints beside the labels of its rows, and cells that it bars. */
const printedIn = (headers: readonly LookedRow[], { starts }: LookedRow) => ({ text }: Look, at: number): boolean => BARRED.test(text) || PRINTED_COLUMN.test(columnLabel(headingsAt(headers, starts[at] ?? 0)).label)

export const PARTY = /^(bên|người|vợ|chồng|cha|bố|mẹ|nam|nữ|con|ông|bà|chủ|đại diện|thông tin(?! (?:chi tiết|chung)))(?!\p{L})/iu

/** Do the columns stand for parties? One that says so is enough: the others are such as well. */
const headsParties = (headers: readonly LookedRow[]): boolean => headers.some(({ looks }) => looks.slice(1).some((look) => look.isWords && PARTY.test(labelOf(look).label)))

type Answer = { readonly cell: GridCell; readonly text: string; readonly at: number }

const NEGATION = /^(không|chưa)\s/iu

/** 'Làm được', 'Làm được nếu có người giúp', 'Không làm được': names of columns that exclude each other. */
const isScale = (texts: readonly string[]): boolean => {
  const bare = texts.map((text) => text.toLowerCase())
  return new Set(bare).size === texts.length && bare.every((text) => kindOf(text, '').kind === 'text') && bare.some((text) => NEGATION.test(text) && (texts.length > 2 || bare.includes(text.replace(NEGATION, ''))))
}

const isBox = ({ cell: { lines } }: Answer): boolean => lines.flatMap(({ boxes }) => boxes).length === 1 && lines.every(({ slots }) => slots.length === 0)
const isBlankOrBox = (answer: Answer): boolean => isBox(answer) || answer.cell.lines.every(({ slots, boxes }) => slots.length + boxes.length === 0)

/** 'Phương pháp tính thuế (chọn một trong bốn)': the row asks for one of its columns. */
const WAYS = /(?<!\p{L})(chọn|đánh dấu|tích (?:vào|chọn|dấu|x))(?!\p{L})|^(phương pháp|phương thức|hình thức)(?!\p{L})/iu

/** Neighbouring columns that a cross answers: yes and no, a scale, boxes in all of the row, or ways to choose from. */
const crossed = (open: readonly Answer[], asked: string): readonly Answer[] => {
  const from = open.findIndex((_, i) => isYesNo(open.slice(i, i + 2)))
  if (from !== -1) return open.slice(from, from + 2)
  return open.length > 1 && open.every(isBlankOrBox) && (open.every(isBox) || isScale(open.map(({ text }) => text)) || (WAYS.test(asked) && open.some(({ text }) => kindOf(text, '').kind === 'text'))) ? open : []
}

/** Columns whose headings answer what the row asks. */
const answersIn = (headers: readonly LookedRow[], { looks, starts }: Pick<LookedRow, 'looks' | 'starts'>, side: number): readonly Answer[] => crossed(looks.flatMap((look, at) => {
  const cell = at > side && !look.isWords ? gridCell(look) : undefined
  return cell ? [{ cell, text: columnLabel(headingsAt(headers, starts[at] ?? 0)).label, at }] : []
}), looks[side]?.text ?? '')

const CROSSED = /^(có|nộp|đã nộp|chọn|x|có nộp|tích|tích chọn|đánh dấu)(\s*\([^()]*\))?$|đánh dấu/iu
const TOTAL = /^(tổng( số| cộng)?|cộng)(?!\p{L})/iu

type Sides = { readonly side: ReturnType<typeof labelOf>; readonly top: ColumnLabel; readonly parties: boolean; readonly measured: boolean; readonly unit: string; readonly lone: boolean }

/** 'Số tiền', 'Tỷ lệ (%)': a heading that says in what the row is counted, and not what is asked. */
const isMeasure = (heading: string): boolean => { const { kind, confidence } = kindOf(heading, unitIn(heading).trim()); return !CROSSED.test(heading) && COUNTED.includes(kind) && confidence >= LIKELY }

/** The measure of a column: its own heading, or the one above it ('Số tiền (đồng): Phải nộp | Được miễn'). */
const measureOf = ({ label, scope }: ColumnLabel): string | undefined => (isMeasure(label) ? label : scope !== '' && isMeasure(scope) ? scope : undefined)

/** A column that asks by itself, whatever the others count. */
const REMARKS = /^(ghi chú|lý do|nội dung|diễn giải|giải trình|thuyết minh|nhận xét)(?!\p{L})/iu

/** One that tells more of the row, and does not answer it. */
const SAYS_MORE = /^(ghi chú|lý do|giải trình|nhận xét)(?!\p{L})/iu

/** 'Năm trước', 'Kỳ này', 'Quý I': columns of time, in each of which the rows ask the same. */
const PERIOD = /^(năm|kỳ|quý|tháng) (trước|nay|này|sau|báo cáo|kế hoạch|hiện tại|\d{1,4}|[ivx]+|n([+-]\d)?)(?!\p{L})/iu

/** Words that name a kind of answer. */
const asksItself = (label: string): boolean => { const { kind, confidence } = kindOf(label, unitIn(label).trim()); return kind !== 'text' && confidence >= LIKELY && !/^trong đó/iu.test(label) }

/** The row asks, of the party, in a measure or a unit, or of a time; else the column does, and a total is asked for what heads it. */
const askOf = ({ side, top, parties, measured, unit, lone }: Sides): Pick<CellHole, 'label' | 'note' | 'scope' | 'measure' | 'after'> => {
  if (top.label === '' || parties) return { ...side, scope: top.label }
  const measure = measureOf(top) ?? (measured && !REMARKS.test(top.label) ? top.label : undefined)
  if (TOTAL.test(side.label)) return { ...top, scope: side.label }
  // 'Số lượng' beside a unit only says that there is one.
  if (measure !== undefined && (unit === '' || kindOf(measure, '').kind !== 'quantity')) return { ...side, scope: top.label, measure }
  if (PERIOD.test(top.label) || (unit !== '' && !REMARKS.test(top.label))) return { ...side, scope: top.label, after: unit }
  // 'Trả lời', 'Nội dung kê khai' over the only column to fill says nothing that the rows do not.
  if (lone && !SAYS_MORE.test(top.label) && (asksItself(side.label) || !asksItself(top.label))) return { ...side, scope: top.label }
  // 'Trị giá' under 'Thực hiện ba quý' and under 'Ước thực hiện': both say what is asked.
  return asksItself(side.label) && !asksItself(top.label) && !REMARKS.test(top.label) ? { ...side, label: `${side.label} - ${top.label}`, scope: '' } : { ...top, scope: side.label }
}

const UNIT_COLUMN = /^(đơn vị( tính)?|đvt)$/iu

/** A table whose rows have labels as well: what names a party is the part, the other one asks. */
const labelledCells = (headers: readonly LookedRow[], { looks, starts, grouped }: LookedRow, site: Site): readonly CellHole[] => {
  const parties = headsParties(headers)
  const at = labelAt({ looks, grouped })
  const own = looks[at]
  if (!own) return []
  const side = labelOf(own)
  const answers = answersIn(headers, { looks, starts }, at)
  const tops = looks.map((_, i) => columnLabel(headingsAt(headers, starts[i] ?? 0)))
  const open = tops.filter((top, i) => i > at && isOpen(looks[i] ?? own) && !isOthers(top.label))
  const unit = looks[tops.findIndex((top, i) => UNIT_COLUMN.test(top.label) && looks[i]?.isWords === true)]?.text ?? ''
  const measured = open.length > 2 && open.filter((top) => measureOf(top) !== undefined).length * 2 > open.length
  return looks.flatMap((look, i): readonly CellHole[] => {
    const top = tops[i] ?? columnLabel([])
    const cell = gridCell(look)
    const inner = i > at ? asksOf(look) : []
    if (inner.length > 0) return inner.map(({ label, line }): CellHole => ({ item: 'cell', label, note: null, scope: side.label, cell: { lines: line.slots.length > 0 ? [line] : [], paragraph: line.paragraph }, site }))
    if (answers[0]?.at === i) return [{ item: 'cell', ...side, scope: '', cell: answers[0].cell, others: answers.slice(1).map((answer) => answer.cell), answers: answers.map(({ text }) => text), site }]
    if (i <= at || answers.some((answer) => answer.at === i) || !cell || look.isWords || isOthers(top.label) || isOthers(side.label)) return []
    return [{ item: 'cell', ...askOf({ side, top, parties, measured, unit, lone: open.length === 1 }), cell, site }]
  })
}

/** 'Tổng số' below the rows: what is marked for it, or else the columns that can be added up. */
const totalCells = (headers: readonly LookedRow[], row: LookedRow, site: Site): readonly CellHole[] => {
  const cells = labelledCells(headers, row, site)
  const marked = cells.filter(({ cell }) => cell.lines.some(({ slots }) => slots.length > 0))
  if (marked.length > 0 || cells.length < 2) return marked.length > 0 ? marked : cells
  return cells.filter(({ label }) => COUNTED.includes(kindOf(label, '').kind))
}

const isTotal = (row: LookedRow): boolean => { const own = row.looks[labelAt(row)]; return own !== undefined && TOTAL.test(own.text) && isLabelledRow(row, ({ text }) => BARRED.test(text)) }

/** One tall row: persons below each other in its first cell, and as many dotted lines beside them. */
const isTallRow = ({ looks }: LookedRow): boolean => looks.length > 2 && looks.every((look, i) => (i === 0 ? !look.isWords && look.lines.filter(({ text }) => /\p{L}/u.test(text)).length > 1 : look.isHollow && look.lines.length > 1))

const tallCells = (headers: readonly LookedRow[], { looks, starts }: LookedRow, site: Site): readonly CellHole[] => looks.slice(1).flatMap((look, i) => {
  const cell = gridCell(look)
  return cell ? [{ item: 'cell', ...columnLabel(headingsAt(headers, starts[i + 1] ?? 0)), cell, site }] : []
})

const FEWEST_CROSSED = 3

/** One column to cross under 'Có': the rows are what can be crossed. */
const crossesOf = (cells: readonly CellHole[], rows: number): Crosses['options'] | undefined =>
  (cells.length === rows && rows >= FEWEST_CROSSED && cells.every(({ label, answers, cell }) => answers === undefined && CROSSED.test(label) && cell.lines.every(({ slots }) => slots.length === 0))
    ? cells.map(({ scope, cell }) => ({ text: scope, cell })) : undefined)

export type Taken = { readonly items: readonly Item[]; readonly rows: number }

/** 'Cơ quan giải quyết: | Nhân chứng:': questions beside each other head nothing, unless they name parties. */
const isAskingRow = (row: LookedRow): boolean => row.looks.every(({ isWords, text }) => !isWords || text.endsWith(':')) && !row.looks.some((look) => PARTY.test(labelOf(look).label) && kindOf(labelOf(look).label, '').confidence < SURE)

/** Under words with a colon stand more questions, not rows of them. */
const mayAskInside = (headers: readonly LookedRow[], blanks: readonly LookedRow[]): boolean =>
  !blanks.some(asksInside) || !headers.some(({ looks }) => looks.some(({ text }) => text.endsWith(':')))

/** 'I | Máy móc', 'A. Tài sản' across the table: what the rows below are about. */
const isGroupRow = (columns: number) => ({ looks }: LookedRow): boolean => {
  const [words, ...more] = looks.filter((look) => !(look.isWords && isOrdinal(look)))
  return words?.isWords === true && more.length === 0 && words.cell.span > 1 && looks.length < columns
}

const groupLines = ({ looks }: LookedRow): readonly Item[] => looks.find((look) => !isOrdinal(look))?.lines ?? []

type Body = { readonly headers: readonly LookedRow[]; readonly rows: readonly LookedRow[]; readonly site: Site; readonly table: number }

/** Blank rows from this one on, those that say 'and so on', and their totals. */
const takeBlanks = ({ headers, rows, site, table }: Body, start: number): Taken | undefined => {
  const alike = areAlike(rows.slice(start))
  const blanks = runOf(rows, start, (row) => isBlankRow(row) || alike(row))
  if (blanks.length === 0 || !mayAskInside(headers, blanks)) return undefined
  const soOn = runOf(rows, start + blanks.length, isAndSoOn)
  const totals = runOf(rows, start + blanks.length + soOn.length, isTotal)
  return { items: [makeGrid(headers, blanks, site, table), ...totals.flatMap((row) => totalCells(headers, row, site))], rows: blanks.length + soOn.length + totals.length }
}

const takeTall = ({ headers, rows, site }: Body, start: number): Taken | undefined => {
  const tall = runOf(rows, start, isTallRow)
  return tall.length === 0 ? undefined : { items: tall.flatMap((row) => tallCells(headers, row, site)), rows: tall.length }
}

const takeLabelled = ({ headers, rows, site, table }: Body, start: number): Taken | undefined => {
  const labelled = runOf(rows, start, (row) => isLabelledRow(row, printedIn(headers, row)))
  if (labelled.length === 0) return undefined
  const cells = labelled.flatMap((row) => labelledCells(headers, row, site))
  const crosses = crossesOf(cells, labelled.length)
  // '4 | …… |': below the rows that the form names there is room for others.
  const others = runOf(rows, start + labelled.length, isBlankRow)
  const more = others.length > 0 ? [makeGrid(headers, others, site, table)] : []
  return { items: [...(crosses ? [{ item: 'crosses', options: crosses, many: true, site } as const] : cells), ...more], rows: labelled.length + others.length }
}

const takeBody = (body: Body, start: number): Taken | undefined => takeBlanks(body, start) ?? takeTall(body, start) ?? takeLabelled(body, start)

/** Groups of rows, each under its name. */
const takeGroups = (body: Body, start: number, isGroup: (row: LookedRow) => boolean): readonly Taken[] => {
  const group = body.rows[start]
  const taken = group && isGroup(group) ? takeBody(body, start + 1) : undefined
  if (!group || !taken) return []
  return [{ items: [...groupLines(group), ...taken.items], rows: taken.rows + 1 }, ...takeGroups(body, start + 1 + taken.rows, isGroup)]
}

/** Headings from this row on, and what is blank under them; undefined where this is no such table. */
export const takeGrid = (printed: readonly LookedRow[], from: number, site: Site, table: number): Taken | undefined => {
  const rows = withGroups(printed)
  const top = rows.slice(from, from + 1)
  const isGroup = isGroupRow(top[0]?.looks.length ?? 0)
  const headers = runOf(rows, from, (row) => isHeadingRow(row) && !isGroup(row) && !asksInside(row) && !isAskingRow(row) && !isNumbering(row) && !isLabelledRow(row, printedIn(top, row))).slice(0, 3)
  if (headers.length === 0) return undefined
  const before = headers.length + runOf(rows, from + headers.length, isNumbering).length
  const body = { headers, rows, site, table }
  const first = takeBody(body, from + before)
  const taken = [...(first ? [first] : []), ...takeGroups(body, from + before + (first?.rows ?? 0), isGroup)]
  return taken.length === 0 ? undefined : { items: taken.flatMap(({ items }) => items), rows: before + taken.reduce((sum, one) => sum + one.rows, 0) }
}
