import type { ProcedureRecord } from '../../engine/procedure.ts'
import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import type { DraftView, FormNotice, PageLink } from '../props.ts'
import { renderMessageBanner, type BannerText } from './banner.ts'
import { formatDate, inLang } from './format.ts'
import { localPath } from './links.ts'
import { renderProgress } from './progress.ts'

const NOTICES: Readonly<Record<FormNotice, BannerText>> = {
  conflict: { tone: 'warning', title: 'page.notice.conflict', body: 'page.notice.conflict-text' },
  moved: { tone: 'warning', title: 'page.notice.moved', body: 'page.notice.moved-text' },
  unavailable: { tone: 'error', title: 'page.notice.unavailable', body: 'page.notice.unavailable-text' },
  saved: { tone: 'success', title: 'page.notice.saved' },
  opened: { tone: 'info', title: 'page.notice.opened', body: 'page.notice.opened-text' },
  'version-changed': { tone: 'warning', title: 'page.notice.version', body: 'page.notice.version-text' },
}

export const renderNotice = (ctx: ViewContext, notice: FormNotice | undefined): Html => (notice ? renderMessageBanner(NOTICES[notice], ctx.lang) : html``)

/** That the draft is kept, how long, how to take it along, how to print it (TT 32/2017: what was typed can be saved and printed). */
export const renderDraftNote = (ctx: ViewContext, draft: DraftView | undefined): Html => {
  if (!draft) return html`<aside class="draft-note"><p>${translate('page.draft.not-yet', ctx.lang)}</p></aside>`
  const until = draft.expiresAt ? translate('page.draft.until', ctx.lang, { date: formatDate(draft.expiresAt) }) : translate('page.draft.days', ctx.lang)
  return html`<aside class="draft-note"><p>${until} <span id="save-state" role="status"></span></p>
<ul><li><a href="${localPath(ctx, `/ho-so/${draft.id}/luu`)}">${translate('page.draft.elsewhere', ctx.lang)}</a></li>
<li><a href="${localPath(ctx, `/ho-so/${draft.id}/ban-sao.html`)}">${translate('page.draft.copy', ctx.lang)}</a></li></ul></aside>`
}

export type JourneyFrame = {
  readonly record: ProcedureRecord
  readonly pages: readonly PageLink[]
  readonly current: string
  readonly draft: DraftView | undefined
  readonly heading: string
  readonly help?: string | undefined
  /** Between heading and form: summary of errors, notices. */
  readonly messages: Html
  readonly body: Html
}

/** Frame of every page of a draft: what is being applied for, progress, heading, messages, form, draft note. */
export const renderJourney = (ctx: ViewContext, frame: JourneyFrame): Html => html`
<div class="journey" data-page="${frame.current}">${renderProgress(ctx, frame.pages, frame.current)}
<div class="journey-main">${frame.messages}<p class="caption"><a href="${localPath(ctx, `/thu-tuc/${frame.record.code}`)}">${inLang(frame.record.title, ctx.lang)}</a></p><h1>${frame.heading}</h1>${frame.help ? html`<p class="lead">${frame.help}</p>` : ''}
${frame.body}${renderDraftNote(ctx, frame.draft)}</div></div>`
