import type { Due, DueStep } from '../../calendar/due.ts'
import { translate, type MessageParams } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import { formatDate, formatDateTime, formatLimit } from './format.ts'
import { toldBasis } from './told.ts'

const weekday = (ctx: ViewContext, date: string): string => {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return translate('page.weekdays', ctx.lang).split('|')[day] ?? ''
}

/** Dates in params are civil dates: people read them as dd/mm/yyyy. */
const readable = (params: MessageParams): MessageParams =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value]))

const renderStep = (ctx: ViewContext, step: DueStep): Html => html`
<tr${step.count === undefined ? html` class="day-off"` : ''}><th scope="row">${weekday(ctx, step.date)}, ${formatDate(step.date)}</th><td>${step.count ?? '–'}</td><td>${translate(step.reason, ctx.lang, readable(step.params))}</td></tr>`

/** Due date in one line: `16:00, 25/02/2026`; without the clock time where the whole day is given. */
export const dueText = (due: Due): string => (/T(17:00|23:59|00:00|24:00)/.test(due.dueAt) ? formatDate(due.dueAt) : formatDateTime(due.dueAt))

/** Why the date is that date: every day from the first to the last, counted or not, with the reason. */
export const renderDueExplained = (ctx: ViewContext, due: Due): Html => html`
<details class="due"><summary>${translate('page.due.why', ctx.lang)}</summary>
<p>${translate('page.due.how', ctx.lang, { limit: formatLimit(due.limit, ctx.lang), from: formatDateTime(due.countedFrom) })}${due.limit.basis ? html` ${toldBasis(due.limit.basis, ctx.lang)}` : ''}</p>
${due.promised ? '' : html`<p class="field__warning">${translate('page.due.estimate', ctx.lang)}</p>`}
<div class="table-wrap"><table class="days"><caption class="visually-hidden">${translate('page.due.days', ctx.lang)}</caption>
<thead><tr><th scope="col">${translate('page.due.day', ctx.lang)}</th><th scope="col">${translate('page.due.count', ctx.lang)}</th><th scope="col">${translate('page.due.reason', ctx.lang)}</th></tr></thead>
<tbody>${due.steps.map((step) => renderStep(ctx, step))}</tbody></table></div></details>`
