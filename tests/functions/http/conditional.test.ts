import { expect, test } from 'vitest'
import { withEtag } from '../../../functions/http/conditional.ts'
import { readRequest } from '../../../functions/http/request.ts'
import { json } from '../../../functions/http/respond.ts'
import { gatewayEvent } from './events.ts'

const asking = (ifNoneMatch?: string) => readRequest(gatewayEvent('/', { headers: ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch } }), 'citizen', '')
const answer = json({ a: 1 }, 200, { 'cache-control': 'public, max-age=60' })

test('what the client holds is not sent again, and keeps its cache headers', () => {
  const first = withEtag(asking(), answer)
  const etag = first.headers?.['etag'] ?? ''
  expect(etag).toMatch(/^"[\w-]{22}"$/)
  for (const held of [etag, `W/${etag}`, `"old", ${etag}`, '*']) expect(withEtag(asking(held), answer)).toEqual({ status: 304, headers: { etag, 'cache-control': 'public, max-age=60' } })
})

test('another body is another tag', () => {
  const { etag = '' } = withEtag(asking(), json({ a: 2 })).headers ?? {}
  expect(withEtag(asking(etag), answer)).toMatchObject({ status: 200, body: '{"a":1}' })
})
