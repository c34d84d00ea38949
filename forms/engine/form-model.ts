import type { Json, JsonObject, JsonSchema, Text } from './json.ts'

/**
 * What `compile` makes of form.schema.json once, at publish: JSON, stored with the version, read by every host.
 * The field tree comes from @remoteoss/json-schema-form; nothing in it depends on answers.
 */
export type FormModel = {
  readonly title: Text
  /** Self-contained JSON Schema 2020-12: kinds expanded, local $refs resolved. */
  readonly schema: JsonSchema
  readonly sections: readonly Section[]
}

/** One page of the form: one top-level property of the schema. */
export type Section = {
  /** Property name, '' for the section that gathers top-level scalars. */
  readonly name: string
  /** Last part of the page's address, e.g. 'nguoi-yeu-cau'. */
  readonly slug: string
  readonly title: Text
  readonly help?: Text
  readonly fields: readonly Field[]
}

export type Field = {
  readonly name: string
  /** JSON pointer of the answer; inside a repeating group `*` stands for the row number. */
  readonly pointer: string
  /** Key of the registry in fields/index.ts. */
  readonly kind: string
  readonly title: Text
  readonly help?: Text
  /** Required whatever the answers; conditions can add to it. */
  readonly required: boolean
  readonly options?: readonly Option[]
  /** The field's own expanded schema. */
  readonly schema: JsonSchema
  /** All of `x-jsf-presentation`. */
  readonly presentation: JsonObject
  /** Fields of one row (kind 'repeating-group') or of a nested object (kind 'fieldset'). */
  readonly children?: readonly Field[]
}

export type Option = { readonly value: string; readonly title: Text }

/** What the answers decide about one field. */
export type FieldState = { readonly visible: boolean; readonly required: boolean; readonly options?: readonly Option[] }

/** Reference data too large for a schema: a keyword of ours names the list, the host brings it. */
export type CodeLists = {
  /** Communes (xã, phường, đặc khu) of a province since 2025-07-01. */
  readonly communes: (province: string) => readonly { readonly code: string; readonly name: string }[]
  /** Names before 2025-07-01 -> codes of the communes that took them over (several when the old one was split). */
  readonly formerCommunes: (province: string) => readonly { readonly name: string; readonly district: string; readonly communes: readonly string[] }[]
}

/** Data handed to rules besides the answers. `today` is the civil date in Vietnam, YYYY-MM-DD. */
export type RuleContext = { readonly today: string; readonly lists: CodeLists }

export type { Json }
