import { textInputView } from '../text-input.ts'
import { boxText } from './box-text.ts'

const box = textInputView((field) => ({ inputMode: field.schema['type'] === 'integer' ? 'numeric' : 'decimal', width: 'short', plain: true }))

// type="number" would lose what cannot be read and change it under a turning mouse wheel.
export const viewNumber: typeof box = (props) => box(props.value === undefined ? props : { ...props, value: boxText(props.value) })
