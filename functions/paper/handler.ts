import type { Dossier } from '../core/dossier.ts'
import { FILLED_FORM, openGranted } from '../core/file-grant.ts'
import { openDossier } from '../core/open-draft.ts'
import { AppError } from '../core/errors.ts'
import { holderOfCookie } from '../citizen/draft-cookie.ts'
import { refuse } from '../citizen/refuse.ts'
import { forElement } from '../citizen/for-element.ts'
import { originsFor } from '../http/allowed-origins.ts'
import { attachmentHeader } from '../http/attachment-header.ts'
import { chain, type Handler } from '../http/chain.ts'
import { readGrant } from '../http/granted-path.ts'
import type { Request } from '../http/request.ts'
import type { Response } from '../http/respond.ts'
import type { RouteNameOf } from '../http/routes.ts'
import type { Site } from '../http/site.ts'
import { whenAsked, wire } from '../http/wire.ts'
import { fontsBeside } from './fonts.ts'
import { printPaper, type LoadFonts } from './print-paper.ts'

type Paper = Awaited<ReturnType<typeof import('../core/fill-paper.ts').fillPaper>>

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const asFile = (body: Uint8Array, type: string, fileName: string): Response =>
  ({ status: 200, headers: { 'content-type': type, 'cache-control': 'private, no-store', 'content-disposition': attachmentHeader(fileName) }, body })

/** One file a route: the agency's own form, filled, to edit or to print. */
const FILES: Readonly<Record<RouteNameOf<'paper'>, (paper: Paper, fonts: LoadFonts) => Promise<Response>>> = {
  filledWord: async ({ docx, title }) => asFile(docx, WORD, `${title.vi}.docx`),
  filledPdf: async ({ docx, title }, fonts) => asFile(await printPaper({ docx, title }, fonts), 'application/pdf', `${title.vi}.pdf`),
}

/** One's own by the cookie; or as granted to the back office (`?han=&ky=`). */
const open = (request: Request, { deps }: Site): Promise<Dossier> => {
  const id = request.params['id'] ?? ''
  const grant = readGrant(request)
  return grant ? openGranted({ id, file: FILLED_FORM, grant }, deps) : openDossier(holderOfCookie(request, id), deps)
}

const answer = async (request: Request, site: Site, fonts: LoadFonts): Promise<Response> => {
  const make = Object.entries(FILES).find(([name]) => name === request.routeName)?.[1]
  if (make === undefined) throw new AppError('not-found')
  const dossier = await open(request, site)
  // Loaded here: who is refused needs none of it.
  const { fillPaper } = await import('../core/fill-paper.ts')
  return make(await fillPaper(dossier, site.deps), fonts)
}

/** The filled form of a draft or dossier, for who holds it or was let in. */
export const makeHandler = (site: Site, fonts: LoadFonts): Handler => chain({
  audience: 'paper',
  answer: async (request) => forElement(request, await answer(request, site, fonts)),
  refuse: async (request, error) => forElement(request, await refuse(site)(request, error)),
  publicUrl: site.publicUrl,
  uploadOrigin: site.uploadOrigin,
  origins: (request) => originsFor(request, site),
  writeLog: site.writeLog,
  clock: site.clock,
})

/** Entry point of the Lambda function. */
export const handler: Handler = whenAsked(() => makeHandler(wire(), fontsBeside()))
