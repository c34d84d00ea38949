import { describe, expect, it } from 'vitest'
import { compileForm } from '../../../forms/compile/index.ts'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import type { Hole, WordForm } from '../../../forms/documents/hole.ts'
import { checkWordMap } from '../../../forms/documents/mapping/check-word-map.ts'
import { compareEditions } from '../../../forms/documents/mapping/compare-editions.ts'
import { alignHoles, labelLikeness } from '../../../forms/documents/mapping/likeness.ts'
import type { Json } from '../../../forms/engine/json.ts'
import { context } from '../../forms/engine/world.ts'
import { goldForms, hole, wordForm } from '../draft/gold-forms.ts'

const section = 'Người khai'
const old = wordForm([
  hole(1, 'Họ và tên', 'name', { section }), hole(2, 'Ngày, tháng, năm sinh', 'date', { section }), hole(3, 'Số điện thoại', 'phone', { section }),
  hole(4, 'Nơi thường trú', 'address', { section }), hole(5, 'Lý do đề nghị', 'text', { section }),
])
const made = draftProcedure(old, { context })
const known = { map: made.map, form: compileForm(made.schema) }
const numbered = (holes: readonly Hole[]): WordForm => wordForm(holes.map((one, i) => ({ ...one, n: i + 1 })))
const [name, birth, phone, home, reason] = old.holes as [Hole, Hole, Hole, Hole, Hole]
const compare = (...holes: readonly Hole[]) => compareEditions(old, numbered(holes), known)

describe('a new edition of a form', () => {
  it('with other numbers alone is the same form', () => {
    expect(compare(name, birth, phone, home, reason)).toMatchObject({ same: true, touched: [], map: made.map })
  })
  it('with a hole more: it is named, and left for the author to map', () => {
    const difference = compare(name, birth, hole(0, 'Số định danh cá nhân', 'identityNumber', { section }), phone, home, reason)
    expect(difference).toMatchObject({ same: false, appeared: [{ n: 3, label: 'Số định danh cá nhân' }], gone: [], moved: [], touched: [] })
    expect(difference.map.holes.map(({ n }) => n)).toEqual([1, 2, 4, 5, 6])
    const left = checkWordMap(difference.map as unknown as Json, numbered([name, birth, hole(0, 'Số định danh cá nhân', 'identityNumber', { section }), phone, home, reason]), known.form)
    expect(left.map(({ message }) => message.en)).toEqual([expect.stringContaining('Hole 3')])
  })
  it('with a hole less: its answer is touched, and said not to be printed', () => {
    const difference = compare(name, birth, home, reason)
    expect(difference).toMatchObject({ gone: [{ hole: { label: 'Số điện thoại' }, answer: '/nguoiKhai/soDienThoai' }], touched: ['/nguoiKhai/soDienThoai'] })
    expect(checkWordMap(difference.map as unknown as Json, numbered([name, birth, home, reason]), known.form)).toEqual([])
  })
  it('with a hole in another place', () => {
    const difference = compare(reason, name, birth, phone, home)
    expect(difference.moved.map(({ from, to }) => [from.label, from.n, to.n])).toEqual([['Lý do đề nghị', 5, 1]])
    expect(difference).toMatchObject({ appeared: [], gone: [], touched: [] })
    expect(difference.map.holes[0]).toEqual({ n: 1, label: 'Lý do đề nghị', answer: '/nguoiKhai/lyDoDeNghi' })
  })
  it('with another label for the same hole', () => {
    const difference = compare({ ...name, label: 'Họ, chữ đệm và tên' }, birth, phone, home, reason)
    expect(difference.relabelled).toMatchObject([{ from: { label: 'Họ và tên' }, to: { label: 'Họ, chữ đệm và tên' }, answer: '/nguoiKhai/hoVaTen' }])
    expect(difference).toMatchObject({ appeared: [], gone: [], touched: [] })
    expect(difference.map.holes[0]).toMatchObject({ n: 1, label: 'Họ, chữ đệm và tên' })
  })
  it('with another kind: the answer is touched only where it cannot be written there any more', () => {
    const boxes = [{ role: 'option', option: 'Có', marks: [] }, { role: 'option', option: 'Không', marks: [] }] as const
    const difference = compare(name, birth, { ...phone, kind: 'text' }, home, { ...reason, kind: 'yesNo', places: boxes })
    expect(difference.changed.map(({ to }) => to.label)).toEqual(['Số điện thoại', 'Lý do đề nghị'])
    expect(difference.touched).toEqual(['/nguoiKhai/lyDoDeNghi'])
  })
  it('compares papers alone where no procedure is at hand', () => {
    expect(compareEditions(old, numbered([name, birth]))).toMatchObject({ gone: [{ hole: { n: 3 } }, { hole: { n: 4 } }, { hole: { n: 5 } }], touched: [], map: { holes: [] } })
  })
  it.each(goldForms())('$name against itself is the same', ({ form }) => { expect(compareEditions(form, form).same).toBe(true) })
  it('aligns 600 holes against 600 in bearable time', () => {
    const many = Array.from({ length: 600 }, (_, i) => hole(i + 1, `Mục số ${i}`, 'text'))
    expect(alignHoles(many, many)).toHaveLength(600)
  })
})

describe('likeness of labels', () => {
  it.each([['Họ và tên', 'họ và tên:', 1], ['Họ tên', 'Ho ten', 1], ['', '…', 1], ['Số', 'Ngày', 0]])('%s and %s: %d', (a, b, like) => { expect(labelLikeness(a, b)).toBe(like) })
})
