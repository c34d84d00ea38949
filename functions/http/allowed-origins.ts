import type { Site } from './site.ts'

/** Origins of the sites that may embed forms, e.g. `https://phuong-a.example.gov.vn`; `http://localhost:*` is any port. */
export const allowedOrigins = async ({ embedOrigins }: Pick<Site, 'embedOrigins'>): Promise<readonly string[]> => embedOrigins

/** Is this origin one of them? */
export const isAllowed = (origins: readonly string[], origin: string): boolean =>
  origins.some((allowed) => (allowed.endsWith(':*') ? origin.startsWith(allowed.slice(0, -1)) && /^\d{1,5}$/.test(origin.slice(allowed.length - 1)) : allowed === origin))
