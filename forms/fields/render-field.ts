import type { Field } from '../engine/form-model.ts'
import type { Lang } from '../engine/json.ts'
import { translateField as translate } from '../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../view/html.ts'
import { idOf } from './controls.ts'
import type { FieldKind, FieldViewProps } from './field-kind.ts'
import { kindOf } from './kinds.ts'
import { perField } from './per-field.ts'
import { presentationInLang } from './presentation.ts'

/*
 * Classes that fields emit (web/styles has a rule for each):
 *   field field--error field__label field__legend field__optional field__help field__error field__warning field__unit field__group
 *   input input--short input--medium input--full input--code input--two input--year input-group textarea select
 *   choices choice choice__input choice__label
 *   date date__part · subfield subfield__label subfield__help (inside address and identity-document)
 *   rows row row__legend row__remove · copy · output
 *   files quiet
 *   button button--quiet button--small · visually-hidden
 * `data-kind` on the wrapper names the kind, `data-pointer` the answer.
 */

type Frame = {
  /** ` data-pointer=… data-kind=…` */
  readonly data: string
  /** Label or opening of the fieldset's legend, up to the optional mark; '' for a bare frame. */
  readonly title: string
  readonly titleEnd: string
  readonly help: string
  readonly id: string
  /** The fieldset's own id, a place for links to land; not where the first choice has that id. */
  readonly groupId: string
  /** Around the view: the box and its unit. */
  readonly before: string
  readonly after: string
}

/** JSON pointer of an input's name: `members.0.fullName` -> `/members/0/fullName`. */
const pointerOf = (name: string): string => `/${name.split('.').map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`

const helpOf = (field: Field, kind: FieldKind, lang: Lang): string | undefined =>
  field.help?.[lang] || field.help?.vi || kind.defaultHelp?.(field, lang)

const frameOf = perField((field, lang, name): Frame => {
  const kind = kindOf(field.kind)
  const id = idOf(name)
  const help = helpOf(field, kind, lang)
  const unit = presentationInLang(field, 'unit', lang) ?? kind.defaultUnit?.(lang)
  // The unit is heard as part of the label; behind the box it is for the eye.
  const spoken = unit === undefined ? '' : `<span class="visually-hidden"> (${escapeHtml(unit)})</span>`
  const label = escapeHtml(field.title[lang] || field.title.vi) + spoken
  const title = kind.frame === 'bare' ? '' : kind.frame === 'group' ? `<legend class="field__legend">${label}` : `<label class="field__label" for="${id}">${label}`
  return {
    data: ` data-pointer="${escapeHtml(pointerOf(name))}" data-kind="${kind.id}"`,
    title,
    titleEnd: kind.frame === 'bare' ? '' : kind.frame === 'group' ? '</legend>' : '</label>',
    help: help === undefined ? '' : `<p class="field__help" id="${id}-help">${escapeHtml(help)}</p>`,
    id,
    groupId: kind.inputs[0] === '' ? '' : ` id="${id}" tabindex="-1"`,
    before: unit === undefined ? '' : '<span class="input-group">',
    after: unit === undefined ? '' : `<span class="field__unit" aria-hidden="true">${escapeHtml(unit)}</span></span>`,
  }
})

const OPTIONAL = { vi: translate('field.optional', 'vi'), en: translate('field.optional', 'en') }

// Written even while the field is required, hidden: scripts flip it at once when conditions change.
const optionalMark = (required: boolean, lang: Lang): string => ` <span class="field__optional"${required ? ' hidden' : ''}>${OPTIONAL[lang]}</span>`

const message = (kind: 'error' | 'warning', id: string, texts: readonly string[], lang: Lang): string => {
  if (texts.length === 0) return ''
  const prefix = translate(kind === 'error' ? 'field.error-prefix' : 'field.warning-prefix', lang)
  const text = texts.map(escapeHtml).join('<br>')
  // The word stands before the text because colour alone would not tell an error (WCAG 1.4.1).
  return `<p class="field__${kind}" id="${id}-${kind}"><span class="visually-hidden">${prefix} </span>${text}</p>`
}

/** Ids of help, error and warning in the order in which they are read out (WCAG 1.3.1, 3.3.1). */
const describedBy = (frame: Frame, props: FieldViewProps): string => {
  const ids = [frame.help === '' ? '' : `${frame.id}-help`, props.errors.length === 0 ? '' : `${frame.id}-error`, props.warnings.length === 0 ? '' : `${frame.id}-warning`]
  const text = ids.filter((id) => id !== '').join(' ')
  return text === '' ? '' : ` aria-describedby="${text}"`
}

const copyButtons = (props: FieldViewProps): string => {
  if (props.copySources === undefined || props.copySources.length === 0) return ''
  const to = pointerOf(props.name)
  const disabled = props.state.visible ? '' : ' disabled'
  const buttons = props.copySources.map(({ pointer, title }) =>
    `<button class="button button--quiet button--small" type="submit" name="_intent" value="${escapeHtml(`copy:${to}:${pointer}`)}" formnovalidate${disabled}>${escapeHtml(translate('field.copy', props.lang, { title }))}</button>`)
  return `<p class="copy">${buttons.join(' ')}</p>`
}

/** Kinds whose optional mark would say nothing: they are not answered by the citizen, or their parts are marked. */
const UNMARKED: ReadonlySet<string> = new Set(['computed', 'fieldset', 'declaration'])

/**
 * One field as the page shows it: wrapper, label or legend, help, error, warning, the kind's own view. Accessible by
 * construction: each message has an id that its input or fieldset refers to, and what is optional says so in words.
 */
export const renderField = (props: FieldViewProps): Html => {
  const { field, lang, state, errors } = props
  const kind = kindOf(field.kind)
  const frame = frameOf(field, lang, props.name)
  const group = kind.frame === 'group'
  const described = describedBy(frame, props)
  const attributes = (group ? '' : described) + (errors.length > 0 ? ' aria-invalid="true"' : '') + (state.visible ? '' : ' disabled')
  const open = `<div class="field${errors.length > 0 ? ' field--error' : ''}"${frame.data}${state.visible ? '' : ' hidden'}>` +
    (group ? `<fieldset class="field__group"${frame.groupId}${described}>` : '')
  const mark = frame.title === '' || UNMARKED.has(field.kind) ? '' : optionalMark(state.required, lang)
  const messages = errors.length + props.warnings.length === 0 ? '' : message('error', frame.id, errors, lang) + message('warning', frame.id, props.warnings, lang)
  const body = frame.title + mark + frame.titleEnd + frame.help + messages + copyButtons(props) + frame.before + kind.view({ ...props, attributes }).html + frame.after
  return raw(`${open}${body}${group ? '</fieldset></div>' : '</div>'}`)
}
