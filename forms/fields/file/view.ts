import { translateField as translate } from '../../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import { idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { asText } from '../presentation.ts'

/** The ids stay in the post; files themselves are given on the papers' own page, which the sentence names. */
export const viewFile = (props: ControlProps): Html => {
  const { lang, name, value, state } = props
  const disabled = state.visible ? '' : ' disabled'
  const ids = Array.isArray(value) ? value.map(asText) : []
  const inputs = ['', ...ids].map((id) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(id)}"${disabled}>`).join('')
  const count = ids.length === 0 ? '' : `${translate('field.file.attached', lang, { count: ids.length })}. `
  return raw(`${inputs}<p class="files" id="${idOf(name)}" tabindex="-1">${escapeHtml(count + translate('field.file.elsewhere', lang))}</p>`)
}
