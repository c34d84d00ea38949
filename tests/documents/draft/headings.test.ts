import { describe, expect, it } from 'vitest'
import { lintProcedure } from '../../../forms/authoring/lint.ts'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import { headingOf } from '../../../forms/documents/draft/headings.ts'
import { context } from '../../forms/engine/world.ts'
import { sourceOf } from './draft-source.ts'
import { goldForms, hole, wordForm } from './gold-forms.ts'

describe('a heading', () => {
  it.each([
    ['NGƯỜI YÊU CẦU', 'Người yêu cầu'], ['Danh sách xe đề nghị cấp phù hiệu như sau:', 'Danh sách xe đề nghị cấp phù hiệu'], ['Nhận sổ, thẻ bản điện tử: I I', 'Nhận sổ, thẻ bản điện tử'], ['Phần I', 'Phần I'], ['II/ SẢN PHẨM ĐỘNG VẬT', 'Sản phẩm động vật'], ['', ''],
  ])('stays, without what points below: %s', (printed, title) => { expect(headingOf(printed)).toEqual({ title }) })
  it.each([
    ['Áp dụng đối với người tham gia tra cứu không thấy mã số do cơ quan bảo hiểm cấp', 'Người tham gia tra cứu không thấy mã số'],
    ['Đề nghị cơ quan công nhận người có tên dưới đây', 'Công nhận người có tên dưới đây'],
    ['Trường hợp tạm ngừng kinh doanh thì ghi', 'Trường hợp tạm ngừng kinh doanh'],
    ['Trường hợp việc kết nối giữa hai cơ sở dữ liệu bị gián đoạn thì đề nghị kê khai thêm các thông tin cá nhân dưới đây', 'Các thông tin cá nhân'],
    ['Thông tin cơ quan, tổ chức, hộ gia đình, cá nhân đứng ra mai táng cho người chết', 'Thông tin cơ quan, tổ chức, hộ gia đình'],
  ])('that is a sentence is cut, and told in full: %s', (printed, title) => { expect(headingOf(printed)).toEqual({ title, said: printed }) })
  it('without a clause is cut at a word', () => {
    const { title } = headingOf('chữ '.repeat(40))
    expect(title.length).toBeLessThanOrEqual(60)
    expect(title).toMatch(/^Chữ( chữ)+$/)
  })
  it('is told in the description of its page and group', () => {
    const page = 'Áp dụng đối với người đã có mã số'
    const group = 'Trường hợp có thay đổi thì ghi'
    const made = draftProcedure(wordForm([hole(1, 'Họ tên', 'name', { section: page }), hole(2, 'Nơi sinh', 'place', { section: `${page} > ${group}` }), hole(3, 'Dân tộc', 'ethnicity', { section: `${page} > ${group}` })]), { context })
    expect(Object(made.schema['properties']).nguoiDaCoMaSo).toMatchObject({ title: 'Người đã có mã số', description: page, properties: { truongHopCoThayDoi: { title: 'Trường hợp có thay đổi', description: group } } })
    expect(lintProcedure(sourceOf(made), context).filter(({ severity }) => severity === 'error')).toEqual([])
  })
  it.each(goldForms())('of $name is nowhere longer than sixty letters', ({ form }) => {
    const { schema } = draftProcedure(form, { context })
    expect(Object.values(Object(schema['properties'])).map((page) => Object(page).title).filter((title: string) => title.length > 60)).toEqual([])
  })
})
