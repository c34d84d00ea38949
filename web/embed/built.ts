import type { MessageKey } from '../../forms/index.ts'

/** What web/build.ts writes into the loader: where the rest lies below the portal, and the few sentences that are said without it. */
export type Built = {
  readonly version: string
  readonly css: string
  readonly js: string
  readonly texts: { readonly [Lang in 'vi' | 'en']: Readonly<Record<TextName, string>> }
}

/** Last part of the message keys `page.embed.*`. */
export const TEXT_NAMES = ['open', 'loading', 'sending', 'offline', 'retry', 'blocked'] as const
export type TextName = (typeof TEXT_NAMES)[number]
export const textKey = (name: TextName): MessageKey => `page.embed.${name}`
