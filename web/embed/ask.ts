import { FRAGMENT } from '../enhance/fragment.ts'

export type Asked = { readonly url: URL; readonly body?: FormData | URLSearchParams; readonly token?: string; readonly signal?: AbortSignal }

export type Answer =
  | { readonly kind: 'page'; readonly html: string }
  /** Where to go on: a path of the portal, or a file elsewhere. */
  | { readonly kind: 'elsewhere'; readonly location: string }
  | { readonly kind: 'failed'; readonly code: 'offline' | 'server' | 'blocked-by-csp'; readonly message: string }

/** Milliseconds after which a browser has told, by an event and not by the error, what a policy blocked. */
const MOMENT = 60

const failed = (code: 'offline' | 'server' | 'blocked-by-csp', message: string): Answer => ({ kind: 'failed', code, message })

/** Hears which directive of the page's policy, if any, stops what is sent to `origin` meanwhile. */
export const hearPolicy = (origin: string): { readonly stop: () => void; readonly directive: () => Promise<string | undefined> } => {
  let directive: string | undefined
  const hear = (event: SecurityPolicyViolationEvent): void => {
    if (event.blockedURI.startsWith(origin)) directive = event.effectiveDirective
  }
  document.addEventListener('securitypolicyviolation', hear)
  return {
    stop: () => document.removeEventListener('securitypolicyviolation', hear),
    directive: async () => {
      await new Promise((done) => { setTimeout(done, MOMENT) })
      return directive
    },
  }
}

/** What a page's owner has to add, as a line of the policy. */
export const policyAdvice = (directive: string, origin: string): string =>
  `The Content-Security-Policy of this page blocks the form: add ${origin} to ${directive.replace(/-elem$/, '')}.`

const read = async (answer: Response): Promise<Answer> => {
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith(FRAGMENT)) return { kind: 'page', html: await answer.text() }
  const told = type.startsWith('application/json') ? ((await answer.json()) as { readonly location?: string }) : {}
  return told.location ? { kind: 'elsewhere', location: told.location } : failed('server', `${answer.status} from ${answer.url}`)
}

/** Asks the portal for a page: no cookies, and a plain request wherever the token travels in the form, so that no browser asks first. */
export const ask = async ({ url, body, token, signal }: Asked): Promise<Answer> => {
  const policy = hearPolicy(url.origin)
  try {
    return await read(await fetch(url, {
      method: body ? 'POST' : 'GET', credentials: 'omit',
      headers: { accept: FRAGMENT, ...(token && !body && { 'x-draft-token': token }) },
      ...(body && { body }), ...(signal && { signal }),
    }))
  } catch (error) {
    const directive = await policy.directive()
    return directive ? failed('blocked-by-csp', policyAdvice(directive, url.origin)) : failed('offline', String(error))
  } finally {
    policy.stop()
  }
}
