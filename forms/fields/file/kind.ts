import { translateField as translate } from '../../messages/field-messages.ts'
import { pickedValues } from '../choices.ts'
import type { FieldKind } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewFile } from './view.ts'

/**
 * Papers inside a form's own section. The answer is the list of attachment ids: the files go to the papers' own store, and
 * the ids ride along in hidden inputs.
 */
export const fileKind: FieldKind = {
  id: 'file',
  frame: 'group',
  schema: () => ({ type: 'array', items: { type: 'string', maxLength: 64 }, uniqueItems: true, maxItems: 10 }),
  inputs: [''],
  read: (posted) => {
    const ids = pickedValues(posted)
    return ids.length === 0 ? undefined : [...new Set(ids)]
  },
  normalise: (value) => value,
  toPost: (value) => ({ '': Array.isArray(value) ? value.map(asText) : [asText(value)] }),
  toText: (value, _field, lang) => translate('field.file.attached', lang, { count: Array.isArray(value) ? value.length : 0 }),
  explain: ({ keyword, path }) => {
    if (keyword === 'required' && path === '') return { code: 'file.required', params: {} }
    return keyword === 'minItems' ? { code: 'file.required', params: {} } : undefined
  },
  view: viewFile,
}
