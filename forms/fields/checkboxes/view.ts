import { raw, type Html } from '../../view/html.ts'
import { optionsOf } from '../choices.ts'
import type { ControlProps } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewChoices } from '../radios/view.ts'

export const viewCheckboxes = (props: ControlProps): Html => {
  const picked = Array.isArray(props.value) ? props.value.map(asText) : [asText(props.value)]
  return raw(viewChoices('checkbox', props, optionsOf(props), picked).html)
}
