import type { Component } from '../../engine/procedure.ts'
import { translate } from '../../messages/translate.ts'
import type { ViewContext } from '../context.ts'
import { html, type Html } from '../html.ts'
import { told } from './told.ts'

type Group = { readonly title: Html; readonly components: Component[] }

/** Components by the case they belong to, in the order in which the record names the cases. */
const groupsOf = (ctx: ViewContext, components: readonly Component[]): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const component of components) {
    const title = component.group ? told(component.group, ctx.lang) : html`${translate('page.posting.all-cases', ctx.lang)}`
    const group = groups.get(title.html) ?? { title, components: [] }
    group.components.push(component)
    groups.set(title.html, group)
  }
  return [...groups.values()]
}

export const copiesText = (ctx: ViewContext, { originals, copies }: Component): string => {
  const count = (key: 'page.posting.originals' | 'page.posting.copies', n: number): readonly string[] =>
    (n > 0 ? [translate(n === 1 ? `${key}.one` : key, ctx.lang, { n })] : [])
  const counts = [...count('page.posting.originals', originals), ...count('page.posting.copies', copies)]
  return counts.join(', ') || '–'
}

const renderRow = (ctx: ViewContext, component: Component, online: boolean): Html => html`
<tr><th scope="row">${told(component.title, ctx.lang)}${component.isForm && online ? html` <span class="tag">${translate('page.posting.is-form', ctx.lang)}</span>` : ''}${component.help ? html`<span class="row-help">${told(component.help, ctx.lang)}</span>` : ''}${component.formFiles ? html`<span class="row-help">${translate('page.posting.form-files', ctx.lang)} <span lang="vi">${component.formFiles.join(', ')}</span></span>` : ''}</th>
<td><span class="duty duty--${component.duty}">${translate(`page.duty.${component.duty}`, ctx.lang)}</span></td>
<td>${copiesText(ctx, component)}</td></tr>`

const renderGroup = (ctx: ViewContext, group: Group, online: boolean): Html => html`
<div class="table-wrap"><table class="cards components"><caption>${group.title}</caption>
<thead><tr><th scope="col">${translate('page.posting.paper', ctx.lang)}</th><th scope="col">${translate('page.posting.duty', ctx.lang)}</th><th scope="col">${translate('page.posting.quantity', ctx.lang)}</th></tr></thead>
<tbody>${group.components.map((component) => renderRow(ctx, component, online))}</tbody></table></div>`

/** Dossier components by case, 'phải nộp' or 'phải xuất trình', with originals and copies; `online`: the form is filled in here. */
export const renderComponents = (ctx: ViewContext, components: readonly Component[], online: boolean): Html => components.length === 0 ? html`<p class="quiet">${translate('page.posting.unknown', ctx.lang)}</p>` :
  html`${groupsOf(ctx, components).map((group) => renderGroup(ctx, group, online))}<p class="quiet">${translate('page.posting.sets', ctx.lang)}</p>`
