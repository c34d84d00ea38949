import { findProcedures } from '../../../forms/engine/search.ts'
import type { CatalogueEntry } from '../../core/ports.ts'
import { AppError } from '../../core/errors.ts'
import { withEtag } from '../../http/conditional.ts'
import type { Request } from '../../http/request.ts'
import { json } from '../../http/respond.ts'
import type { Call } from '../call.ts'
import { PAGES } from '../query.ts'

/** A page of the catalogue, searched as on the home page. The cursor names the last entry seen, so nothing shifts when entries are added. */
export const catalogue: Call = async (request, site) => {
  const { q = '', level, agency, field, cursor } = request.query
  const filters = { ...(level && { level }), ...(agency && { agency }), ...(field && { field }) }
  const { entries, total } = findProcedures(await site.deps.procedures.index(), { query: q.trim().slice(0, 200), filters })
  const from = cursor === undefined ? 0 : entries.findIndex(({ code }) => code === readCursor(cursor)) + 1
  if (cursor !== undefined && from === 0) throw new AppError('bad-request')
  const size = readSize(request)
  const shown = entries.slice(from, from + size)
  const last = shown.at(-1)
  const more = from + size < entries.length && last !== undefined
  return withEtag(request, json({ total, procedures: shown.map(tellEntry), ...(more && { cursor: writeCursor(last.code) }) }, 200, { 'cache-control': 'public, max-age=60' }))
}

const tellEntry = ({ code, title, summary, keywords, field, agency, levels, online, version }: CatalogueEntry) =>
  ({ code, title, summary, keywords, field, agency, levels, online, version })

const writeCursor = (code: string): string => Buffer.from(code).toString('base64url')
const readCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString()

const readSize = ({ query }: Request): number => {
  const size = Number(query['limit'] ?? PAGES.catalogue.default)
  if (!Number.isInteger(size) || size < 1 || size > PAGES.catalogue.most) throw new AppError('bad-request')
  return size
}
