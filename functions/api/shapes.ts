import type { Json, JsonObject } from '../../forms/index.ts'
import { EXAMPLES } from './openapi-examples.ts'

/** Has the shape a value for a reader already, or is it no plain value? */
const needsNone = (shape: JsonObject): boolean => shape['examples'] !== undefined || typeof shape['type'] !== 'string' || shape['type'] === 'object' || shape['type'] === 'array'

const exampleOf = (name: string, { enum: values, const: value, type }: JsonObject): Json | undefined =>
  value ?? (Array.isArray(values) ? values[0] : EXAMPLES[name] ?? (type === 'boolean' ? true : undefined))

const withExample = ([name, shape]: [string, Json]): [string, Json] => {
  const example = needsNone(shape as JsonObject) ? undefined : exampleOf(name, shape as JsonObject)
  return [name, example === undefined ? shape : { ...(shape as JsonObject), examples: [example] }]
}

/** Shapes of the API in JSON Schema 2020-12, as OpenAPI 3.1 takes it. Closed: an answer with a field not named here fails the tests. */
export const closed = (properties: JsonObject, optional: readonly string[] = []): JsonObject => ({
  type: 'object', properties: Object.fromEntries(Object.entries(properties).map(withExample)),
  required: Object.keys(properties).filter((name) => !optional.includes(name)), additionalProperties: false,
})
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
export const list = (items: JsonObject): JsonObject => ({ type: 'array', items })
export const said = (shape: JsonObject, description: string, example?: Json): JsonObject => ({ ...shape, description, ...(example !== undefined && { examples: [example] }) })

/** Never empty. */
export const text: JsonObject = { type: 'string', minLength: 1 }
/** Empty where the source does not say. */
export const words: JsonObject = { type: 'string' }
export const oneOf = (...values: readonly string[]): JsonObject => ({ ...text, enum: [...values] })
export const whole: JsonObject = { type: 'integer', minimum: 0 }
export const flag: JsonObject = { type: 'boolean' }
export const time: JsonObject = said({ ...text, format: 'date-time' }, 'ISO 8601 with +07:00, Vietnamese civil time.')
export const day: JsonObject = said({ ...text, format: 'date' }, 'Civil date in Vietnam, YYYY-MM-DD.')
export const open: JsonObject = { type: 'object', additionalProperties: true }

export const uuid: JsonObject = { ...text, examples: ['0d6f2c1e-8f5b-4c7a-9d55-2f4f0f1f6a11'] }
export const slug: JsonObject = { ...text, examples: ['khai-sinh'] }
export const procedureCode: JsonObject = said(text, 'National code of the procedure.', '1.001193')
export const dossierCode: JsonObject = said(text, 'Number that everyone may know.', 'H26-260714-0001')
export const eventType: JsonObject = said(text, 'What happened.', 'dossier.submitted')
export const mediaType: JsonObject = said(text, 'Media type of the file.', 'application/pdf')
export const actor: JsonObject = oneOf('citizen', 'officer', 'system')
export const attachmentState: JsonObject = oneOf('uploading', 'scanning', 'clean', 'infected', 'unscannable')
export const version = closed({ code: procedureCode, version: whole })
export const status: JsonObject = oneOf('draft', 'submitted', 'supplemented', 'received', 'refused', 'processing', 'awaiting-supplement', 'awaiting-clarification', 'awaiting-payment', 'withdrawn', 'stopped', 'done', 'returned')
export const sha256: JsonObject = said({ ...text, pattern: '^[A-Za-z0-9+/]{43}=$' }, 'SHA-256 of the content, base64.')
export const uploadForm = closed({
  url: said(text, 'Post multipart/form-data to it.', 'https://quarantine.s3.ap-southeast-1.amazonaws.com/'),
  fields: { type: 'object', additionalProperties: { type: 'string' }, description: 'Form fields to post before the file, as they are.' }, expiresAt: text,
})
