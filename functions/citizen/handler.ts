import { AppError } from '../core/errors.ts'
import { originsFor } from '../http/allowed-origins.ts'
import { chain, type Handler } from '../http/chain.ts'
import { refuseCrossSite } from '../http/cross-site.ts'
import type { Request } from '../http/request.ts'
import type { RouteNameOf } from '../http/routes.ts'
import type { Site } from '../http/site.ts'
import { whenAsked, wire } from '../http/wire.ts'
import { forElement } from './for-element.ts'
import { refuse } from './refuse.ts'
import { typedBefore } from './typed-before.ts'
import { visitOf, type PageHandler } from './visit.ts'

/** A page is loaded when it is first asked for: a cold start pays for one of them. */
const PAGES: Readonly<Record<RouteNameOf<'citizen'>, () => Promise<PageHandler>>> = {
  home: async () => (await import('./pages/home.ts')).home,
  posting: async () => (await import('./pages/posting.ts')).posting,
  wordForm: async () => (await import('./pages/word-form.ts')).wordForm,
  apply: async () => (await import('./pages/apply.ts')).apply,
  submit: async () => (await import('./pages/submit.ts')).submit,
  receipt: async () => (await import('./pages/receipt.ts')).receipt,
  saved: async () => (await import('./pages/saved.ts')).saved,
  resume: async () => (await import('./pages/resume.ts')).resume,
  copy: async () => (await import('./pages/copy.ts')).copy,
  file: async () => (await import('./pages/file.ts')).file,
  draftPage: async () => (await import('./pages/draft-page.ts')).draftPage,
  track: async () => (await import('./pages/track.ts')).track,
  supplement: async () => (await import('./pages/supplement.ts')).supplement,
  feedback: async () => (await import('./pages/feedback.ts')).feedback,
  statistics: async () => (await import('./pages/statistics.ts')).statistics,
  embed: async () => (await import('./pages/embed.ts')).embed,
}

/** The citizen's portal as one function of events. */
export const makeHandler = (site: Site): Handler => chain({
  audience: 'citizen',
  answer: (request) => answer(request, site),
  refuse: async (request, error) => forElement(request, await refuse(site, typedBefore)(request, error)),
  publicUrl: site.publicUrl,
  uploadOrigin: site.uploadOrigin,
  origins: (request) => originsFor(request, site),
  writeLog: site.writeLog,
  clock: site.clock,
})

const answer = async (request: Request, site: Site) => {
  const load = Object.entries(PAGES).find(([name]) => name === request.routeName)?.[1]
  if (load === undefined) throw new AppError('not-found')
  refuseCrossSite(request, await originsFor(request, site))
  const handle = await load()
  return forElement(request, await handle(visitOf(request, site)))
}

/** Entry point of the Lambda function. */
export const handler: Handler = whenAsked(() => makeHandler(wire()))
