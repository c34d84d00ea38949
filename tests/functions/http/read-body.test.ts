import { array, assert, asyncProperty, string, tuple, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../../functions/core/errors.ts'
import { LIMITS } from '../../../functions/http/limits.ts'
import { readForm, readJson } from '../../../functions/http/read-body.ts'
import { readRequest } from '../../../functions/http/request.ts'
import { FORM, gatewayEvent, multipart } from './events.ts'

const posted = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = FORM) =>
  readRequest(gatewayEvent('/phan-anh', { method: 'POST', headers, body }), 'citizen', '')

const refusal = async (run: () => unknown): Promise<string> => {
  try {
    await run()
    return 'accepted'
  } catch (error) {
    return error instanceof AppError ? error.code : `not a refusal: ${String(error)}`
  }
}

const unicode = string({ unit: 'grapheme', maxLength: 40 })
const entries = array(tuple(string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), unicode), { maxLength: 12 })

test('what URLSearchParams writes is read back, whatever the letters and however often a name comes', async () => {
  await assert(asyncProperty(entries, async (pairs) => {
    const { entries: read } = await readForm(posted(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()))
    expect(read).toEqual(pairs.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]))
  }), { numRuns: 500 })
})

test('what FormData writes is read back, files included', async () => {
  const form = new FormData()
  form.append('applicant.fullName', 'Nguyễn Thị Ánh')
  form.append('applicant.fullName', '')
  form.append('file.birth', new File([new Uint8Array([1, 2, 3, 0, 255])], 'giấy chứng sinh.pdf', { type: 'application/pdf' }))
  form.append('file.other', new File([], '', { type: 'application/octet-stream' }))
  const wire = new Response(form)
  const request = posted(new Uint8Array(await wire.arrayBuffer()), { 'content-type': wire.headers.get('content-type') ?? '' })
  const read = await readForm(request)
  expect(read.entries).toEqual([['applicant.fullName', 'Nguyễn Thị Ánh'], ['applicant.fullName', '']])
  expect(read.files.map(({ name, fileName, type, bytes }) => ({ name, fileName, type, bytes: [...bytes] })))
    .toEqual([{ name: 'file.birth', fileName: 'giấy chứng sinh.pdf', type: 'application/pdf', bytes: [1, 2, 3, 0, 255] }])
})

test('a file over the limit is named and not kept, and what was typed beside it is read', async () => {
  const heavy = multipart([{ name: 'file.a', value: new Uint8Array(LIMITS.fileBytes + 1), fileName: 'a.pdf', type: 'application/pdf' }, { name: 'b', value: 'gõ sau tệp' }])
  const read = await readForm(posted(heavy.body, heavy.headers))
  expect(read).toEqual({ entries: [['b', 'gõ sau tệp']], files: [{ name: 'file.a', fileName: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array(), cut: true }] })
})

test.each([
  ['a broken percent escape', 'a=%zz', 'bad-encoding'],
  ['an escape that is cut short', 'a=%E1%B', 'bad-encoding'],
  ['Latin-1 instead of UTF-8', 'a=%E9', 'bad-encoding'],
  ['an overlong form of a slash', 'a=%C0%AF', 'bad-encoding'],
  ['half of a surrogate pair', 'a=%ED%A0%80', 'bad-encoding'],
  ['a value beyond all measure', `a=${'x'.repeat(LIMITS.valueBytes * 3 + 1)}`, 'body-too-large'],
  ['more fields than any page has', Array.from({ length: LIMITS.fields + 1 }, (_, i) => `a${i}=`).join('&'), 'body-too-large'],
])('%s is refused', async (_what, body, code) => {
  expect(await refusal(() => readForm(posted(body)))).toBe(code)
})

test('another charset and another type are refused; a charset of UTF-8 is not', async () => {
  const typed = (type: string) => refusal(() => readForm(posted('a=1', { 'content-type': type })))
  expect(await typed('application/x-www-form-urlencoded; charset=windows-1258')).toBe('bad-encoding')
  expect(await typed('text/plain')).toBe('unsupported-media-type')
  expect(await typed('application/x-www-form-urlencoded; charset="UTF-8"')).toBe('accepted')
})

test.each([
  ['without a boundary', { headers: { 'content-type': 'multipart/form-data' }, body: Buffer.from('x') }, 'bad-request'],
  ['that ends in the middle', { ...multipart([{ name: 'a', value: '1' }]), body: Buffer.from('--x-boundary-x\r\ncontent-disposition: form-data; name="a"\r\n\r\nhal') }, 'bad-request'],
  ['with more files than a post may carry', multipart(Array.from({ length: LIMITS.files + 1 }, (_, i) => ({ name: `file.${i}`, value: 'x', fileName: 'a.pdf' }))), 'body-too-large'],
  ['that is not UTF-8', multipart([{ name: 'a', value: new Uint8Array([0xe9, 0x20]) }]), 'bad-encoding'],
])('a multipart post %s is refused', async (_what, { headers, body }, code) => {
  expect(await refusal(() => readForm(posted(body, headers)))).toBe(code)
})

const JSON_TYPE = { 'content-type': 'application/json' }

test.each([
  ['broken JSON', '{"answers":', 'bad-json'],
  ['a list', '[]', 'bad-json'],
  ['a key that pollutes prototypes', '{"answers":{"__proto__":{"admin":true}}}', 'bad-json'],
  ['a constructor in a row', '{"answers":{"members":[{"constructor":1}]}}', 'bad-json'],
  ['an abyss', `{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'bad-json'],
  ['a megabyte and more', `{"a":"${'x'.repeat(LIMITS.jsonBytes)}"}`, 'body-too-large'],
])('%s is refused', async (_what, body, code) => {
  expect(await refusal(() => readJson(posted(body, JSON_TYPE)))).toBe(code)
})

test('JSON needs its type, and its bytes need to be UTF-8', async () => {
  expect(await refusal(() => readJson(posted('{}', FORM)))).toBe('unsupported-media-type')
  expect(await refusal(() => readJson(posted(new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), JSON_TYPE)))).toBe('bad-encoding')
  expect(readJson(posted('{"answers":{"a":"ệ"}}', JSON_TYPE))).toEqual({ answers: { a: 'ệ' } })
})

test('whatever bytes come as multipart, reading ends: a form or a refusal, never a hang and never a crash', async () => {
  const pieces = array(string({ maxLength: 30 }).map((text) => Buffer.from(text)), { maxLength: 6 })
  const start = Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n')
  await assert(asyncProperty(pieces, uint8Array({ maxLength: 60 }), async (parts, noise) => {
    const body = Buffer.concat([start, ...parts.flatMap((part) => [part, Buffer.from('\r\n--x\r\n')]), noise])
    const outcome = await refusal(() => readForm(posted(body, { 'content-type': 'multipart/form-data; boundary=x' })))
    expect(['accepted', 'bad-request', 'bad-encoding', 'body-too-large']).toContain(outcome)
  }), { numRuns: 300 })
})
