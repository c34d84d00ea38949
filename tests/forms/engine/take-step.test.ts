import { describe, expect, it } from 'vitest'
import { takeStep, type Answers, type StepResult } from '../../../forms/index.ts'
import { family, person, record } from './family.ts'
import { context } from './world.ts'

const { form, validate } = family
type Entry = readonly [string, string]

const step = (section: string, entries: readonly Entry[], answers: Answers = {}): StepResult => takeStep({ form, validate, section, entries, answers, context, record })

const personPost = (more: readonly Entry[] = [], married = 'false'): readonly Entry[] => [
  ['person.fullName', 'Nguyễn Văn An'], ['person.married', married], ['person.phone', '0912345678'],
  ['person.home.province', ''], ['person.home.commune', ''], ['person.home.detail', ''], ['person.mail.province', ''], ['person.mail.commune', ''], ['person.mail.detail', ''], ...more,
]
const yes = 'true'

describe('one step', () => {
  it('goes on to the next page when all is well', () => {
    const result = step('person', personPost())
    expect(result).toMatchObject({ outcome: 'next', nextSlug: 'thanh-vien', issues: [], opened: [] })
    expect(result.answers['person']).toMatchObject({ fullName: 'Nguyễn Văn An', married: false })
  })

  it('stays with what was typed when something is wrong, and points to it', () => {
    const result = step('person', personPost().map(([name, value]) => [name, name === 'person.phone' ? '12ab' : value] as const))
    expect(result).toMatchObject({ outcome: 'stay', focus: '/person/phone' })
    expect(result.issues).toMatchObject([{ pointer: '/person/phone', code: 'phone.invalid' }])
    expect(result.answers['person']).toMatchObject({ phone: expect.stringContaining('12ab') })
  })

  it('stays without calling anything wrong when the answers opened a question that the page had not shown', () => {
    const result = step('person', personPost([], yes))
    expect(result).toMatchObject({ outcome: 'stay', issues: [], opened: ['/person/spouse'], focus: '/person/spouse' })
  })

  it('calls the opened question wrong once it was shown and left empty', () => {
    const result = step('person', personPost([['person.spouse', '']], yes))
    expect(result).toMatchObject({ outcome: 'stay', opened: [] })
    expect(result.issues.map((issue) => issue.pointer)).toEqual(['/person/spouse'])
  })

  it('drops what a new answer hides', () => {
    const stored: Answers = { person: { ...person, married: true, spouse: 'Trần Thị Hoa' } }
    expect(step('person', personPost(), stored).answers['person']).not.toHaveProperty('spouse')
  })

  it('keeps stored answers of fields that were not on the page', () => {
    const result = step('person', [['person.fullName', 'Lê Bình']], { person: { ...person, married: false } })
    expect(result.answers['person']).toMatchObject({ fullName: 'Lê Bình', married: false })
  })

  it('never changes what other sections say', () => {
    const stored: Answers = { members: [{ fullName: 'A', share: 5000 }], totals: { note: 'x' } }
    const { answers } = step('person', [...personPost(), ['members.0.fullName', 'hacked'], ['totals.note', 'hacked']], stored)
    expect(answers['members']).toEqual(stored['members'])
    expect(answers['totals']).toMatchObject({ note: 'x' })
  })

  it('saves whatever was typed', () => {
    const result = step('person', [['person.fullName', ''], ['person.phone', '12'], ['_intent', 'save']])
    expect(result.outcome).toBe('save')
    expect(result.answers['person']).toMatchObject({ phone: expect.stringContaining('12') })
  })

  it('adds a row, keeps what was typed, and puts the focus on the new one', () => {
    const result = step('members', [['members', ''], ['members.0.fullName', 'Nguyễn A'], ['members.0.share', ''], ['_intent', 'add:/members']])
    expect(result).toMatchObject({ outcome: 'stay', issues: [], focus: '/members/1' })
    expect(result.answers['members']).toEqual([{ fullName: 'Nguyễn A' }, {}])
  })

  it('adds no more rows than the author allows, and says so', () => {
    const rows: readonly Entry[] = [0, 1, 2].flatMap((row) => [[`members.${row}.fullName`, 'A'] as const, [`members.${row}.share`, '2000'] as const])
    const result = step('members', [['members', ''], ...rows, ['_intent', 'add:/members']])
    expect(result.issues).toMatchObject([{ pointer: '/members', code: 'too-many', params: { limit: 3 } }])
    expect(result.answers['members']).toHaveLength(3)
  })

  it('removes the row that was asked for', () => {
    const result = step('members', [['members', ''], ['members.0.fullName', 'A'], ['members.1.fullName', 'B'], ['_intent', 'remove:/members/0']])
    expect(result.answers['members']).toEqual([{ fullName: 'B' }])
    expect(result.focus).toBe('/members/0')
  })

  it('copies an address only from where the author offers it', () => {
    const home = { province: '01', commune: '00004', detail: 'Số 1' }
    const stored: Answers = { person: { ...person, home } }
    expect(step('person', [['_intent', 'copy:/person/mail:/person/home']], stored).answers['person']).toMatchObject({ mail: home })
    expect(step('person', [['_intent', 'copy:/person/mail:/person/fullName']], stored).answers['person']).not.toHaveProperty('mail')
    expect(step('members', [['_intent', 'copy:/person/mail:/person/home']], stored).answers['person']).not.toHaveProperty('mail')
  })

  it('asks a question inside a row by what that row says', () => {
    const rows: readonly Entry[] = [['members', ''], ['members.0.fullName', 'A'], ['members.0.share', '5000'], ['members.1.fullName', 'B'], ['members.1.share', '2.000.000']]
    expect(step('members', rows)).toMatchObject({ outcome: 'stay', opened: ['/members/1/large'], issues: [] })
  })

  it('applies a rule inside the row that breaks it, in the words of its author', () => {
    const result = step('members', [['members', ''], ['members.0.fullName', 'A'], ['members.0.share', '5000'], ['members.1.fullName', 'B'], ['members.1.share', '10']])
    expect(result.issues).toMatchObject([{ pointer: '/members/1/share', code: 'rule', text: { vi: 'Góp ít nhất 1.000 đồng.', en: 'Give 1,000 VND at least.' } }])
  })

  it('computes totals from other sections, and overwrites what a client sent in their place', () => {
    const stored: Answers = { person, members: [{ fullName: 'A', share: 100_000 }, { fullName: 'B', share: 50_000 }], totals: { sum: 1 } }
    expect(step('totals', [['totals.note', '']], stored).answers['totals']).toEqual({ sum: 150_000, inWords: 'Một trăm năm mươi nghìn đồng' })
  })

  it('answers a text that is too long with an issue, not with an exception', () => {
    const result = step('totals', [['totals.note', 'x'.repeat(30_000)]])
    expect(result).toMatchObject({ outcome: 'stay', issues: [{ pointer: '/totals/note', code: 'too-long', params: { limit: 20_000 } }] })
  })

  it('leads past the papers page to the review only when no paper is asked for', () => {
    const stored: Answers = { person, members: [{ fullName: 'A', share: 5000 }] }
    expect(step('totals', [['totals.note', '']], stored).nextSlug).toBe('giay-to')
    const bare = { ...record, components: record.components.slice(0, 1) }
    expect(takeStep({ form, validate, section: 'totals', entries: [['totals.note', '']], answers: stored, context, record: bare }).nextSlug).toBe('xem-lai')
  })
})
