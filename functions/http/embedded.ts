import type { Request } from './request.ts'

/** Media type with which an embedding element asks for a page without its frame. The same as in web/enhance/fragment.ts. */
export const FRAGMENT = 'text/vnd.dvc.fragment+html'

/** Is it an element inside another site's page that asks? It sends no cookies, and follows no redirect that it cannot see. */
export const isEmbedded = ({ headers }: Pick<Request, 'headers'>): boolean => (headers['accept'] ?? '').toLowerCase().startsWith(FRAGMENT)
