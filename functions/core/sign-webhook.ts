import { Webhook } from 'standardwebhooks'
import type { Message, WebhookSecret } from './webhook.ts'

/**
 * Headers after the Standard Webhooks specification; one signature for each secret that holds `now`. `sentAt`: the
 * receiver's time, which a sandbox's clock may be ahead of. A file of its own, so that the library is in the bundle of the one function that signs.
 */
export const signedHeaders = ({ id, body }: Pick<Message, 'id' | 'body'>, secrets: readonly WebhookSecret[], { now, sentAt = now }: { readonly now: Date; readonly sentAt?: Date }): Readonly<Record<string, string>> => {
  const valid = secrets.filter(({ endsAt }) => endsAt === undefined || Date.parse(endsAt) > now.getTime())
  return {
    'webhook-id': id, 'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': valid.map(({ text }) => new Webhook(text).sign(id, sentAt, body)).join(' '),
  }
}
