import { foldText } from '../engine/fold.ts'
import type { Json, JsonObject, Text } from '../engine/json.ts'
import { isObject } from '../engine/pointer.ts'
import type { ListedProcedure } from './read-record.ts'

/** A line of the file that is no procedure; lines count from 1, as an editor does. */
export type BadLine = { readonly line: number; readonly reason: Text }
export type List = { readonly rows: readonly { readonly line: number; readonly raw: ListedProcedure }[]; readonly bad: readonly BadLine[] }

const bad = (line: number, vi: string, en: string): List => ({ rows: [], bad: [{ line, reason: { vi, en } }] })
const together = (lists: readonly List[]): List => ({ rows: lists.flatMap(({ rows }) => rows), bad: lists.flatMap((list) => list.bad) })

/** 'Mã thủ tục' is `ma_thu_tuc`: lists of people and lists of programs have the same columns. */
const keyOf = (name: string): string => foldText(name).replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '')

const textOf = (value: Json | undefined): string => {
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== '').join('\n')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const rawOf = (object: JsonObject): ListedProcedure => Object.fromEntries(Object.entries(object).map(([name, value]) => [keyOf(name), textOf(value)]))

const readLine = (text: string, line: number): List => {
  if (text.trim() === '') return { rows: [], bad: [] }
  try {
    const value: Json = JSON.parse(text)
    if (isObject(value)) return { rows: [{ line, raw: rawOf(value) }], bad: [] }
    return bad(line, 'Dòng này không phải một thủ tục ({…}).', 'This line is not a procedure ({…}).')
  } catch (error) {
    return bad(line, `Không đọc được JSON: ${String(error)}.`, `This is not JSON: ${String(error)}.`)
  }
}

const readArray = (text: string): List => {
  try {
    const values: Json = JSON.parse(text)
    return together((Array.isArray(values) ? values : []).map((value, i) => (isObject(value) ? { rows: [{ line: i + 1, raw: rawOf(value) }], bad: [] } : bad(i + 1, 'Mục này không phải một thủ tục.', 'This entry is not a procedure.'))))
  } catch (error) {
    return bad(1, `Không đọc được JSON: ${String(error)}.`, `This is not JSON: ${String(error)}.`)
  }
}

type Cells = { readonly line: number; readonly cells: readonly string[] }

/** Rows of a CSV (RFC 4180): cells in quotes keep delimiters and line breaks, two quotes are one. */
const readCells = (text: string, delimiter: string): readonly Cells[] => {
  const rows: Cells[] = []
  let [cells, cell, quoted, line, began]: [string[], string, boolean, number, number] = [[], '', false, 1, 1]
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '\n') line += 1
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') { cell += '"'; i += 1 } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === delimiter) { cells.push(cell); cell = '' } else if (char === '\n') {
      rows.push({ line: began, cells: [...cells, cell] })
      ;[cells, cell, began] = [[], '', line]
    } else if (char !== '\r') cell += char
  }
  return cell === '' && cells.length === 0 ? rows : [...rows, { line: began, cells: [...cells, cell] }]
}

/** The sign that the head has most of: spreadsheets in Vietnamese write semicolons. */
const delimiterOf = (head: string): string => [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best))

const NEEDED = ['ma_thu_tuc', 'ten_thu_tuc'] as const

const readTable = (text: string): List => {
  const [head, ...rows] = readCells(text, delimiterOf(text.slice(0, text.indexOf('\n') + 1)))
  const names = (head?.cells ?? []).map(keyOf)
  const missing = NEEDED.filter((name) => !names.includes(name))
  if (missing.length > 0) return bad(1, `Dòng đầu phải là tên cột; thiếu cột ${missing.join(', ')}.`, `The first line must name the columns; ${missing.join(', ')} is missing.`)
  return together(rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(({ line, cells }): List => {
    if (cells.length !== names.length) return bad(line, `Dòng có ${cells.length} ô, mà có ${names.length} cột.`, `This line has ${cells.length} cells, and there are ${names.length} columns.`)
    return { rows: [{ line, raw: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) }], bad: [] }
  }))
}

/** Each code once: the first stays, and the others are told. */
const once = ({ rows, bad: told }: List): List => {
  const first = new Map<string, number>()
  return together([{ rows: [], bad: told }, ...rows.map((row): List => {
    const code = row.raw['ma_thu_tuc'] ?? ''
    const before = first.get(code)
    if (before !== undefined && code !== '') return bad(row.line, `Mã ${code} đã có ở dòng ${before}.`, `The code ${code} stands on line ${before} already.`)
    first.set(code, row.line)
    return { rows: [row], bad: [] }
  })])
}

/** A list of procedures: JSON lines, a JSON array, or CSV with the names of the columns in the first line. */
export const readList = (file: string): List => {
  const text = file.replace(/^\uFEFF/, '')
  const start = text.trimStart().charAt(0)
  if (start === '{') return once(together(text.split('\n').map((line, i) => readLine(line, i + 1))))
  return once(start === '[' ? readArray(text) : readTable(text))
}
