import { kindOf } from '../fields/index.ts'
import { fieldStates } from './field-states.ts'
import type { Field, FieldState, Section } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Answers, Json } from './json.ts'
import { mergePost } from './merge-post.ts'
import { normaliseAnswers } from './normalise.ts'
import { pagesFor } from './pages.ts'
import { below, isAtOrBelow, isObject, valueAt } from './pointer.ts'
import type { ProcedureRecord } from './procedure.ts'
import { readPost, type PostReading } from './read-post.ts'
import { changeRows } from './row-intents.ts'
import { isInSection } from './section.ts'
import { tooLarge } from './size.ts'
import type { StepInput, StepResult } from './step.ts'

type Step = StepInput & { readonly record: ProcedureRecord }
type StateOf = (pointer: string) => FieldState

/** Concrete pointers of the inputs that these answers show below a field: leaves that take input, in every row. */
const visibleInputs = (field: Field, pointer: string, value: Json | undefined, stateOf: StateOf): readonly string[] => {
  if (!stateOf(pointer).visible) return []
  const member = (child: Field, owner: Json | undefined): Json | undefined => (isObject(owner) ? owner[child.name] : undefined)
  const inside = (at: string, owner: Json | undefined): readonly string[] =>
    (field.children ?? []).flatMap((child) => visibleInputs(child, below(at, child.name), member(child, owner), stateOf))
  if (field.kind === 'fieldset') return inside(pointer, value)
  if (field.kind === 'repeating-group') return Array.isArray(value) ? value.flatMap((row, i) => inside(`${pointer}/${i}`, row)) : []
  return kindOf(field.kind).inputs.length > 0 ? [pointer] : []
}

const openedBy = (section: Section, answers: Answers, stateOf: StateOf, shown: ReadonlySet<string>): readonly string[] =>
  section.fields.flatMap((field) => visibleInputs(field, field.pointer, valueAt(answers, field.pointer), stateOf)).filter((pointer) => !shown.has(pointer))

const isBelow = (pointer: string, tops: readonly string[]): boolean => tops.some((top) => isAtOrBelow(pointer, top))

const nextSlug = (step: Step, section: Section, answers: Answers): string => {
  const pages = pagesFor(step.record, step.form, answers)
  const here = pages.findIndex((page) => page.slug === section.slug)
  return (pages[here + 1] ?? pages.at(-1))?.slug ?? section.slug
}

const sectionOf = (step: Step): Section => {
  const section = step.form.sections.find((one) => one.name === step.section)
  if (!section) throw new Error(`this form has no section '${step.section}'`)
  return section
}

/** A post that is too large is answered with what was typed still on the page, but nothing of it is stored. */
const refuse = (step: Step, section: Section, reading: PostReading, issues: readonly Issue[]): StepResult => ({
  answers: mergePost(section, step.answers, reading.answers, reading.shown),
  intent: reading.intent, issues, outcome: 'stay', opened: [], nextSlug: section.slug, ...(issues[0] ? { focus: issues[0].pointer } : {}),
})

type Checked = { readonly answers: Answers; readonly issues: readonly Issue[]; readonly opened: readonly string[] }

const check = (step: Step, section: Section, answers: Answers, reading: PostReading): Checked => {
  const opened = openedBy(section, answers, fieldStates(step.form, answers), reading.shown)
  const issues = step.validate(answers, step.context).filter((issue) => isInSection(section, issue.pointer) && !isBelow(issue.pointer, opened))
  return { answers, issues: [...reading.issues, ...issues], opened }
}

const isWrong = (issue: Issue): boolean => issue.severity !== 'warning'

const outcomeOf = ({ intent }: PostReading, { issues, opened }: Checked): StepResult['outcome'] => {
  if (intent.kind === 'save' || intent.kind === 'autosave') return 'save'
  return intent.kind === 'next' && !issues.some(isWrong) && opened.length === 0 ? 'next' : 'stay'
}

/**
 * One post of one page of the form: the new answers, what is wrong on this page, and where to go. Typed answers of other
 * sections are never changed; those that the new answers hide are taken out. A new question that the answers opened keeps
 * the page (`opened`) and is not called wrong before it was seen.
 */
export const takeStep = (step: Step): StepResult => {
  const section = sectionOf(step)
  const reading = readPost(section, step.entries)
  const merged = mergePost(section, step.answers, reading.answers, reading.shown)
  const large = tooLarge(step.form, merged)
  if (large.length > 0) return refuse(step, section, reading, large)
  const changed = changeRows(step.form, section, normaliseAnswers(step.form, merged, step.context), reading.intent)
  if (changed) {
    const answers = normaliseAnswers(step.form, changed.answers, step.context)
    return { ...changed, answers, intent: reading.intent, outcome: 'stay', opened: [], nextSlug: section.slug }
  }
  const checked = check(step, section, normaliseAnswers(step.form, merged, step.context), reading)
  const focus = checked.opened[0] ?? checked.issues.find(isWrong)?.pointer
  return { ...checked, intent: reading.intent, outcome: outcomeOf(reading, checked), nextSlug: nextSlug(step, section, checked.answers), ...(focus === undefined ? {} : { focus }) }
}
