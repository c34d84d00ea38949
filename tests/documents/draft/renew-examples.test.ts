import { describe, expect, it } from 'vitest'
import { draftProcedure } from '../../../forms/documents/draft/draft-procedure.ts'
import { renewExamples } from '../../../forms/documents/draft/renew-examples.ts'
import type { Json, JsonObject } from '../../../forms/engine/json.ts'
import { context } from '../../forms/engine/world.ts'
import { hole, wordForm } from './gold-forms.ts'

const section = 'Người khai'
const made = draftProcedure(wordForm([hole(1, 'Họ tên', 'name', { section }), hole(2, 'Ghi chú', 'text', { section, optional: true })]), { context })
const current = (own: readonly Json[] = []): JsonObject => ({ valid: [...structuredClone(made.examples.valid) as unknown as Json[], ...own], invalid: structuredClone(made.examples.invalid) as unknown as Json[] })

/** The form with one more question that nobody must answer. */
const withQuestion = (): JsonObject => {
  const schema = structuredClone(made.schema)
  const page = Object(Object(schema['properties'])['nguoiKhai'])
  page.properties.dienThoai = { title: 'Điện thoại', 'x-dvc-en': { title: 'Telephone' }, 'x-jsf-presentation': { inputType: 'phone' } }
  return schema
}

const phones = (examples: readonly { readonly name: string; readonly answers: JsonObject }[], name: RegExp): readonly unknown[] =>
  examples.filter((one) => name.test(one.name)).map(({ answers }) => Object(answers['nguoiKhai']).dienThoai)

describe('examples after a question was added', () => {
  const renewed = renewExamples(withQuestion(), current(), context)
  it('answer it wherever they answer everything', () => {
    const full = phones(renewed.examples.valid, /^Khai đủ mọi mục/)
    expect(full.length).toBeGreaterThanOrEqual(6)
    expect(full).not.toContain(undefined)
    expect(renewed.dropped.filter((name) => name.startsWith('Khai đủ mọi mục')).length).toBeGreaterThanOrEqual(6)
  })
  it('stay where they answer only what is required, and where the author wrote them', () => {
    const own = { name: 'Của tôi', answers: { ...made.examples.valid[0]?.answers, nguoiKhai: { hoTen: 'Lê Văn An' } } }
    const { examples, dropped } = renewExamples(withQuestion(), current([own]), context)
    expect(phones(examples.valid, /^(Chỉ khai|Của tôi)/).every((phone) => phone === undefined)).toBe(true)
    expect(examples.valid.map(({ name }) => name)).toContain('Của tôi')
    expect(dropped).not.toContain('Của tôi')
  })
  it('stay as they are where nothing was added, with what the author put into them', () => {
    const edited = current()
    Object(edited['valid'])[0].answers.nguoiKhai.hoTen = 'Lê Văn An'
    const { examples, dropped, added } = renewExamples(made.schema, edited, context)
    expect([Object(examples.valid[0]?.answers['nguoiKhai']).hoTen, dropped, added]).toEqual(['Lê Văn An', [], 0])
  })
})
