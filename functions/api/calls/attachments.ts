import { completeUpload, requestUpload } from '../../core/attach-file.ts'
import { AppError } from '../../core/errors.ts'
import { readJson } from '../../http/read-body.ts'
import { json } from '../../http/respond.ts'
import { holderOfCall, param, type Call } from '../call.ts'
import { tellAttachment } from '../told.ts'

/** Announces a file; the answer says where to post it, with fields that pin its key, length, type and SHA-256. */
export const addAttachment: Call = async (request, site) => {
  const claim = readClaim(readJson(request))
  const { attachment, ticket } = await requestUpload({ ...holderOfCall(request), ...claim }, site.deps)
  return json({ attachment: tellAttachment(attachment), upload: ticket }, 201)
}

/** Says that the file was posted; from here on it is being scanned. */
export const completeAttachment: Call = async (request, site) =>
  json({ attachment: tellAttachment(await completeUpload({ ...holderOfCall(request), attachment: param(request, 'attachment') }, site.deps)) })

const readClaim = (body: Readonly<Record<string, unknown>>) => {
  const text = (name: string): string => {
    const value = body[name]
    if (typeof value !== 'string' || value.length > 300) throw new AppError('bad-request')
    return value
  }
  const bytes = body['bytes']
  if (typeof bytes !== 'number') throw new AppError('bad-request')
  return { component: text('component'), fileName: text('fileName'), type: text('type'), sha256: text('sha256'), bytes }
}
