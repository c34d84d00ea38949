import type { JsonObject } from '../../forms/index.ts'
import type { RouteNameOf } from '../http/routes.ts'
import { QUERIES } from './query.ts'

type Parameter = { readonly description: string; readonly example: string; readonly required?: boolean; readonly schema?: JsonObject }

/** Variables of paths, by what stands before them: `{code}` is a procedure's or a dossier's. */
const VARIABLES: Readonly<Record<string, Parameter>> = {
  'procedures/{code}': { description: 'National code of the procedure.', example: '1.001193' },
  'dossiers/{code}': { description: 'Code of the dossier, from its receipt or event.', example: 'H26-260714-0001' },
  'drafts/{id}': { description: 'UUID that the client mints.', example: '0d6f2c1e-8f5b-4c7a-9d55-2f4f0f1f6a11' },
  'attachments/{attachment}': { description: 'Id of the announced file.', example: '5b3c7a10-8f5b-4c7a-9d55-2f4f0f1f6a11' },
  'files/{file}': { description: 'Id of the paper or result.', example: '5b3c7a10-8f5b-4c7a-9d55-2f4f0f1f6a11' },
  'forms/{as}': { description: 'Word or PDF.', example: 'pdf', schema: { type: 'string', enum: ['docx', 'pdf'] } },
  'webhooks/{webhook}': { description: 'Id of the webhook.', example: 'K7QH3MPAWX' },
}

const key: JsonObject = { type: 'string', minLength: 8, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' }

/** Headers that calls take; a name with a plus is required. */
const HEADERS = {
  'Idempotency-Key': { description: 'Visible ASCII characters; a repeat with the same key and body does nothing twice and gives the same answer.', example: '5f0c9a4e-1', schema: key },
  'X-Draft-Token': { description: 'Secret of the draft, minted by the client.', example: 'g7Jq2c0Zr5mB1xYt', schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,128}$' } },
  'X-Tracking-Key': { description: 'From the receipt; or Authorization: Bearer.', example: 'K7QH3MPA' },
  'If-Match': { description: 'ETag of the revision that you have seen. Whoever comes second hears 412.', example: '"3"' },
  'If-None-Match': { description: 'ETag that you hold: 304 where it is still so. `*` creates a draft.', example: '"3"' },
} satisfies Record<string, Parameter>

export type HeaderParameter = keyof typeof HEADERS

const toParameter = (name: string, place: 'path' | 'query' | 'header', { description, example, required = false, schema = { type: 'string' } }: Parameter): JsonObject =>
  ({ name, in: place, required, description, example, schema })

const variablesOf = (path: string): JsonObject[] => [...path.matchAll(/(\w+\/\{(\w+)\})/g)].map(([, place = '', name = '']) => {
  const variable = VARIABLES[place]
  if (variable === undefined) throw new Error(`openapi-parameters.ts does not say what ${place} is`)
  return toParameter(name, 'path', { ...variable, required: true })
})

const queriesOf = (name: RouteNameOf<'api'>): JsonObject[] => Object.entries(QUERIES[name] ?? {}).map(([query, { description, example, ...schema }]) =>
  toParameter(query, 'query', { description: String(description), example: example as string, schema }))

export type Asks = { readonly takes?: readonly HeaderParameter[]; readonly needs?: readonly HeaderParameter[]; readonly etag?: true }

/** Parameters of one call: path, query, headers, and the language, which every call takes. */
export const parametersOf = (name: RouteNameOf<'api'>, path: string, { takes = [], needs = [], etag }: Asks): JsonObject[] => [
  ...variablesOf(path), ...queriesOf(name),
  ...needs.map((header) => toParameter(header, 'header', { ...HEADERS[header], required: true })),
  ...[...takes, ...(etag ? ['If-None-Match' as const] : [])].map((header) => toParameter(header, 'header', HEADERS[header])),
  toParameter('Accept-Language', 'header', { description: 'Language of sentences: vi (default) or en.', example: 'vi' }),
]
