/** `paper`: pages for citizens too, by a function of its own, since printing brings code and fonts that no other page needs. */
export type Audience = 'citizen' | 'paper' | 'api'
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One row a page or verb. Read by infra (HTTP API routes), by the handlers (dispatch) and by tests. */
export type Route = {
  readonly name: string
  readonly audience: Audience
  readonly methods: readonly Method[]
  /** Path with {variables}; pages exist under `/en` as well. */
  readonly path: string
}

type Named<Name extends string, For extends Audience> = Route & { readonly name: Name; readonly audience: For }

const page = <Name extends string>(name: Name, path: string, ...methods: Method[]): Named<Name, 'citizen'> =>
  ({ name, audience: 'citizen', path, methods: methods.length > 0 ? methods : ['GET'] })
const paper = <Name extends string>(name: Name, path: string): Named<Name, 'paper'> => ({ name, audience: 'paper', path, methods: ['GET'] })
const call = <Name extends string>(name: Name, method: Method, path: string): Named<Name, 'api'> =>
  ({ name, audience: 'api', path: `/api/v1${path}`, methods: [method] })

export const ROUTES = [
  page('home', '/'),
  page('posting', '/thu-tuc/{code}'),
  page('wordForm', '/thu-tuc/{code}/mau.docx'),
  page('apply', '/thu-tuc/{code}/nop', 'GET', 'POST'),
  page('submit', '/ho-so/{id}/nop', 'POST'),
  page('receipt', '/ho-so/{id}/bien-nhan'),
  page('saved', '/ho-so/{id}/luu'),
  page('resume', '/ho-so/{id}/tiep-tuc', 'GET', 'POST'),
  page('copy', '/ho-so/{id}/ban-sao.html'),
  page('file', '/ho-so/{id}/tep/{attachment}'),
  paper('filledWord', '/ho-so/{id}/to-khai.docx'),
  paper('filledPdf', '/ho-so/{id}/to-khai.pdf'),
  page('draftPage', '/ho-so/{id}/{page}', 'GET', 'POST'),
  page('track', '/tra-cuu', 'GET', 'POST'),
  page('supplement', '/tra-cuu/bo-sung', 'GET', 'POST'),
  page('feedback', '/phan-anh', 'GET', 'POST'),
  page('statistics', '/thong-ke'),
  page('embed', '/nhung/{code}'),
  call('catalogue', 'GET', '/procedures'),
  call('procedure', 'GET', '/procedures/{code}'),
  call('schema', 'GET', '/procedures/{code}/schema'),
  call('validate', 'POST', '/procedures/{code}/validate'),
  call('createDossier', 'POST', '/procedures/{code}/dossiers'),
  call('putDraft', 'PUT', '/drafts/{id}'),
  call('addAttachment', 'POST', '/drafts/{id}/attachments'),
  call('completeAttachment', 'POST', '/drafts/{id}/attachments/{attachment}/complete'),
  call('submitDraft', 'POST', '/drafts/{id}/submit'),
  call('dossier', 'GET', '/dossiers/{code}'),
  call('officeSelf', 'GET', '/office/self'),
  call('officeRotation', 'POST', '/office/key/rotation'),
  call('officeEvents', 'GET', '/office/events'),
  call('officeDossier', 'GET', '/office/dossiers/{code}'),
  call('officeAnswers', 'GET', '/office/dossiers/{code}/answers'),
  call('officeForm', 'GET', '/office/dossiers/{code}/forms/{as}'),
  call('officeHistory', 'GET', '/office/dossiers/{code}/events'),
  call('officeAction', 'POST', '/office/dossiers/{code}/actions'),
  call('officeAddFile', 'POST', '/office/dossiers/{code}/files'),
  call('officeFile', 'GET', '/office/dossiers/{code}/files/{file}'),
  call('officeRemoveFile', 'DELETE', '/office/dossiers/{code}/files/{file}'),
  call('officeCompleteFile', 'POST', '/office/dossiers/{code}/files/{file}/complete'),
  call('officeWebhooks', 'GET', '/office/webhooks'),
  call('officeAddWebhook', 'POST', '/office/webhooks'),
  call('officeChangeWebhook', 'PUT', '/office/webhooks/{webhook}'),
  call('officeRemoveWebhook', 'DELETE', '/office/webhooks/{webhook}'),
  call('officeWebhookRotation', 'POST', '/office/webhooks/{webhook}/rotation'),
  call('officeDeadLetters', 'GET', '/office/webhooks/{webhook}/dead-letters'),
  call('officeReplay', 'POST', '/office/webhooks/{webhook}/replay'),
  call('openapi', 'GET', '/openapi.json'),
] as const satisfies readonly Route[]

export type RouteName = (typeof ROUTES)[number]['name']

/** Names of one audience: its table of pages or verbs is a Record over them, so a route without code does not compile. */
export type RouteNameOf<For extends Audience> = Extract<(typeof ROUTES)[number], { readonly audience: For }>['name']

/** Every `METHOD /path` that API Gateway must know, language prefix included. */
export const routeKeys = (audience: Audience): readonly string[] =>
  ROUTES.filter((route) => route.audience === audience).flatMap((route) =>
    route.methods.flatMap((method) => [`${method} ${route.path}`, ...(audience === 'api' ? [] : [`${method} ${route.path === '/' ? '/en' : `/en${route.path}`}`])]))
