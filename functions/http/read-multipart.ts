import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { AppError } from '../core/errors.ts'
import { LIMITS, type PostedForm, type UploadedFile } from './limits.ts'
import type { Request } from './request.ts'

/**
 * A multipart/form-data post: fields in order, files whole in memory (the body is bounded before). A file over the limit is
 * named and not kept: what was typed beside it must not be lost with it.
 */
export const readMultipart = (request: Request): Promise<PostedForm> =>
  new Promise((resolve, reject) => {
    const entries: [string, string][] = []
    const files: UploadedFile[] = []
    const refuse = (code: 'body-too-large' | 'bad-encoding' | 'bad-request'): void => reject(new AppError(code))
    const parser = startParser(request, refuse)
    if (parser === undefined) return
    parser.on('field', (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut || name.length > LIMITS.nameBytes) return refuse('body-too-large')
      // The parser decodes as UTF-8 and marks what is not with U+FFFD; nobody types that character.
      if (name.includes('\uFFFD') || value.includes('\uFFFD')) return refuse('bad-encoding')
      entries.push([name, value])
    })
    parser.on('file', (...[name, stream, fileName, _encoding, type]: FilePart) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', () => refuse('bad-request'))
      // A file input left empty posts a nameless, empty file: nothing was chosen.
      stream.on('end', () => { if (fileName !== undefined && fileName !== '') files.push({ name, fileName, type, ...(stream.truncated ? { bytes: new Uint8Array(), cut: true } : { bytes: Buffer.concat(chunks) }) }) })
    })
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, () => refuse('body-too-large'))
    parser.on('error', () => refuse('bad-request'))
    parser.on('finish', () => resolve({ entries, files }))
    parser.end(request.body)
  })

type FilePart = [name: string, stream: BusboyFileStream, fileName: string | undefined, encoding: string, type: string]

const startParser = (request: Request, refuse: (code: 'bad-request') => void) => {
  try {
    return new Busboy({
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      limits: { fields: LIMITS.fields, fieldSize: LIMITS.valueBytes, fileSize: LIMITS.fileBytes, files: LIMITS.files, headerPairs: 20 },
    })
  } catch {
    return refuse('bad-request')
  }
}
