import { translate } from '../messages/translate.ts'
import type { ViewContext } from './context.ts'
import { html, raw, type Html } from './html.ts'
import { renderAnswers } from './parts/answers-summary.ts'
import { renderPapersList } from './parts/files.ts'
import { formatDateTime, inLang } from './parts/format.ts'
import { renderMotto } from './parts/motto.ts'
import { renderSandboxBand } from './parts/sandbox-band.ts'
import type { CopyProps } from './props.ts'

const renderState = (ctx: ViewContext, { submission, madeAt }: CopyProps): Html => submission
  ? html`<dl class="facts"><div><dt>${translate('page.receipt.code', ctx.lang)}</dt><dd>${submission.code}</dd></div><div><dt>${translate('page.receipt.at', ctx.lang)}</dt><dd>${formatDateTime(submission.submittedAt)}</dd></div><div><dt>${translate('page.posting.agency', ctx.lang)}</dt><dd>${submission.agency}</dd></div></dl>`
  : html`<p class="copy-draft"><strong>${translate('page.copy.draft', ctx.lang)}</strong> ${translate('page.copy.made', ctx.lang, { at: formatDateTime(madeAt) })}</p>`

/** Everything that was typed, as one document to print or to save (TT 32/2017); absolute addresses, so that a saved file keeps its look. */
export const renderCopy = (ctx: ViewContext, props: CopyProps): Html => {
  const { record, form, answers, papers, context, submission } = props
  const title = inLang(form.title, ctx.lang)
  return html`${raw('<!doctype html>')}
<html lang="${ctx.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}${submission ? ` – ${submission.code}` : ` – ${translate('page.copy.draft', ctx.lang)}`}</title><link rel="stylesheet" href="${ctx.origin}${ctx.assets.css}"><link rel="icon" href="${ctx.assets.icon ? ctx.origin + ctx.assets.icon : 'data:,'}"></head>
<body class="on-paper">${renderSandboxBand(ctx)}<main class="sheet">${renderMotto(ctx)}<h1>${title}</h1><p class="copy-procedure">${inLang(record.title, ctx.lang)} (${record.code})</p>${renderState(ctx, props)}
${renderAnswers({ form, answers, context, lang: ctx.lang })}
${papers.length > 0 ? html`<section class="summary-section"><h2>${translate('page.papers.title', ctx.lang)}</h2>${renderPapersList(ctx, papers)}</section>` : ''}
${submission ? html`<p class="slip-hash"><span>${translate('page.receipt.hash', ctx.lang)}</span> <code>${submission.contentHash}</code></p>` : ''}
<p class="copy-hint">${translate('page.copy.hint', ctx.lang)}</p></main></body></html>`
}
