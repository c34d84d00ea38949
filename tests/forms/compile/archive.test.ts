import { zipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packProcedure, unpackProcedure } from '../../../forms/compile/archive.ts'
import { readProcedureBytes, readProcedureFolder } from '../../../forms/compile/read-folder.ts'

const DIR = 'forms/procedures/1.001193'

describe('a packed procedure', () => {
  it('is the folder again, and the same folder is the same bytes', async () => {
    const files = await readProcedureBytes(DIR)
    const archive = packProcedure('1.001193', files)
    expect(unpackProcedure(archive)).toEqual({ ...await readProcedureFolder(DIR), dir: '1.001193', wordForm: new Uint8Array(files['form.docx'] ?? []) })
    expect(packProcedure('1.001193', { ...files })).toEqual(archive)
  })
  it('holds a procedure\'s files and nothing else', () => {
    const source = unpackProcedure(zipSync({ '1.000001/procedure.json': strToU8('{}'), '1.000001/evil.sh': strToU8('x') }))
    expect(source).toMatchObject({ dir: '1.000001', record: { state: 'read' }, schema: { state: 'missing' }, wordMap: { state: 'missing' } })
  })
  it.each(['../etc/procedure.json', '../procedure.json', '/procedure.json', 'procedure.json', 'a/b/procedure.json'])('is refused where a file lies at %s', (path) => {
    expect(() => unpackProcedure(zipSync({ [path]: strToU8('{}') }))).toThrow('one procedure folder')
  })
  it('is refused with two folders, as rubbish, and as a bomb by what it claims', () => {
    expect(() => unpackProcedure(zipSync({ 'a/procedure.json': strToU8('{}'), 'b/procedure.json': strToU8('{}') }))).toThrow('one procedure folder')
    expect(() => unpackProcedure(strToU8('PK not a zip'))).toThrow()
    expect(() => unpackProcedure(zipSync({ 'a/form.docx': new Uint8Array(30 * 1024 * 1024) }))).toThrow('more than')
  })
  it('cannot be called what would leave its place', () => { expect(() => packProcedure('../x', {})).toThrow('cannot be called') })
})
