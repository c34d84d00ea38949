import { beforeEach, describe, expect, it } from 'vitest'
import { applyScanResult } from '../../../functions/core/apply-scan-result.ts'
import { completeUpload, downloadAttachment, removeAttachment, requestUpload, uploadThroughForm } from '../../../functions/core/attach-file.ts'
import type { FileClaim } from '../../../functions/core/attachment-rules.ts'
import { cleanFileName, contentMatches, fileNameOf, fileTypeOf, mimeOf } from '../../../functions/core/file-types.ts'
import { newDraft } from '../../../functions/core/new-draft.ts'
import { submitDossier } from '../../../functions/core/submit-dossier.ts'
import { base64, CODE, holder, makeWorld, PDF, type World } from './world.ts'

let world: World
let mine: { id: string; token: string }
beforeEach(async () => {
  world = await makeWorld()
  mine = holder()
  await world.dossiers.create(newDraft({ ...mine, procedure: { code: CODE, version: 1 }, lang: 'vi', answers: { applicant: { fullName: 'Ánh' }, child: { fullName: 'Minh' } } }, world))
})

const claim = (given: Partial<FileClaim> = {}): FileClaim & typeof mine =>
  ({ ...mine, component: 'giay', fileName: 'giấy.pdf', type: 'application/pdf', bytes: PDF.byteLength, sha256: base64(PDF), ...given })
const states = async (): Promise<readonly string[]> => (await world.stored(mine.id)).attachments.map(({ state }) => state)
/** A browser that sends the file where the ticket says. */
const sent = async (body: Uint8Array = PDF): Promise<{ id: string; key: string }> => {
  const { attachment: { id, quarantineKey } } = await requestUpload(claim({ bytes: body.byteLength, sha256: base64(body) }), world)
  world.files.set(quarantineKey, body)
  return { id, key: quarantineKey }
}

describe('an upload', () => {
  it('goes from ticket to scanning to clean, out of quarantine under a new key', async () => {
    const { id, key } = await sent()
    expect(await states()).toEqual(['uploading'])
    expect((await completeUpload({ ...mine, attachment: id }, world)).state).toBe('scanning')
    expect(await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, world)).toBe('clean')
    expect([...world.files.keys()]).toEqual([`c/${mine.id}/${id}`])
    expect(await downloadAttachment({ ...mine, attachment: id }, world)).toBe(`https://clean.example/c/${mine.id}/${id}`)
  })
  it('does not mind a scan that is faster than the browser, nor events and calls that come twice', async () => {
    const { id, key } = await sent()
    expect(await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, world)).toBe('clean')
    expect((await completeUpload({ ...mine, attachment: id }, world)).state).toBe('clean')
    expect(await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, world)).toBe('clean')
    expect(await applyScanResult({ key, status: 'THREATS_FOUND' }, world)).toBe('clean')
    expect(await states()).toEqual(['clean'])
  })
  it('is repaired when the scan function died between the copy and the head', async () => {
    const { key } = await sent()
    const dying = world.with(() => ({ save: async () => { throw new Error('killed') } }))
    await expect(applyScanResult({ key, status: 'NO_THREATS_FOUND' }, dying)).rejects.toThrow('killed')
    expect(await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, world)).toBe('clean')
  })
  it.each([['THREATS_FOUND', 'infected', 'attachment.infected'], ['UNSUPPORTED', 'unscannable', 'attachment.locked'], ['ACCESS_DENIED', 'unscannable', 'attachment.scan-failed'], ['FAILED', 'unscannable', 'attachment.scan-failed']] as const)(
    'that is %s becomes %s, with what to do, and cannot be fetched', async (status, state, reason) => {
      const { id, key } = await sent()
      expect(await applyScanResult({ key, status }, world)).toBe(state)
      expect((await world.stored(mine.id)).attachments[0]).toMatchObject({ state, reason })
      await expect(downloadAttachment({ ...mine, attachment: id }, world)).rejects.toMatchObject({ code: 'file-not-clean' })
    })
  it('whose content is not its type is never clean', async () => {
    const { key } = await sent(new TextEncoder().encode('<html><script>alert(1)</script>'))
    expect(await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, world)).toBe('unscannable')
    expect((await world.stored(mine.id)).attachments[0]?.reason).toBe('attachment.wrong-content')
  })
  it('that never arrives stays open, is said so, and in time makes room', async () => {
    const { attachment } = await requestUpload(claim(), world)
    await expect(completeUpload({ ...mine, attachment: attachment.id }, world)).rejects.toMatchObject({ code: 'file-not-arrived' })
    expect((await submitDossier(mine, world)).kind).toBe('invalid')
    world.now = new Date(world.now.getTime() + 16 * 60_000)
    await requestUpload(claim(), world)
    expect(await states()).toEqual(['uploading'])
    world.now = new Date(world.now.getTime() + 16 * 60_000)
    const done = await submitDossier(mine, world)
    expect(done.kind === 'submitted' && done.dossier.attachments).toEqual([])
  })
  it('tells the world when a file of a submitted dossier turns out infected', async () => {
    const { id, key } = await sent()
    await completeUpload({ ...mine, attachment: id }, world)
    await submitDossier(mine, world)
    await applyScanResult({ key, status: 'THREATS_FOUND' }, world)
    const { outbox, submission } = await world.stored(mine.id)
    expect(outbox.map(({ type, seq, data }) => [type, seq, data['code']])).toEqual([['dossier.submitted', 1, submission?.code], ['attachment.scanned', 2, submission?.code]])
  })
  it('is ignored, and leaves nothing behind, when the citizen removed it during the scan', async () => {
    const { id, key } = await sent()
    await removeAttachment({ ...mine, attachment: id }, world)
    expect(await applyScanResult({ key, status: 'NO_THREATS_FOUND' }, world)).toBe('ignored')
    expect(await applyScanResult({ key: 'not/ours', status: 'THREATS_FOUND' }, world)).toBe('ignored')
    expect(world.files.size).toBe(0)
  })
})

describe('a claim', () => {
  it.each([
    ['of nothing', { bytes: 0 }, 'file-empty'], ['over the limit', { bytes: 3_000_000 }, 'file-too-large'], ['of a kind not asked for', { fileName: 'a.exe', type: 'application/x-msdownload' }, 'file-type'],
    ['of a kind that another paper takes', { fileName: 'a.docx', type: '' }, 'file-type'], ['without a checksum', { sha256: 'abc' }, 'file-checksum'],
    ['for a paper not asked for', { component: 'khac' }, 'paper-unknown'], ['for the form itself', { component: 'to-khai' }, 'paper-unknown'],
  ] as const)('%s is refused and stores nothing', async (_what, given, code) => {
    await expect(requestUpload(claim(given), world)).rejects.toMatchObject({ code })
    expect(await states()).toEqual([])
  })
  it('for a third file of two is refused', async () => {
    for (const _each of [1, 2]) { const { id } = await sent(); await completeUpload({ ...mine, attachment: id }, world) }
    await expect(requestUpload(claim(), world)).rejects.toMatchObject({ code: 'file-too-many', params: { limit: 2 } })
  })
  it('of who does not hold the draft is "not there"', async () => {
    await expect(requestUpload({ ...claim(), token: 'x' }, world)).rejects.toMatchObject({ code: 'draft-not-found' })
  })
})

describe('a file through the form', () => {
  const form = (body: Uint8Array, fileName = 'giấy.pdf'): Parameters<typeof uploadThroughForm>[0] => ({ ...mine, component: 'giay', fileName, type: '', body })
  it('ends in the same quarantine, waiting for the same scan', async () => {
    const { quarantineKey, state } = await uploadThroughForm(form(PDF), world)
    expect({ state, there: world.files.get(quarantineKey) }).toEqual({ state: 'scanning', there: PDF })
    expect(await applyScanResult({ key: quarantineKey, status: 'NO_THREATS_FOUND' }, world)).toBe('clean')
  })
  it('is refused at once when its content is not what its name says, or when it is empty', async () => {
    await expect(uploadThroughForm(form(new TextEncoder().encode('MZ…')), world)).rejects.toMatchObject({ code: 'file-content' })
    await expect(uploadThroughForm(form(new Uint8Array()), world)).rejects.toMatchObject({ code: 'file-empty' })
    expect(await states()).toEqual([])
  })
  it('can be removed, twice if need be', async () => {
    const { id } = await uploadThroughForm(form(PDF), world)
    await removeAttachment({ ...mine, attachment: id }, world)
    await removeAttachment({ ...mine, attachment: id }, world)
    expect({ states: await states(), files: world.files.size }).toEqual({ states: [], files: 0 })
  })
})

describe('kinds of files', () => {
  const heads: Readonly<Record<string, readonly number[]>> = {
    'application/pdf': [...PDF], 'image/jpeg': [0xff, 0xd8, 0xff, 0xe0], 'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    'image/heic': [0, 0, 0, 24, ...Buffer.from('ftypheic')], [mimeOf('docx')]: [0x50, 0x4b, 3, 4],
  }
  it('are known by their first bytes, and none passes for another', () => {
    for (const mime of Object.keys(heads)) {
      expect(Object.entries(heads).filter(([, head]) => contentMatches(mime, Uint8Array.from(head))).map(([of]) => of)).toEqual([mime])
    }
    expect(contentMatches('application/pdf', new Uint8Array())).toBe(false)
    expect(contentMatches('text/html', Uint8Array.from(heads['application/pdf'] ?? []))).toBe(false)
  })
  it('are told by media type, or by name where the browser gives none', () => {
    expect([fileTypeOf('a.HEIC', ''), fileTypeOf('a.jpeg', 'application/octet-stream'), fileTypeOf('a', 'image/jpg; x=1'), fileTypeOf('a.pdf', 'text/html'), fileTypeOf('a.exe', '')]).toEqual(['heic', 'jpg', 'jpg', undefined, undefined])
  })
  it('have names without paths and without characters that turn the text around', () => {
    expect(cleanFileName('C:\\Tài liệu\\giấy\u202Efdp.exe')).toBe('giấyfdp.exe')
    expect(cleanFileName('../../')).toBe('tep')
    expect(cleanFileName('giâ\u0301y.pdf')).toBe('giấy.pdf')
    expect(cleanFileName(`${'a'.repeat(300)}.pdf`)).toHaveLength(120)
    expect(cleanFileName(`${'😀'.repeat(60)}a.pdf`)).toBe(`${'😀'.repeat(57)}a.pdf`)
  })
  it('end as their kind does, so that no page or program goes by as a paper', () => {
    expect([fileNameOf('thu.html', 'pdf'), fileNameOf('Ảnh.JPEG', 'jpg'), fileNameOf('quét', 'png'), fileNameOf('.pdf', 'pdf')]).toEqual(['thu.html.pdf', 'Ảnh.JPEG', 'quét.png', '.pdf'])
  })
})
