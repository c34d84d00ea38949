import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFonts } from '../../../forms/documents/print/font/fonts.ts'
import { atomsOf } from '../../../forms/documents/print/layout/atoms.ts'
import { breakLines, type Line } from '../../../forms/documents/print/layout/break-lines.ts'
import { layDocument, type LaidDocument } from '../../../forms/documents/print/layout/lay-document.ts'
import { PLAIN_PARAGRAPH, PLAIN_RUN, type ParagraphFormat } from '../../../forms/documents/print/read/formats.ts'
import { openParts } from '../../../forms/documents/print/read/open-parts.ts'
import { readPrintedText } from '../../../forms/documents/print/read/read-blocks.ts'
import { FONTS, pagesIn, paragraph, print, run, wordFile } from './word-file.ts'

const fonts = readFonts(FONTS)
const WIDTH = 200

const linesOf = (text: string, format: Partial<ParagraphFormat> = {}): readonly Line[] =>
  breakLines(atomsOf(text.split(/(\t)/).map((piece) => (piece === '\t' ? { kind: 'tab', format: PLAIN_RUN } : { kind: 'text', text: piece, format: PLAIN_RUN })), fonts), { format: { ...PLAIN_PARAGRAPH, ...format }, fonts, width: WIDTH, tabEvery: 36 })

const written = (lines: readonly Line[]): string => lines.map(({ placed }) => placed.map(({ atom }) => atom.text).join('')).join('')
const endOf = ({ placed }: Line): number => Math.max(0, ...placed.filter(({ atom }) => atom.kind !== 'space').map(({ x, width }) => x + width))

const lay = (docx: Uint8Array): LaidDocument => layDocument(readPrintedText(openParts(docx)), fonts)
const textsOn = ({ pages }: LaidDocument): readonly (readonly string[])[] => pages.map(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text.trim()] : [])))

describe('lines', () => {
  it('lose no letter and stay within the margins, whatever is written', () => {
    assert(property(string({ unit: constantFrom('ế', 'a', ' ', ' ', '-', '.', '…', '_', 'W', '(', '漢'), maxLength: 300 }), (text) => {
      const lines = linesOf(text)
      const kept = written(lines).replaceAll('□', '漢')
      // Dots at the very end may be left out: the leader is as long as its line.
      expect(text.startsWith(kept) && /^[._… ]*$/.test(text.slice(kept.length))).toBe(true)
      for (const line of lines) expect(endOf(line)).toBeLessThan(WIDTH + 0.5)
    }))
  })
  it('break a word that is longer than a line', () => {
    const lines = linesOf('ngườiyêucầu'.repeat(30))
    expect(lines.length).toBeGreaterThan(3)
    expect(endOf(lines[0] ?? { placed: [], left: 0, limit: 0, ends: 'end' })).toBeGreaterThan(WIDTH - 12)
  })
  it('begin a line for such a word before they break it, as Word does', () => {
    const [first, second] = linesOf(`Thư điện tử: ${'nguyen.phuc.'.repeat(12)}vn`).map(({ placed }) => placed.map(({ atom }) => atom.text).join(''))
    expect(first?.trim()).toBe('Thư điện tử:')
    expect(second).toMatch(/^nguyen\.phuc/)
  })
  it('set text behind a right stop up to it, with its leader before', () => {
    const [line] = linesOf('Nơi sinh\t(1)', { tabs: [{ at: 180, align: 'right', leader: 'dot' }] })
    expect(endOf(line ?? { placed: [], left: 0, limit: 0, ends: 'end' })).toBeCloseTo(180, 1)
    expect(line?.placed.find(({ atom }) => atom.kind === 'tab')?.leader).toBe('dot')
  })
  it('do not begin a line for a tab too many', () => expect(linesOf('\t\t', { tabs: [{ at: WIDTH, align: 'left', leader: 'dot' }] })).toHaveLength(1))
  it('hang out from a hanging indent', () => {
    const [line] = linesOf('a)\tviệc', { left: 30, first: -30 })
    expect(line?.placed.find(({ atom }) => atom.text === 'việc')?.x).toBeCloseTo(30, 1)
  })
})

const section = (pgSz: string): string => `<w:pgSz ${pgSz}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>`
const row = (text: string, trPr = ''): string => `<w:tr><w:trPr>${trPr}</w:trPr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`
const table = (rows: string): string => `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>${rows}</w:tbl>`
const numbered = (count: number, make: (text: string) => string): string => Array.from({ length: count }, (_, index) => make(`dòng ${index}`)).join('')

describe('pages', () => {
  it('turn for a break and for a landscape section', () => {
    const body = paragraph(run('một') + '<w:r><w:br w:type="page"/></w:r>' + run('hai')) + paragraph('', `<w:sectPr>${section('w:w="11906" w:h="16838"')}</w:sectPr>`) + paragraph(run('ba')) + `<w:sectPr>${section('w:w="16838" w:h="11906" w:orient="landscape"')}</w:sectPr>`
    const laid = lay(wordFile(body))
    expect(textsOn(laid)).toEqual([['một'], ['hai'], ['ba']])
    expect(laid.pages.map(({ shape }) => shape.width > shape.height)).toEqual([false, false, true])
  })
  it('repeat the head of a table, between rows', () => {
    const pages = textsOn(lay(wordFile(table(row('Đầu bảng', '<w:tblHeader/>') + numbered(150, (text) => row(text))))))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.slice(0, -1)) expect(page[0]).toBe('Đầu bảng')
    expect(pages.flat().filter((text) => text.startsWith('dòng'))).toHaveLength(150)
  })
  it('divide a row that is longer than a page', () => {
    const long = `<w:tr><w:tc>${numbered(120, (text) => paragraph(run(text)))}</w:tc></w:tr>`
    const pages = textsOn(lay(wordFile(table(long))))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.flat()).toHaveLength(120)
  })
  it('begin a long row under its heading, and need no new page for both', () => {
    const long = `<w:tr><w:tc>${numbered(30, (text) => paragraph(run(text)))}</w:tc></w:tr>`
    const pages = textsOn(lay(wordFile(numbered(30, (text) => paragraph(run(`trên ${text}`))) + table(row('Đầu bảng', '<w:tblHeader/>') + long))))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toEqual(expect.arrayContaining(['Đầu bảng', 'dòng 0']))
    expect(pages.flat().filter((text) => text.startsWith('dòng'))).toHaveLength(30)
  })
  it('let a row of fixed height grow where lines of it would lie over the next, and not for less', () => {
    const rowAt = (lines: number, twips: number): number => {
      const fixed = `<w:tr><w:trPr><w:trHeight w:val="${twips}" w:hRule="exact"/></w:trPr><w:tc>${numbered(lines, (text) => paragraph(run(text)))}</w:tc></w:tr>`
      const [page] = lay(wordFile(table(fixed + row('cuối')))).pages
      const last = page?.items.find((item) => item.kind === 'text' && item.text.trim() === 'cuối')
      const first = page?.items.find((item) => item.kind === 'text' && item.text.trim() === 'dòng 0')
      return (last && 'y' in last ? last.y : 0) - (first && 'y' in first ? first.y : 0)
    }
    expect(rowAt(1, 400)).toBeCloseTo(20, 0)
    // A little too low for its one line is still as printed.
    expect(rowAt(1, 160)).toBeCloseTo(8, 0)
    expect(rowAt(4, 400)).toBeGreaterThan(40)
  })
  it('keep a line of a paragraph from standing alone', () => {
    const pages = textsOn(lay(wordFile(numbered(60, (text) => paragraph(run(text))) + paragraph(run('chữ '.repeat(80))))))
    for (const page of pages) expect(page.filter((text) => text.startsWith('chữ')).length).not.toBe(1)
  })
  it('set merged cells over the rows that they reach', () => {
    const merged = (value: string, text: string): string => `<w:tc><w:tcPr><w:vMerge${value}/></w:tcPr>${paragraph(run(text))}</w:tc>`
    const rows = `<w:tr>${merged(' w:val="restart"', 'gộp')}<w:tc>${paragraph(run('trên'))}</w:tc></w:tr><w:tr>${merged('', 'thừa')}<w:tc>${paragraph(run('dưới'))}</w:tc></w:tr>`
    expect(textsOn(lay(wordFile(table(rows).replace('</w:tblGrid>', '<w:gridCol w:w="900"/></w:tblGrid>')))).flat()).toEqual(['gộp', 'trên', 'dưới'])
  })
  it('take time in proportion to their number', async () => {
    const body = (count: number): Uint8Array => wordFile(numbered(count, (text) => paragraph(run(`${text}: `) + run('Tôi cam đoan nội dung trên đây là đúng sự thật. '.repeat(12)))))
    const time = async (docx: Uint8Array): Promise<{ readonly took: number; readonly pages: number }> => {
      const began = process.cpuUsage().user
      const pages = pagesIn(await print(docx))
      return { took: process.cpuUsage().user - began, pages }
    }
    const [short, long] = [body(600), body(6000)]
    await time(short)
    const [few, many] = [await time(short), await time(long)]
    expect(many.pages).toBeGreaterThan(500)
    expect(many.took / few.took).toBeLessThan(25)
  }, 60_000)
})
