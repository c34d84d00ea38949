import { translateField as translate } from '../../messages/field-messages.ts'
import type { Html } from '../../view/html.ts'
import type { Option } from '../../engine/form-model.ts'
import type { ControlProps } from '../field-kind.ts'
import { asText } from '../presentation.ts'
import { viewChoices } from '../radios/view.ts'

const OPTIONS: readonly Option[] = [
  { value: 'true', title: { vi: translate('field.yes', 'vi'), en: translate('field.yes', 'en') } },
  { value: 'false', title: { vi: translate('field.no', 'vi'), en: translate('field.no', 'en') } },
]

export const viewYesNo = (props: ControlProps): Html => viewChoices('radio', props, OPTIONS, [asText(props.value)])
