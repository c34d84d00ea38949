import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hasPoppler, paragraph, print, run, structureIn, textIn, wordFile } from './word-file.ts'

const NUMBER = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="header" Target="hdr.xml"/></Relationships>'
const SECTION = '<w:sectPr xmlns:r="r"><w:headerReference w:type="default" r:id="rId1"/><w:titlePg/></w:sectPr>'

const numbered = (pages: number): Uint8Array => {
  const body = Array.from({ length: pages }, (_, page) => paragraph(run(`Nội dung ${'abc'.charAt(page)}`), page === 0 ? '' : '<w:pageBreakBefore/>')).join('')
  const docx = wordFile(body + SECTION, { hdr: paragraph(run('Trang ') + NUMBER) })
  return zipSync({ ...unzipSync(docx), 'word/_rels/document.xml.rels': strToU8(RELATIONS) })
}

describe.skipIf(!hasPoppler)('headers', () => {
  it('number the pages from the second on, and not as whoever saved the file saw it', async () => {
    const pages = textIn(await print(numbered(3))).split('\f')
    expect(pages[0]).not.toContain('Trang')
    expect(pages[1]).toContain('Trang 2')
    expect(pages[2]).toContain('Trang 3')
    expect(pages.join('')).not.toContain('9')
  })
  it('are not read out', async () => expect(structureIn(await print(numbered(2)))).not.toContain('Trang'))
})
