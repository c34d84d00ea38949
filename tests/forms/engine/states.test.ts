import { describe, expect, it } from 'vitest'
import { answersElsewhere } from '../../../forms/engine/browser-model.ts'
import { openModel } from '../../../forms/engine/packed.ts'
import { sectionStates } from '../../../forms/engine/states.ts'
import { compileForm } from '../../../forms/compile/index.ts'
import { browserModel, fieldStates, normaliseAnswers, prune, visibleSections, type Answers, type JsonSchema, type Section } from '../../../forms/index.ts'
import { family, person } from './family.ts'
import { generate } from './generate.ts'
import { context, FORMS } from './world.ts'

const text = { type: 'string', title: 'Chữ' }
const chain: JsonSchema = {
  type: 'object', title: 'Chuỗi',
  properties: { a: { type: 'object', title: 'A', properties: { on: { type: 'boolean', title: 'On' }, next: text, last: text },
    allOf: [
      { if: { properties: { on: { const: true } }, required: ['on'] }, else: { properties: { next: false } } },
      { if: { required: ['next'] }, else: { properties: { last: false } } },
    ] } },
}

describe('field states', () => {
  it('show and require inside each row by that row', () => {
    const stateOf = fieldStates(family.form, { person, members: [{ share: 5 }, { share: 2_000_000 }] })
    expect(stateOf('/members/0/large')).toMatchObject({ visible: false, required: false })
    expect(stateOf('/members/1/large')).toMatchObject({ visible: true, required: true })
    expect(stateOf('/members/1/fullName')).toMatchObject({ visible: true, required: true })
  })

  it('hold in the blank row that a group without rows is drawn with', () => {
    for (const members of [undefined, []]) {
      const stateOf = fieldStates(family.form, { person, ...(members ? { members } : {}) })
      expect(stateOf('/members/0/large')).toMatchObject({ visible: false, required: false })
    }
  })

  it('open a whole section, as the father of the 41-field form', () => {
    const schema: JsonSchema = { type: 'object', title: 'T', properties: { child: { type: 'object', title: 'C', properties: { has: { type: 'boolean', title: 'Has' } } } },
      if: { properties: { child: { properties: { has: { const: true } }, required: ['has'] } }, required: ['child'] },
      then: { required: ['father'], properties: { father: { type: 'object', title: 'F', required: ['name'], properties: { name: text } } } } }
    const form = compileForm(schema)
    expect(visibleSections(form, { child: { has: true } }).map((one) => one.name)).toEqual(['child', 'father'])
    expect(visibleSections(form, { child: {} }).map((one) => one.name)).toEqual(['child'])
    expect(fieldStates(form, { child: {} })('/father/name').visible).toBe(false)
  })

  it('take out what is hidden, and what only that had opened', () => {
    expect(prune(compileForm(chain), { a: { on: false, next: 'x', last: 'y' } })).toEqual({ a: { on: false } })
    expect(prune(compileForm(chain), { a: { on: true, next: 'x', last: 'y' } })).toEqual({ a: { on: true, next: 'x', last: 'y' } })
  })
})

describe('the browser', () => {
  it.each(FORMS.map((made) => [made.name, made] as const))('decides for %s what the server decides', (_name, { form, valid }) => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const answers = normaliseAnswers(form, generate(seed, form, valid), context)
      const stateOf = fieldStates(form, answers)
      for (const section of form.sections) {
        const packed = browserModel(form, section)
        if (packed === null) continue
        const model = openModel(JSON.parse(JSON.stringify(packed)), answersElsewhere(form, section, answers))
        const own = model.section === '' ? Object.fromEntries(section.fields.flatMap((field) => (answers[field.name] === undefined ? [] : [[field.name, answers[field.name]]]))) : answers[section.name] ?? {}
        for (const [pointer, state] of sectionStates(model, own as Answers)) {
          expect({ visible: state.visible, required: state.required }, `seed ${seed} ${pointer}`).toEqual({ visible: stateOf(pointer).visible, required: stateOf(pointer).required })
        }
      }
    }
  }, 120_000)

  it('is told once what stands in a form many times', () => {
    const list = (name: string): JsonSchema => ({ if: { properties: { a: { const: name } }, required: ['a'] }, then: { properties: { b: { enum: [`${name} 1`, `${name} 2`, `${name} 3 ${'x'.repeat(60)}`] } } } })
    const address: JsonSchema = { type: 'object', title: 'A', properties: { a: text, b: text }, allOf: [list('N'), list('S')] }
    const form = compileForm({ type: 'object', title: 'T', properties: { s: { type: 'object', title: 'S', properties: { here: address, there: address } } } })
    const packed = browserModel(form, form.sections[0] as Section)
    if (packed === null) throw new Error('conditions touch the section')
    expect(JSON.stringify(packed).match(/N 2/g)).toHaveLength(1)
    const states = sectionStates(openModel(JSON.parse(JSON.stringify(packed)), {}), { here: { a: 'N' }, there: { a: 'S' } })
    expect(states.get('/s/here/b')?.options?.[1]).toBe('N 2')
    expect(states.get('/s/there/b')?.options?.[1]).toBe('S 2')
  })

  it('is told nothing where no condition touches the section', () => {
    expect(browserModel(family.form, family.form.sections[2] as Section)).toBeNull()
  })
})
