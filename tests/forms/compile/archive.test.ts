import { zipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packProcedure, packProcedures, unpackProcedures } from '../../../forms/compile/archive.ts'
import { readProcedureBytes, readProcedureFolder } from '../../../forms/compile/read-folder.ts'

const DIR = 'forms/procedures/1.001193'

describe('a packed procedure', () => {
  it('is the folder again, and the same folder is the same bytes', async () => {
    const files = await readProcedureBytes(DIR)
    const archive = packProcedure('1.001193', files)
    expect(unpackProcedures(archive)).toEqual([{ ...await readProcedureFolder(DIR), dir: '1.001193', wordForm: new Uint8Array(files['form.docx'] ?? []) }])
    expect(packProcedure('1.001193', { ...files })).toEqual(archive)
  })
  it('can hold many', () => {
    const file = strToU8('{}')
    expect(unpackProcedures(packProcedures({ '1.000001': { 'procedure.json': file }, '1.000002': { 'procedure.json': file } })).map(({ dir }) => dir)).toEqual(['1.000001', '1.000002'])
  })
  it('holds a procedure\'s files and nothing else', () => {
    const [source] = unpackProcedures(zipSync({ '1.000001/procedure.json': strToU8('{}'), '1.000001/evil.sh': strToU8('x') }))
    expect(source).toMatchObject({ dir: '1.000001', record: { state: 'read' }, schema: { state: 'missing' }, wordMap: { state: 'missing' } })
  })
  it.each(['../etc/procedure.json', '../procedure.json', '/procedure.json', 'procedure.json', 'a/b/procedure.json'])('is refused where a file lies at %s', (path) => {
    expect(() => unpackProcedures(zipSync({ [path]: strToU8('{}') }))).toThrow('procedure folders')
  })
  it('is refused as rubbish, with more folders than a batch has, and as a bomb by what it claims', () => {
    expect(() => unpackProcedures(zipSync(Object.fromEntries(Array.from({ length: 501 }, (_none, n) => [`p${n}/procedure.json`, strToU8('{}')]))))).toThrow('procedure folders')
    expect(() => unpackProcedures(strToU8('PK not a zip'))).toThrow()
    expect(() => unpackProcedures(zipSync({ 'a/form.docx': new Uint8Array(30 * 1024 * 1024) }))).toThrow('more than')
  })
  it('cannot be called what would leave its place', () => { expect(() => packProcedure('../x', {})).toThrow('cannot be called') })
})
