// What this function answers lets a test see exactly what reached it and what it may do.
import { randomUUID } from 'node:crypto'

const echo = (event) => ({ statusCode: 200, headers: { 'content-type': 'application/json', 'x-nothing': undefined }, cookies: ['a=1; Path=/', 'b=2; Path=/'], body: JSON.stringify(event) })

const ACTIONS = {
  echo,
  env: () => ({ statusCode: 200, body: JSON.stringify({ name: process.env.NAME, url: process.env.PUBLIC_URL, region: process.env.AWS_REGION, key: process.env.AWS_ACCESS_KEY_ID, zone: process.env.TZ }) }),
  long: () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: 'Thủ tục hành chính. '.repeat(500) }),
  bare: () => ({ hello: 'world' }),
  boom: () => { throw new TypeError('no such thing') },
  slow: () => new Promise(() => {}),
  binary: () => ({ statusCode: 201, isBase64Encoded: true, headers: { 'content-type': 'image/png' }, body: Buffer.from([1, 2, 3, 255]).toString('base64') }),
  instance: async () => { await new Promise((done) => { setTimeout(done, 200) }); return { statusCode: 200, body: instance } },
}

const instance = randomUUID()

export const handler = (event) => ACTIONS[event.queryStringParameters?.do ?? 'echo'](event)
