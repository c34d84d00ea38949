/** An answer in S3's own words; `code` decides what the SDK throws. */
export class S3Error extends Error {
  override readonly name = 'S3Error'
  readonly code: string
  readonly status: number
  constructor(code: string, status: number, message: string) { super(message); this.code = code; this.status = status }
}

/** Text safe inside XML. */
export const xml = (text: string): string =>
  text.replaceAll(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`)

/** S3's error document. */
export const errorDocument = ({ code, message }: S3Error, requestId: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${xml(code)}</Code><Message>${xml(message)}</Message><RequestId>${xml(requestId)}</RequestId></Error>`

export const denied = (message = 'Access Denied'): S3Error => new S3Error('AccessDenied', 403, message)
export const noSuchKey = (): S3Error => new S3Error('NoSuchKey', 404, 'The specified key does not exist.')
