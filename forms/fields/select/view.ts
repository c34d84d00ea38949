import { escapeHtml, raw, type Html } from '../../view/html.ts'
import type { Option } from '../../engine/form-model.ts'
import { optionsOf, renderOptions } from '../choices.ts'
import { attr, idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { perField } from '../per-field.ts'
import { asText, presentationText } from '../presentation.ts'

const open = perField((field, _lang, name) =>
  `<select class="select" id="${idOf(name)}" name="${escapeHtml(name)}"${attr('autocomplete', presentationText(field, 'autocomplete'))}`)

/** A select over a given list; lists of codes (country, ethnicity) come through here too. */
export const viewSelectOf = (props: ControlProps, options: readonly Option[]): Html =>
  raw(`${open(props.field, props.lang, props.name)}${props.attributes}>${renderOptions(options, asText(props.value), props.lang)}</select>`)

export const viewSelect = (props: ControlProps): Html => viewSelectOf(props, optionsOf(props))
