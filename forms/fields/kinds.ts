import type { JsonSchema } from '../engine/json.ts'
import { addressKind } from './address/kind.ts'
import { checkboxesKind } from './checkboxes/kind.ts'
import { computedKind } from './computed/kind.ts'
import { countryKind } from './country/kind.ts'
import { dateKind } from './date/kind.ts'
import { declarationKind } from './declaration/kind.ts'
import { emailKind } from './email/kind.ts'
import { ethnicityKind } from './ethnicity/kind.ts'
import type { FieldKind } from './field-kind.ts'
import { fieldsetKind } from './fieldset/kind.ts'
import { fileKind } from './file/kind.ts'
import { identityDocumentKind } from './identity-document/kind.ts'
import { identityNumberKind } from './identity-number/kind.ts'
import { longTextKind } from './long-text/kind.ts'
import { moneyKind } from './money/kind.ts'
import { numberKind } from './number/kind.ts'
import { organisationKind } from './organisation/kind.ts'
import { partialDateKind } from './partial-date/kind.ts'
import { passportKind } from './passport/kind.ts'
import { personNameKind } from './person-name/kind.ts'
import { phoneKind } from './phone/kind.ts'
import { radiosKind } from './radios/kind.ts'
import { repeatingGroupKind } from './repeating-group/kind.ts'
import { selectKind } from './select/kind.ts'
import { taxCodeKind } from './tax-code/kind.ts'
import { textKind } from './text/kind.ts'
import { yesNoKind } from './yes-no/kind.ts'

/** In the order in which they are asked whether they can serve a schema that names no kind: the special before the general. */
const IN_ORDER: readonly FieldKind[] = [
  computedKind, declarationKind, yesNoKind,
  dateKind, partialDateKind, emailKind, phoneKind, taxCodeKind, identityNumberKind, passportKind, personNameKind, countryKind, ethnicityKind,
  addressKind, repeatingGroupKind, checkboxesKind, selectKind, radiosKind, moneyKind, numberKind,
  identityDocumentKind, fileKind, fieldsetKind, longTextKind, organisationKind, textKind,
]

/** Every kind of field by its id (`x-jsf-presentation.inputType`). A new kind is a folder and a line here. */
export const FIELD_KINDS: Readonly<Record<string, FieldKind>> = Object.fromEntries(IN_ORDER.map((kind) => [kind.id, kind]))

/** The kind of an id; an unknown id is a fault in a form that the linter should have refused. */
export const kindOf = (id: string): FieldKind => {
  const kind = Object.hasOwn(FIELD_KINDS, id) ? FIELD_KINDS[id] : undefined
  if (kind === undefined) throw new Error(`No field kind "${id}". Known: ${Object.keys(FIELD_KINDS).join(', ')}`)
  return kind
}

/** The kind for a schema without inputType, from what plain JSON Schema says; text serves what nothing else does. */
export const inferKind = (schema: JsonSchema): FieldKind => IN_ORDER.find((kind) => kind.matches?.(schema) === true) ?? textKind
