import { trackDossier } from '../../core/track-dossier.ts'
import type { Request } from '../../http/request.ts'
import { json } from '../../http/respond.ts'
import { param, type Call } from '../call.ts'

/** Tracks a dossier: without its key the code and the degree of completion alone (TT 01/2018), with it the rest. Never the answers. */
export const dossier: Call = async (request, site) => {
  const key = readKey(request)
  const tracked = await trackDossier({ code: param(request, 'code'), ...(key !== undefined && { key }) }, site.deps)
  if (tracked.kind === 'brief') return json({ code: tracked.code, percent: tracked.percent })
  const { code, percent, status, procedure, submission, attachments, timeline } = tracked
  const { submittedAt, agency, due } = submission
  return json({ code, percent, status, procedure, submittedAt, agency, dueAt: due.dueAt, due, attachments, timeline })
}

const readKey = ({ headers }: Request): string | undefined =>
  headers['x-tracking-key'] ?? /^bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]
