import type { JsonObject } from '../../forms/index.ts'

/** Shapes of the API in JSON Schema 2020-12, as OpenAPI 3.1 takes it. Closed: an answer with a field not named here fails the tests. */
export const closed = (properties: JsonObject, optional: readonly string[] = []): JsonObject => ({
  type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)), additionalProperties: false,
})
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
export const list = (items: JsonObject): JsonObject => ({ type: 'array', items })
export const text: JsonObject = { type: 'string' }
export const whole: JsonObject = { type: 'integer' }
export const time: JsonObject = { type: 'string', description: 'ISO 8601 with +07:00, Vietnamese civil time.' }
export const open: JsonObject = { type: 'object' }

export const attachmentState: JsonObject = { enum: ['uploading', 'scanning', 'clean', 'infected', 'unscannable'] }
export const version = closed({ code: text, version: whole })
export const status: JsonObject = { enum: ['draft', 'submitted', 'supplemented', 'received', 'refused', 'processing', 'awaiting-supplement', 'awaiting-clarification', 'awaiting-payment', 'withdrawn', 'stopped', 'done', 'returned'] }
