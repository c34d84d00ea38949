import { list, member, text, type Value } from '../template.ts'

/** One CORS rule of a bucket in the template. */
export type CorsRule = { readonly origins: readonly string[]; readonly methods: readonly string[]; readonly headers: readonly string[]; readonly exposed: readonly string[]; readonly maxAge: string }

/** `localhost` and `127.0.0.1` are one machine: a rule for one holds for the other. */
const bothNames = (origin: string): string[] => [...new Set([origin, origin.replace('//localhost', '//127.0.0.1'), origin.replace('//127.0.0.1', '//localhost')])]

/** The rules of a bucket's CorsConfiguration. */
export const readCorsRules = (properties: Value): CorsRule[] =>
  list(member(properties, 'CorsConfiguration', 'CorsRules')).map((rule) => ({
    origins: list(member(rule, 'AllowedOrigins')).map(text).flatMap(bothNames),
    methods: list(member(rule, 'AllowedMethods')).map(text),
    headers: list(member(rule, 'AllowedHeaders')).map((name) => text(name).toLowerCase()),
    exposed: list(member(rule, 'ExposedHeaders')).map(text),
    maxAge: text(member(rule, 'MaxAge')),
  }))

const like = (pattern: string, value: string): boolean => {
  const [start = '', end] = pattern.split('*')
  return end === undefined ? pattern === value : value.startsWith(start) && value.endsWith(end) && value.length >= start.length + end.length
}

/** A browser's question or request. */
export type CrossOrigin = { readonly origin: string; readonly method: string; readonly headers: readonly string[] }

/** Headers that let the page at `origin` go on, or undefined where no rule does. */
export const corsHeaders = (rules: readonly CorsRule[], asked: CrossOrigin): Record<string, string> | undefined => {
  const rule = rules.find(({ origins, methods, headers }) =>
    origins.some((origin) => like(origin, asked.origin)) && methods.includes(asked.method) && asked.headers.every((name) => headers.some((pattern) => like(pattern, name.toLowerCase()))))
  if (rule === undefined) return undefined
  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : asked.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    ...(asked.headers.length > 0 && { 'access-control-allow-headers': asked.headers.join(', ') }),
    ...(rule.exposed.length > 0 && { 'access-control-expose-headers': rule.exposed.join(', ') }),
    ...(rule.maxAge && { 'access-control-max-age': rule.maxAge }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  }
}
