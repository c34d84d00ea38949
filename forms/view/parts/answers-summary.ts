import { fieldStates, visibleSections } from '../../engine/field-states.ts'
import type { Field, FieldState, FormModel, RuleContext, Section } from '../../engine/form-model.ts'
import type { Answers, Json, Lang } from '../../engine/json.ts'
import { kindOf } from '../../fields/index.ts'
import { presentationInLang } from '../../fields/presentation.ts'
import { translate } from '../../messages/translate.ts'
import { html, type Html } from '../html.ts'
import { valueAt } from '../../engine/pointer.ts'
import { inLang } from './format.ts'
import { concretePointer } from './pointers.ts'
import { rowTitle } from './row-title.ts'

export type Declared = { readonly form: FormModel; readonly answers: Answers; readonly context: RuleContext; readonly lang: Lang }

/** Text that stands beside a field: issues, a link to change it. Pointers are concrete. */
export type Beside = (pointer: string, field: Field) => Html | ''

type Summary = Declared & { readonly stateOf: (pointer: string) => FieldState; readonly beside: Beside }

const isGroup = (field: Field): boolean => field.children !== undefined && kindOf(field.kind).inputs.length === 0

/** The unit stands behind the box on the form's page: without it `24,5` says nothing. Money brings its own. */
const withUnit = (text: string, field: Field, lang: Lang): string => {
  const unit = field.kind === 'number' ? presentationInLang(field, 'unit', lang) : undefined
  return text === '' || unit === undefined ? text : `${text} ${unit}`
}

const renderRow = (summary: Summary, field: Field, pointer: string): Html => {
  const value: Json | undefined = valueAt(summary.answers, pointer)
  const text = value === undefined ? '' : withUnit(kindOf(field.kind).toText(value, field, summary.lang, summary.context), field, summary.lang)
  return html`<div data-answer="${pointer}"><dt>${inLang(field.title, summary.lang)}</dt><dd>${text === '' ? html`<span class="quiet">${translate('page.answer.none', summary.lang)}</span>` : html`<span class="answer">${text}</span>`}${summary.beside(pointer, field)}</dd></div>`
}

const renderRows = (summary: Summary, field: Field, pointer: string): Html => {
  const value = valueAt(summary.answers, pointer)
  const rows = Array.isArray(value) ? value : []
  const children = field.children ?? []
  return html`<div class="summary-group"><h3>${inLang(field.title, summary.lang)}</h3>${summary.beside(pointer, field)}
${rows.length === 0 ? html`<p class="quiet">${translate('page.answer.none', summary.lang)}</p>` : rows.map((_row, i) => html`<h4>${rowTitle(field, i + 1, summary.lang)}</h4>${renderLevel(summary, children, [...rowsOf(pointer), i])}`)}</div>`
}

const renderGroup = (summary: Summary, field: Field, pointer: string): Html => field.kind === 'repeating-group'
  ? renderRows(summary, field, pointer)
  : html`<div class="summary-group"><h3>${inLang(field.title, summary.lang)}</h3>${renderLevel(summary, field.children ?? [], rowsOf(pointer))}</div>`

/** Row numbers in a concrete pointer. */
const rowsOf = (pointer: string): readonly number[] => pointer.split('/').filter((part) => /^\d+$/.test(part)).map(Number)

/** Fields of one level, in the given rows: runs of plain fields are one list each, groups stand between them in their order. */
const renderLevel = (summary: Summary, fields: readonly Field[], rows: readonly number[]): Html => {
  const runs: { list: boolean; parts: Html[] }[] = []
  for (const field of fields) {
    const pointer = concretePointer(field.pointer, rows)
    // What could not be worked out was not asked of anybody either.
    if (!summary.stateOf(pointer).visible || (field.kind === 'computed' && valueAt(summary.answers, pointer) === undefined)) continue
    const list = !isGroup(field)
    const last = runs.at(-1)
    const run = last?.list === list ? last : { list, parts: [] }
    if (run !== last) runs.push(run)
    run.parts.push(list ? renderRow(summary, field, pointer) : renderGroup(summary, field, pointer))
  }
  return html`${runs.map(({ list, parts }) => (list ? html`<dl class="summary">${parts}</dl>` : parts))}`
}

/** What was declared, section by section; `head` puts something (a change link) into the heading of a section. */
export const renderAnswers = (declared: Declared, beside: Beside = () => '', head: (section: Section) => Html | '' = () => ''): Html => {
  const summary: Summary = { ...declared, beside, stateOf: fieldStates(declared.form, declared.answers) }
  return html`${visibleSections(declared.form, declared.answers).map((section) => html`
<section class="summary-section" aria-labelledby="s-${section.slug}"><div class="summary-head"><h2 id="s-${section.slug}">${inLang(section.title, declared.lang)}</h2>${head(section)}</div>
${renderLevel(summary, section.fields, [])}</section>`)}`
}
