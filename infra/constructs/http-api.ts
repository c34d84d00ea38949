import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CfnRoute, HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage, LogGroupLogDestination, type HttpRouteIntegration } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct, IConstruct } from 'constructs'
import { routeKeys, type Audience, type Method } from '../../functions/http/routes.ts'
import { acknowledge } from '../acknowledge.ts'

const METHODS: Readonly<Record<Method, HttpMethod>> = { GET: HttpMethod.GET, POST: HttpMethod.POST, PUT: HttpMethod.PUT, DELETE: HttpMethod.DELETE }

const isMethod = (text: string): text is Method => Object.hasOwn(METHODS, text)

const methodOf = (key: string): HttpMethod => {
  const method = key.split(' ')[0] ?? ''
  if (!isMethod(method)) throw new Error(`No such HTTP method in route '${key}'`)
  return METHODS[method]
}

/** The route's name, not its path, is logged: a path holds the number of a dossier. */
const addStage = (scope: Construct, api: HttpApi): HttpStage =>
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(new LogGroup(scope, 'ApiLogs', { retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.DESTROY })),
      format: AccessLogFormat.custom(JSON.stringify({
        requestId: '$context.requestId', time: '$context.requestTime', route: '$context.routeKey', status: '$context.status',
        milliseconds: '$context.responseLatency', bytes: '$context.responseLength', error: '$context.error.message',
      })),
    },
  })

const acknowledgeRoutes = (api: IConstruct): void =>
  api.node.findAll().filter((node) => node instanceof CfnRoute).forEach((route) =>
    acknowledge(route, 'AwsSolutions-APIG4', 'A public service: people apply without an account. What protects a dossier is its secret, checked by the function.'))

/** Every page and verb of functions/http/routes.ts; what matches none gets the citizen function's own 404 page. */
export const makeHttpApi = (scope: Construct, { citizen, paper, api }: Readonly<Record<Audience, IFunction>>): { api: HttpApi; stage: HttpStage } => {
  const integrate = (id: string, handler: IFunction): HttpRouteIntegration => new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false })
  const pages = integrate('Pages', citizen)
  const verbs = integrate('Verbs', api)
  const httpApi = new HttpApi(scope, 'Api', {
    description: 'Pages and JSON of dvc-forms', createDefaultStage: false,
    defaultIntegration: pages, defaultAuthorizer: new HttpNoneAuthorizer(),
  })
  const add = (integration: HttpRouteIntegration) => (key: string): void => {
    httpApi.addRoutes({ path: key.slice(key.indexOf(' ') + 1), methods: [methodOf(key)], integration })
  }
  routeKeys('citizen').forEach(add(pages))
  routeKeys('paper').forEach(add(integrate('Papers', paper)))
  routeKeys('api').forEach(add(verbs))
  acknowledgeRoutes(httpApi)
  return { api: httpApi, stage: addStage(scope, httpApi) }
}
