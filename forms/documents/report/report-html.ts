import { isObject } from '../../engine/pointer.ts'
import type { Json, JsonObject, Lang } from '../../engine/json.ts'
import { html, raw, type Html } from '../../view/html.ts'
import type { Draft } from '../draft/draft-procedure.ts'
import type { WordForm } from '../hole.ts'
import type { Block } from './document-text.ts'
import { paperHtml } from './paper-html.ts'
import { kindText, reasonText } from '../draft/guess-words.ts'
import { reportJson, type ImportReport, type ReportedHole } from './report-json.ts'
import { REPORT_STYLE } from './report-style.ts'
import { REPORT_WORDS } from './report-words.ts'

type Page = { readonly report: ImportReport; readonly schema: JsonObject; readonly lang: Lang; readonly seen: Set<number> }

const DOUBTFUL = 0.6

const sure = (confidence: number): string => `${Math.round(confidence * 100)} %`

const holeHtml = (hole: ReportedHole, page: Page): Html => {
  const words = REPORT_WORDS[page.lang]
  const shown = page.seen.has(hole.n)
  const number = shown ? html`<a href="#hole-${hole.n}" aria-label="${words.toHole} ${hole.n}">${hole.n}</a>` : html`${hole.n}`
  return html`<li id="field-${hole.n}"${hole.confidence < DOUBTFUL ? raw(' class="doubt"') : ''}><span class="n">${number}</span> <b>${hole.label || '—'}</b>
<small>${words.kind}: ${kindText(hole.kind, page.lang)} · ${sure(hole.confidence)} ${words.confidence} · ${hole.optional ? words.optional : words.required}${hole.repeat === null ? '' : ` · ${words.rows}`}</small>
<small>${words.why}: ${reasonText(hole.reason, page.lang)}</small>${hole.none === undefined ? '' : html`<small>${words.unasked}: ${hole.none}</small>`}</li>`
}

const propertiesOf = (node: Json | undefined): JsonObject => (isObject(node) && isObject(node['properties']) ? node['properties'] : {})
const textOf = (node: Json | undefined, keyword: string): string => (isObject(node) && typeof node[keyword] === 'string' ? node[keyword] : '')
const inputType = (node: JsonObject): string => (isObject(node['x-jsf-presentation']) ? String(node['x-jsf-presentation']['inputType']) : '')

const fieldHtml = (name: string, node: Json, pointer: string, page: Page): Html => {
  if (!isObject(node)) return html``
  const here = `${pointer}/${name}`
  const inside = isObject(node['items']) && node['items']['properties'] ? propertiesOf(node['items']) : propertiesOf(node)
  const below = isObject(node['items']) ? `${here}/*` : here
  const holes = page.report.holes.filter(({ answer }) => answer === here)
  return html`<li><p class="field"><b>${textOf(node, 'title')}</b> <code>${inputType(node)}</code></p>${textOf(node, 'description') ? html`<p class="help">${textOf(node, 'description')}</p>` : ''}
${holes.length > 0 ? html`<ul class="holes">${holes.map((hole) => holeHtml(hole, page))}</ul>` : ''}${Object.keys(inside).length > 0 ? html`<ul>${Object.entries(inside).map(([child, one]) => fieldHtml(child, one, below, page))}</ul>` : ''}</li>`
}

const pageHtml = (name: string, node: Json, page: Page): Html => html`<section><h3>${textOf(node, 'title')}</h3><ul class="fields">${Object.entries(propertiesOf(node)).map(([child, one]) => fieldHtml(child, one, `/${name}`, page))}</ul></section>`

const listHtml = (title: string, items: readonly Html[], none: string): Html =>
  html`<section><h2>${title} (${items.length})</h2>${items.length > 0 ? html`<ul class="list">${items}</ul>` : html`<p>${none}</p>`}</section>`

const proposalsHtml = ({ report, lang }: Page): readonly Html[] => report.proposals.map(({ about, holes, text }) => html`<li><b>${REPORT_WORDS[lang].about[about]}</b> ${holes.map((n) => html`<a href="#field-${n}">${n}</a> `)}${text[lang]}</li>`)

const countFields = (schema: JsonObject): number => Object.values(propertiesOf(schema)).reduce<number>((sum, node) => {
  const inside = isObject(node) && isObject(node['items']) && node['items']['properties'] ? node['items'] : node
  return sum + (Object.keys(propertiesOf(inside)).length > 0 ? countFields(isObject(inside) ? inside : {}) : 1)
}, 0)

const asideHtml = (page: Page): Html => {
  const words = REPORT_WORDS[page.lang]
  const left = page.report.holes.filter(({ answer }) => answer === null)
  return html`${listHtml(words.proposals, proposalsHtml(page), words.none)}
${listHtml(words.notUnderstood, page.report.notUnderstood.map(({ text, where }) => html`<li>${text} <small>${where}</small></li>`), words.none)}
${listHtml(words.unasked, left.map((hole) => holeHtml(hole, page)), words.none)}
${listHtml(words.notAsked, page.report.notAsked.map(({ text, why }) => html`<li>${text} <small>${words.reasons[why]}</small></li>`), words.none)}`
}

/**
 * import-report.html: the paper's text beside the drafted form, linked both ways by number; a page of its own that needs no
 * script and prints. `text`: the document as report/document-text.ts reads it.
 */
export const reportHtml = (form: WordForm, draft: Draft, text: readonly Block[], lang: Lang): string => {
  const words = REPORT_WORDS[lang]
  const report = reportJson(form, draft)
  const page: Page = { report, schema: draft.schema, lang, seen: new Set() }
  // The paper first: what it shows of the holes decides which numbers can be links.
  const paper = paperHtml(text, { seen: page.seen, hrefOf: (hole) => `#field-${hole}`, labelOf: (hole) => `${words.toField} ${hole}` })
  const pages = Object.entries(propertiesOf(draft.schema))
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${form.title} – ${words.title}</title><style>${raw(REPORT_STYLE)}</style></head>
<body><header><h1>${form.title}</h1><p>${words.intro}</p><p><b>${words.summary(report.holes.length, countFields(draft.schema), pages.length, report.proposals.length)}</b></p></header>
<main><div class="sides"><section class="paper" aria-labelledby="paper"><h2 id="paper">${words.paper}</h2>${paper.length > 0 ? paper : html`<p>${words.notShown}</p>`}</section>
<section class="form" aria-labelledby="form"><h2 id="form">${words.form}</h2>${pages.map(([name, node]) => pageHtml(name, node, page))}</section></div>
${asideHtml(page)}</main></body></html>
`.html
}
