import { describe, expect, it } from 'vitest'
import { normaliseAnswers } from '../../../forms/engine/normalise.ts'
import type { Field } from '../../../forms/engine/form-model.ts'
import { kindOf } from '../../../forms/fields/index.ts'
import type { Answers } from '../../../forms/engine/json.ts'
import { compiled, CONTEXT, examplesOf, ONLINE } from './folders.ts'

describe.each(ONLINE)('examples of %s', (code) => {
  const { form, validate } = compiled(code)
  const { valid, invalid } = examplesOf(code)
  const check = (answers: Answers) => validate(normaliseAnswers(form, answers, CONTEXT), CONTEXT)
  const mistakes = (answers: Answers) => check(answers).filter((issue) => issue.severity !== 'warning').map(({ pointer, code }) => `${pointer} ${code}`).toSorted()

  it('are many enough: six valid, twelve invalid, each with its own name', () => {
    expect(valid.length).toBeGreaterThanOrEqual(6)
    expect(invalid.length).toBeGreaterThanOrEqual(12)
    const names = [...valid, ...invalid].map((example) => example.name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(valid.map((example) => [example.name, example.answers] as const))('passes: %s', (_, answers) => {
    expect(mistakes(answers)).toEqual([])
  })

  it.each(invalid.map((example) => [example.name, example] as const))('is refused with exactly the named issues: %s', (_, { answers, issues }) => {
    expect(issues.length).toBeGreaterThan(0)
    expect(mistakes(answers)).toEqual(issues.map(({ pointer, code }) => `${pointer} ${code}`).toSorted())
  })

  it.each(valid.map((example) => [example.name, example.answers] as const))('is normalised once and for all: %s', (_, answers) => {
    const once = normaliseAnswers(form, answers, CONTEXT)
    expect(normaliseAnswers(form, once, CONTEXT)).toEqual(once)
  })
})

/** Pointers of a form without row numbers, as given in the answers of an example. */
const given = (value: unknown, pointer = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((row) => [pointer, ...(typeof row === 'object' ? given(row, pointer) : [])])
  return typeof value === 'object' && value !== null ? [pointer, ...Object.entries(value).flatMap(([name, inner]) => given(inner, `${pointer}/${name}`))] : [pointer]
}
const fieldsOf = (fields: readonly Field[]): readonly string[] => fields.flatMap((field) => [field.pointer.replaceAll('/*', ''), ...fieldsOf(field.children ?? [])])

describe.each(ONLINE)('together, the examples of %s', (code) => {
  const { form } = compiled(code)
  const { valid, invalid } = examplesOf(code)
  const answered = new Set(valid.flatMap((example) => given(normaliseAnswers(form, example.answers, CONTEXT))))

  it('answer every field of the form in some valid one', () => {
    const fields = form.sections.flatMap((section) => fieldsOf(section.fields))
    expect(fields.filter((pointer) => !answered.has(pointer))).toEqual([])
    expect(fields.length).toBeGreaterThan(20)
  })

  it('choose every option of the short lists in some valid one', () => {
    const texts = valid.map((example) => JSON.stringify(normaliseAnswers(form, example.answers, CONTEXT)))
    const options = form.sections.flatMap((section) => section.fields.flatMap((field) => [field, ...(field.children ?? [])])).filter((field) => ['radios', 'checkboxes'].includes(field.kind)).flatMap((field) => field.options ?? [])
    expect(options.filter((option) => !texts.some((text) => text.includes(`"${String(option.value)}"`))).map((option) => option.value)).toEqual([])
    expect(options.length).toBeGreaterThan(2)
  })

  it('break the form in at least twelve different ways', () => {
    expect(new Set(invalid.flatMap((example) => example.issues.map((issue) => issue.code))).size).toBeGreaterThanOrEqual(12)
  })
})

const birth = compiled('1.001193')
const warningsOf = (change: (answers: Record<string, Record<string, unknown>>) => void) => {
  const answers = structuredClone(examplesOf('1.001193').valid[0]?.answers ?? {})
  change(answers as Record<string, Record<string, unknown>>)
  return birth.validate(normaliseAnswers(birth.form, answers, CONTEXT), CONTEXT).map(({ pointer, severity }) => [pointer, severity])
}

describe('birth registration', () => {
  const normalised = (name: RegExp) => normaliseAnswers(birth.form, examplesOf('1.001193').valid.find((example) => name.test(example.name))?.answers ?? {}, CONTEXT)

  it('writes the date of birth in words and says whether the registration is on time', () => {
    expect(normalised(/Giấy chứng sinh điện tử/)['child']).toMatchObject({ birthDateInWords: expect.stringMatching(/hai mươi.*mười.*hai nghìn/i), registration: 'on-time' })
    expect(normalised(/quá hạn/)['child']).toMatchObject({ registration: 'late' })
  })

  it('says late or on time in the language of the page', () => {
    const field = birth.form.sections.flatMap((section) => section.fields).find((one) => one.pointer === '/child/registration')
    if (!field) throw new Error('the form has no /child/registration')
    expect([kindOf('computed').toText('late', field, 'vi', CONTEXT), kindOf('computed').toText('late', field, 'en', CONTEXT)]).toEqual(['Quá hạn', 'Late'])
  })

  it('is on time on the 60th day and late on the 61st, with a warning that stops nothing', () => {
    expect(warningsOf((answers) => { answers['child'] = { ...answers['child'], birthDate: '2026-09-24' } })).toEqual([])
    expect(warningsOf((answers) => { answers['child'] = { ...answers['child'], birthDate: '2026-09-23' } })).toEqual([['/child/birthDate', 'warning']])
  })

  it('warns where the identity number says another year or sex than declared', () => {
    const withMother = (identityNumber: string) => warningsOf((answers) => { answers['mother'] = { ...answers['mother'], identityNumber } })
    expect(withMother('001195004321')).toEqual([['/mother/identityNumber', 'warning']])
    expect(withMother('001094004321')).toEqual([['/mother/identityNumber', 'warning']])
    expect(withMother('001194004321')).toEqual([])
  })

  it('takes parents out of the answers for an abandoned child, and the marriage where no father is declared', () => {
    expect(Object.keys(normalised(/bỏ rơi/))).toEqual(['applicant', 'child', 'copies', 'declaration'])
    expect(Object.keys(normalised(/một mình/))).not.toContain('marriage')
  })

  it('leaves the ethnic group of an abandoned child empty, and the part of a mother who has not been established', () => {
    expect(normalised(/bỏ rơi/)['child']).not.toHaveProperty('ethnicity')
    expect(normalised(/chưa xác định được mẹ/)['mother']).toEqual({ notEstablished: ['mother'] })
    expect(Object.keys(normalised(/chưa xác định được mẹ/))).not.toContain('marriage')
  })

  it('says, and stops nothing, where another procedure is the right one', () => {
    expect(warningsOf((answers) => { answers['marriage'] = { registered: false } })).toEqual([['/marriage/registered', 'warning']])
    expect(warningsOf((answers) => { answers['father'] = { ...answers['father'], nationality: 'FR' } })).toEqual([['/father/nationality', 'warning']])
  })
})

describe('household business', () => {
  it('asks members nothing that the official table does not ask', () => {
    const people = compiled('1.001612').form.sections.find((section) => section.slug === 'thanh-vien')?.fields[0]
    expect(people?.children?.map((field) => field.title.vi)).toEqual(['Họ tên', 'Ngày, tháng, năm sinh', 'Số định danh cá nhân', 'Giới tính', 'Quốc tịch', 'Dân tộc', 'Nơi thường trú', 'Nơi ở hiện tại'])
  })

  it('writes the capital in words', () => {
    const { form } = compiled('1.001612')
    const answers = normaliseAnswers(form, examplesOf('1.001612').valid[0]?.answers ?? {}, CONTEXT)
    expect(answers['capital']).toMatchObject({ total: 50_000_000, inWords: expect.stringMatching(/năm mươi triệu đồng/i) })
  })
})
