import { ROUTES, type Audience, type RouteName } from './routes.ts'

/** The route of this method and path with its variables, or undefined. Routes are tried in the order of the table. */
export const matchRoute = (audience: Audience, method: string, path: string): { name: RouteName; params: Record<string, string> } | undefined => {
  // A HEAD is a GET whose body the gateway drops.
  const asked = method === 'HEAD' ? 'GET' : method
  for (const { route, pattern } of PATTERNS) {
    if (route.audience !== audience || !route.methods.some((known) => known === asked)) continue
    const groups = pattern.exec(path)
    if (groups !== null) return { name: route.name, params: { ...groups.groups } }
  }
  return undefined
}

/** Variables hold no percent sign and no slash: every id and code of ours is plain ASCII. */
const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/[.]/g, String.raw`\.`).replace(/\{(\w+)\}/g, '(?<$1>[A-Za-z0-9._~-]{1,80})')}$`),
}))
