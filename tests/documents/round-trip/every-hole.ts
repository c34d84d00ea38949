import { at, at1, field, leader, make, mark, partText, place, whole, type Made } from '../fill/hand-form.ts'
import { makeDocx, para, run, table } from '../make-docx.ts'

const DOTS = '..............................'
const DOCUMENT = 'word/document.xml'

const point = (docx: Uint8Array, needle: string, nth: number, from: number) => { const range = at(docx, needle, nth); return { ...range, start: range.end - from, end: range.end - from } }

/** One form with a hole of every form: leader, tab, lines, cell, boxes, date, rows, placeholder. */
export const everyHole = (): Made => {
  const tabs = '<w:tabs><w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs>'
  const docx = makeDocx([
    para(`Họ tên:${DOTS}`), para(`${run('Nơi ở:')}<w:r><w:tab/></w:r>`, tabs), para('Lý do: ____________________________'), para('============================'),
    table([['Ghi chú', '<w:p/>']]), para('Có ☐ Không ☐'), para('ngày ..... tháng ....., năm .......'), table([['TT', 'Tên con'], ['', '<w:p w14:paraId="00000001"/>'], ['', '<w:p w14:paraId="00000002"/>']]), para('Kính gửi {co_quan}!'),
  ].join(''))
  const dots = (words: string) => { const range = at(docx, words); return { ...range, start: range.start + words.indexOf('.') } }
  const tab = at(docx, '<w:r><w:tab/>')
  const rows = [1, 2].map((nth) => { const start = at(docx, '<w:tr>', nth + 1).start; return { part: DOCUMENT, start, end: partText(docx).indexOf('</w:tr>', start) + 7 } })
  return make(docx, [
    at1(1, 'Họ tên', [whole(leader(at(docx, DOTS)))]), at1(2, 'Nơi ở', [whole(mark('tab', { ...tab, start: tab.start + 5 }))]),
    at1(3, 'Lý do', [place('line', leader(at(docx, '____________________________'))), place('line', leader(at(docx, '============================')))]),
    at1(4, 'Ghi chú', [whole(mark('gap', point(docx, '<w:p/>', 0, 2)))]),
    at1(5, 'Bản sao', [place('option', mark('box', at(docx, '☐')), { option: 'Có' }), place('option', mark('box', at(docx, '☐', 1)), { option: 'Không' })], { kind: 'yesNo' }),
    at1(6, 'ngày', [place('day', leader(dots('ngày .....'))), place('month', leader(dots('tháng .....'))), place('year', leader(dots('năm .......')))], { kind: 'date' }),
    at1(7, 'Tên con', rows.map((_, row) => place('whole', mark('gap', point(docx, `w14:paraId="0000000${row + 1}"/>`, 0, 2)), { row })), { repeat: 'Con' }),
    at1(8, 'Kính gửi', [whole(leader(at(docx, '{co_quan}')))]),
  ], [...['a', 'b', 'c', 'd'].map((name) => ({ field: field(`/s/${name}`) })), { field: field('/s/e', 'yes-no') }, { field: field('/s/f', 'partial-date') }, { field: field('/s/rows/*/name') }, { field: field('/s/h') }], [{ name: 'Con', rows }])
}
