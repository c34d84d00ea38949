import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPackage } from '../../../forms/documents/package/open-package.ts'
import { readForm } from '../../../forms/documents/read/read-form.ts'
import { dvc, jsonOf, ROOT } from './run-dvc.ts'

let folder = ''
const code = '1.001193'
const procedure = (): string => join(folder, code)
const english = { env: { LANG: 'en_GB.UTF-8' } }

const writeMap = async (): Promise<void> => {
  const form = readForm(new Uint8Array(await readFile(join(procedure(), 'form.docx'))))
  const holes = form.holes.map(({ n, label }) => (n === 1 ? { n, label, answer: '/applicant/fullName', as: 'capitals' } : { n, label, none: 'not needed here' }))
  const unprinted = ['applicant', 'child', 'mother', 'father', 'marriage', 'copies', 'declaration'].map((name) => ({ answer: `/${name}`, why: 'not needed here' }))
  await writeFile(join(procedure(), 'form.map.json'), JSON.stringify({ holes, unprinted }))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-fill-'))
  await cp(join(ROOT, 'forms/procedures', code), procedure(), { recursive: true })
  await writeMap()
  const { valid: [example] } = JSON.parse(await readFile(join(procedure(), 'examples.json'), 'utf8'))
  await writeFile(join(folder, 'answers.json'), JSON.stringify({ answers: example.answers }))
  await writeFile(join(folder, 'part.json'), JSON.stringify({ applicant: { fullName: 'Lê Thị Ánh' } }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('dvc fill', () => {
  it('writes the paper and says that it reads back', async () => {
    const output = join(folder, 'out.docx')
    const ran = await dvc(['fill', procedure(), join(folder, 'answers.json'), '-o', output, '--json'])
    expect({ code: ran.code, ...jsonOf(ran) }).toEqual({ code: 0, file: output, filled: 1, faults: [] })
    expect(openPackage(new Uint8Array(await readFile(output))).text('word/document.xml')).toContain('TRẦN THỊ HOA')
  })

  it('prints a PDF where the name to write ends so', async () => {
    const output = join(folder, 'filled.pdf')
    expect(await dvc(['fill', procedure(), join(folder, 'answers.json'), '-o', output], english)).toMatchObject({ code: 0 })
    expect((await readFile(output)).subarray(0, 8).toString()).toBe('%PDF-1.7')
  })

  it('refuses answers that are not valid and writes nothing; with --anyway it fills what there is', async () => {
    const output = join(folder, 'part.docx')
    const refused = await dvc(['fill', procedure(), join(folder, 'part.json'), '-o', output], english)
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/not valid[\s\S]*\/applicant\/birthDate/) })
    await expect(readFile(output)).rejects.toThrow('ENOENT')
    expect((await dvc(['fill', procedure(), join(folder, 'part.json'), '-o', output, '--anyway'])).code).toBe(0)
    expect(openPackage(new Uint8Array(await readFile(output))).text('word/document.xml')).toContain('LÊ THỊ ÁNH')
  })

  it.each([
    ['no answers', async () => join(folder, 'nothing.json'), 'cannot be read'],
    ['answers that are no JSON', async () => { await writeFile(join(folder, 'bad.json'), '{'); return join(folder, 'bad.json') }, 'is not JSON'],
    ['answers that are no object', async () => { await writeFile(join(folder, 'list.json'), '[]'); return join(folder, 'list.json') }, 'must be a JSON object'],
  ])('tells %s', async (_what, path, said) => {
    expect(await dvc(['fill', procedure(), await path()], english)).toMatchObject({ code: 1, err: expect.stringContaining(said) })
  })

  it('tells where it cannot write', async () => {
    expect(await dvc(['fill', procedure(), join(folder, 'answers.json'), '-o', join(folder, 'no/such/place.docx')], english)).toMatchObject({ code: 1, err: expect.stringContaining('Choose another place with -o') })
  })

  it('tells what the folder lacks, and a Word form that is none', async () => {
    expect(await dvc(['fill', join(ROOT, 'forms/procedures/2.001098'), join(folder, 'answers.json')], english)).toMatchObject({ code: 1, err: expect.stringContaining('form.schema.json') })
    const broken = join(folder, 'broken')
    await cp(procedure(), broken, { recursive: true })
    await writeFile(join(broken, 'form.docx'), 'no Word file')
    expect(await dvc(['fill', broken, join(folder, 'answers.json')], english)).toMatchObject({ code: 1, err: expect.stringContaining('form.docx: This is no Word file') })
  })
})
