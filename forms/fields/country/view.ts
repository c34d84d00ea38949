import type { Html } from '../../view/html.ts'
import type { ControlProps } from '../field-kind.ts'
import { viewSelectOf } from '../select/view.ts'
import { countriesIn } from './countries.ts'

export const viewCountry = (props: ControlProps): Html =>
  viewSelectOf(props, props.state.options ?? props.field.options ?? countriesIn(props.lang))
