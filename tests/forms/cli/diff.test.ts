import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDocx, para } from '../../documents/make-docx.ts'
import { dvc } from './run-dvc.ts'

const DOTS = '.'.repeat(60)
const edition = (...labels: readonly string[]): Uint8Array => makeDocx(para('ĐƠN ĐỀ NGHỊ') + labels.map((label) => para(`${label}: ${DOTS}`)).join(''))

let folder: string
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvc-diff-'))
  await writeFile(at('old.docx'), edition('Họ và tên', 'Ngày, tháng, năm sinh', 'Nơi cư trú'))
  await writeFile(at('new.docx'), edition('Họ và tên', 'Nơi cư trú', 'Số điện thoại'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('dvc diff', () => {
  it('finds an edition the same as itself', async () => {
    expect(await dvc(['diff', at('old.docx'), at('old.docx'), '--lang', 'en'])).toMatchObject({ code: 0, out: expect.stringContaining('the same') })
  })
  it('tells which holes appeared and which are gone', async () => {
    const { code, out } = await dvc(['diff', at('old.docx'), at('new.docx'), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ same: false, appeared: [{ label: 'Số điện thoại', kind: 'phone' }], gone: [{ label: 'Ngày, tháng, năm sinh' }] })
    expect((await dvc(['diff', at('old.docx'), at('new.docx'), '--lang', 'vi'])).out).toMatch(/Ô mới:\n {2}3\. Số điện thoại/)
  })
  it('says what to do with a file that is no Word form', async () => {
    await writeFile(at('text.docx'), 'no Word file')
    expect(await dvc(['diff', at('old.docx'), at('text.docx'), '--lang', 'en'])).toMatchObject({ code: 1, err: expect.stringContaining('is no Word file') })
  })
})
