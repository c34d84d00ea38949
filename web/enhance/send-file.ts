export type Sending = {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  readonly file: File
  readonly onPercent: (percent: number) => void
  readonly signal: AbortSignal
}

/** Posts a presigned form with its file. XMLHttpRequest, because fetch tells no upload progress. */
export const sendFile = ({ url, fields, file, onPercent, signal }: Sending): Promise<void> => new Promise((done, fail) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', url)
  request.upload.addEventListener('progress', ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100)))
  request.addEventListener('load', () => { if (request.status >= 200 && request.status < 300) done(); else fail(new Error('')) })
  request.addEventListener('error', () => fail(new Error('')))
  request.addEventListener('abort', () => fail(new Error('')))
  if (signal.aborted) return fail(new Error(''))
  signal.addEventListener('abort', () => request.abort())
  request.send(body)
})
