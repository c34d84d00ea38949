import type { Wrong } from '../../authoring/edit/work.ts'
import type { Lang } from '../../engine/json.ts'
import { attribute, html, type Html } from '../../view/html.ts'

/** What the controls of a page show, and what is wrong with it. */
export type Filled = { readonly value: (name: string) => string; readonly wrongs: readonly Wrong[]; readonly lang: Lang }

type Control = { readonly name: string; readonly label: string; readonly hint?: string; readonly lang?: Lang }

const idOf = (name: string): string => `f-${name.replaceAll(/[^\w]/g, '-')}`

const wrongFor = (name: string, { wrongs, lang }: Filled): string | undefined => wrongs.find(({ field }) => field === name)?.text[lang]

/** A label, its hint and its mistake around one control (WCAG 3.3.1, 3.3.2). */
const row = ({ name, label, hint }: Control, filled: Filled, control: (id: string, described: Html) => Html): Html => {
  const [id, wrong] = [idOf(name), wrongFor(name, filled)]
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong === undefined ? [] : [`${id}-error`])].join(' ')
  return html`<div class="row${wrong === undefined ? '' : ' wrong'}"><label for="${id}">${label}</label>${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}
${wrong === undefined ? '' : html`<p class="error" id="${id}-error">${wrong}</p>`}${control(id, html`${attribute('aria-describedby', described || undefined)}${attribute('aria-invalid', wrong === undefined ? undefined : 'true')}`)}</div>`
}

export const textInput = (control: Control, filled: Filled): Html =>
  row(control, filled, (id, described) => html`<input type="text" id="${id}" name="${control.name}" value="${filled.value(control.name)}"${attribute('lang', control.lang)}${described} autocomplete="off">`)

/** A line break right behind the tag is no part of what was typed. */
export const textBox = (control: Control & { readonly rows: number }, filled: Filled): Html =>
  row(control, filled, (id, described) => html`<textarea id="${id}" name="${control.name}" rows="${control.rows}"${attribute('lang', control.lang)}${described}>
${filled.value(control.name)}</textarea>`)

export type Choices = readonly { readonly value: string; readonly text: string }[]

export const selectBox = (control: Control & { readonly choices: Choices }, filled: Filled): Html => {
  const chosen = filled.value(control.name)
  return row(control, filled, (id, described) => html`<select id="${id}" name="${control.name}"${described}>${control.choices.map(({ value, text }) => html`<option value="${value}"${attribute('selected', value === chosen)}>${text}</option>`)}</select>`)
}

export const checkBox = ({ name, label }: Control, filled: Filled): Html =>
  html`<div class="row"><label class="check" for="${idOf(name)}"><input type="checkbox" id="${idOf(name)}" name="${name}" value="yes"${attribute('checked', filled.value(name) === 'yes')}> ${label}</label></div>`

/** Mistakes above the form, each linked to its control (WCAG 3.3.1). */
export const summary = (title: string, filled: Filled): Html => (filled.wrongs.length === 0 ? html`` : html`<div class="band bad" role="alert"><h2>${title}</h2><ul>${filled.wrongs.map(({ field, text }) => html`<li>${field === '' ? text[filled.lang] : html`<a href="#${idOf(field)}">${text[filled.lang]}</a>`}</li>`)}</ul></div>`)
