import { AppError } from '../core/errors.ts'
import { originsFor } from '../http/allowed-origins.ts'
import { chain, type Handler } from '../http/chain.ts'
import { refuseCrossSite } from '../http/cross-site.ts'
import { problem } from '../http/problem.ts'
import { refusalOf } from '../http/refusal.ts'
import type { Request } from '../http/request.ts'
import type { Response } from '../http/respond.ts'
import type { RouteNameOf } from '../http/routes.ts'
import type { Site } from '../http/site.ts'
import { whenAsked, wire } from '../http/wire.ts'
import type { Call } from './call.ts'
import { addAttachment, completeAttachment } from './calls/attachments.ts'
import { catalogue } from './calls/catalogue.ts'
import { createDossier } from './calls/create-dossier.ts'
import { dossier } from './calls/dossier.ts'
import { procedure } from './calls/procedure.ts'
import { putDraft } from './calls/put-draft.ts'
import { schema } from './calls/schema.ts'
import { submitDraft } from './calls/submit-draft.ts'
import { validate } from './calls/validate.ts'
import type { OfficeCallName } from './office/calls.ts'
import { refuseUnknownQuery } from './query.ts'
import { headersOfError } from './quota-headers.ts'

/** Calls of back offices, loaded when the first one comes: a cold start for citizens does not pay for them. */
const office = (name: OfficeCallName): Call => async (request, site) => (await import('./office/calls.ts')).OFFICE_CALLS[name](request, site)

const CALLS: Readonly<Record<RouteNameOf<'api'>, Call>> = {
  catalogue, procedure, schema, validate, createDossier, putDraft, addAttachment, completeAttachment, submitDraft, dossier,
  openapi: async (request, site) => (await import('./calls/openapi.ts')).openapi(request, site),
  officeSelf: office('officeSelf'), officeRotation: office('officeRotation'), officeEvents: office('officeEvents'), officeDossier: office('officeDossier'),
  officeAnswers: office('officeAnswers'), officeForm: office('officeForm'), officeHistory: office('officeHistory'), officeAction: office('officeAction'), officeFile: office('officeFile'),
  officeAddFile: office('officeAddFile'), officeCompleteFile: office('officeCompleteFile'), officeRemoveFile: office('officeRemoveFile'), officeWebhooks: office('officeWebhooks'), officeAddWebhook: office('officeAddWebhook'),
  officeChangeWebhook: office('officeChangeWebhook'), officeRemoveWebhook: office('officeRemoveWebhook'), officeWebhookRotation: office('officeWebhookRotation'), officeDeadLetters: office('officeDeadLetters'), officeReplay: office('officeReplay'),
}

/** The JSON API v1 as one function of events. */
export const makeHandler = (site: Site): Handler => chain({
  audience: 'api',
  answer: (request) => answer(request, site),
  refuse: async (request, error) => refuse(request, error),
  publicUrl: site.publicUrl,
  uploadOrigin: site.uploadOrigin,
  origins: (request) => originsFor(request, site),
  writeLog: site.writeLog,
  clock: site.clock,
})

const refuse = (request: Request, error: unknown): Response => {
  const refused = problem(request, refusalOf(error))
  return { ...refused, headers: { ...refused.headers, ...headersOfError(error) } }
}

const isCall = (name: string | undefined): name is keyof typeof CALLS => name !== undefined && Object.hasOwn(CALLS, name)

const nameOf = ({ routeName }: Request): keyof typeof CALLS => {
  if (!isCall(routeName)) throw new AppError('not-found')
  return routeName
}

const answer = async (request: Request, site: Site): Promise<Response> => {
  const name = nameOf(request)
  refuseCrossSite(request, await originsFor(request, site))
  // A back office's is looked at once its key was counted.
  if (!name.startsWith('office')) refuseUnknownQuery(name, request)
  return CALLS[name](request, site)
}

/** Entry point of the Lambda function. */
export const handler: Handler = whenAsked(() => makeHandler(wire()))
