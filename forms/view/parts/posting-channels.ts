import type { Channel, ChannelTerms, FeeRule, LimitRule } from '../../engine/procedure.ts'
import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import type { Text } from '../../engine/json.ts'
import { formatFee, formatLimit } from './format.ts'
import { told, toldBasis } from './told.ts'

/** `words`: what a list says instead of, or beside, rules that could be read. */
type Said<Rule> = { readonly rules: readonly Rule[]; readonly words?: Text | undefined }
type Shared<Rule> = Said<Rule> & { readonly channels: readonly Channel[] }

/** Channels with the very same rules stand together: what is said once is read. */
const sharedBy = <Rule>(channels: readonly ChannelTerms[], saidBy: (terms: ChannelTerms) => Said<Rule>): readonly Shared<Rule>[] => {
  const groups = new Map<string, Shared<Rule>>()
  for (const terms of channels) {
    const said = saidBy(terms)
    const key = JSON.stringify(said)
    groups.set(key, { ...said, channels: [...(groups.get(key)?.channels ?? []), terms.channel] })
  }
  return [...groups.values()]
}

/** A rule with its case and its law: time limits and fees are not one number a procedure. */
const renderRule = (ctx: ViewContext, text: string, rule: LimitRule | FeeRule): Html => html`
<li>${rule.case ? html`<span class="rule-case">${told(rule.case, ctx.lang)}</span> ` : ''}<strong>${text}</strong>${rule.note ? html` <span class="rule-note">${told(rule.note, ctx.lang)}</span>` : ''}${rule.basis ? html`<span class="basis">${toldBasis(rule.basis, ctx.lang)}</span>` : ''}</li>`

const renderSaid = <Rule extends LimitRule | FeeRule>(ctx: ViewContext, { rules, words }: Said<Rule>, textOf: (rule: Rule) => string): Html => {
  if (rules.length === 0 && !words) return html`<span class="quiet">${translate('page.posting.unknown', ctx.lang)}</span>`
  return html`${words ? html`<p class="prose">${told(words, ctx.lang)}</p>` : ''}${rules.length > 0 ? html`<ul class="rules">${rules.map((rule) => renderRule(ctx, textOf(rule), rule))}</ul>` : ''}`
}

const namesOf = (ctx: ViewContext, channels: readonly Channel[]): string =>
  channels.map((channel, i) => { const name = translate(`page.channel.${channel}`, ctx.lang); return i === 0 ? name : name.toLowerCase() }).join(', ')

type Terms<Rule> = { readonly title: 'page.posting.limit' | 'page.posting.fee'; readonly groups: readonly Shared<Rule>[]; readonly textOf: (rule: Rule) => string }

const renderTerms = <Rule extends LimitRule | FeeRule>(ctx: ViewContext, { title, groups, textOf }: Terms<Rule>): Html => html`
<div class="table-wrap"><table class="cards terms-table"><caption>${translate(title, ctx.lang)}</caption>
<thead><tr><th scope="col">${translate('page.posting.channel', ctx.lang)}</th><th scope="col">${translate(title, ctx.lang)}</th></tr></thead>
<tbody>${groups.map(({ channels, rules, words }) => html`<tr><th scope="row">${groups.length === 1 && channels.length > 1 ? translate('page.posting.any-way', ctx.lang) : namesOf(ctx, channels)}</th><td>${renderSaid(ctx, { rules, words }, textOf)}</td></tr>`)}</tbody></table></div>`

/** How each way goes, in words; ways that are told alike share a line. */
const renderNotes = (ctx: ViewContext, channels: readonly ChannelTerms[]): Html => {
  const noted = sharedBy<LimitRule>(channels.filter(({ note }) => note), ({ note }) => ({ rules: [], words: note }))
  return html`${noted.map(({ channels: ways, words }) => words ? html`<p class="prose"><strong>${namesOf(ctx, ways)}:</strong> ${told(words, ctx.lang)}</p>` : '')}`
}

/** Ways to submit, then time limits and fees by way, each with its case and its law; ways that do not differ share a row. */
export const renderChannels = (ctx: ViewContext, channels: readonly ChannelTerms[]): Html => channels.length === 0 ? html`<p class="quiet">${translate('page.posting.unknown', ctx.lang)}</p>` : html`
<p>${translate('page.posting.ways', ctx.lang, { ways: namesOf(ctx, channels.map(({ channel }) => channel)) })}</p>
${renderTerms(ctx, { title: 'page.posting.limit', groups: sharedBy(channels, ({ limits, limitText }) => ({ rules: limits, words: limitText })), textOf: (limit) => formatLimit(limit, ctx.lang) })}
${renderTerms(ctx, { title: 'page.posting.fee', groups: sharedBy(channels, ({ fees, feeText }) => ({ rules: fees, words: feeText })), textOf: (fee) => formatFee(fee, ctx.lang) })}
${renderNotes(ctx, channels)}`
