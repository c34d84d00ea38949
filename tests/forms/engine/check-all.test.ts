import { describe, expect, it } from 'vitest'
import { checkAll, pagesFor, papersFor, termsFor, type Answers, type CheckAllInput } from '../../../forms/index.ts'
import { family, person, record } from './family.ts'
import { context } from './world.ts'

const { form, validate } = family
const single: Answers = { person, members: [{ fullName: 'Nguyễn A', share: 5000 }] }
const married: Answers = { ...single, person: { ...person, married: true, spouse: 'Trần Thị Hoa' } }
const check = (answers: Answers, attachments: CheckAllInput['attachments'] = []) => checkAll({ record, form, validate, answers, attachments, context }).map(({ pointer, code }) => `${pointer} ${code}`)

describe('the whole dossier', () => {
  it('lacks nothing where no paper is required', () => expect(check(single)).toEqual([]))

  it('asks for the paper of the case', () => expect(check(married)).toEqual(['/papers/ket-hon paper-missing']))

  it.each([['clean', []], ['scanning', []], ['infected', ['/papers/ket-hon paper-infected']], ['unscannable', ['/papers/ket-hon paper-unscannable']], ['uploading', ['/papers/ket-hon paper-uploading']]] as const)(
    'with a paper that is %s', (state, issues) => expect(check(married, [{ component: 'ket-hon', state }])).toEqual(issues))

  it('does not let an infected file pass that nobody asked for', () => expect(check(single, [{ component: 'khac', state: 'infected' }])).toEqual(['/papers/khac paper-infected']))

  it('reports every missing field of a section that was never opened', () => {
    expect(check({})).toEqual(['/person/fullName required', '/person/married yes-no.required', '/person/phone required', '/members too-few'])
  })

  it('reports properties that the form does not have', () => {
    expect(check({ ...single, admin: true, person: { ...person, role: 'x' } })).toEqual(expect.arrayContaining(['/admin unknown', '/person/role unknown']))
  })

  it('takes no number for a list and no list for a text', () => {
    const issues = check({ person: { ...person, fullName: ['x'] as never }, members: 5 })
    expect(issues.map((issue) => issue.split(' ')[0])).toEqual(['/person/fullName', '/members'])
  })

  it('says which answer makes the dossier too large', () => {
    const rows = Array.from({ length: 3 }, () => ({ fullName: 'x'.repeat(19_000), share: 5000 }))
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`m${i}`, rows]))
    expect(check({ ...single, ...many })).toEqual([expect.stringContaining('too-much')])
  })
})

describe('pages, papers and terms', () => {
  it('follow the answers', () => {
    expect(pagesFor(record, form, single).map((page) => page.slug)).toEqual(['nguoi-khai', 'thanh-vien', 'totals', 'giay-to', 'xem-lai'])
    expect(papersFor(record, single).map((one) => one.id)).toEqual(['to-khai', 'khac'])
    expect(papersFor(record, married).map((one) => one.id)).toEqual(['to-khai', 'ket-hon', 'khac'])
    expect(termsFor(record, 'online', single).limit.amount).toBe(1)
    expect(termsFor(record, 'online', married).limit.amount).toBe(3)
  })
})
