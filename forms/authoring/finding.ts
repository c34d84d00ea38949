import { SENTENCES, type SentenceKey } from './sentences.ts'
import type { Finding } from './source.ts'

export const FILES = { record: 'procedure.json', schema: 'form.schema.json', examples: 'examples.json', word: 'form.docx', map: 'form.map.json' } as const

export type Place = { readonly file: string; readonly pointer: string }

/** One finding; `what` is the thing by name, `more` the detail of the sentence. */
export const finding = (place: Place, key: SentenceKey, what = '', more = ''): Finding => ({ ...place, severity: 'error', ...SENTENCES[key](what, more) })

/** The same as something to look at, which does not stop publishing. */
export const warning = (place: Place, key: SentenceKey, what = '', more = ''): Finding => ({ ...finding(place, key, what, more), severity: 'warning' })
