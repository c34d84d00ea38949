import type { Field } from '../engine/form-model.ts'
import type { Lang } from '../engine/json.ts'

/** A form has as many names per field as a group has rows; what lies beyond is drawn without being kept. */
const KEPT_NAMES = 200

/**
 * Keeps what `make` makes for a field, language and input name, as long as the form model lives. A published form is drawn
 * thousands of times and most of its markup never changes.
 */
export const perField = <T>(make: (field: Field, lang: Lang, name: string) => T): ((field: Field, lang: Lang, name: string) => T) => {
  const kept: Record<Lang, WeakMap<Field, Map<string, T>>> = { vi: new WeakMap(), en: new WeakMap() }
  return (field, lang, name) => {
    let names = kept[lang].get(field)
    if (names === undefined) kept[lang].set(field, (names = new Map()))
    const known = names.get(name)
    if (known !== undefined) return known
    const made = make(field, lang, name)
    if (names.size < KEPT_NAMES) names.set(name, made)
    return made
  }
}
