import { nationalStatus } from '../../core/life-cycle.ts'
import { trackDossier, type TrackedFully } from '../../core/track-dossier.ts'
import { withEtag } from '../../http/conditional.ts'
import { grantedPath } from '../../http/granted-path.ts'
import type { Request } from '../../http/request.ts'
import { json } from '../../http/respond.ts'
import { param, type Call } from '../call.ts'

/** Tracks a dossier: without its key the code and the degree of completion alone (TT 01/2018), with it the rest. Never the answers. */
export const dossier: Call = async (request, site) => {
  const key = readKey(request)
  const tracked = await trackDossier({ code: param(request, 'code'), ...(key !== undefined && { key }) }, site.deps)
  return withEtag(request, json(tracked.kind === 'brief' ? { code: tracked.code, percent: tracked.percent } : tellTracked(tracked)))
}

const tellTracked = ({ id, code, percent, status, procedure, submission, due, said, attachments, results, timeline }: TrackedFully) => {
  const { submittedAt, agency } = submission
  const { asked, ...rest } = said
  return {
    code, percent, status, national: nationalStatus(status), procedure, submittedAt, agency, dueAt: due.dueAt, due, ...(asked && { supplement: asked }), ...rest,
    attachments, results: results.map(({ grant, ...file }) => ({ ...file, href: grantedPath(id, file.id, grant) })), timeline,
  }
}

const readKey = ({ headers }: Request): string | undefined =>
  headers['x-tracking-key'] ?? /^bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]
