export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** What a citizen has declared: one object per section, keyed as in form.schema.json. */
export type Answers = JsonObject

/** A JSON Schema 2020-12 node; boolean schemas are legal JSON Schema and mean "anything" / "hidden". */
export type JsonSchema = { [keyword: string]: Json }

/** A sentence in both languages of the portal. Vietnamese is the source. */
export type Text = { readonly vi: string; readonly en: string }
export type Lang = keyof Text
