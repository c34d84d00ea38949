import { labelOf, type Look } from './cells.ts'
import { kindOf } from './kind-of-label.ts'
import type { Row } from './paper.ts'
import { countWords } from './words.ts'

/** A row with what its cells hold, and the column of the table's grid that each begins at. `grouped`: its first cell is about the rows below as well. */
export type LookedRow = { readonly row: Row; readonly looks: readonly Look[]; readonly starts: readonly number[]; readonly grouped?: true }

export const ORDINAL_COLUMN = /^(s\s?tt|tt|số\s?tt|số thứ tự|thứ tự( \S+)?|no\.?)(\s*\/\s*no\.?)?$/iu
const SIGNATURE_COLUMN = /^(chữ ký|ký tên|ký nhận|ký, ghi rõ họ tên|chữ kí)(?!\p{L})/iu
const OFFICES_COLUMN = /^(?:(?:phần|mục) )?(?:(?:dành (?:riêng )?cho (?:cơ quan|cán bộ|công chức))|(?:do )?(?:cơ quan|cán bộ|công chức)(?: \p{L}+){0,6} ghi)(?!\p{L})/iu

/** A column, or row, that is signed, or that an office fills in. */
export const isOthers = (label: string): boolean => SIGNATURE_COLUMN.test(label) || OFFICES_COLUMN.test(label)

export const headingsAt = (headers: readonly LookedRow[], column: number): readonly Look[] => headers.flatMap(({ looks, starts }) =>
  looks.filter((look, i) => look.isWords && (starts[i] ?? 0) <= column && column < (starts[i] ?? 0) + look.cell.span))

export type ColumnLabel = { readonly label: string; readonly note: number | null; readonly scope: string }

/** 'Năm sinh: Nam | Nữ': the heading asks, and the bare words below only say of whom. */
const splitsQuestion = (top: string, lowest: string): boolean => countWords(lowest) < 2 && kindOf(top, '').confidence > 0.5

/** Under a heading of several columns the lowest asks; the one above it is what they are parts of. */
export const columnLabel = (headings: readonly Look[]): ColumnLabel => {
  const all = headings.map(labelOf)
  const [top, last] = [all.at(-2), all.at(-1)]
  if (!last) return { label: '', note: null, scope: '' }
  if (top && top.label !== last.label && splitsQuestion(top.label, last.label)) return { label: `${top.label} ${last.label}`, note: last.note ?? top.note, scope: '' }
  return { label: last.label, note: last.note ?? top?.note ?? null, scope: top && top.label !== last.label ? top.label : '' }
}
