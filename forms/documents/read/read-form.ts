import type { Hole, NotAsked, Range, Repeat, WordForm } from '../hole.ts'
import { openPackage } from '../package/open-package.ts'
import { draftHoles } from './draft-holes.ts'
import type { Draft } from './drafts.ts'
import { finishHole } from './finish-hole.ts'
import { findOfficeHoles } from './find-office-holes.ts'
import { findNotes, FOOTNOTE } from './find-notes.ts'
import { findTitle, type Title } from './find-title.ts'
import { findUnasked, type Why } from './find-unasked.ts'
import type { Item } from './items.ts'
import { layOut } from './lay-out.ts'
import { dropGlosses } from './drop-glosses.ts'
import { readDrawnCells } from './drawn-cells.ts'
import { readPaper } from './read-paper.ts'
import { spreadBoxes } from './spread-boxes.ts'
import { plainWords } from './words.ts'

/** Lines that follow each other for one reason are told as one. */
const tellUnasked = (items: readonly Item[], unasked: readonly (Why | undefined)[]): readonly NotAsked[] => {
  const told: { text: string; why: Why }[] = []
  let before: Why | undefined
  items.forEach((item, at) => {
    const why = unasked[at]
    const text = item.item === 'line' ? plainWords(item.text) : ''
    if (item.item === 'grid') told.push(...item.unasked.map((heading) => ({ text: heading, why: /ký/iu.test(heading) ? 'signature' as const : 'instruction' as const })))
    if (text === '') return
    const last = told.at(-1)
    if (why !== undefined && why === before && last && why !== 'placeAndDate') last.text += ` ${text}`
    else if (why !== undefined) told.push({ text, why })
    before = why
  })
  return told
}

/** From where a row's first hole stands to where its last does. */
const rangeOfRow = (drafts: readonly Draft[], row: number): readonly Range[] => {
  const ranges = drafts.flatMap(({ rows }) => (rows[row] ?? []).map(({ paragraph }) => paragraph.range))
  const [first] = ranges
  return first ? [{ part: first.part, start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) }] : []
}

/** The printed rows of each repeating group: rows of its table, or lines of its list. */
const repeatsOf = (items: readonly Item[], drafts: readonly Draft[]): readonly Repeat[] => {
  const names = [...new Set(drafts.flatMap(({ repeat }) => (repeat === null ? [] : [repeat])))]
  return names.map((name) => {
    const own = drafts.filter(({ repeat }) => repeat === name)
    const lines = (own[0]?.rows ?? []).flatMap((_, row) => rangeOfRow(own, row))
    const start = own[0]?.rows[0]?.[0]?.paragraph.range
    const grid = items.find((item) => item.item === 'grid' && start !== undefined && item.rows.some((row) => row.part === start.part && row.start <= start.start && start.end <= row.end))
    return { name, rows: grid?.item === 'grid' ? grid.rows : lines }
  })
}

const finishAll = (drafts: readonly Draft[]): readonly Hole[] => {
  const holes: Hole[] = []
  for (const draft of drafts) holes.push(finishHole(draft, holes.length + 1, holes.at(-1)))
  return holes
}

const isOfTitle = ({ from, at }: Title, n: number): boolean => from !== -1 && n >= from && n <= at

/** 'ĐƠN ĐĂNG KÝ HẠN NGẠCH NĂM …' */
const asks = (item: Item | undefined): boolean => item?.item === 'line' && item.slots.length > 0

/**
 * A .docx -> everything a person fills by hand in it, with labels, kinds, parts and the place of each hole in the XML.
 * A document without holes gives none. Throws PackageError where the bytes are no Word document that may be opened.
 */
export const readForm = (docx: Uint8Array): WordForm => {
  const paper = readPaper(openPackage(docx))
  const items = [...dropGlosses(readDrawnCells(spreadBoxes(layOut(paper.blocks)))), ...[...paper.footnotes].flatMap(([n, blocks]) => layOut(blocks, { path: `${FOOTNOTE}${n}`, where: `note ${n}`, boxed: false }))]
  const title = findTitle(items)
  const notes = findNotes(items, paper, title.at)
  const unasked = findUnasked(items, title, notes)
  const { drafts, notUnderstood } = draftHoles(items, unasked.map((why, at) => (isOfTitle(title, at) && !(why === undefined && asks(items[at])) ? 'title' : why)), notes)
  const holes = finishAll(drafts)
  return {
    title: title.title, holes, office: findOfficeHoles(items, unasked, holes.length + 1), repeats: repeatsOf(items, drafts), notAsked: tellUnasked(items, unasked), notUnderstood,
  }
}
