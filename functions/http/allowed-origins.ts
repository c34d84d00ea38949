import type { Deps } from '../core/deps.ts'
import type { Request } from './request.ts'
import type { Site } from './site.ts'

type Knows = Pick<Site, 'embedOrigins' | 'registeredOrigins'>

/** Origins of the sites that may embed forms, e.g. `https://phuong-a.example.gov.vn`; `http://localhost:*` is any port. */
export const allOrigins = async ({ embedOrigins, registeredOrigins }: Knows): Promise<readonly string[]> => [...embedOrigins, ...await registeredOrigins()]

/** Is this origin one of them? */
export const isAllowed = (origins: readonly string[], origin: string): boolean =>
  origins.some((allowed) => (allowed.endsWith(':*') ? origin.startsWith(allowed.slice(0, -1)) && /^\d{1,5}$/.test(origin.slice(allowed.length - 1)) : allowed === origin))

/** As many of them as this request can tell apart: a person on the portal itself costs no look at the integrators. */
export const originsFor = async ({ headers, origin: own }: Pick<Request, 'headers' | 'origin'>, site: Knows): Promise<readonly string[]> => {
  const { origin } = headers
  return origin === undefined || origin === own || isAllowed(site.embedOrigins, origin) ? site.embedOrigins : allOrigins(site)
}

/** What was read of the integrators is believed for so long: a site that was taken off may embed as long. */
const BELIEVED_MS = 30_000

/** Origins that integrators were registered with, read at most every half minute; a failed reading is tried again by the next who asks. */
export const registeredOrigins = ({ integrators }: Pick<Deps, 'integrators'>, now: () => number = Date.now): (() => Promise<readonly string[]>) => {
  let read: { readonly at: number; readonly origins: Promise<readonly string[]> } | undefined
  return () => {
    if (read !== undefined && now() - read.at < BELIEVED_MS) return read.origins
    const origins = integrators.integrators().then((all) => all.flatMap((one) => one.origins ?? []))
    const mine = { at: now(), origins }
    read = mine
    origins.catch(() => { if (read === mine) read = undefined })
    return origins
  }
}
