import type { Option } from '../../engine/form-model.ts'
import type { Lang } from '../../engine/json.ts'
import { escapeHtml, raw, type Html } from '../../view/html.ts'
import { optionsOf } from '../choices.ts'
import { idOf } from '../controls.ts'
import type { ControlProps } from '../field-kind.ts'
import { asText } from '../presentation.ts'

type Choice = { readonly value: string; readonly open: string; readonly close: string }

const draw = (type: 'radio' | 'checkbox', name: string, options: readonly Option[], lang: Lang): readonly Choice[] =>
  options.map(({ value, title }, i) => {
    // The first has the field's own id: there a link from the error summary lands.
    const id = i === 0 ? idOf(name) : `${idOf(name)}-${i + 1}`
    return {
      value,
      open: `<div class="choice"><input class="choice__input" type="${type}" id="${id}" name="${escapeHtml(name)}" value="${escapeHtml(value)}"`,
      close: `><label class="choice__label" for="${id}">${escapeHtml(title[lang] || title.vi)}</label></div>`,
    }
  })

// By list of options: overlays from conditions bring lists of their own.
const drawn: Record<Lang, WeakMap<readonly Option[], Map<string, readonly Choice[]>>> = { vi: new WeakMap(), en: new WeakMap() }

const choicesOf = (type: 'radio' | 'checkbox', name: string, options: readonly Option[], lang: Lang): readonly Choice[] => {
  let byName = drawn[lang].get(options)
  if (byName === undefined) drawn[lang].set(options, (byName = new Map()))
  const known = byName.get(type + name)
  if (known !== undefined) return known
  const choices = draw(type, name, options, lang)
  if (byName.size < 200) byName.set(type + name, choices)
  return choices
}

/** Radios or checkboxes with the empty hidden input in front that tells 'none picked' from 'not on the page'. */
type ChoiceType = 'radio' | 'checkbox'

export const viewChoices = (type: ChoiceType, props: ControlProps, options: readonly Option[], picked: readonly string[]): Html => {
  const disabled = props.state.visible ? '' : ' disabled'
  // ARIA 1.2 has no aria-invalid on a radio: the fieldset's error speaks for all of them.
  const attributes = type === 'radio' ? disabled : props.attributes
  let out = `<input type="hidden" name="${escapeHtml(props.name)}" value=""${disabled}><div class="choices">`
  for (const { value, open, close } of choicesOf(type, props.name, options, props.lang)) {
    out += open + (picked.includes(value) ? ' checked' : '') + attributes + close
  }
  return raw(`${out}</div>`)
}

export const viewRadios = (props: ControlProps): Html => viewChoices('radio', props, optionsOf(props), [asText(props.value)])
