import type { WordMap } from '../../documents/word-map.ts'
import type { JsonObject, Text } from '../../engine/json.ts'

/** The files of a procedure that an author changes by hand, as values. */
export type Work = { readonly record: JsonObject; readonly schema: JsonObject; readonly map: WordMap }

/** What cannot be taken so; `field` names the control that it was typed in. */
export type Wrong = { readonly field: string; readonly text: Text }

/** The work as it is after a change, or why it was not made: then nothing is changed. */
export type Changed = { readonly work: Work } | { readonly wrongs: readonly Wrong[] }

export const says = (vi: string, en: string): Text => ({ vi, en })

/** As people type it -> as it is kept: single blanks, composed letters. */
export const clean = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
