import { translateField as translate } from '../../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import type { Lang } from '../../engine/json.ts'
import type { Field } from '../../engine/form-model.ts'
import { idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { presentationInLang } from '../presentation.ts'

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const rowTitle = (field: Field, lang: Lang): string => presentationInLang(field, 'rowLabel', lang) ?? (field.title[lang] || field.title.vi)

const button = (intent: string, label: string, more: string): string =>
  `<button class="button button--quiet${more}" type="submit" name="_intent" value="${escapeHtml(intent)}" formnovalidate>${escapeHtml(label)}</button>`

const renderRow = (props: ControlProps, row: number, pointer: string): string => {
  const { field, lang, name } = props
  const title = rowTitle(field, lang)
  const number = row + 1
  const fields = (field.children ?? []).map((child) => props.renderChild(child, `${name}.${row}.${child.name}`).html).join('')
  const legend = escapeHtml(translate('field.group.row', lang, { title, number }))
  const remove = button(`remove:${pointer}/${row}`, translate('field.group.remove', lang, { title: lowerFirst(title), number }), ' button--small row__remove')
  return `<fieldset class="row" id="${idOf(`${name}.${row}`)}" tabindex="-1"><legend class="row__legend">${legend}</legend>${fields}${remove}</fieldset>`
}

const countOf = (props: ControlProps): number => {
  const rows = Array.isArray(props.value) ? props.value.length : 0
  const least = props.field.schema['minItems']
  // A row that must be there is drawn empty, so that nobody has to find the button first.
  return Math.max(rows, typeof least === 'number' ? Math.min(least, 20) : 0)
}

/** Rows as fieldsets of their own with their number, a button to remove each and one to add: plain posts, no script. */
export const viewRepeatingGroup = (props: ControlProps): Html => {
  const { field, lang, name } = props
  const pointer = `/${name.split('.').join('/')}`
  const count = countOf(props)
  const rows = Array.from({ length: count }, (_, row) => renderRow(props, row, pointer)).join('')
  const none = count === 0 ? `<p class="quiet">${escapeHtml(translate('field.group.none', lang))}</p>` : ''
  const most = field.schema['maxItems']
  const full = typeof most === 'number' && count >= most
  const label = presentationInLang(field, 'addLabel', lang) ?? translate('field.group.add', lang, { title: lowerFirst(rowTitle(field, lang)) })
  // So that a group without rows is still known to have been on the page.
  const marker = `<input type="hidden" name="${escapeHtml(name)}" value=""${props.state.visible ? '' : ' disabled'}>`
  return raw(`${marker}<div class="rows">${rows}${none}${full ? '' : button(`add:${pointer}`, label, '')}</div>`)
}
