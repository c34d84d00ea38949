import type { Assembly } from './assembly.ts'
import { eventOf, pathOf, readResult, refusal, type Incoming, type Outgoing } from './http-event.ts'
import { matchRoute, readRoutes } from './http-routes.ts'
import type { Lambda } from './lambda.ts'

/** Lambda takes 6 MB in a synchronous event and gives as much back. */
const PAYLOAD_MAX = 6 * 1024 * 1024

export type HttpApi = { readonly domain: string; readonly handle: (request: Incoming) => Promise<Outgoing> }

/** The template's HTTP API: routes, payload 2.0, Lambda's size limits, its own answers when a function fails. */
export const serveHttpApi = (assembly: Assembly, invoke: (functionArn: string, event: string) => ReturnType<Lambda['invoke']>): HttpApi => {
  const routes = readRoutes(assembly)
  const domain = `${assembly.ofType('AWS::ApiGatewayV2::Api')[0]?.ref ?? 'api'}.execute-api.${assembly.region}.amazonaws.com`
  return {
    domain,
    handle: async (request) => {
      const route = matchRoute(routes, request.method, pathOf(request.target))
      if (route === undefined) return refusal(404, 'Not Found')
      const event = JSON.stringify(eventOf(request, route, new Date()))
      if (event.length > PAYLOAD_MAX) return refusal(413, 'Request Entity Too Large')
      const outcome = await invoke(route.functionArn, event)
      if (!outcome.ok) return refusal(outcome.errorType === 'Sandbox.Timedout' ? 503 : 500, outcome.errorType === 'Sandbox.Timedout' ? 'Service Unavailable' : 'Internal Server Error')
      return outcome.result.length > PAYLOAD_MAX ? refusal(500, 'Internal Server Error') : readResult(outcome.result)
    },
  }
}
