import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { EXIT, Problem } from '../../../forms/cli/command.ts'
import { readWordFile } from '../../../forms/cli/read-word-file.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'dvc-word-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))
const PATH = process.env['PATH']
afterEach(() => { process.env['PATH'] = PATH })

const file = async (name: string, content: Uint8Array): Promise<string> => { await writeFile(join(folder, name), content); return join(folder, name) }
const quiet = (): void => {}
const problem = (path: string): Promise<unknown> => readWordFile(path, quiet).then(() => undefined, (error: unknown) => error)
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const hasOffice = (() => { try { execFileSync('soffice', ['--version'], { stdio: 'ignore' }); return true } catch { return false } })()

describe('a file given as a Word form', () => {
  it('is taken as it is when it is a zip, whatever its name', async () => {
    const bytes = zipSync({ 'word/document.xml': strToU8('<x/>') })
    expect(new Uint8Array(await readWordFile(await file('form.bin', bytes), quiet))).toEqual(bytes)
  })
  it.each([
    ['a PDF', strToU8('%PDF-1.7 …'), 'PDF'], ['an empty file', new Uint8Array(), 'empty'], ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'no Word file'],
    ['a document with a password', new Uint8Array([...OLE, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'password'],
  ])('is refused with what to do when it is %s', async (_name, bytes, words) => {
    expect(await problem(await file('form.docx', bytes))).toMatchObject({ exit: EXIT.input, text: { en: expect.stringContaining(words), vi: expect.stringMatching(/\p{L}/u) } })
  })
  it('is missed where it is not there, or is a folder', async () => {
    expect(await problem(join(folder, 'none.docx'))).toMatchObject({ exit: EXIT.input, text: { en: expect.stringContaining('no file') } })
    expect(await problem(folder)).toBeInstanceOf(Problem)
  })
  it.each([['.doc', new Uint8Array(OLE)], ['.rtf', strToU8('{\\rtf1 x}')], ['.odt', zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] })]])('as %s asks for a .docx on a machine without LibreOffice', async (name, bytes) => {
    const path = await file(`form${name}`, bytes)
    process.env['PATH'] = folder
    expect(await problem(path)).toMatchObject({ exit: EXIT.environment, text: { en: expect.stringContaining('Save As'), vi: expect.stringContaining('Lưu thành') } })
  })
  it.skipIf(!hasOffice)('is converted where LibreOffice is on the machine, and nothing is left behind', async () => {
    const told: string[] = []
    const bytes = await readWordFile(await file('form.rtf', strToU8('{\\rtf1\\ansi Ho ten: ........}')), ({ en }) => { told.push(en) })
    expect(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).toContain('Ho ten: ........')
    expect(told).toEqual([expect.stringContaining('Converting form.rtf')])
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('dvc-convert-'))).toEqual([])
  }, 150_000)
})
