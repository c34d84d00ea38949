import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileForm } from '../../../forms/compile/index.ts'
import { dvc, ROOT } from './run-dvc.ts'

const CODE = '1.000894'
const OLD = join(ROOT, 'forms/procedures', CODE)
let folder: string
let server: Server
let origin: string
const at = (name: string): string => join(folder, name)
const compat = (old: string, next: string, ...more: readonly string[]) => dvc(['compat', old, next, ...more])

/** Part of a procedure's JSON as far as these tests change it. */
type Form = { properties: { filing: { title: string; required: string[]; properties: Record<string, { title?: string; maxLength?: number }> } } }

const editForm = async (name: string, edit: (form: Form) => void): Promise<void> => {
  await cp(OLD, at(`${name}/${CODE}`), { recursive: true })
  const path = at(`${name}/${CODE}/form.schema.json`)
  const form = JSON.parse(await readFile(path, 'utf8')) as Form
  edit(form)
  await writeFile(path, JSON.stringify(form))
}

/** The two calls of the API, for the published version. */
const portal = (): Server => createServer((incoming, outgoing) => {
  const known: Readonly<Record<string, string>> = { [`/api/v1/procedures/${CODE}`]: 'procedure.json', [`/api/v1/procedures/${CODE}/schema`]: 'form.schema.json' }
  const file = known[incoming.url ?? '']
  if (file === undefined) { outgoing.writeHead(404).end('{}'); return }
  void readFile(join(OLD, file), 'utf8').then((text) => { outgoing.end(file === 'procedure.json' ? text : JSON.stringify(compileForm(JSON.parse(text)).schema)) })
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-compat-'))
  await editForm('narrow', ({ properties: { filing } }) => { filing.required.push('email'); delete filing.properties['phone'] })
  await editForm('wide', ({ properties: { filing } }) => { filing.title = 'Nơi nộp'; filing.properties['fax'] = { title: 'Số fax' } })
  await writeFile(at('schema.json'), JSON.stringify(compileForm(JSON.parse(await readFile(join(OLD, 'form.schema.json'), 'utf8'))).schema))
  server = portal()
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/procedures`
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('dvc compat', () => {
  it('ends with 0 for the same version, whichever way it is told', async () => {
    for (const next of [OLD, `${origin}/${CODE}/schema`]) expect(await compat(OLD, next, '--lang', 'en')).toMatchObject({ code: 0, out: 'Both versions are the same.\n' })
    expect(await compat(at('schema.json'), OLD, '--lang', 'vi')).toMatchObject({ code: 0, out: 'Hai bản giống nhau.\n(Không so giấy tờ: chỉ có lược đồ câu trả lời.)\n' })
  })

  it('ends with 1 where it breaks, and says whom, where and how, in both languages', async () => {
    const en = await compat(at('schema.json'), at(`narrow/${CODE}`), '--lang', 'en')
    expect(en).toMatchObject({ code: 1, err: '' })
    expect(en.out).toMatch(/^Breaks who sends answers:\n {2}\/filing\/email: is required now\n {2}\/filing\/phone: this field is gone\nBreaks who reads answers:\n {2}\/filing\/phone: this field is gone\n/)
    expect((await compat(OLD, at(`narrow/${CODE}`), '--lang', 'vi')).out).toContain('Hỏng bên gửi câu trả lời:\n  /filing/email: trở thành bắt buộc\n')
    const { code, out } = await compat(`${origin}/${CODE}/schema`, at(`narrow/${CODE}`), '--json', '--lang', 'en')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ compatible: false, papers: true, changes: [{ pointer: '/filing/email', change: 'required', breaks: 'sender', message: '/filing/email: is required now' }, { pointer: '/filing/phone', change: 'field-removed', breaks: 'sender' }, { breaks: 'reader' }] })
  })

  it('ends with 0 where it breaks nobody, and tells what is new', async () => {
    const { code, out } = await compat(OLD, at(`wide/${CODE}`), '--lang', 'en')
    expect({ code, out }).toEqual({ code: 0, out: 'Breaks nobody:\n  /filing: other words\n  /filing/fax: a new field, which may be left out\nCompatible: what runs now goes on running.\n' })
  })

  it('a posting without a form breaks who has sent dossiers', async () => {
    expect(await compat(OLD, join(ROOT, 'forms/procedures/1.013076'), '--lang', 'en')).toMatchObject({ code: 1, out: expect.stringContaining('can no longer be applied for online') })
  })

  it.each<[string, () => readonly string[], number, string]>([
    ['one operand', () => [OLD], 2, 'dvc compat OLD NEW'],
    ['a file that is not there', () => [OLD, at('nowhere.json')], 1, 'cannot be read'],
    ['a file that is no schema', () => [OLD, join(ROOT, 'package.json')], 1, 'GET /api/v1/procedures/{code}/schema'],
    ['a folder of nothing', () => [OLD, join(ROOT, 'tests')], 1, 'neither a procedure\'s folder'],
    ['an address that answers 404', () => [OLD, `${origin}/0.000000/schema`], 1, 'answered 404'],
    ['an address that nobody listens at', () => [OLD, 'http://127.0.0.1:9/schema'], 1, 'could not be reached'],
  ])('%s is refused in words', async (_what, operands, code, words) => {
    const ran = await dvc(['compat', ...operands(), '--lang', 'en'])
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(words) })
    expect((await dvc(['compat', ...operands(), '--lang', 'vi'])).err).toMatch(/[ạ-ỹ]/i)
  })
})
