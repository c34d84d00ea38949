import { escapeHtml } from '../view/html.ts'
import type { ControlProps } from './field-kind.ts'

/** Id of a field's element: `members.0.fullName` -> `f-members-0-fullName`. */
export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`

/** Name of one input of a field: '' is the field's own. */
export const inputName = (name: string, suffix: string): string => (suffix === '' ? name : `${name}.${suffix}`)

/** ` key="value"`, or nothing for undefined and ''. */
export const attr = (key: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : ` ${key}="${escapeHtml(value)}"`

export type InputShape = {
  readonly type?: string
  readonly inputMode?: string
  readonly autocomplete?: string
  readonly width?: string
  /** Names and codes are not words: no red underlines, no capital letters put in by a phone. */
  readonly plain?: boolean
}

/** `<input …` up to its changing part; close it with `closeInput`. */
export const openInput = (name: string, suffix: string, shape: InputShape): string => {
  const full = inputName(name, suffix)
  const width = shape.width === undefined ? '' : ` input--${shape.width}`
  return `<input class="input${width}" id="${idOf(full)}" name="${escapeHtml(full)}" type="${shape.type ?? 'text'}"` +
    attr('inputmode', shape.inputMode) + attr('autocomplete', shape.autocomplete) +
    (shape.plain === true ? ' spellcheck="false" autocapitalize="off"' : '')
}

/** The value of an input begun by openInput, and the attributes that the frame gives to each input. */
export const closeInput = (text: string, attributes: string): string =>
  text === '' ? `${attributes}>` : ` value="${escapeHtml(text)}"${attributes}>`

const INVALID = ' aria-invalid="true"'

/** What the frame writes into one input of several: the ones that nothing is said of are not marked as wrong. */
export const attributesFor = ({ attributes, wrong = [] }: Pick<ControlProps, 'attributes' | 'wrong'>, suffix: string): string =>
  wrong.length === 0 || wrong.includes(suffix) ? attributes : attributes.replace(INVALID, '')
