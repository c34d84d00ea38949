import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDocx, para } from '../../documents/make-docx.ts'
import { startLocalServer, type LocalServer } from '../../local-server.ts'
import { dvc, jsonOf, ROOT } from './run-dvc.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-cli-'))
  await cp(join(ROOT, 'forms/procedures/1.001612'), join(folder, '1.001612'), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A copy under another code, as an author's own procedure is. */
const copyAs = async (code: string): Promise<string> => {
  const dir = join(folder, code)
  await cp(join(folder, '1.001612'), dir, { recursive: true })
  const record = join(dir, 'procedure.json')
  await writeFile(record, (await readFile(record, 'utf8')).replace('"1.001612"', JSON.stringify(code)))
  return dir
}

describe('npx dvc', () => {
  it('runs the command line with the Node that npm installed, and hands its exit code on', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'forms/dvc.mjs'), 'lint', 'no-such', '--json', '--lang', 'en'], { cwd: folder, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ problem: expect.stringContaining('no-such') })
  })
  it('is the bin of the package', async () => { expect(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))).toMatchObject({ bin: { dvc: 'forms/dvc.mjs' } }) })
})

describe('dvc lint', () => {
  it('passes a whole folder, from wherever it is called', async () => {
    expect(await dvc(['lint', '1.001612', '--lang', 'en'], { cwd: folder })).toMatchObject({ code: 0, out: expect.stringContaining('1 procedures, 0 errors') })
    expect(await dvc(['lint', '.', '--lang', 'en'], { cwd: join(folder, '1.001612') })).toMatchObject({ code: 0 })
  })
  it('names file, place and remedy, in the language asked for, and exits with 1', async () => {
    const dir = await copyAs('0.000002')
    await writeFile(join(dir, 'procedure.json'), '{ "code": ')
    const ran = await dvc(['lint', '0.000002'], { cwd: folder })
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(/lỗi {2}0\.000002\/procedure\.json\n.*Sửa cú pháp JSON/) })
    expect(jsonOf(await dvc(['lint', '0.000002', '--json', '--lang', 'en'], { cwd: folder }))).toMatchObject({ errors: 1, procedures: [{ findings: [expect.objectContaining({ file: 'procedure.json', remedy: expect.stringContaining('Mend') })] }] })
  })
  it('says which folder is not there', async () => { expect(await dvc(['lint', 'no-such', '--lang', 'en'], { cwd: folder })).toMatchObject({ code: 1, err: expect.stringContaining('no-such"') }) })
})

describe('dvc publish, with no portal', () => {
  it('says so, and what to do', async () => { expect(await dvc(['publish', '1.001612'], { cwd: folder })).toMatchObject({ code: 3, err: expect.stringContaining('npm start') }) })
  it('refuses what is no procedure', async () => { expect(await dvc(['publish', '.', '--lang', 'en'], { cwd: await mkdtemp(join(folder, 'empty-')) })).toMatchObject({ code: 1 }) })
})

describe('dvc import-catalogue', () => {
  it('says that the file is not there, is broken, is no list, or holds nothing', async () => {
    const at = async (name: string, content: string | Uint8Array): Promise<string> => { await writeFile(join(folder, name), content); return (await dvc(['import-catalogue', name, '--out', 'x', '--lang', 'en'], { cwd: folder })).err }
    expect((await dvc(['import-catalogue', 'no.csv', '--lang', 'en'], { cwd: folder })).err).toContain('cannot be opened')
    expect(await at('a.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 1]))).toContain('cannot be unpacked')
    expect(await at('b.csv', new Uint8Array([0x4d, 0xe3, 0x20]))).toContain('not UTF-8')
    expect(await at('c.csv', 'ma_thu_tuc,ten_thu_tuc\n')).toContain('holds no procedure')
  })
  it('needs a portal, and says so before anything is sent', async () => {
    await writeFile(join(folder, 'd.csv'), 'ma_thu_tuc,ten_thu_tuc\n8.000001,Thử\n')
    expect(await dvc(['import-catalogue', 'd.csv'], { cwd: folder })).toMatchObject({ code: 3, err: expect.stringContaining('npm start') })
  })
})

describe('dvc publish --stack', () => {
  /** Stands for the AWS CLI: notes how it was called and answers as it would. */
  const standIn = async (invoke: string): Promise<{ readonly env: Readonly<Record<string, string>>; readonly calls: () => Promise<readonly string[]> }> => {
    const bin = await mkdtemp(join(tmpdir(), 'dvc-aws-'))
    const log = join(bin, 'calls')
    const outputs = JSON.stringify([{ OutputKey: 'PublishedBucket', OutputValue: 'the-bucket' }, { OutputKey: 'PublishFunction', OutputValue: 'the-job' }])
    await writeFile(join(bin, 'aws'), `#!/bin/sh\necho "$@" >> ${log}\ncase "$1" in cloudformation) echo '${outputs}';; lambda) for last; do :; done; ${invoke};; esac\n`)
    await chmod(join(bin, 'aws'), 0o755)
    return { env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` }, calls: async () => (await readFile(log, 'utf8')).trim().split('\n') }
  }
  it('lays the archive under its hash into the bucket and asks the job to take it', async () => {
    const aws = await standIn('echo \'{"kind":"published","code":"1.001612","version":3,"warnings":[]}\' > "$last"; echo \'{"StatusCode":200}\'')
    const ran = await dvc(['publish', '1.001612', '--stack', 'dvc-forms-sandbox', '--json'], { cwd: folder, env: aws.env })
    expect(jsonOf(ran)).toEqual({ procedures: [{ folder: join(folder, '1.001612'), kind: 'published', code: '1.001612', version: 3, findings: [] }] })
    const calls = await aws.calls()
    expect(calls).toEqual([expect.stringContaining('describe-stacks --stack-name dvc-forms-sandbox'), expect.stringMatching(/s3 cp \S+ s3:\/\/the-bucket\/drafts\/[0-9a-f]{64} /), expect.stringContaining('--function-name the-job')])
  })
  it('tells the job\'s own failure, and leaves nothing behind', async () => {
    const aws = await standIn('echo \'{"errorMessage":"too many versions"}\' > "$last"; echo \'{"FunctionError":"Unhandled"}\'')
    expect(await dvc(['publish', '1.001612', '--stack', 'x', '--lang', 'en'], { cwd: folder, env: aws.env })).toMatchObject({ code: 1, out: expect.stringContaining('failed: too many versions') })
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('dvc-publish-'))).toEqual([])
  })
  it('says that the AWS CLI is missing where it is', async () => {
    expect(await dvc(['publish', '1.001612', '--stack', 'x', '--lang', 'en'], { cwd: folder, env: { PATH: folder } })).toMatchObject({ code: 3, err: expect.stringContaining('AWS CLI') })
  })
})

describe('dvc publish and preview, with the portal of this machine', () => {
  let server: LocalServer
  beforeAll(async () => { server = await startLocalServer() }, 400_000)
  afterAll(() => server.remove())
  const env = (): Readonly<Record<string, string>> => ({ DVC_DATA: server.dataFolder })

  /** What an author does: the list's own folder, with a form beside it and the level that a form makes. */
  const publishRaised = async (code: string): Promise<void> => {
    const out = join(folder, 'listed')
    expect(await dvc(['import-catalogue', join(folder, 'danh-muc.csv'), '--out', out])).toMatchObject({ code: 1 })
    for (const name of ['form.schema.json', 'examples.json']) await cp(join(folder, '1.001612', name), join(out, code, name))
    const path = join(out, code, 'procedure.json')
    const record = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    expect(await dvc(['publish', join(out, code), '--lang', 'en'], { env: env() })).toMatchObject({ code: 1, out: expect.stringContaining('level is still below 3') })
    await writeFile(path, JSON.stringify({ ...record, levels: [{ scheme: 'nd-43-2011', grade: 3 }] }))
    expect(await dvc(['publish', join(out, code), '--json'], { env: env() })).toMatchObject({ code: 0 })
  }

  it('publishes a procedure that citizens find at once, without a restart', async () => {
    const dir = await copyAs('0.000003')
    const ran = await dvc(['publish', dir, '--json'], { env: env() })
    expect(jsonOf(ran)).toMatchObject({ procedures: [{ kind: 'published', code: '0.000003', version: 1, url: `${server.origin}/thu-tuc/0.000003` }] })
    expect(ran.code).toBe(0)
    expect((await fetch(`${server.origin}/thu-tuc/0.000003`)).status).toBe(200)
    expect(jsonOf(await dvc(['publish', dir, '--json'], { env: env() }))).toMatchObject({ procedures: [{ kind: 'unchanged', version: 1 }] })
  })
  it('shows where a previewed form is', async () => {
    const dir = await copyAs('0.000004')
    const { form } = jsonOf(await dvc(['preview', dir, '--json'], { env: env() }))
    expect(form).toBe(`${server.origin}/thu-tuc/0.000004/nop`)
    expect((await fetch(String(form))).status).toBe(200)
  })
  it('posts a whole list at level 2, which citizens find at once; a form raises one to level 3, and the list does not lower it again', async () => {
    const list = join(folder, 'danh-muc.csv')
    const rows = Array.from({ length: 130 }, (_none, n) => `8.${String(n).padStart(6, '0')},Cấp phép thử số ${n},Cấp xã,Lĩnh vực thử,"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp5 NgàyMiễn phí"`)
    await writeFile(list, ['Mã thủ tục,Tên thủ tục,Cấp thực hiện,Lĩnh vực,Cách thức thực hiện', ...rows, 'x,Không mã,,,'].join('\n'))
    const ran = await dvc(['import-catalogue', list, '--json', '--lang', 'en'], { env: env() })
    expect(ran.code).toBe(1)
    expect(jsonOf(ran)).toMatchObject({ read: 130, published: 130, unchanged: 0, kept: 0, refused: 0, failed: 0, bad: [{ line: 132, reason: expect.stringContaining('code') }] })
    expect(await (await fetch(`${server.origin}/?q=cap+phep+thu+so+77`)).text()).toMatch(/thu-tuc\/8\.000077/)
    expect(await (await fetch(`${server.origin}/thu-tuc/8.000077`)).text()).toContain('danh-muc.csv')
    await publishRaised('8.000077')
    expect(await (await fetch(`${server.origin}/?muc-do=muc-3`)).text()).toMatch(/thu-tuc\/8\.000077/)
    expect(jsonOf(await dvc(['import-catalogue', list, '--json'], { env: env() }))).toMatchObject({ published: 0, unchanged: 129, kept: 1 })
    expect((await fetch(`${server.origin}/thu-tuc/8.000077/nop`)).status).toBe(200)
  })
  it('raises what the portal posts with its Word form: import, lint, publish; the list\'s texts stay', async () => {
    const list = join(folder, 'mot.csv')
    await writeFile(list, 'ma_thu_tuc,ten_thu_tuc,cap_thuc_hien,linh_vuc,co_quan_thuc_hien,so_quyet_dinh,trinh_tu_thuc_hien,can_cu_phap_ly,cach_thuc_thuc_hien\n8.100001,Cấp lại thẻ thử,Cấp tỉnh,Lĩnh vực thử,Sở Thử nghiệm,12/QĐ-THỬ,Nộp tại bộ phận một cửa,Luật Thử,"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp7 NgàyMiễn phí"\n')
    expect(await dvc(['import-catalogue', list], { env: env() })).toMatchObject({ code: 0 })
    expect(await (await fetch(`${server.origin}/?q=cap+lai+the+thu&muc-do=muc-2`)).text()).toMatch(/thu-tuc\/8\.100001/)
    const [form, out] = [join(folder, 'don.docx'), join(folder, 'raised', '8.100001')]
    await writeFile(form, makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', '<w:jc w:val="center"/>') + para('Họ và tên: ............') + para('Lý do: ............')))
    expect(await dvc(['import', form, '--raise', '8.100001', '-o', out], { env: env() })).toMatchObject({ code: 0 })
    expect(await dvc(['lint', out])).toMatchObject({ code: 0 })
    expect(jsonOf(await dvc(['publish', out, '--json'], { env: env() }))).toMatchObject({ procedures: [{ kind: 'published', version: 2 }] })
    const told = await (await fetch(`${server.origin}/api/v1/procedures/8.100001`)).json()
    expect(told).toMatchObject({ online: true, levels: [{ grade: 3 }], listedBy: 'mot.csv', decision: '12/QĐ-THỬ', agency: { title: { vi: 'Sở Thử nghiệm' } }, channels: [{ channel: 'online', limits: [{ amount: 7, unit: 'days' }] }, { channel: 'counter' }] })
    expect(await (await fetch(`${server.origin}/?q=cap+lai+the+thu&muc-do=muc-3`)).text()).toMatch(/thu-tuc\/8\.100001/)
    expect(await (await fetch(`${server.origin}/thu-tuc/8.100001`)).text()).toContain('Nộp tại bộ phận một cửa')
    expect((await fetch(`${server.origin}/thu-tuc/8.100001/nop`)).status).toBe(200)
  })
  it('publishes no draft whose author still owes citizens an answer, unless told to', async () => {
    const [form, out] = [join(folder, 'nhap.docx'), join(folder, 'nhap', '0.000009')]
    await writeFile(form, makeDocx(para('ĐƠN ĐỀ NGHỊ CẤP THẺ THỬ', '<w:jc w:val="center"/>') + para('Họ và tên: ............')))
    expect(await dvc(['import', form, '--code', '0.000009', '-o', out], { env: env() })).toMatchObject({ code: 0 })
    expect(await dvc(['publish', out, '--lang', 'en'], { env: env() })).toMatchObject({ code: 1, err: expect.stringMatching(/procedure\.json: .*\/channels\/0\/limits\/0\/note.*--unfinished/) })
    expect((await fetch(`${server.origin}/thu-tuc/0.000009`)).status).toBe(404)
    expect(await dvc(['publish', out, '--unfinished', '--json'], { env: env() })).toMatchObject({ code: 0 })
    expect((await fetch(`${server.origin}/thu-tuc/0.000009`)).status).toBe(200)
  })
  it('answers rubbish in the inbox with an error, and goes on', async () => {
    await writeFile(join(server.dataFolder, 'inbox', 'rubbish.zip'), 'PK rubbish')
    const answer = join(server.dataFolder, 'inbox', 'rubbish.json')
    await expect.poll(() => readFile(answer, 'utf8').catch(() => ''), { timeout: 30_000 }).toContain('"ok":false')
    expect(jsonOf(await dvc(['publish', '1.001612', '--json'], { cwd: folder, env: env() }))).toMatchObject({ procedures: [{ kind: 'unchanged' }] })
  })
  it('tells the findings of the publish job, and changes nothing, where a folder is wrong', async () => {
    const dir = await copyAs('0.000005')
    await writeFile(join(dir, 'form.schema.json'), '{"type": "object", "properties": {"a": {"type": "string"}}}')
    expect(await dvc(['publish', dir], { env: env() })).toMatchObject({ code: 1, out: expect.stringContaining('form.schema.json#/properties/a') })
    expect((await fetch(`${server.origin}/thu-tuc/0.000005`)).status).toBe(404)
  })
})
