import { Webhook } from 'standardwebhooks'
import type { Message, WebhookSecret } from './webhook.ts'

/**
 * Headers after the Standard Webhooks specification; one signature for each secret that holds now. `at`: time of this
 * attempt. A file of its own, so that the library is in the bundle of the one function that signs.
 */
export const signedHeaders = ({ id, body }: Pick<Message, 'id' | 'body'>, secrets: readonly WebhookSecret[], at: Date): Readonly<Record<string, string>> => {
  const valid = secrets.filter(({ endsAt }) => endsAt === undefined || Date.parse(endsAt) > at.getTime())
  return {
    'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': valid.map(({ text }) => new Webhook(text).sign(id, at, body)).join(' '),
  }
}
