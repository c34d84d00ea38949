import { strToU8, zipSync, type Zippable } from 'fflate'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"', 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"', 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"', 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"', 'xmlns:o="urn:schemas-microsoft-com:office:office"', 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ')

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type Parts = { readonly styles?: string; readonly numbering?: string; readonly footnotes?: string; readonly others?: Readonly<Record<string, Uint8Array>> }

const part = (root: string, content: string): Uint8Array => strToU8(`${HEAD}<w:${root} ${NAMESPACES}>${content}</w:${root}>`)

const typesOf = (names: readonly string[]): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${
    names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${name}+xml"/>`).join('')}</Types>`

const relations = (entries: readonly (readonly [string, string])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    entries.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A whole .docx around the XML of a body, as small as Word takes it. */
export const makeDocx = (body: string, { styles, numbering, footnotes, others = {} }: Parts = {}): Uint8Array => {
  const more = Object.entries({ styles, numbering, footnotes }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const files: Zippable = {
    '[Content_Types].xml': strToU8(typesOf(more.map(([name]) => name))),
    '_rels/.rels': strToU8(relations([['officeDocument', 'word/document.xml']])),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': strToU8(relations(more.map(([name]) => [name, `${name}.xml`]))),
    ...Object.fromEntries(more.map(([name, content]) => [`word/${name}.xml`, part(name, content)])),
    ...others,
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) })
}

/** A run of text. */
export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph: of plain text, or of runs that are given as XML. */
export const para = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : run(content)}</w:p>`

/** A table of cells, each the XML of its paragraphs or plain text. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${cell.startsWith('<') ? cell : para(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
