import { expect, test } from 'vitest'
import { localPath, readRequest } from '../../../functions/http/request.ts'
import { ROUTES, routeKeys } from '../../../functions/http/routes.ts'
import { toGatewayResult } from '../../../functions/http/respond.ts'
import { gatewayEvent } from './events.ts'

const citizen = (path: string, asked = {}) => readRequest(gatewayEvent(path, asked), 'citizen', '')

test.each([
  ['/', 'home', 'vi', '/'],
  ['/en', 'home', 'en', '/'],
  ['/en/', 'home', 'en', '/'],
  ['/thu-tuc/1.001193', 'posting', 'vi', '/thu-tuc/1.001193'],
  ['/en/thu-tuc/1.001193/mau.docx', 'wordForm', 'en', '/thu-tuc/1.001193/mau.docx'],
  ['/ho-so/abc/bien-nhan', 'receipt', 'vi', '/ho-so/abc/bien-nhan'],
  ['/ho-so/abc/nguoi-yeu-cau', 'draftPage', 'vi', '/ho-so/abc/nguoi-yeu-cau'],
  ['/ho-so/abc/tep/def', 'file', 'vi', '/ho-so/abc/tep/def'],
  ['/engine', undefined, 'vi', '/engine'],
  ['/ho-so/a%2Fb/luu', undefined, 'vi', '/ho-so/a%2Fb/luu'],
])('%s is the page %s in %s', (path, name, lang, plain) => {
  const request = citizen(path)
  expect([request.routeName, request.lang, request.path]).toEqual([name, lang, plain])
})

test('a submit is a POST of its own; a GET of the same address is a draft page', () => {
  expect(citizen('/ho-so/abc/nop', { method: 'POST' }).routeName).toBe('submit')
  expect(citizen('/ho-so/abc/nop').routeName).toBe('draftPage')
})

test('every route of the table is found under its own path, in both languages, and told to the gateway', () => {
  for (const { name, audience, methods, path } of ROUTES) {
    const concrete = path.replace(/\{(\w+)\}/g, 'x-1')
    for (const method of methods) {
      for (const lang of audience === 'citizen' ? (['vi', 'en'] as const) : (['vi'] as const)) {
        const request = readRequest(gatewayEvent(localPath(lang, concrete), { method }), audience, '')
        expect([request.routeName, request.lang]).toEqual([name, lang])
        expect(routeKeys(audience)).toContain(`${method} ${localPath(lang, path)}`)
      }
    }
  }
})

test('an API call speaks Vietnamese unless English is preferred', () => {
  const lang = (accept: string) => readRequest(gatewayEvent('/api/v1/procedures', { headers: { 'Accept-Language': accept } }), 'api', '').lang
  expect([lang(''), lang('en'), lang('en-GB,en;q=0.9'), lang('vi,en;q=0.8'), lang('fr'), lang('en;q=0.2, vi-VN;q=0.9')]).toEqual(['vi', 'en', 'en', 'vi', 'vi', 'vi'])
})

test('the origin is the public one, else the host that was asked', () => {
  expect(citizen('/').origin).toBe('http://localhost:3000')
  expect(citizen('/', { headers: { host: 'abc.execute-api.example' } }).origin).toBe('https://abc.execute-api.example')
  expect(citizen('/', { headers: { host: 'abc.example', 'x-forwarded-proto': 'http' } }).origin).toBe('http://abc.example')
  expect(citizen('/', { headers: { host: 'abc.example', 'x-forwarded-host': 'evil.example' } }).origin).toBe('https://abc.example')
  expect(citizen('/', { headers: { host: 'abc.example', 'x-forwarded-proto': 'javascript' } }).origin).toBe('https://abc.example')
  expect(citizen('/', { headers: { host: 'a@evil.example/"><script>' } }).origin).toBe('http://localhost')
  expect(readRequest(gatewayEvent('/', { headers: { host: 'evil.example' } }), 'citizen', 'https://dichvucong.example').origin).toBe('https://dichvucong.example')
})

test('cookies come from the gateway or from the header; the first of a repeated parameter counts', () => {
  expect(citizen('/', { cookies: ['a=1', 'b=x=y'] }).cookies).toEqual({ a: '1', b: 'x=y' })
  expect(citizen('/', { headers: { cookie: 'a=1; b=2' } }).cookies).toEqual({ a: '1', b: '2' })
  expect(citizen('/', { query: 'q=khai+sinh&q=kh%C3%A1c' }).query).toEqual({ q: 'khai sinh' })
})

test('bytes go out as base64, text as it is, and cookies in their own list', () => {
  expect(toGatewayResult({ status: 200, headers: { etag: '"1"' }, cookies: ['a=1'], body: new Uint8Array([0, 255]) }))
    .toEqual({ statusCode: 200, headers: { etag: '"1"' }, cookies: ['a=1'], body: 'AP8=', isBase64Encoded: true })
  expect(toGatewayResult({ status: 303, headers: { location: '/en' } })).toEqual({ statusCode: 303, headers: { location: '/en' }, body: '', isBase64Encoded: false })
})
