import type { Json, Text } from '../engine/json.ts'

/** A JSON file of a procedure folder as it was found. */
export type SourceFile =
  | { readonly file: string; readonly state: 'read'; readonly value: Json; readonly text: string }
  | { readonly file: string; readonly state: 'missing' }
  | { readonly file: string; readonly state: 'broken'; readonly reason: string; readonly text: string }

/** One procedure folder, as read from disk: nothing in it is trusted yet. */
export type ProcedureSource = {
  readonly dir: string
  readonly record: SourceFile
  readonly schema: SourceFile
  readonly examples: SourceFile
  /** form.map.json: which answer is written in which hole of form.docx (documents/word-map.ts). */
  readonly wordMap: SourceFile
  /** form.docx, where there is one. */
  readonly wordForm?: Uint8Array
}

/** One thing for the author to put right. `pointer` is an RFC 6901 pointer into `file`. */
export type Finding = {
  readonly file: string
  readonly pointer: string
  readonly severity: 'error' | 'warning'
  readonly message: Text
  readonly remedy: Text
}
