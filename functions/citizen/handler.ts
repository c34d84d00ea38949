import { AppError } from '../core/errors.ts'
import { allowedOrigins } from '../http/allowed-origins.ts'
import { chain, type Handler } from '../http/chain.ts'
import { refuseCrossSite } from '../http/cross-site.ts'
import type { Request } from '../http/request.ts'
import type { RouteNameOf } from '../http/routes.ts'
import type { Site } from '../http/site.ts'
import { whenAsked, wire } from '../http/wire.ts'
import { forElement } from './for-element.ts'
import { apply } from './pages/apply.ts'
import { copy } from './pages/copy.ts'
import { draftPage } from './pages/draft-page.ts'
import { embed } from './pages/embed.ts'
import { feedback } from './pages/feedback.ts'
import { file } from './pages/file.ts'
import { home } from './pages/home.ts'
import { posting } from './pages/posting.ts'
import { receipt } from './pages/receipt.ts'
import { resume } from './pages/resume.ts'
import { saved } from './pages/saved.ts'
import { statistics } from './pages/statistics.ts'
import { submit } from './pages/submit.ts'
import { track } from './pages/track.ts'
import { wordForm } from './pages/word-form.ts'
import { refuse } from './refuse.ts'
import { visitOf, type PageHandler } from './visit.ts'

const PAGES: Readonly<Record<RouteNameOf<'citizen'>, PageHandler>> = {
  home, posting, wordForm, apply, submit, receipt, saved, resume, copy, file, draftPage, track, feedback, statistics, embed,
}

/** The citizen's portal as one function of events. */
export const makeHandler = (site: Site): Handler => chain({
  audience: 'citizen',
  answer: (request) => answer(request, site),
  refuse: async (request, error) => forElement(request, await refuse(site)(request, error)),
  publicUrl: site.publicUrl,
  uploadOrigin: site.uploadOrigin,
  origins: () => allowedOrigins(site),
  writeLog: site.writeLog,
})

const answer = async (request: Request, site: Site) => {
  const handle = Object.entries(PAGES).find(([name]) => name === request.routeName)?.[1]
  if (handle === undefined) throw new AppError('not-found')
  refuseCrossSite(request, await allowedOrigins(site))
  return forElement(request, await handle(visitOf(request, site)))
}

/** Entry point of the Lambda function. */
export const handler: Handler = whenAsked(() => makeHandler(wire()))
