import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { PackageError } from '../../../forms/documents/package/package-error.ts'
import { savePackage } from '../../../forms/documents/package/save-package.ts'
import { makeDocx, para } from '../make-docx.ts'

const DOCX = makeDocx(para('Họ và tên: ………'))

const codeOf = (bytes: Uint8Array): string => {
  try { openPackage(bytes) } catch (error) {
    if (error instanceof PackageError) return error.code
    throw error
  }
  return 'opened'
}

const ole = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600), ...[...stream].flatMap((char) => [char.charCodeAt(0), 0])])

const changed = (bytes: Uint8Array, change: (copy: Uint8Array, view: DataView) => void): Uint8Array => {
  const copy = bytes.slice()
  change(copy, new DataView(copy.buffer))
  return copy
}

const find = (view: DataView, signature: number): number => {
  for (let at = 0; at < view.byteLength - 4; at++) if (view.getUint32(at, true) === signature) return at
  return -1
}

describe('opening a package', () => {
  test('gives its entries in order, as bytes and as text, and knows the body', () => {
    const pkg = openPackage(DOCX)
    expect(pkg.names[0]).toBe('[Content_Types].xml')
    expect(pkg.main).toBe('word/document.xml')
    expect(pkg.text(pkg.main)).toContain('Họ và tên')
  })

  test('keeps a byte order mark, so that offsets in the text are right for the bytes', () => {
    const pkg = openPackage(makeDocx('', { others: { 'word/other.xml': strToU8('\uFEFF<a/>') } }))
    expect(pkg.text('word/other.xml')).toBe('\uFEFF<a/>')
  })

  test.each([
    ['rubbish', strToU8('hello'), 'not-a-docx'],
    ['nothing', new Uint8Array(), 'not-a-docx'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'not-a-docx'],
    ['a .doc', ole('WordDocument'), 'legacy-doc'],
    ['an encrypted file', ole('EncryptedPackage'), 'encrypted'],
    ['an .xls', ole('Workbook'), 'not-a-docx'],
    ['an .odt', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), 'odt'],
    ['macros', makeDocx('', { others: { 'word/vbaProject.bin': new Uint8Array(3) } }), 'macros'],
    ['no body', zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), 'no-document'],
    ['a zip that is cut off', DOCX.slice(0, DOCX.length - 30), 'broken-zip'],
    ['a directory that points nowhere', changed(DOCX, (_, view) => view.setUint32(DOCX.length - 6, 0xfffffff, true)), 'broken-zip'],
    ['content of another checksum', changed(DOCX, (_, view) => view.setUint32(find(view, 0x02014b50) + 16, 7, true)), 'broken-zip'],
    ['60 MB of zeros', makeDocx('', { others: { 'word/big.bin': new Uint8Array(60 << 20) } }), 'zip-bomb'],
    ['10 MB that were packed a thousandfold', makeDocx('', { others: { 'word/big.bin': new Uint8Array(10 << 20) } }), 'zip-bomb'],
    ['an entry that is larger than it says', changed(DOCX, (_, view) => view.setUint32(find(view, 0x02014b50) + 24, 5, true)), 'zip-bomb'],
    ['five thousand entries', makeDocx('', { others: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x/${i}x`, new Uint8Array()])) }), 'zip-bomb'],
  ])('refuses %s by name', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('says in both languages what to do', () => {
    expect(new PackageError('encrypted').text.vi).toMatch(/mật khẩu.*Word/)
    expect(new PackageError('encrypted').text.en).toMatch(/password.*Word/)
  })
})

describe('saving a package', () => {
  test('changes what is changed, keeps the rest and the order, and has no clock', () => {
    const pkg = openPackage(DOCX)
    const saved = savePackage(pkg, new Map([['word/document.xml', strToU8('<changed/>')]]))
    const before = unzipSync(DOCX)
    const after = unzipSync(saved)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(after).toEqual({ ...before, 'word/document.xml': strToU8('<changed/>') })
    expect(savePackage(pkg, new Map([['word/document.xml', strToU8('<changed/>')]]))).toEqual(saved)
  })
})
