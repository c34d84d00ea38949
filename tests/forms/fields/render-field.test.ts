import { describe, expect, it } from 'vitest'
import { FIELD_KINDS, kindOf, renderField } from '../../../forms/index.ts'
import { aField, propsOf } from './a-field.ts'
import { attributeOf, postedFromPage } from './posted-from-page.ts'

const tags = (html: string): readonly string[] => [...html.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
const controls = (html: string): readonly string[] => tags(html).filter((tag) => /^<(input|select|textarea)\b/.test(tag) && attributeOf(tag, 'type') !== 'hidden')
const attributesOf = (html: string, name: string): readonly string[] => tags(html).flatMap((tag) => attributeOf(tag, name) ?? [])
const kinds = Object.keys(FIELD_KINDS)

describe.each(kinds)('the field of kind %s', (id) => {
  const field = { ...aField(id), help: { vi: 'Ghi như trong giấy tờ.', en: 'As in the papers.' } }
  const shown = renderField(propsOf(field, undefined, { errors: ['Sai rồi.'], warnings: ['Xem lại.'] })).html

  it('gives each element an id of its own, and refers to ids that are there', () => {
    const ids = attributesOf(shown, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const referred = [...attributesOf(shown, 'for'), ...attributesOf(shown, 'aria-describedby').flatMap((list) => list.split(' '))]
    expect(referred.filter((ref) => !ids.includes(ref))).toEqual([])
  })

  it('names every control by a label, never by a placeholder', () => {
    const labelled = attributesOf(shown, 'for')
    expect(controls(shown).map((tag) => attributeOf(tag, 'id')).filter((ref) => !labelled.includes(ref ?? ''))).toEqual([])
    expect(shown).not.toContain('placeholder')
  })

  it('ties help, error and warning to the control or to its group', () => {
    expect(attributesOf(shown, 'aria-describedby').join(' ')).toContain('f-s-x-help f-s-x-error f-s-x-warning')
    expect(shown).toContain('id="f-s-x-error"><span class="visually-hidden">Lỗi: </span>Sai rồi.</p>')
    expect(shown).toContain('Xem lại.')
  })

  it('says in words that it is optional', () => {
    if (['computed', 'fieldset', 'declaration'].includes(id)) return expect(shown).not.toContain('s-x"> <span class="field__optional"')
    const optional = renderField(propsOf(field, undefined, { state: { visible: true, required: false } })).html
    expect(optional).toContain('<span class="field__optional">(không bắt buộc)</span>')
    expect(renderField(propsOf(field, undefined, { state: { visible: true, required: true } })).html).toContain('<span class="field__optional" hidden>')
  })

  it('posts nothing while conditions hide it, and its own inputs while they do not', () => {
    const hidden = renderField(propsOf(field, undefined, { state: { visible: false, required: false } })).html
    expect(tags(hidden)[0]).toContain(' hidden')
    const children = field.children?.map((child) => child.name) ?? []
    if (children.length === 0) expect(postedFromPage(hidden, 's.x')).toEqual({})
    const suffixes = Object.keys(postedFromPage(shown, 's.x')).filter((suffix) => !children.includes(suffix))
    expect(suffixes.toSorted()).toEqual(id === 'repeating-group' ? [''] : [...kindOf(id).inputs].toSorted())
  })

  it('lets nothing that a person or an author wrote become markup', () => {
    const evil = '"><script>alert(1)</script>'
    const nasty = { ...field, title: { vi: evil, en: evil }, help: { vi: evil, en: evil } }
    const values = [evil, [evil], { province: evil, commune: evil, detail: evil, typed: evil, type: evil, number: evil, issuedOn: evil, issuedBy: evil }]
    for (const value of values) {
      const html = renderField(propsOf(nasty, value, { errors: [evil], warnings: [evil], copySources: [{ pointer: `/${evil}`, title: evil }] })).html
      expect(html).not.toContain('<script')
      expect(html).not.toContain(`value="${evil}`)
    }
  })

  it('says all its words in English too', () => {
    const english = renderField(propsOf(field, undefined, { lang: 'en', errors: ['Wrong.'] })).html
    expect(english).toContain('Error: ')
    expect(english).not.toContain('không bắt buộc')
  })
})

describe('a repeating group', () => {
  const group = aField('repeating-group', { minItems: 1, maxItems: 3 }, { rowLabel: { vi: 'Thành viên', en: 'Member' }, addLabel: { vi: 'Thêm thành viên', en: 'Add a member' } })
  const html = (value: string[][]): string => renderField(propsOf(group, value.map(() => ({})))).html

  it('numbers its rows and gives each a button to remove it', () => {
    expect(html([[], []])).toMatch(/Thành viên 1<\/legend>[\s\S]*value="remove:\/s\/x\/0"[\s\S]*Thành viên 2<\/legend>[\s\S]*value="remove:\/s\/x\/1"/)
    expect(html([[], []])).toContain('name="s.x.1.x"')
  })

  it('draws the row that must be there, and no more than may be', () => {
    expect(html([])).toContain('Thành viên 1</legend>')
    expect(html([[], []])).toContain('value="add:/s/x"')
    expect(html([[], [], []])).not.toContain('value="add:/s/x"')
  })
})

describe('choices that depend on other answers', () => {
  it('are drawn from the state, not from the field', () => {
    const narrowed = { visible: true, required: true, options: [{ value: 'me', title: { vi: 'Mẹ', en: 'Mother' } }] }
    const html = renderField(propsOf(aField('select'), 'me', { state: narrowed })).html
    expect(html).toContain('<option value="me" selected>Mẹ</option>')
    expect(html).not.toContain('value="cha"')
  })

  it('keep in view an answer that is no longer among them', () => {
    expect(renderField(propsOf(aField('select'), 'cậu')).html).toContain('<option value="cậu" selected>cậu</option>')
  })
})

describe('a field that can be filled from another answer', () => {
  it('offers it as a plain submit button', () => {
    const html = renderField(propsOf(aField('address'), undefined, { copySources: [{ pointer: '/applicant/residence', title: 'Nơi cư trú' }] })).html
    expect(html).toContain('type="submit" name="_intent" value="copy:/s/x:/applicant/residence" formnovalidate>Lấy theo mục “Nơi cư trú”</button>')
  })
})
