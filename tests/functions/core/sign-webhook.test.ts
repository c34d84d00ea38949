import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signedHeaders } from '../../../functions/core/sign-webhook.ts'
import { newSecret } from '../../../functions/core/webhook.ts'

const NOW = new Date('2026-07-14T08:00:00.250+07:00')
const BODY = '{"type":"dossier.submitted","data":{"note":"Đã tiếp nhận"}}'
const MESSAGE = { id: '0b9e3c5e-1', body: BODY }

// What receivers run: the specification's own library, whose clock is the machine's.
beforeEach(() => { vi.useFakeTimers({ now: NOW }) })
afterEach(() => { vi.useRealTimers() })
const verify = (secret: string, headers: Readonly<Record<string, string>>, body = BODY): unknown => new Webhook(secret).verify(body, { ...headers })

it('signs as the specification does: its own test vector', () => {
  expect(signedHeaders({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' }, [{ text: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }], { now: new Date(1_614_265_330_000) })).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

describe('a receiver with the library', () => {
  it('takes what we sign, diacritics and all', () => {
    const secret = newSecret()
    expect(verify(secret, signedHeaders(MESSAGE, [{ text: secret }], { now: NOW }))).toEqual(JSON.parse(BODY))
  })

  it('takes it with the old secret and with the new one while a rotation overlaps, then with the new one alone', () => {
    const [fresh, old] = [newSecret(), newSecret()]
    const secrets = [{ text: fresh }, { text: old, endsAt: '2026-07-14T09:00:00+07:00' }]
    const during = signedHeaders(MESSAGE, secrets, { now: NOW })
    for (const secret of [fresh, old]) expect(verify(secret, during)).toEqual(JSON.parse(BODY))
    vi.setSystemTime(new Date('2026-07-14T09:00:00+07:00'))
    const after = signedHeaders(MESSAGE, secrets, { now: new Date() })
    expect(verify(fresh, after)).toEqual(JSON.parse(BODY))
    expect(() => verify(old, after)).toThrow(WebhookVerificationError)
  })

  it.each<[string, (headers: Readonly<Record<string, string>>) => readonly [Readonly<Record<string, string>>, string?]]>([
    ['a forged body', (headers) => [headers, BODY.replace('submitted', 'finished')]],
    ['another id: one event in the place of another', (headers) => [{ ...headers, 'webhook-id': '0b9e3c5e-2' }]],
    ['another time under the same signature', (headers) => [{ ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }]],
    ['no signature', (headers) => [{ ...headers, 'webhook-signature': '' }]],
  ])('refuses %s', (_what, spoil) => {
    const secret = newSecret()
    const [headers, body] = spoil(signedHeaders(MESSAGE, [{ text: secret }], { now: NOW }))
    expect(() => verify(secret, headers, body)).toThrow(WebhookVerificationError)
  })

  it('refuses what somebody else signed, and what is sent again six minutes later', () => {
    const secret = newSecret()
    expect(() => verify(secret, signedHeaders(MESSAGE, [{ text: newSecret() }], { now: NOW }))).toThrow('No matching signature')
    const headers = signedHeaders(MESSAGE, [{ text: secret }], { now: NOW })
    vi.setSystemTime(NOW.getTime() + 6 * 60_000)
    expect(() => verify(secret, headers)).toThrow('too old')
  })
})
