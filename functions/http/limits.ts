import type { Entries } from '../../forms/index.ts'

/** A file that came through the function in a multipart post (journeys without JavaScript). `cut`: it was over the limit, and nothing of it was kept. */
export type UploadedFile = { readonly name: string; readonly fileName: string; readonly type: string; readonly bytes: Uint8Array; readonly cut?: true }

export type PostedForm = { readonly entries: Entries; readonly files: readonly UploadedFile[] }

/** Hard limits of any post. The engine has closer ones for each field; these stop floods before anything is parsed. */
export const LIMITS = {
  /** Largest body: Lambda takes 6 MB of event, of which base64 leaves 4.5 MB. */
  bodyBytes: 4_500_000,
  /** Stated beside the file picker where a file goes through the function. */
  fileBytes: 4 * 1024 * 1024,
  files: 10,
  fields: 3000,
  nameBytes: 300,
  /** One answer: longer than any field allows, short enough to be shown back. */
  valueBytes: 100_000,
  jsonBytes: 1_000_000,
  jsonDepth: 40,
  /** Values in one JSON body: ten times what the widest form asks for; hundreds of thousands of rows would keep a function busy for seconds. */
  jsonValues: 10_000,
} as const
