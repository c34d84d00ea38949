import { withEtag } from '../../http/conditional.ts'
import { json } from '../../http/respond.ts'
import type { Call } from '../call.ts'
import { openApiDocument } from '../openapi.ts'

/** This API as an OpenAPI 3.1 document. */
export const openapi: Call = async (request, { portal, sandbox }) =>
  withEtag(request, json(openApiDocument({ name: portal.name.vi, email: portal.feedbackEmail, sandbox }), 200, { 'cache-control': 'public, max-age=300' }))
