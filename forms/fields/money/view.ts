import { textInputView } from '../text-input.ts'
import { numberText } from '../number/read-number.ts'

const box = textInputView(() => ({ inputMode: 'numeric', width: 'medium', plain: true }))

// Grouped in both languages as the Vietnamese form writes it: either way of grouping is read.
export const viewMoney: typeof box = (props) =>
  box(typeof props.value === 'number' ? { ...props, value: numberText(props.value, props.lang) } : props)
