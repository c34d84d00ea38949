import type { JsonObject } from '../../forms/index.ts'
import { AppError, refuseValue } from '../core/errors.ts'
import type { Request } from '../http/request.ts'
import type { RouteNameOf } from '../http/routes.ts'

type Queries = Readonly<Record<string, JsonObject>>

const cursor: JsonObject = { type: 'string', minLength: 1, description: 'From the page before.', example: 'MS4wMDExOTM' }
const pageSize = (most: number, unlessTold: number): JsonObject => ({ type: 'integer', minimum: 1, maximum: most, default: unlessTold, description: 'Entries a page.', example: unlessTold })
const words = (description: string, example: string): JsonObject => ({ type: 'string', description, example })

/** Entries a page: unless told, and at most. */
export const PAGES = { catalogue: { default: 20, most: 100 }, officeEvents: { default: 50, most: 200 }, officeDeadLetters: { default: 50, most: 100 } } as const

/** What may stand behind the question mark of each call, as schemas; what is not here is refused, so that a typing error does not pass for a filter. */
export const QUERIES: Readonly<Partial<Record<RouteNameOf<'api'>, Queries>>> = {
  catalogue: {
    q: words('Words of the title, summary or keywords, with or without diacritics.', 'dang ky khai sinh'),
    level: words('Level or grade of the service: muc-2, muc-3, mot-phan, toan-trinh.', 'toan-trinh'),
    agency: words('Agency that receives.', 'Ủy ban nhân dân cấp xã'),
    field: words('Id of the field (lĩnh vực).', 'ho-tich'),
    limit: pageSize(PAGES.catalogue.most, PAGES.catalogue.default), cursor,
  },
  officeEvents: {
    cursor, limit: pageSize(PAGES.officeEvents.most, PAGES.officeEvents.default),
    type: words('Only events of this type: new dossiers, say. A page may then be short, or empty, with more to come.', 'dossier.submitted'),
  },
  officeDeadLetters: { cursor, limit: pageSize(PAGES.officeDeadLetters.most, PAGES.officeDeadLetters.default) },
}

/** Refuses the first parameter that the call does not take, and says which it takes. */
export const refuseUnknownQuery = (call: RouteNameOf<'api'>, { query }: Request): void => {
  const known = Object.keys(QUERIES[call] ?? {})
  const name = Object.keys(query).find((one) => !known.includes(one))
  if (name !== undefined) throw new AppError('unknown-parameter', { name: name.slice(0, 100), known: known.length === 0 ? '—' : known.join(', ') })
}

/** `limit` as a number, within what a page may hold. */
export const readLimit = ({ limit }: Request['query'], page: { readonly default: number; readonly most: number }): number => {
  const size = Number(limit ?? page.default)
  if (!Number.isInteger(size) || size < 1 || size > page.most) return refuseValue('limit', `1-${page.most}`)
  return size
}
