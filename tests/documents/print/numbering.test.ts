import { describe, expect, it } from 'vitest'
import { formatNumber, startCounting } from '../../../forms/documents/print/read/numbering.ts'
import { parsePart } from '../../../forms/documents/xml/parse-part.ts'

const level = (at: number, format: string, text: string): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2)')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`

describe('numbering', () => {
  it('counts levels, and begins the lower ones anew', () => {
    const count = startCounting(parsePart('numbering.xml', NUMBERING).root)
    const labels = [['1', 0], ['1', 1], ['1', 1], ['1', 0], ['1', 1]].map(([list, at]) => count(String(list), Number(at))?.text)
    expect(labels).toEqual(['I.', 'I.1)', 'I.2)', 'II.', 'II.1)'])
  })
  it('starts where a list says', () => expect(startCounting(parsePart('numbering.xml', NUMBERING).root)('2', 0)?.text).toBe('V.'))
  it('has no label for an unknown list', () => expect(startCounting(undefined)('9', 0)).toBeUndefined())
  it('writes letters and Roman numbers', () => {
    expect([1, 26, 27].map((number) => formatNumber(number, 'lowerLetter'))).toEqual(['a', 'z', 'aa'])
    expect([4, 9, 14, 1994].map((number) => formatNumber(number, 'upperRoman'))).toEqual(['IV', 'IX', 'XIV', 'MCMXCIV'])
  })
})
