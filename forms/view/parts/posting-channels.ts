import type { Channel, ChannelTerms, FeeRule, LimitRule } from '../../engine/procedure.ts'
import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import { formatFee, formatLimit, inLang } from './format.ts'

type Shared<Rule> = { readonly channels: readonly Channel[]; readonly rules: readonly Rule[] }

/** Channels with the very same rules stand together: what is said once is read. */
const sharedBy = <Rule>(channels: readonly ChannelTerms[], rulesOf: (terms: ChannelTerms) => readonly Rule[]): readonly Shared<Rule>[] => {
  const groups = new Map<string, Shared<Rule>>()
  for (const terms of channels) {
    const rules = rulesOf(terms)
    const key = JSON.stringify(rules)
    groups.set(key, { rules, channels: [...(groups.get(key)?.channels ?? []), terms.channel] })
  }
  return [...groups.values()]
}

/** A rule with its case and its law: time limits and fees are not one number a procedure. */
const renderRule = (ctx: ViewContext, text: string, rule: LimitRule | FeeRule): Html => html`
<li>${rule.case ? html`<span class="rule-case">${inLang(rule.case, ctx.lang)}</span> ` : ''}<strong>${text}</strong>${rule.note ? html` <span class="rule-note">${inLang(rule.note, ctx.lang)}</span>` : ''}${rule.basis ? html`<span class="basis">${translate('page.posting.basis', ctx.lang, { basis: rule.basis })}</span>` : ''}</li>`

const namesOf = (ctx: ViewContext, channels: readonly Channel[]): string =>
  channels.map((channel, i) => { const name = translate(`page.channel.${channel}`, ctx.lang); return i === 0 ? name : name.toLowerCase() }).join(', ')

type Terms<Rule> = { readonly title: 'page.posting.limit' | 'page.posting.fee'; readonly groups: readonly Shared<Rule>[]; readonly textOf: (rule: Rule) => string }

const renderTerms = <Rule extends LimitRule | FeeRule>(ctx: ViewContext, { title, groups, textOf }: Terms<Rule>): Html => html`
<div class="table-wrap"><table class="cards terms-table"><caption>${translate(title, ctx.lang)}</caption>
<thead><tr><th scope="col">${translate('page.posting.channel', ctx.lang)}</th><th scope="col">${translate(title, ctx.lang)}</th></tr></thead>
<tbody>${groups.map(({ channels, rules }) => html`<tr><th scope="row">${groups.length === 1 && channels.length > 1 ? translate('page.posting.any-way', ctx.lang) : namesOf(ctx, channels)}</th><td><ul class="rules">${rules.map((rule) => renderRule(ctx, textOf(rule), rule))}</ul></td></tr>`)}</tbody></table></div>`

/** Ways to submit, then time limits and fees by way, each with its case and its law; ways that do not differ share a row. */
export const renderChannels = (ctx: ViewContext, channels: readonly ChannelTerms[]): Html => html`
<p>${translate('page.posting.ways', ctx.lang, { ways: namesOf(ctx, channels.map(({ channel }) => channel)) })}</p>
${renderTerms(ctx, { title: 'page.posting.limit', groups: sharedBy(channels, ({ limits }) => limits), textOf: (limit) => formatLimit(limit, ctx.lang) })}
${renderTerms(ctx, { title: 'page.posting.fee', groups: sharedBy(channels, ({ fees }) => fees), textOf: (fee) => formatFee(fee, ctx.lang) })}`
