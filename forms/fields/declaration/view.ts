import { escapeHtml, raw, type Html } from '../../view/html.ts'
import { idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'

/** The whole sentence of the declaration is the label of its box. */
export const viewDeclaration = (props: ControlProps): Html => {
  const { field, lang, name, value, state, attributes } = props
  const id = idOf(name)
  const hidden = `<input type="hidden" name="${escapeHtml(name)}" value=""${state.visible ? '' : ' disabled'}>`
  const box = `<input class="choice__input" type="checkbox" id="${id}" name="${escapeHtml(name)}" value="true"${value === true ? ' checked' : ''}${attributes}>`
  return raw(`${hidden}<div class="choice">${box}<label class="choice__label" for="${id}">${escapeHtml(field.title[lang] || field.title.vi)}</label></div>`)
}
