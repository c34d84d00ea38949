import { describe, expect, test } from 'vitest'
import { AppError } from '../../../functions/core/errors.ts'
import { chain, type Links } from '../../../functions/http/chain.ts'
import { refuseCrossSite } from '../../../functions/http/cross-site.ts'
import { LIMITS } from '../../../functions/http/limits.ts'
import { problem } from '../../../functions/http/problem.ts'
import { refusalOf } from '../../../functions/http/refusal.ts'
import { readRequest } from '../../../functions/http/request.ts'
import { json } from '../../../functions/http/respond.ts'
import { gatewayEvent } from './events.ts'

const makeChain = (answer: Links['answer']) => {
  const lines: string[] = []
  const handler = chain({
    audience: 'citizen', answer, refuse: async (request, error) => problem(request, refusalOf(error)),
    publicUrl: '', uploadOrigin: 'https://quarantine.example', origins: async () => [], writeLog: (line) => { lines.push(line) },
  })
  return { lines, run: (event = gatewayEvent('/tra-cuu')) => handler(event, undefined) }
}

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https://quarantine.example; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

describe('every answer carries the security headers', () => {
  test.each([
    ['an answer', async () => json({}), 200],
    ['a refusal', async () => { throw new AppError('not-found') }, 404],
    ['a bug', async () => { throw new TypeError('x is not a function') }, 500],
  ])('%s', async (_what, answer, status) => {
    const result = await makeChain(answer).run()
    expect(result.statusCode).toBe(status)
    expect(result.headers).toMatchObject({
      'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
  })
})

test('a body that is too large is refused before anything reads it', async () => {
  const { run } = makeChain(async () => json({ read: true }))
  const result = await run(gatewayEvent('/phan-anh', { method: 'POST', body: new Uint8Array(LIMITS.bodyBytes + 3) }))
  expect(result.statusCode).toBe(413)
  expect(result.headers['content-security-policy']).toBe(POLICY)
})

describe('the log', () => {
  const CANARY = 'Nguyễn-Canary-7391'
  const asked = gatewayEvent('/ho-so/2b0c-secret/nguoi-yeu-cau', { method: 'POST', query: `q=${CANARY}`, headers: { 'x-draft-token': CANARY }, cookies: [`dvc-x=${CANARY}`], body: CANARY })

  test('says route, status and duration, and never a path, a query, a header, a cookie or a body', async () => {
    const { lines, run } = makeChain(async () => json({ hello: CANARY }))
    await run(asked)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'info', requestId: 'request-1', audience: 'citizen', route: 'draftPage', method: 'POST', status: 200, ms: expect.any(Number) })
  })

  test('names a bug by its place in our code, without its message, causes included', async () => {
    const { lines, run } = makeChain(async () => { throw new SyntaxError(`Unexpected token in "${CANARY}"\n${CANARY}`, { cause: new Error(CANARY) }) })
    const result = await run(asked)
    const line = JSON.parse(lines[0] ?? '')
    expect(line).toMatchObject({ level: 'error', status: 500, error: { name: 'SyntaxError', cause: { name: 'Error' } } })
    expect(line.error.stack[0]).toContain('chain.test.ts')
    expect(lines.join('') + result.body).not.toContain(CANARY)
  })

  test('names a refusal by its code', async () => {
    const { lines, run } = makeChain(async () => { throw new AppError('draft-not-found', { id: CANARY }) })
    await run(asked)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', status: 404, error: { code: 'draft-not-found' } })
    expect(lines.join('')).not.toContain(CANARY)
  })
})

describe('a post from another site is refused', () => {
  const isRefused = (headers: Readonly<Record<string, string>>, method = 'POST'): boolean => {
    try {
      refuseCrossSite(readRequest(gatewayEvent('/phan-anh', { method, headers }), 'citizen', ''), ['https://phuong.example', 'http://127.0.0.1:*'])
      return false
    } catch (error) {
      return error instanceof AppError && error.code === 'cross-site'
    }
  }
  test.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, true],
    [{ origin: 'https://evil.example' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'http://localhost:3000' }, false],
    [{}, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://phuong.example' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://phuong.example.evil.example' }, true],
    [{ origin: 'http://127.0.0.1:4000' }, false],
    [{ origin: 'http://127.0.0.1:4000.evil.example' }, true],
  ])('%j: %s', (headers, refused) => { expect(isRefused(headers)).toBe(refused) })
  test('reading is never refused: links from other sites lead here', () => { expect(isRefused({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(false) })
})
