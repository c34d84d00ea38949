import { translateField as translate } from '../../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import { idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { computedText } from './text.ts'

/** An output, not an input: nothing of it is posted. */
export const viewComputed = (props: ControlProps): Html => {
  const text = props.value === undefined ? translate('field.computed.empty', props.lang) : computedText(props.value, props.lang, props.field.options)
  const described = props.attributes.replace(' disabled', '').replace(' aria-invalid="true"', '')
  return raw(`<output class="output" id="${idOf(props.name)}"${described}>${escapeHtml(asText(text))}</output>`)
}
