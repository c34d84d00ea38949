import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { hasPoppler, pagesIn, paragraph, print, run, sourceOf, structureIn, textIn, wordFile } from './word-file.ts'

const PROCEDURES = join(import.meta.dirname, '../../../forms/procedures')
const FORMS = readdirSync(PROCEDURES).map((code) => join(PROCEDURES, code, 'form.docx')).filter((file) => { try { return readFileSync(file).length > 0 } catch { return false } })

const utf16 = (text: string): string => String.fromCharCode(0xfe, 0xff) + Array.from(text, (letter) => String.fromCharCode(letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255)).join('')

/** Words of a form, letters alone: a line may end after a hyphen. */
const wordsOf = (xml: string): readonly string[] =>
  xml.split('</w:p>').flatMap((part) => Array.from(part.matchAll(/<w:t[^>]*>([^<]*)/g), ([, text = '']) => text).join('').match(/\p{L}+/gu) ?? [])

describe('the printed file', () => {
  it('is a tagged PDF 1.7 with title, language and PDF/UA', async () => {
    const pdf = sourceOf(await print(wordFile(paragraph(run('Họ và tên'))), 'Tờ khai'))
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain('/Lang (vi)')
    expect(pdf).toContain(`(${utf16('Tờ khai')})`)
    for (const fact of ['/DisplayDocTitle true', '/Marked true', '/StructTreeRoot', '<pdfuaid:part>1</pdfuaid:part>', '/S /Document', '/S /P']) expect(pdf).toContain(fact)
  })
  it('writes a title with any signs, for readers and as XML', async () => {
    const pdf = sourceOf(await print(wordFile(''), 'Đơn <A & B>'))
    expect(pdf).toContain(`(${utf16('Đơn <A & B>')})`)
    expect(Buffer.from(pdf, 'latin1').toString()).toContain('>Đơn &lt;A &amp; B&gt;<')
  })
  it('is the same to the byte each time', async () => {
    const [first] = FORMS
    const docx = readFileSync(first ?? '')
    expect(Buffer.compare(await print(docx), await print(docx))).toBe(0)
  })
  it('says in both languages that a file is no Word document', async () => {
    await expect(print(new TextEncoder().encode('%PDF'))).rejects.toMatchObject({ text: { vi: expect.stringContaining('.docx'), en: expect.stringContaining('.docx') } })
  })
  it('prints an empty document as one empty page', async () => expect(pagesIn(await print(wordFile('')))).toBe(1))
})

describe.skipIf(!hasPoppler)('the text of the printed file (pdftotext)', () => {
  it.each(FORMS)('has all words of %s', async (file) => {
    const docx = readFileSync(file)
    const text = textIn(await print(docx))
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    const words = wordsOf(openPackage(docx).text('word/document.xml'))
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })
  it('shows inserted text, hides deleted and hidden text, and passes unknown elements over', async () => {
    const body = paragraph(`<w:ins>${run('thêm vào')}</w:ins><w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>${run('ẩn', '<w:vanish/>')}<w:unheard><w:of/></w:unheard>${run('thường', '<w:caps/>')}`) + '<w:alien/>'
    const text = textIn(await print(wordFile(body)))
    expect(text).toContain('thêm vào')
    expect(text).toContain('THƯỜNG')
    expect(text).not.toMatch(/bỏ đi|ẩn/)
  })
  it('prints footnotes at the end, with their numbers', async () => {
    const reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    const note = `<w:footnote w:id="7">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' Ghi theo giấy khai sinh.')}`)}</w:footnote>`
    const text = textIn(await print(wordFile(paragraph(run('Họ tên') + reference) + paragraph(run('Cuối trang')), { footnotes: note })))
    expect(text.indexOf('Ghi theo giấy khai sinh')).toBeGreaterThan(text.indexOf('Cuối trang'))
    expect(text).toMatch(/1\s*Ghi theo/)
  })
  it('composes decomposed letters, and numbers lists', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = (text: string): string => paragraph(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const text = textIn(await print(wordFile(item('việc một'.normalize('NFD')) + item('việc hai'), { numbering })))
    expect(text).toMatch(/a\)\s+việc một/)
    expect(text).toMatch(/b\)\s+việc hai/)
  })
})

const TABLE = (rows: string): string => `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows}</w:tbl>`
const cell = (content: string, tcPr = ''): string => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${paragraph(content)}</w:tc>`

describe.skipIf(!hasPoppler)('what a screen reader is told (pdfinfo -struct-text)', () => {
  it('names the form, and not the state, as heading', async () => {
    const title = (text: string): string => paragraph(run(text, '<w:b/><w:sz w:val="26"/>'), '<w:jc w:val="center"/>')
    const tree = structureIn(await print(wordFile(title('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + title('TỜ KHAI ĐĂNG KÝ KHAI SINH') + paragraph(run('Kính gửi:')))))
    expect(tree).toMatch(/H1[^\n]*\n\s*"TỜ KHAI ĐĂNG KÝ KHAI SINH"/)
    expect(tree.match(/H1/g)).toHaveLength(1)
  })
  it('reads a drawn box before the words that stand behind it', async () => {
    const box = '<w:r><w:pict><v:rect style="position:absolute;margin-left:0;margin-top:1pt;width:18pt;height:17pt"/></w:pict></w:r>'
    const tree = structureIn(await print(wordFile(paragraph(run('Cá nhân') + box, '<w:ind w:left="800"/>'))))
    expect(tree).toMatch(/P \(block\)\s+Span[^P]*"Cá nhân"/)
  })
  it('passes typed and drawn leaders over', async () => {
    const tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    const tree = structureIn(await print(wordFile(paragraph(run('Nơi sinh: ..............') + '<w:r><w:tab/></w:r>' + run('(1)'), tabs))))
    expect(tree).toContain('Nơi sinh:')
    expect(tree).toContain('(1)')
    expect(tree).not.toContain('...')
  })
  it('parts words where only a tab, dots or the end of a line part them', async () => {
    const tree = structureIn(await print(wordFile(paragraph(run('ngày....tháng....năm') + '<w:r><w:tab/></w:r>' + run('ký')) + paragraph(run('một') + '<w:r><w:br/></w:r>' + run('hai ba '.repeat(60))))))
    expect(tree).toMatch(/ngày +tháng +năm +ký/)
    expect(tree).toContain(`một ${'hai ba '.repeat(60).trim()}`)
  })
  it('tells head cells from others, and how far they reach', async () => {
    const rows = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(run('Họ tên'))}${cell(run('Năm sinh'))}</w:tr><w:tr>${cell(run('An'), '<w:gridSpan w:val="2"/>')}</w:tr>`
    const pdf = await print(wordFile(TABLE(rows)))
    expect(structureIn(pdf).match(/\bTH\b/g)).toHaveLength(2)
    expect(sourceOf(pdf)).toMatch(/\/ColSpan 2/)
    expect(sourceOf(pdf)).toMatch(/\/Scope \/Column/)
  })
  it('takes a table without lines for text side by side', async () => {
    const rows = `<w:tr>${cell(run('UBND xã'))}${cell(run('Số:'))}</w:tr>`
    const tree = structureIn(await print(wordFile(TABLE(rows).replace(/<w:tblBorders>.*<\/w:tblBorders>/, ''))))
    expect(tree).toContain('UBND xã')
    expect(tree).not.toMatch(/Table/)
  })
})

describe('boxes and letters that the font lacks', () => {
  it('says whether a box is ticked', async () => {
    const pdf = sourceOf(await print(wordFile(paragraph(run('☐ Nam ☒ Nữ') + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))))
    const count = (words: string): number => pdf.split(`/ActualText (${utf16(words)})`).length - 1
    expect(count('đã chọn')).toBe(2)
    expect(count('chưa chọn')).toBe(1)
  })
  it('reads a box of an old form field and a picture as small as one', async () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    const picture = '<w:r><w:pict><v:shape style="width:13.85pt;height:14.95pt"><v:imagedata/></v:shape></w:pict></w:r>'
    const pdf = sourceOf(await print(wordFile(paragraph(field + picture))))
    expect(pdf).toContain(utf16('đã chọn'))
    expect(pdf).toContain(utf16('chưa chọn'))
  })
  it('reads a cross in a drawn box', async () => {
    const box = (inside: string): string => `<w:r><w:pict><v:rect style="position:absolute;margin-left:10pt;margin-top:1pt;width:18pt;height:17pt">${inside}</v:rect></w:pict></w:r>`
    const crossed = `<v:textbox><w:txbxContent>${paragraph(run('X'))}</w:txbxContent></v:textbox>`
    const pdf = sourceOf(await print(wordFile(paragraph(box('') + run('Nam')) + paragraph(box(crossed) + run('Nữ')))))
    expect(pdf.split(`/ActualText (${utf16('đã chọn')})`)).toHaveLength(2)
    expect(pdf.split(`/ActualText (${utf16('chưa chọn')})`)).toHaveLength(2)
  })
  it('keeps the letter behind the sign for a missing one', async () => {
    expect(sourceOf(await print(wordFile(paragraph(run('Lý 漢')))))).toContain(`/ActualText (${utf16('漢')})`)
  })
})
