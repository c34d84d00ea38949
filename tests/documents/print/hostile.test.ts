import { strToU8, unzipSync, zipSync } from 'fflate'
import { array, assert, asyncProperty, constantFrom, letrec, oneof, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasPoppler, pagesIn, paragraph, print, run, sourceOf, structureIn, wordFile } from './word-file.ts'

const NAMES = ['w:p', 'w:r', 'w:t', 'w:tbl', 'w:tr', 'w:tc', 'w:tblGrid', 'w:gridCol', 'w:pPr', 'w:rPr', 'w:tcPr', 'w:tblPr', 'w:gridSpan', 'w:vMerge', 'w:tab', 'w:tabs', 'w:br', 'w:sz', 'w:ind', 'w:spacing', 'w:jc', 'w:sectPr', 'w:pgSz', 'w:pgMar', 'w:numPr', 'w:numId', 'w:pict', 'v:rect', 'w:sdt', 'w:sdtContent', 'w:sym', 'w:footnoteReference', 'w:unknown']
const ATTRIBUTES = ['w:val', 'w:w', 'w:h', 'w:left', 'w:hanging', 'w:line', 'w:lineRule', 'w:type', 'w:pos', 'w:top', 'w:bottom', 'w:char', 'w:font', 'style']
const VALUES = ['0', '-1', '1e9', '99999999', 'NaN', '', 'exact', 'page', 'both', 'center', 'pct', 'Wingdings', 'F0FE', '720', 'width:1e9pt;height:-3pt', 'clear']

const write = (name: string, attributes: readonly (readonly [string, string])[], content: string): string =>
  `<${name} ${[...new Map(attributes)].map(([key, value]) => `${key}="${value}"`).join(' ')}>${content}</${name}>`

const attributes = array(tuple(constantFrom(...ATTRIBUTES), constantFrom(...VALUES)), { maxLength: 3 })
const { element } = letrec<{ element: string }>((tie) => ({
  element: oneof({ maxDepth: 6, depthSize: 'medium' },
    tuple(constantFrom(...NAMES), attributes, constantFrom('', 'chữ ', 'a....b')).map(([name, given, text]) => write(name, given, name === 'w:t' ? text : '')),
    tuple(constantFrom(...NAMES), attributes, array(tie('element'), { maxLength: 5 })).map(([name, given, inside]) => write(name, given, inside.join(''))),
    array(tie('element'), { minLength: 1, maxLength: 3 }).map((inside) => `<w:tbl><w:tr>${inside.map((one) => `<w:tc>${one}<w:p><w:r>${one}</w:r></w:p></w:tc>`).join('')}</w:tr></w:tbl>`)),
}))

describe('documents that nobody should write', () => {
  it('are printed, whatever stands in them', async () => {
    await assert(asyncProperty(array(element, { maxLength: 6 }), async (elements) => {
      expect(sourceOf(await print(wordFile(elements.join('')))).trimEnd().endsWith('%%EOF')).toBe(true)
    }), { numRuns: 200 })
  }, 60_000)
  it('break a megabyte without a space in time', async () => {
    expect(pagesIn(await print(wordFile(paragraph(run('đ'.repeat(300_000))))))).toBeGreaterThan(50)
    expect(pagesIn(await print(wordFile(paragraph(run('漢'.repeat(40_000))))))).toBeGreaterThan(5)
  }, 30_000)
  it('go on where the head of a table fills a page', async () => {
    const tall = `<w:tr><w:trPr><w:tblHeader/><w:trHeight w:val="20000"/></w:trPr><w:tc>${paragraph(run('Đầu'))}</w:tc></w:tr>`
    const rows = `<w:tr><w:tc>${paragraph(run('Thân'))}</w:tc></w:tr>`.repeat(5)
    expect(pagesIn(await print(wordFile(`<w:tbl><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>${tall}${rows}</w:tbl>`)))).toBeLessThan(20)
  })
  it.skipIf(!hasPoppler)('read a document whose elements have another prefix', async () => {
    const body = paragraph(run('khác tiền tố')).replaceAll('w:', 'n0:')
    const docx = wordFile('')
    const source = `<n0:document xmlns:n0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><n0:body>${body}</n0:body></n0:document>`
    expect(structureIn(await print(zipSync({ ...unzipSync(docx), 'word/document.xml': strToU8(source) })))).toContain('khác tiền tố')
  })
})
