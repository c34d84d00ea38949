import { describe, expect, it } from 'vitest'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Mark } from '../../../forms/documents/hole.ts'
import { documentText, type Block } from '../../../forms/documents/report/document-text.ts'
import { reportHtml } from '../../../forms/documents/report/report-html.ts'
import { reportJson } from '../../../forms/documents/report/report-json.ts'
import { context } from '../../forms/engine/world.ts'
import { goldForms, hole, wordForm } from '../draft/gold-forms.ts'

const PART = 'word/document.xml'
const body = (inside: string): string => `<w:document><w:body>${inside}</w:body></w:document>`
const p = (inside: string): string => `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${inside}</w:p>`
const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
/** The range of the first occurrence of a stretch of XML. */
const range = (xml: string, stretch: string) => { const start = xml.indexOf(stretch); return { part: PART, start, end: start + stretch.length } }
const marked = (n: number, ...marks: Mark[]) => hole(n, 'x', 'text', { places: [{ role: 'whole', marks }] })
const flat = (blocks: readonly Block[]): string => blocks.map((block) => (block.block === 'paragraph'
  ? block.pieces.map(({ text, hole: n }) => (n === undefined ? text : `[${n}:${text}]`)).join('') : `{${block.rows.map((cells) => cells.map(flat).join('|')).join('/')}}`)).join('¶')

describe('the text of a document', () => {
  it('shows dotted runs where they stand, in the middle of a run too', () => {
    const xml = body(p(t('Tên &amp; họ: ……. Dân tộc: ___')))
    expect(flat(documentText(PART, xml, [marked(1, { form: 'leader', ranges: [range(xml, '…….')] }), marked(2, { form: 'leader', ranges: [range(xml, '___')] })]))).toBe('Tên & họ: [1:…….] Dân tộc: [2:___]')
  })
  it('shows tabs, boxes and blank space, each once', () => {
    const xml = body(p(`${t('Số')}<w:r><w:tab/></w:r>`) + p(`<w:r><w:sym w:char="F0A8"/></w:r>${t(' Có')}`) + p(t('Ký tên')))
    const gap = xml.lastIndexOf('</w:p>')
    const holes = [marked(1, { form: 'tab', range: range(xml, '<w:tab/>') }), marked(2, { form: 'box', range: range(xml, '<w:sym w:char="F0A8"/>') }), marked(3, { form: 'gap', range: { part: PART, start: gap, end: gap } })]
    expect(flat(documentText(PART, xml, holes))).toBe('Số[1:……]¶[2:☐] Có¶Ký tên[3:……]')
  })
  it('keeps tables, and holes in their cells; says a text box once', () => {
    const cell = (inside: string): string => `<w:tc>${p(inside)}</w:tc>`
    const xml = body(`<w:tbl><w:tr>${cell(t('TT'))}${cell(t('Họ tên'))}</w:tr><w:tr>${cell('')}${cell('<w:r/>')}</w:tr></w:tbl><mc:AlternateContent><mc:Choice>${p(t('hộp'))}</mc:Choice><mc:Fallback>${p(t('hộp'))}</mc:Fallback></mc:AlternateContent>`)
    const gap = xml.indexOf('</w:p></w:tc></w:tr></w:tbl>')
    expect(flat(documentText(PART, xml, [marked(1, { form: 'gap', range: { part: PART, start: gap, end: gap } })]))).toBe('{TT|Họ tên/|[1:……]}¶hộp')
  })
  it('passes over holes of other parts and over XML that is cut short', () => {
    expect(flat(documentText('word/footnotes.xml', body(p(t('A'))), [marked(1, { form: 'tab', range: { part: PART, start: 0, end: 3 } })]))).toBe('A')
    expect(documentText(PART, '<w:p><w:r><w:t>A', [])).toEqual([])
  })
})

const evil = '<script>alert(1)</script>'
const xml = body(p(`${t('&lt;script&gt;')}${t('……')}`))
const form = { ...wordForm([marked(1, { form: 'leader', ranges: [range(xml, '……')] }), hole(2, evil, 'file', { reason: evil, confidence: 0.4 })], evil), notUnderstood: [{ text: evil, where: 'table 1' }] }
const draft = draftProcedure(form, { context })

describe('the report of an import', () => {
  const page = reportHtml(form, draft, documentText(PART, xml, form.holes), 'vi')
  it('escapes everything that comes from the form, and has no script', () => { expect(page).not.toContain('<script') })
  it('links holes and questions both ways, and only to places that are there', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toContain('hole-1')
    expect(targets).toContain('field-1')
    expect(targets.filter((id) => !ids.has(id ?? ''))).toEqual([])
    expect(new Set(ids).size).toBe([...page.matchAll(/ id="/g)].length)
  })
  it('says what was not understood, with its place, and what stays empty, with the reason', () => {
    expect(page).toContain('table 1')
    expect(page).toContain('nộp thành tệp')
  })
  it('is told in English where that is asked for', () => { expect(reportHtml(form, draft, [], 'en')).toMatch(/<html lang="en">[\s\S]*Drafted form/) })
  it.each(goldForms())('has every question of $name', ({ form: real }) => {
    const drafted = draftProcedure(real, { context })
    const whole = reportHtml(real, drafted, [], 'vi')
    expect(real.holes.filter(({ n }) => !whole.includes(`id="field-${n}"`))).toEqual([])
  })
})

describe('the report as JSON', () => {
  it('has what design.md §6 promises', () => {
    const report = reportJson(form, draft)
    expect(report.holes[0]).toEqual({ n: 1, section: '', label: 'x', kind: 'text', optional: false, repeat: null, note: null, answer: expect.stringMatching(/^\//), confidence: 0.9, reason: 'label' })
    expect(report.holes[1]).toMatchObject({ answer: null, none: expect.any(String) })
    expect(Object.keys(report)).toEqual(['title', 'holes', 'notAsked', 'notUnderstood', 'proposals'])
  })
})
