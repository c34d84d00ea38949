import { describe, expect, it } from 'vitest'
import { FIELD_KINDS, identityParts, inferKind, issueText, kindOf, translate, type IssueCode, type JsonSchema } from '../../../forms/index.ts'
import vi from '../../../forms/messages/vi/issue.json' with { type: 'json' }
import viField from '../../../forms/messages/vi/field.json' with { type: 'json' }
import en from '../../../forms/messages/en/issue.json' with { type: 'json' }
import enField from '../../../forms/messages/en/field.json' with { type: 'json' }

const list = (length: number): string[] => Array.from({ length }, (_, i) => `o${i}`)

describe('a schema that names no kind', () => {
  const cases: readonly (readonly [string, JsonSchema])[] = [
    ['text', { type: 'string' }], ['text', {}],
    ['long-text', { type: 'string', maxLength: 2000 }],
    ['date', { type: 'string', format: 'date' }], ['partial-date', { type: 'string', format: 'partial-date' }],
    ['email', { type: 'string', format: 'email' }], ['phone', { type: 'string', format: 'vn-phone' }],
    ['tax-code', { type: 'string', format: 'vn-tax-code' }], ['identity-number', { type: 'string', format: 'vn-identity-number' }],
    ['radios', { type: 'string', enum: list(10) }], ['select', { type: 'string', enum: list(11) }],
    ['radios', { oneOf: [{ const: 'a', title: 'A' }, { const: 'b', title: 'B' }] }],
    ['checkboxes', { type: 'array', items: { enum: list(3) } }],
    ['repeating-group', { type: 'array', items: { type: 'object', properties: {} } }],
    ['yes-no', { type: 'boolean' }], ['declaration', { type: 'boolean', const: true }],
    ['number', { type: 'number' }], ['number', { type: 'integer' }],
    ['address', { type: 'object', properties: { province: {}, commune: {} } }], ['fieldset', { type: 'object', properties: { a: {} } }],
    ['country', { type: 'string', format: 'iso-country' }], ['ethnicity', { type: 'string', format: 'vn-ethnicity' }],
  ]
  it.each(cases)('is served as %s: %j', (kind, schema) => {
    expect(inferKind(schema).id).toBe(kind)
  })
})

describe('the registry', () => {
  it('holds each kind under its own id, and refuses an id that it does not know by naming those it does', () => {
    expect(Object.entries(FIELD_KINDS).every(([id, kind]) => kind.id === id)).toBe(true)
    expect(() => kindOf('constructor')).toThrow(/No field kind "constructor"\. Known: .*person-name/)
  })
})

describe('an identity number', () => {
  it.each([
    ['025188001010', { province: '025', sex: 'female', birthYear: 1988 }],
    ['001089123500', { province: '001', sex: 'male', birthYear: 1989 }],
    ['001224005678', { province: '001', sex: 'male', birthYear: 2024 }],
    ['001324005678', { province: '001', sex: 'female', birthYear: 2024 }],
  ])('%s tells place, sex and year of birth', (number, parts) => {
    expect(identityParts(number)).toEqual(parts)
  })
  it('tells nothing when it is not 12 digits', () => {
    expect(['123456789', '', '00108912350a'].map(identityParts)).toEqual([undefined, undefined, undefined])
  })
})

describe('sentences', () => {
  const holes = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).toSorted()
  const pairs = [...Object.entries(vi).map(([key, text]) => [key, text, Object.entries(en).find(([other]) => other === key)?.[1]] as const),
    ...Object.entries(viField).map(([key, text]) => [key, text, Object.entries(enField).find(([other]) => other === key)?.[1]] as const)]

  it.each(pairs)('%s has the same holes in both languages', (_key, vietnamese, english) => {
    expect(english).toBeDefined()
    expect(holes(english ?? '')).toEqual(holes(vietnamese))
  })

  it('group large numbers as the language does', () => {
    const issue = { code: 'too-large' as IssueCode, params: { limit: 1_500_000 } }
    expect(issueText(issue, 'vi', 'Vốn')).toContain('1.500.000')
    expect(issueText(issue, 'en', 'Capital')).toContain('1,500,000')
  })

  it('give way to the author\'s own', () => {
    expect(issueText({ code: 'required', params: {}, text: { vi: 'Hãy ghi tên chợ.', en: '' } }, 'en', 'Chợ')).toBe('Hãy ghi tên chợ.')
    expect(translate('issue.required', 'vi')).not.toBe('')
  })
})
