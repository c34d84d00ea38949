import { attribute, escapeHtml, raw, type Html } from '../../view/html.ts'
import { idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { asText } from '../presentation.ts'

const DEFAULT_ROWS = 5

export const viewLongText = (props: ControlProps): Html => {
  const rows = props.field.presentation['rows']
  const open = `<textarea class="textarea" id="${idOf(props.name)}" name="${escapeHtml(props.name)}"`
  const height = attribute('rows', typeof rows === 'number' ? rows : DEFAULT_ROWS).html
  // A line break right after the tag is swallowed by browsers: this one is for them.
  return raw(`${open}${height}${props.attributes}>\n${escapeHtml(asText(props.value))}</textarea>`)
}
