import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Attachment } from '../../functions/core/dossier.ts'
import type { AttachmentStore, UploadTicket } from '../../functions/core/ports.ts'
import { attachment } from './samples.ts'

export type MadeStore = { readonly store: AttachmentStore; readonly isQuarantined: (attachment: Attachment) => Promise<boolean>; readonly isClean: (key: string) => Promise<boolean>; readonly stop: () => Promise<void> }

const of = (body: Uint8Array): Attachment => {
  const id = randomUUID()
  return attachment({ id, bytes: body.byteLength, sha256: createHash('sha256').update(body).digest('base64'), quarantineKey: `q/${randomUUID()}/${id}` })
}

const pdf = (words = 'giấy chứng sinh'): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${words}\n%%EOF`)

/** Posts as a browser does: the ticket's fields first, the file last. */
const send = (ticket: UploadTicket, body: Uint8Array, changed: Readonly<Record<string, string>> = {}): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...ticket.fields, ...changed })) form.append(name, value)
  form.append('file', new Blob([Uint8Array.from(body)]), 'giấy.pdf')
  return fetch(ticket.url, { method: 'POST', body: form })
}

/** What every AttachmentStore promises. */
export const attachmentStoreSuite = (name: string, make: () => Promise<MadeStore>): void => {
  describe(`AttachmentStore on ${name}`, () => {
    let made: MadeStore
    beforeAll(async () => { made = await make() })
    afterAll(() => made.stop())
    ticketSuite(() => made)
    lifeSuite(() => made)
  })
}

const ticketSuite = (made: () => MadeStore): void => {
  it('takes the very file that the ticket was made for', async () => {
    const file = of(pdf())
    const ticket = await made().store.ticket(file)
    expect((await send(ticket, pdf())).status).toBeLessThan(300)
    expect(await made().store.inspect(file)).toEqual({ bytes: file.bytes, head: pdf() })
  })
  it('is good for about ten minutes', async () => {
    const { expiresAt } = await made().store.ticket(of(pdf()))
    const minutes = (Date.parse(expiresAt) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(9)
    expect(minutes).toBeLessThanOrEqual(10)
  })
  it.each([
    ['longer', new Uint8Array([...pdf(), 10])], ['shorter', pdf().slice(0, -1)], ['of other content', pdf('giấy chứng minh')], ['empty', new Uint8Array()],
  ])('refuses a file that is %s', async (_what, body) => {
    const file = of(pdf())
    expect((await send(await made().store.ticket(file), body)).status).toBeGreaterThanOrEqual(400)
    expect(await made().store.inspect(file)).toBeUndefined()
  })
  it.each([
    ['another key', { key: 'q/elsewhere' }], ['another type', { 'Content-Type': 'text/html' }],
    ['another checksum', { 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') }], ['no signature of ours', { 'X-Amz-Signature': '0'.repeat(64) }],
  ])('refuses %s than was signed', async (_what, changed) => {
    const file = of(pdf())
    expect((await send(await made().store.ticket(file), pdf(), changed)).status).toBeGreaterThanOrEqual(400)
    expect(await made().store.inspect(file)).toBeUndefined()
  })
}

const lifeSuite = (made: () => MadeStore): void => {
  const quarantined = async (body = pdf()): Promise<Attachment> => {
    const file = of(body)
    await made().store.putQuarantined(file, body)
    return file
  }
  it('shows the size and no more than the first kilobyte of what arrived', async () => {
    const large = new Uint8Array(5_000).fill(65)
    const seen = await made().store.inspect(await quarantined(large))
    expect({ bytes: seen?.bytes, head: seen?.head.byteLength }).toEqual({ bytes: 5_000, head: 1_024 })
  })
  it('shows that an empty file is empty, and that nothing is nothing', async () => {
    expect((await made().store.inspect(await quarantined(new Uint8Array())))?.bytes).toBe(0)
    expect(await made().store.inspect(of(pdf()))).toBeUndefined()
  })
  it('refuses a file whose bytes are not those of its checksum', async () => {
    await expect(made().store.putQuarantined(of(pdf()), pdf('khác'))).rejects.toThrow()
  })
  it('moves a clean file out of quarantine, and does so again without harm', async () => {
    const file = await quarantined()
    const key = `c/${randomUUID()}/${file.id}`
    await made().store.release(file, key)
    await made().store.release(file, key)
    expect([await made().isQuarantined(file), await made().isClean(key)]).toEqual([false, true])
  })
  it('does not call released what never arrived', async () => {
    await expect(made().store.release(of(pdf()), `c/${randomUUID()}/x`)).rejects.toThrow()
  })
  it('hands a clean file out under its own Vietnamese name, as a download', async () => {
    const file = await quarantined()
    const cleanKey = `c/${randomUUID()}/${file.id}`
    await made().store.release(file, cleanKey)
    const response = await fetch(await made().store.downloadUrl({ ...file, cleanKey }))
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf())
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="giay chung sinh.pdf"; filename*=UTF-8''${encodeURIComponent('giấy chứng sinh.pdf')}`)
  })
  it('keeps a hostile name out of the header', async () => {
    const file = { ...await quarantined(), cleanKey: 'c/x', fileName: 'a"; filename="evil.exe\\%.pdf' }
    const address = new URL(await made().store.downloadUrl(file)).searchParams.get('response-content-disposition') ?? ''
    expect(address).toContain('filename="a_; filename=_evil.exe__.pdf"')
    expect(address.match(/"/g)).toHaveLength(2)
  })
  it('refuses an address that was tampered with', async () => {
    const file = await quarantined()
    const cleanKey = `c/${randomUUID()}/${file.id}`
    await made().store.release(file, cleanKey)
    const address = await made().store.downloadUrl({ ...file, cleanKey })
    expect((await fetch(address.replace(file.id, randomUUID()))).status).toBe(403)
    expect((await fetch(address.split('?')[0] ?? '')).status).toBe(403)
  })
  it('discards a file from both buckets, and one that is not there without complaint', async () => {
    const file = await quarantined()
    const cleanKey = `c/${randomUUID()}/${file.id}`
    await made().store.release(file, cleanKey)
    await made().store.discard({ ...file, cleanKey })
    await made().store.discard({ ...file, cleanKey })
    expect([await made().isQuarantined(file), await made().isClean(cleanKey)]).toEqual([false, false])
  })
}
