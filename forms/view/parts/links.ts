import type { ViewContext } from '../context.ts'
import type { Lang } from '../../engine/json.ts'

/** Address in a language: `/tra-cuu` -> `/en/tra-cuu`. Addresses with an origin and prefixed ones stay as they are. */
export const inLanguage = (path: string, lang: Lang): string => {
  if (lang === 'vi' || !path.startsWith('/') || path.startsWith('//') || /^\/en(\/|\?|$)/.test(path)) return path
  return path === '/' || path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`
}

export const localPath = (ctx: ViewContext, path: string): string => inLanguage(path, ctx.lang)

/** The same page in the other language. */
export const otherLanguage = (ctx: ViewContext): { readonly lang: Lang; readonly href: string } => {
  const lang = ctx.lang === 'vi' ? 'en' : 'vi'
  return { lang, href: inLanguage(ctx.path, lang) }
}

export const absolute = (ctx: ViewContext, path: string): string => (path.startsWith('/') ? ctx.origin + localPath(ctx, path) : path)
