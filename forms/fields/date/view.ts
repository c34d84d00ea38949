import type { Lang } from '../../engine/json.ts'
import { translateField as translate } from '../../messages/field-messages.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import { attributesFor, closeInput, idOf, openInput } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { perField } from '../per-field.ts'
import { asText, presentationText } from '../presentation.ts'
import { splitDate } from './inputs.ts'

const PARTS = ['day', 'month', 'year'] as const

/** Labels and inputs of the three boxes up to their values. 'bday' of the presentation becomes bday-day, bday-month, bday-year. */
export const dateBoxes = (name: string, lang: Lang, autocomplete: string | undefined): readonly string[] =>
  PARTS.map((part) => {
    const id = idOf(`${name}.${part}`)
    const token = autocomplete === undefined ? {} : { autocomplete: `${autocomplete}-${part}` }
    const input = openInput(name, part, { inputMode: 'numeric', width: part === 'year' ? 'year' : 'two', plain: true, ...token })
    return `<div class="date__part"><label for="${id}">${escapeHtml(translate(`field.date.${part}`, lang))}</label>${input}`
  })

/** The three boxes with a stored answer in them. */
export const fillDateBoxes = (boxes: readonly string[], value: string, props: ControlProps): string => {
  const texts = splitDate(value)
  return `<div class="date">${boxes.map((box, i) => `${box}${closeInput(texts[i] ?? '', attributesFor(props, PARTS[i] ?? ''))}</div>`).join('')}</div>`
}

const boxes = perField((field, lang, name) => dateBoxes(name, lang, presentationText(field, 'autocomplete')))

export const viewDate = (props: ControlProps): Html =>
  raw(fillDateBoxes(boxes(props.field, props.lang, props.name), asText(props.value), props))
