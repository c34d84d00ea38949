import { describe, expect, test } from 'vitest'
import { attribute, childAt, descendants, isOn, localName } from '../../../forms/documents/xml/elements.ts'
import { isText, parsePart } from '../../../forms/documents/xml/parse-part.ts'
import { escapeXml, splice } from '../../../forms/documents/xml/splice.ts'
import { placeText } from '../../../forms/documents/xml/text-map.ts'

describe('parsing a part', () => {
  const source = '\uFEFF<?xml version="1.0"?>\r\n<w:a xmlns:w="urn:w" w:x="1">😀&amp;<w:b>Hà &lt; <![CDATA[<Nội>]]>&#x1F600;\r\nx</w:b></w:a>'
  const part = parsePart('a.xml', source)

  test('offsets are UTF-16 of the source, with byte order mark, emoji, entities and CDATA', () => {
    const [text, b] = part.root.children
    expect(source.slice(text?.start, text?.end)).toBe('😀&amp;')
    expect(source.slice(b?.start, b?.end)).toMatch(/^<w:b>Hà .*<\/w:b>$/s)
  })

  test('every character of a text knows where it is written', () => {
    const text = childAt(part.root, 'b')?.children.find(isText)
    const placed = placeText(source, text?.start ?? 0, text?.end ?? 0)
    expect(placed.map(({ char }) => char).join('')).toBe(text?.text)
    expect(placed.map(({ start, end }) => source.slice(start, end)).join('|')).toBe('H|à| |&lt;| |<|N|ộ|i|>|&#x1F600;|\r\n|x')
  })

  test.each([['<!DOCTYPE a><a/>', 'doctype-or-entities'], ['<a>', 'broken-xml'], ['', 'broken-xml'], ['<a>'.repeat(100_000), 'broken-xml'], [`${'<a>'.repeat(1500)}${'</a>'.repeat(1500)}`, 'broken-xml']])('refuses %.20s', (source, code) => {
    expect(() => parsePart('a.xml', source)).toThrow(expect.objectContaining({ code }))
  })

  test('finds by local name', () => {
    expect(localName(part.root)).toBe('a')
    expect(attribute(part.root, 'x')).toBe('1')
    expect(descendants(part.root, 'b')).toHaveLength(1)
    expect([isOn(undefined), isOn(part.root), isOn(parsePart('b', '<w:b xmlns:w="u" w:val="0"/>').root)]).toEqual([false, true, false])
  })
})

describe('splicing', () => {
  test('makes edits in any order and touches nothing else', () => {
    expect(splice('abcdef', [{ start: 4, end: 5, text: 'X' }, { start: 1, end: 1, text: '1' }, { start: 1, end: 3, text: '' }])).toBe('a1dXf')
  })

  test('refuses edits that overlap or lie outside', () => {
    expect(() => splice('abc', [{ start: 0, end: 2, text: '' }, { start: 1, end: 3, text: '' }])).toThrow(RangeError)
    expect(() => splice('abc', [{ start: 2, end: 9, text: '' }])).toThrow(RangeError)
  })

  test('escapes what XML must not hold', () => {
    expect(escapeXml('a<b>&"\u0000\u0008x\ny😀')).toBe('a&lt;b&gt;&amp;&quot;x\ny😀')
  })
})
