import type { Call } from '../call.ts'
import { refuseUnknownQuery } from '../query.ts'
import { action, addFile, answers, completeFile, dossier, events, file, form, history, removeFile } from './dossiers.ts'
import { officeCall } from './office-call.ts'
import { OFFICE_OPERATIONS, type OfficeName } from './operations.ts'
import { rotation, self } from './own-key.ts'
import type { OfficeCall } from './office-call.ts'
import { addWebhook, changeWebhook, deadLetters, removeWebhook, replayEvents, webhookRotation, webhooks } from './webhooks.ts'

export type OfficeCallName = OfficeName

const BODIES: Readonly<Record<OfficeName, OfficeCall>> = {
  officeSelf: self, officeRotation: rotation, officeEvents: events, officeDossier: dossier, officeAnswers: answers, officeForm: form, officeHistory: history,
  officeAction: action, officeFile: file, officeAddFile: addFile, officeCompleteFile: completeFile, officeRemoveFile: removeFile,
  officeWebhooks: webhooks, officeAddWebhook: addWebhook, officeChangeWebhook: changeWebhook, officeRemoveWebhook: removeWebhook, officeWebhookRotation: webhookRotation, officeDeadLetters: deadLetters, officeReplay: replayEvents,
}

const guarded = (name: OfficeName): Call => officeCall(OFFICE_OPERATIONS[name].scope ?? 'any', async (request, site, caller) => {
  refuseUnknownQuery(name, request)
  return BODIES[name](request, site, caller)
})

/** Every call of the back offices behind its guard: the scope that the document names is the scope that is asked for. */
export const OFFICE_CALLS = Object.fromEntries(Object.keys(BODIES).map((name) => [name, guarded(name as OfficeName)])) as Readonly<Record<OfficeName, Call>>
