import type { Html } from '../../view/html.ts'
import type { ControlProps } from '../field-kind.ts'
import { viewSelectOf } from '../select/view.ts'
import { ETHNICITY_OPTIONS } from './ethnic-groups.ts'

export const viewEthnicity = (props: ControlProps): Html => viewSelectOf(props, props.state.options ?? props.field.options ?? ETHNICITY_OPTIONS)
