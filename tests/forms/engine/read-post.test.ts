import { describe, expect, it } from 'vitest'
import { mergePost } from '../../../forms/engine/merge-post.ts'
import { normaliseAnswers, readPost, type Answers, type Section } from '../../../forms/index.ts'
import { family, person } from './family.ts'
import { generate } from './generate.ts'
import { postOf } from './post.ts'
import { context, FORMS } from './world.ts'

const [people, members] = family.form.sections as readonly [Section, Section]

describe('a post', () => {
  it.each(FORMS.map((made) => [made.name, made] as const))('of any page of %s is read back to the answers that produced it', (_name, made) => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const answers = normaliseAnswers(made.form, generate(seed, made.form, made.valid, { missing: 0.2, wrong: 0 }), context)
      for (const section of made.form.sections) {
        const reading = readPost(section, postOf(made.form, section, answers))
        expect(reading.issues, `seed ${seed}, ${section.slug}`).toEqual([])
        const again: Answers = normaliseAnswers(made.form, mergePost(section, answers, reading.answers, reading.shown), context)
        expect(again, `seed ${seed}, ${section.slug}`).toEqual(answers)
      }
    }
  }, 120_000)

  it('refuses names that would reach a prototype, and names that the page never asked for', () => {
    const reading = readPost(people, [['__proto__.polluted', 'x'], ['person.constructor.prototype.x', 'x'], ['person.nobody', 'x'], ['members.0.fullName', 'x'], ['person.fullName', 'An']])
    expect(reading.answers).toEqual({ person: { fullName: 'An' } })
    expect(reading.issues.map((issue) => issue.params['name'])).toEqual(['__proto__.polluted', 'person.constructor.prototype.x', 'person.nobody', 'members.0.fullName'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('takes the first of a name that came twice where one value is asked for', () => {
    expect(readPost(people, [['person.fullName', 'An'], ['person.fullName', 'Bình']]).answers).toEqual({ person: { fullName: expect.any(String) } })
  })

  it('knows which fields were on the page, rows included', () => {
    const { shown } = readPost(members, [['members', ''], ['members.0.fullName', ''], ['members.7.share', '5']])
    expect([...shown].sort()).toEqual(['/members', '/members/0/fullName', '/members/1/share'])
  })

  it('closes up row numbers that have holes, and ignores absurd ones', () => {
    expect(readPost(members, [['members.5.fullName', 'A'], ['members.9.fullName', 'B'], ['members.900.fullName', 'C']]).answers).toEqual({ members: [{ fullName: 'A' }, { fullName: 'B' }] })
  })

  it.each([
    ['next', { kind: 'next' }], ['save', { kind: 'save' }], ['autosave', { kind: 'autosave' }], ['check', { kind: 'check' }],
    ['add:/members', { kind: 'add', pointer: '/members' }], ['remove:/members/2', { kind: 'remove', pointer: '/members', row: 2 }],
    ['copy:/person/mail:/person/home', { kind: 'copy', to: '/person/mail', from: '/person/home' }],
    ['remove:/members', { kind: 'next' }], ['add:/__proto__', { kind: 'next' }], ['drop table', { kind: 'next' }],
  ] as const)('reads the button %s', (value, intent) => {
    expect(readPost(people, [['_intent', value]]).intent).toEqual(intent)
  })

  it('reads decomposed letters, full-width digits and pasted spaces as what they mean', () => {
    const { answers } = readPost(people, [['person.fullName', ' Nguyễn\u00a0Văn  An '.normalize('NFD')], ['person.phone', '０９１２ ３４５ ６７８']])
    const normalised = normaliseAnswers(family.form, answers, context)
    expect(normalised['person']).toMatchObject({ fullName: 'Nguyễn Văn An'.normalize('NFC') })
    expect(normalised['person']).toMatchObject({ phone: normaliseAnswers(family.form, { person: { ...person, phone: '0912345678' } }, context)['person']?.['phone' as never] })
  })
})
