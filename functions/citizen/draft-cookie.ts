import type { Entries } from '../../forms/index.ts'
import type { Holder } from '../core/open-draft.ts'
import { isEmbedded } from '../http/embedded.ts'
import type { Request } from '../http/request.ts'

const HOUR = 3600
/** A draft lives until the end of its thirtieth day: a cookie of 31 days outlives it. */
const DRAFT_SECONDS = 31 * 24 * HOUR

/**
 * The browser's proof that a draft is its own: one cookie a draft, so that several can be open, kept from scripts.
 * Path=/ because the same draft is read under both languages; Lax so that a saved link still opens it.
 */
export const draftCookie = (request: Request, { id, token }: Holder): string => cookieFor(request, { id, token }, DRAFT_SECONDS)

/** The same for a draft of which nothing is stored yet: first pages that were only looked at must not fill the browser's jar. */
export const firstCookie = (request: Request, holder: Holder): string => cookieFor(request, holder, 2 * HOUR)

const cookieFor = ({ origin }: Request, { id, token }: Holder, seconds: number): string =>
  `dvc-${id}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`

/**
 * Who asks, on a GET: the token of this draft's cookie ('' = none, which opens nothing). An element in another site's page
 * has no cookie of ours: it sends what stood in its form as a header, which no page can make a browser send unasked.
 */
export const holderOfCookie = (request: Request, id: string): Holder => ({ id, token: request.headers['x-draft-token'] ?? request.cookies[`dvc-${id}`] ?? '' })

/**
 * Who posts: the token must be in the form itself, which another site cannot know. The cookie is not asked for, so that
 * a form inside another site's frame, where cookies are blocked, still saves.
 */
export const holderOfPost = (entries: Entries, id: string): Holder => ({ id, token: entries.find(([name]) => name === '_token')?.[1] ?? '' })

/**
 * Does this browser keep no cookies of ours (an element in another site's page never does)? Then a 303 would lead to a page that it cannot open, and the next page is
 * the answer itself. Every first page comes with a cookie for this.
 */
export const keepsNoCookies = (request: Request): boolean =>
  isEmbedded(request) || (request.headers['sec-fetch-mode'] === 'navigate' && Object.keys(request.cookies).length === 0)

/** A session cookie that says nothing but 'cookies work here'. */
export const PROBE_COOKIE = 'dvc=1; Path=/; HttpOnly; SameSite=Lax'
