import type { Field } from '../engine/form-model.ts'
import { raw, type Html } from '../view/html.ts'
import { cleanLine } from './clean-text.ts'
import { closeInput, openInput, type InputShape } from './controls.ts'
import type { ControlProps, FieldKind } from './field-kind.ts'
import { perField } from './per-field.ts'
import { asText, presentationText } from './presentation.ts'

/** What a text box posts and reads, for all kinds that have one; they differ in how they normalise. */
export const textBox = {
  inputs: [''],
  read: (posted) => posted['']?.findLast((value) => value.trim() !== ''),
  normalise: (value) => (typeof value === 'string' ? cleanLine(value) : value),
  toPost: (value) => ({ '': [asText(value)] }),
  toText: (value) => asText(value),
} satisfies Pick<FieldKind, 'inputs' | 'read' | 'normalise' | 'toPost' | 'toText'>

/** Shape of a field's input: the author's presentation over the kind's own. */
const shapeOf = (field: Field, shape: InputShape): InputShape => {
  const [inputMode, autocomplete, width] = ['inputMode', 'autocomplete', 'width'].map((key) => presentationText(field, key))
  return {
    ...shape,
    ...(inputMode === undefined ? {} : { inputMode }),
    ...(autocomplete === undefined ? {} : { autocomplete }),
    ...(width === undefined ? {} : { width }),
  }
}

/** View of a kind with one text box; `shape` may look at the field. */
export const textInputView = (shape: (field: Field) => InputShape): ((props: ControlProps) => Html) => {
  const open = perField((field, _lang, name) => openInput(name, '', shapeOf(field, shape(field))))
  return (props) => raw(open(props.field, props.lang, props.name) + closeInput(asText(props.value), props.attributes))
}
