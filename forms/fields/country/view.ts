import type { Html } from '../../view/html.ts'
import type { ControlProps } from '../field-kind.ts'
import { viewSelectOf } from '../select/view.ts'
import { COUNTRIES_BY_LANG } from './countries.ts'

export const viewCountry = (props: ControlProps): Html =>
  viewSelectOf(props, props.state.options ?? props.field.options ?? COUNTRIES_BY_LANG[props.lang])
