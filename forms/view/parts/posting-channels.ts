import type { ChannelTerms, FeeRule, LimitRule } from '../../engine/procedure.ts'
import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import { formatFee, formatLimit, inLang } from './format.ts'

/** A rule with its case and its law: time limits and fees are not one number a procedure. */
const renderRule = (ctx: ViewContext, text: string, rule: LimitRule | FeeRule): Html => html`
<li><strong>${text}</strong>${rule.note ? html` <span class="rule-note">${inLang(rule.note, ctx.lang)}</span>` : ''}${rule.basis ? html`<span class="basis">${translate('page.posting.basis', ctx.lang, { basis: rule.basis })}</span>` : ''}</li>`

const renderRow = (ctx: ViewContext, terms: ChannelTerms): Html => html`
<tr><th scope="row" data-label="${translate('page.posting.channel', ctx.lang)}">${translate(`page.channel.${terms.channel}`, ctx.lang)}</th>
<td data-label="${translate('page.posting.limit', ctx.lang)}"><ul class="rules">${terms.limits.map((limit) => renderRule(ctx, formatLimit(limit, ctx.lang), limit))}</ul></td>
<td data-label="${translate('page.posting.fee', ctx.lang)}"><ul class="rules">${terms.fees.map((fee) => renderRule(ctx, formatFee(fee, ctx.lang), fee))}</ul></td></tr>`

/** Ways to submit: channel, time limits and fees by case, each with its legal basis. A table that becomes cards on phones. */
export const renderChannels = (ctx: ViewContext, channels: readonly ChannelTerms[]): Html => html`
<div class="table-wrap"><table class="cards"><caption class="visually-hidden">${translate('page.posting.channels', ctx.lang)}</caption>
<thead><tr><th scope="col">${translate('page.posting.channel', ctx.lang)}</th><th scope="col">${translate('page.posting.limit', ctx.lang)}</th><th scope="col">${translate('page.posting.fee', ctx.lang)}</th></tr></thead>
<tbody>${channels.map((terms) => renderRow(ctx, terms))}</tbody></table></div>`
