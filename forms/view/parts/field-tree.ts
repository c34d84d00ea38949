import { fieldStates } from '../../engine/field-states.ts'
import type { Field, FieldState, FormModel, RuleContext } from '../../engine/form-model.ts'
import type { Issue } from '../../engine/issue.ts'
import type { Answers, Lang } from '../../engine/json.ts'
import { renderField } from '../../fields/render-field.ts'
import { html, type Html } from '../html.ts'
import { inLang } from './format.ts'
import { allFields, isError, saidByField, type Said } from './issues.ts'
import { valueAt } from '../../engine/pointer.ts'
import { fieldAt, sectionAt } from './find-field.ts'
import { concretePointer, nameOfPointer } from './pointers.ts'

export type FieldTree = {
  readonly form: FormModel
  readonly answers: Answers
  readonly issues: readonly Issue[]
  readonly context: RuleContext
  readonly lang: Lang
}

type Drawing = {
  readonly tree: FieldTree
  readonly stateOf: (pointer: string) => FieldState
  readonly errors: ReadonlyMap<string, Said>
  readonly warnings: ReadonlyMap<string, Said>
}

const NOTHING: Said = { sentences: [], wrong: [] }

/** Answers that can be copied into a field: those of `presentation.copyFrom` that are given, by their titles. */
const copySourcesOf = ({ tree }: Drawing, field: Field): readonly { readonly pointer: string; readonly title: string }[] => {
  const { copyFrom } = field.presentation
  if (!Array.isArray(copyFrom)) return []
  const given = copyFrom.filter((pointer): pointer is string => typeof pointer === 'string' && valueAt(tree.answers, pointer) !== undefined)
  return given.map((pointer) => {
    const [section, source] = [sectionAt(tree.form, pointer)?.title, fieldAt(allFields(tree.form), pointer)?.title]
    // Its own title stands above the button already.
    const titles = source && inLang(source, tree.lang) === inLang(field.title, tree.lang) ? [section] : [section, source]
    return { pointer, title: titles.flatMap((title) => (title ? [inLang(title, tree.lang)] : [])).join(' – ') }
  })
}

const drawField = (drawing: Drawing, field: Field, pointer: string): Html => {
  const { tree } = drawing
  const copySources = copySourcesOf(drawing, field)
  const said = drawing.errors.get(pointer) ?? NOTHING
  return renderField({
    field,
    name: nameOfPointer(pointer),
    state: drawing.stateOf(pointer),
    value: valueAt(tree.answers, pointer),
    errors: said.sentences,
    wrong: said.wrong,
    warnings: (drawing.warnings.get(pointer) ?? NOTHING).sentences,
    lang: tree.lang,
    context: tree.context,
    renderChild: (child, name) => drawField(drawing, child, `/${name.replaceAll('.', '/')}`),
    ...(copySources.length > 0 ? { copySources } : {}),
  })
}

/** All fields of a section with their answers, states and sentences. */
export const renderFields = (tree: FieldTree, fields: readonly Field[]): Html => {
  const drawing: Drawing = {
    tree,
    stateOf: fieldStates(tree.form, tree.answers),
    errors: saidByField(tree.issues.filter(isError), fields, tree.lang),
    warnings: saidByField(tree.issues.filter((issue) => !isError(issue)), fields, tree.lang),
  }
  return html`${fields.map((field) => drawField(drawing, field, concretePointer(field.pointer, [])))}`
}
