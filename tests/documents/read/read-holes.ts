import { readForm } from '../../../forms/documents/read/read-form.ts'
import type { WordForm } from '../../../forms/documents/hole.ts'
import { makeDocx, para, table } from '../make-docx.ts'

/** A form of these paragraphs, each plain text or the XML of a whole one. */
export const readLines = (...lines: readonly string[]): WordForm => readForm(makeDocx(lines.map((line) => (/^<w:(p|tbl)>/.test(line) ? line : para(line))).join('')))

/** Its holes as 'label: kind', with '[part] ' before those that belong to one. */
export const holesOf = ({ holes }: WordForm): readonly string[] => holes.map(({ label, kind, section }) => `${section === '' ? '' : `[${section}] `}${label}: ${kind}`)

/** A table whose lines are drawn. */
export const bordered = (rows: readonly (readonly string[])[]): string => table(rows).replace('<w:tblPr/>', '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>')
