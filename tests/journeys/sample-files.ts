import type { PostedFile } from './http-browser.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'))

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** The test string that every virus scanner knows (EICAR), put together here so that no scanner stops at this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('')

/** A small, honest PDF. */
export const pdfFile = (field: string, name = 'giấy tờ.pdf'): PostedFile => ({ field, name, type: 'application/pdf', body: bytes(PDF) })
/** A PDF by its first bytes, with the scanners' test string in it. */
export const infectedFile = (field: string): PostedFile => ({ field, name: 'ban-chup.pdf', type: 'application/pdf', body: bytes(`%PDF-1.4\n${EICAR}\n%%EOF\n`) })
/** Named and typed as a PDF, but text inside. */
export const disguisedFile = (field: string): PostedFile => ({ field, name: 'khong-phai.pdf', type: 'application/pdf', body: bytes('Đây không phải tệp PDF\n'.repeat(20)) })
export const emptyFile = (field: string): PostedFile => ({ field, name: 'rong.pdf', type: 'application/pdf', body: new Uint8Array(0) })
