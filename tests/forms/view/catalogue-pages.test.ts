import { describe, expect, test } from 'vitest'
import { readCatalogueRecord } from '../../../forms/catalogue/read-record.ts'
import { buildIndex, findProcedures, renderHome, renderPosting, renderStatisticsPage, type CatalogueItem, type Filters, type Lang, type ProcedureRecord } from '../../../forms/index.ts'
import { catalogue, viewContext } from './page-props.ts'

const record = (code: string, told: Readonly<Record<string, string>> = {}): ProcedureRecord => {
  const read = readCatalogueRecord({ ma_thu_tuc: code, ten_thu_tuc: `Cấp giấy phép số ${code}`, cap_thuc_hien: 'Cấp bộ, Cấp xã', linh_vuc: `Lĩnh vực ${Number(code.slice(2)) % 30}`, co_quan_thuc_hien: `Cơ quan ${Number(code.slice(2)) % 40}`, ...told }, 'danh-muc.csv').record
  if (!read) throw new Error('unread')
  return read
}
const item = (code: string): CatalogueItem => { const { agency, ...rest } = record(code); return { ...rest, agency: agency.title, online: false } }
const codeOf = (n: number): string => `8.${String(n).padStart(6, '0')}`
const index = buildIndex([...catalogue(), ...Array.from({ length: 2640 }, (_none, n) => item(codeOf(n)))])
const home = (asked: { readonly query?: string; readonly filters?: Filters; readonly page?: number; readonly all?: keyof Filters }, lang: Lang = 'vi'): string => {
  const [query, filters] = [asked.query ?? '', asked.filters ?? {}]
  return renderHome(viewContext(lang), { ...findProcedures(index, { query, filters }), ...asked, query, filters }).html
}
const entriesOf = (html: string): readonly string[] => [...html.matchAll(/<li class="entry"><h3><a href="[^"]*\/thu-tuc\/([^"]+)"/g)].map((match) => match[1] ?? '')
const linkOf = (html: string, text: string): string => new RegExp(`<a[^>]* href="([^"]+)"[^>]*>${text}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('home with thousands of procedures', () => {
  test('shows what can be done now, and the way to the rest, not the rest', () => {
    const html = home({})
    expect(entriesOf(html)).toHaveLength(3)
    expect(linkOf(html, 'Xem cả 2.642 thủ tục')).toBe('/?muc-do=muc-2')
  })
  test('is twenty a page, each procedure on one page, with links that need no script', () => {
    const pages = Array.from({ length: 3 }, (_none, i) => home({ query: 'giấy phép', page: i + 1 }))
    expect(new Set(pages.flatMap(entriesOf)).size).toBe(60)
    expect(linkOf(pages[1] ?? '', 'Trang sau')).toBe(`/?q=${encodeURIComponent('giấy phép')}&trang=3`)
    expect(linkOf(pages[1] ?? '', 'Trang trước')).toBe(`/?q=${encodeURIComponent('giấy phép')}`)
    expect(pages[1]).toContain('<span aria-current="page">2</span>')
    expect(pages[0]).not.toContain('rel="prev"')
  })
  test('a page past the end is the last', () => {
    const html = home({ filters: { field: 'linh-vuc-1' }, page: 999 })
    expect(entriesOf(html)).toHaveLength(8)
    expect(html).toContain('<span aria-current="page">5</span>')
  })
  test('names the largest choices of a filter and the chosen one, and leads to all of them', () => {
    const html = home({ filters: { field: 'linh-vuc-29' } })
    const facet = /id="by-field">[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect(facet.match(/<li>/g)).toHaveLength(9)
    expect(facet).toMatch(/aria-current="true"><span>Lĩnh vực 29/)
    const all = home({ filters: { field: 'linh-vuc-29' }, all: 'field' })
    expect(linkOf(facet, 'Xem cả')).toBe('/?linh-vuc=linh-vuc-29&tat-ca=linh-vuc')
    expect(all.match(/class="count"/g)?.length).toBeGreaterThan(30)
    expect(all).not.toContain('class="entry"')
  })
  test('says what it is narrowed to, with the way out', () => {
    const html = home({ query: 'giay', filters: { level: 'muc-2', field: 'linh-vuc-3' } })
    expect(html).toMatch(/chosen-filter">Mức độ 2 <a href="\/\?q=giay&amp;linh-vuc=linh-vuc-3"/)
  })
  test('tells level 2 from level 3 on every entry and in the filter', () => {
    expect(home({ filters: { level: 'muc-2' } })).toContain('<span class="tag tag--muc-2">Mức độ 2</span>')
    expect(entriesOf(home({ filters: { level: 'muc-3' } }))).toEqual(['1.001193', '1.001612', '2.000181'])
    expect(home({})).toMatch(/id="by-level">[\s\S]*?Mức độ 2<\/span> <span class="count">2\.642<[\s\S]*?Mức độ 3<\/span> <span class="count">3</)
  })
  test('marks Vietnamese on an English page as what it is', () => {
    const html = home({ query: '8.000007' }, 'en')
    expect(html).toMatch(/<h3><a href="\/en\/thu-tuc\/8\.000007"><span lang="vi">/)
    expect(html).toContain('<span lang="vi">Cơ quan 7</span>')
  })
})

const full = record('8.000001', {
  so_quyet_dinh: '12/QĐ-BTC', loai_thu_tuc: 'Loại khác', trinh_tu_thuc_hien: 'Bước 1: Nộp.\nBước 2: Nhận <b>.', dia_chi_tiep_nhan: 'Số 1 phố Thử',
  cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp5 NgàyKhông có thông tinTại quầy.Trực tuyến2Miễn phí',
  thanh_phan_ho_so: 'Khi cấp mớiTên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị.Mau 1.docx1 bản chính', can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bảnLuật Thử', ket_qua_xu_ly: 'Giấy phépMã: KQ.G12.000327Từ khóaKhông có thông tinMô tảKhông có thông tin',
})
const posting = (lang: Lang): string => renderPosting(viewContext(lang), { record: full, online: false }).html

describe('posting of a listed procedure', () => {
  test('has the parts of the national portal in its order', () => {
    expect([...posting('vi').matchAll(/<dt>([^<]+)</g)].map((match) => match[1])).toEqual(['Mã thủ tục', 'Số quyết định', 'Cấp thực hiện', 'Loại thủ tục', 'Lĩnh vực', 'Đối tượng thực hiện', 'Cơ quan có thẩm quyền', 'Địa chỉ tiếp nhận', 'Cơ quan được ủy quyền', 'Cơ quan phối hợp', 'Thủ tục liên quan', 'Mức độ trực tuyến'])
    expect([...posting('vi').matchAll(/-h">([^<]+)<\/h2>/g)].map((match) => match[1])).toEqual(['Trình tự thực hiện', 'Cách thức thực hiện', 'Thành phần hồ sơ', 'Căn cứ pháp lý', 'Cơ quan thực hiện', 'Yêu cầu, điều kiện', 'Kết quả thực hiện', 'Từ khóa', 'Mô tả'])
  })
  test('says where the list says nothing, and what it says in words where that is no number', () => {
    const html = posting('vi')
    expect(html).toMatch(/<th scope="row">Trực tiếp<\/th><td><ul class="rules">[\s\S]*?5 ngày/)
    expect(html).toMatch(/<th scope="row">Trực tuyến<\/th><td><p class="prose">2<\/p>/)
    expect(html).toMatch(/Phí, lệ phí[\s\S]*<th scope="row">Trực tiếp<\/th><td><span class="quiet">Không có thông tin/)
    expect(html).toContain('Mẫu đơn, tờ khai: <span lang="vi">Mau 1.docx</span>')
    expect(html).toContain('Đăng theo danh sách thủ tục công khai (danh-muc.csv)')
    expect(html).toContain('Nhận &lt;b&gt;.')
  })
  test('in English all that is not translated is marked as Vietnamese', () => {
    const html = posting('en').replace(/<title>[^<]*<\/title>/, '')
    const unmarked = html.replace(/<span lang="vi">[\s\S]*?<\/span>|<p lang="vi">[\s\S]*?<\/p>|<a[^>]*hreflang[\s\S]*?<\/a>|<[^>]+>/g, ' ')
    expect(unmarked.replace(/danh-muc|12\/QĐ-BTC|NĐ|Nghị định/g, '')).not.toMatch(/Cấp giấy|Bước|Đơn đề|Luật Thử|Tại quầy|phố Thử|Giấy phép|Khi cấp/)
  })
})

test('the public figures tell level 2 and 3 by agency, the largest by name and the others together', () => {
  const html = renderStatisticsPage(viewContext(), { catalogue: index, at: '2026-11-25T08:00:00+07:00' }).html
  expect(html).toMatch(/Mức độ 2<\/th>[\s\S]*Mức độ 3/)
  expect(html).toMatch(/Cơ quan 0<\/th><td>66<\/td><td>0<\/td><td>66/)
  expect(html).toMatch(/\d+ mục khác/)
})
