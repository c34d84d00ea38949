import { AppError } from '../core/errors.ts'
import { allowedOrigins } from '../http/allowed-origins.ts'
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
import { openapi } from './calls/openapi.ts'
import { procedure } from './calls/procedure.ts'
import { putDraft } from './calls/put-draft.ts'
import { schema } from './calls/schema.ts'
import { submitDraft } from './calls/submit-draft.ts'
import { validate } from './calls/validate.ts'
import type { OfficeCallName } from './office/calls.ts'

/** Calls of back offices, loaded when the first one comes: a cold start for citizens does not pay for them. */
const office = (name: OfficeCallName): Call => async (request, site) => (await import('./office/calls.ts')).OFFICE_CALLS[name](request, site)

const CALLS: Readonly<Record<RouteNameOf<'api'>, Call>> = {
  catalogue, procedure, schema, validate, createDossier, putDraft, addAttachment, completeAttachment, submitDraft, dossier, openapi,
  officeSelf: office('officeSelf'), officeRotation: office('officeRotation'), officeEvents: office('officeEvents'), officeDossier: office('officeDossier'),
  officeAnswers: office('officeAnswers'), officeForm: office('officeForm'), officeHistory: office('officeHistory'), officeAction: office('officeAction'), officeFile: office('officeFile'),
  officeAddFile: office('officeAddFile'), officeCompleteFile: office('officeCompleteFile'), officeWebhooks: office('officeWebhooks'), officeAddWebhook: office('officeAddWebhook'),
  officeChangeWebhook: office('officeChangeWebhook'), officeRemoveWebhook: office('officeRemoveWebhook'), officeWebhookRotation: office('officeWebhookRotation'), officeDeadLetters: office('officeDeadLetters'), officeReplay: office('officeReplay'),
}

/** The JSON API v1 as one function of events. */
export const makeHandler = (site: Site): Handler => chain({
  audience: 'api',
  answer: (request) => answer(request, site),
  refuse: async (request, error) => problem(request, refusalOf(error)),
  publicUrl: site.publicUrl,
  uploadOrigin: site.uploadOrigin,
  origins: () => allowedOrigins(site),
  writeLog: site.writeLog,
})

const answer = async (request: Request, site: Site): Promise<Response> => {
  const call = Object.entries(CALLS).find(([name]) => name === request.routeName)?.[1]
  if (call === undefined) throw new AppError('not-found')
  refuseCrossSite(request, await allowedOrigins(site))
  return call(request, site)
}

/** Entry point of the Lambda function. */
export const handler: Handler = whenAsked(() => makeHandler(wire()))
