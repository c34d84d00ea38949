import type { Field, FieldState, Option, RuleContext } from '../engine/form-model.ts'
import type { Issue } from '../engine/issue.ts'
import type { Json, JsonSchema, Lang } from '../engine/json.ts'
import type { Html } from '../view/html.ts'

/** Raw strings of one field as posted: input suffix -> values in order. '' is the field's own name. */
export type PostedInputs = Readonly<Record<string, readonly string[]>>

/** A kind of field. All kinds are data in one registry; the engine has no switch over them. */
export type FieldKind = {
  /** `x-jsf-presentation.inputType`. */
  readonly id: string
  /** Can this kind serve a schema that names no inputType? The first kind of the registry that says yes is taken. */
  readonly matches?: (schema: JsonSchema) => boolean
  /** Keywords that the kind adds below the author's own (author wins), e.g. {type:'string', format:'vn-phone'}. */
  readonly schema: (author: JsonSchema) => JsonSchema
  /**
   * Suffixes of its inputs: [''] for one input `a.b`; ['day','month','year'] for `a.b.day`… Empty: no input of its own;
   * 'repeating-group' and 'fieldset' then hand over to `field.children`, 'computed' has none. A kind with inputs is a
   * leaf for the engine even when its answer is an object (address, identity-document).
   */
  readonly inputs: readonly string[]
  /** Inputs of those parts of an answer that have other names than theirs: a date in an object has three. */
  readonly parts?: Readonly<Record<string, readonly string[]>>
  /**
   * What the shared frame draws around the view: a label (the default); 'group', a fieldset with a legend, because one label
   * cannot name several inputs (WCAG 1.3.1); 'bare', nothing: the view names its own input.
   */
  readonly frame?: 'label' | 'group' | 'bare'
  /** Help for a field whose author wrote none (TT 32/2017 asks for help at every field). */
  readonly defaultHelp?: (field: Field, lang: Lang) => string | undefined
  /** Unit behind the box (đồng) where the author's `presentation.unit` names none. */
  readonly defaultUnit?: (lang: Lang) => string
  /**
   * Raw post -> answer. undefined = nothing was typed. Never throws and never loses: what cannot be read stays in the
   * answer in a form that the schema refuses and that toPost gives back as it was typed.
   */
  readonly read: (posted: PostedInputs, field: Field) => Json | undefined
  /** Canonical form of an answer, for posts and API alike: NFC, trimmed, digits folded… Idempotent; keeps what it cannot better. */
  readonly normalise: (value: Json, field: Field, context: RuleContext) => Json
  /** Answer -> the inputs that would post it: read(toPost(x)) normalises to x. */
  readonly toPost: (value: Json | undefined, field: Field) => PostedInputs
  /** Answer -> what 'check your answers', the copy and the receipt show. */
  readonly toText: (value: Json, field: Field, lang: Lang, context: RuleContext) => string
  /** Code and params of a schema error in this field (see SchemaError); undefined: the general one of the keyword. */
  readonly explain?: (error: SchemaError, field: Field, context: RuleContext) => Pick<Issue, 'code' | 'params'> | undefined
  /** Checks that JSON Schema cannot say of one field alone (check digits with a reason, warnings). Run after the schema passed. */
  readonly check?: (value: Json, field: Field, context: RuleContext) => readonly Omit<Issue, 'pointer'>[]
  readonly view: (props: ControlProps) => Html
}

/** One ajv error inside a field, `required` of the field itself included. */
export type SchemaError = {
  readonly keyword: string
  /** JSON pointer below the field: '' the field itself, '/commune' inside an address; of a missing property too. */
  readonly path: string
  /** The field's whole answer; undefined when it is missing. */
  readonly value: Json | undefined
}

/** All that a field needs to be drawn. The wrapper (label, help, error) is shared: fields/render-field.ts. */
export type FieldViewProps = {
  readonly field: Field
  readonly state: FieldState
  /** Dotted name with row numbers: `members.0.fullName`. Input names are `name` or `name.suffix`; ids are `f-` + name with dots as dashes. */
  readonly name: string
  readonly value: Json | undefined
  /** Translated sentences for this field. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** Suffixes of the inputs that the errors are about; none: all of them. */
  readonly wrong?: readonly string[]
  readonly lang: Lang
  readonly context: RuleContext
  /** Draws a child (repeating group, fieldset): the page's own recursion. */
  readonly renderChild: (child: Field, name: string) => Html
  /** For `presentation.copyFrom`: the answers that can be copied here, with their titles in the page's language. */
  readonly copySources?: readonly { readonly pointer: string; readonly title: string }[]
}

/** What a kind's view gets from the shared frame. */
export type ControlProps = FieldViewProps & {
  /** Written into each input: aria-describedby (in a group the fieldset has it instead), aria-invalid, disabled while hidden. */
  readonly attributes: string
}

export type { Option }
