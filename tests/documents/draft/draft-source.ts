import type { ProcedureSource, SourceFile } from '../../../forms/authoring/source.ts'
import type { Draft } from '../../../forms/documents/draft/draft-procedure.ts'

const read = (file: string, value: unknown): SourceFile => { const text = JSON.stringify(value); return { file, state: 'read', value: JSON.parse(text), text } }

/** A draft as if it had been written to a folder and read again. */
export const sourceOf = (draft: Draft): ProcedureSource => ({
  dir: `/x/${draft.record.code}`, record: read('procedure.json', draft.record), schema: read('form.schema.json', draft.schema), examples: read('examples.json', draft.examples),
  // The paper is left out: these forms are told and not printed, and the map is held against them by a test of its own.
  wordMap: { file: 'form.map.json', state: 'missing' },
})
