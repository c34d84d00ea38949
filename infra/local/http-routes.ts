import type { Assembly } from './assembly.ts'
import { text } from './template.ts'

/** A route of the HTTP API: `GET /ho-so/{id}` or `$default`, and the function behind it. */
export type ApiRoute = { readonly key: string; readonly functionArn: string }

export type Matched = ApiRoute & { readonly parameters: Readonly<Record<string, string>> }

/** Reads routes and integrations of the template's HTTP API. */
export const readRoutes = (assembly: Assembly): ApiRoute[] => {
  const targets = new Map(assembly.ofType('AWS::ApiGatewayV2::Integration').map(({ ref, properties }) => [`integrations/${ref}`, text(properties['IntegrationUri'])]))
  return assembly.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => ({ key: text(properties['RouteKey']), functionArn: targets.get(text(properties['Target'])) ?? '' }))
}

const bind = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const greedy = wanted.at(-1)?.endsWith('+}') ?? false
  if (greedy ? given.length < wanted.length : given.length !== wanted.length) return undefined
  const bound: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const value = part.endsWith('+}') ? given.slice(at).join('/') : given[at] ?? ''
    if (part.startsWith('{')) {
      if (value === '') return undefined
      bound[part.replaceAll(/[{}+]/g, '')] = value
    } else if (part !== value) return undefined
  }
  return bound
}

/** A fixed part weighs more than a variable, a variable more than `{rest+}`; the leftmost difference decides. */
const weight = (pattern: string): string => pattern.split('/').map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0')).join('')

/** The most specific route of a request, as API Gateway chooses it; `path` is decoded. */
export const matchRoute = (routes: readonly ApiRoute[], method: string, path: string): Matched | undefined => {
  const fitting = routes.flatMap((route) => {
    const [verb = '', pattern = ''] = route.key.split(' ')
    const parameters = verb === method || verb === 'ANY' ? bind(pattern, path) : undefined
    return parameters === undefined || pattern === '' ? [] : [{ ...route, parameters, order: `${weight(pattern)}${verb === 'ANY' ? '1' : '0'}` }]
  })
  const [best] = fitting.sort((a, b) => (a.order < b.order ? -1 : 1))
  const fallback = routes.find(({ key }) => key === '$default')
  return best ?? (fallback && { ...fallback, parameters: {} })
}
