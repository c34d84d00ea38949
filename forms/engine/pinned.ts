import { fieldsByPointer } from './all-fields.ts'
import { fieldStates } from './field-states.ts'
import type { Field, FormModel, RuleContext, Section } from './form-model.ts'
import type { Issue } from './issue.ts'
import type { Answers } from './json.ts'
import { mergePost } from './merge-post.ts'
import { normaliseAnswers } from './normalise.ts'
import { isAtOrBelow } from './pointer.ts'
import { readPost } from './read-post.ts'
import { changeRows } from './row-intents.ts'
import type { Entries, Validate } from './step.ts'

type Pins = ReadonlySet<string>

/** May this pointer be opened by itself? A field that the form has outside of rows and that these answers show; of rows, the whole list. */
export const pinnable = (form: FormModel, answers: Answers, pointer: string): boolean => {
  const field = fieldsByPointer(form).get(pointer)
  return field !== undefined && !pointer.includes('/*') && field.kind !== 'fieldset' && field.kind !== 'computed' && fieldStates(form, answers)(pointer).visible
}

const onlyPinned = (fields: readonly Field[], pins: Pins): readonly Field[] => fields.flatMap((field) => {
  if (pins.has(field.pointer)) return [field]
  const children = field.kind === 'fieldset' ? onlyPinned(field.children ?? [], pins) : []
  return children.length > 0 ? [{ ...field, children }] : []
})

/** The form's sections with the pinned fields alone; sections without any are left out. */
export const pinnedSections = (form: FormModel, pins: Iterable<string>): readonly Section[] => {
  const wanted = new Set(pins)
  return form.sections.flatMap((section) => {
    const fields = onlyPinned(section.fields, wanted)
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
}

/** Fields outside of rows that the new answers show and the old ones hid: what a pinned answer opens comes with it. */
const openedBy = (form: FormModel, before: Answers, after: Answers): readonly string[] => {
  const [was, is] = [fieldStates(form, before), fieldStates(form, after)]
  return [...fieldsByPointer(form).values()]
    .filter(({ pointer, kind }) => !pointer.includes('/*') && kind !== 'fieldset' && kind !== 'computed' && is(pointer).visible && !was(pointer).visible)
    .map(({ pointer }) => pointer)
}

export type PinnedPost = {
  readonly form: FormModel
  readonly validate: Validate
  /** Pointers that were opened (`pinnable`). */
  readonly pins: readonly string[]
  readonly entries: Entries
  readonly answers: Answers
  readonly context: RuleContext
}

/** `stay`: rows changed, new questions opened that the page had not shown, or issues; else the answers can be taken. */
export type PinnedResult = {
  readonly answers: Answers
  readonly sections: readonly Section[]
  readonly issues: readonly Issue[]
  readonly opened: readonly string[]
  readonly stay: boolean
}

type Reading = { readonly answers: Answers; readonly shown: ReadonlySet<string>; readonly issues: readonly Issue[]; readonly rowsChanged: boolean }

/** Names are dotted from the root: each section reads its own, and the button that was pressed. */
const entriesOf = ({ name }: Section, entries: Entries): Entries =>
  entries.filter(([key]) => key.startsWith('_') || (name === '' ? !key.includes('.') : key.startsWith(`${name}.`)))

const readAll = ({ form, entries, answers, context }: PinnedPost, sections: readonly Section[]): Reading => {
  let reading: Reading = { answers, shown: new Set(), issues: [], rowsChanged: false }
  for (const section of sections) {
    const post = readPost(section, entriesOf(section, entries))
    const merged = normaliseAnswers(form, mergePost(section, reading.answers, post.answers, post.shown), context)
    const changed = changeRows(form, section, merged, post.intent)
    const moved = changed !== undefined && JSON.stringify(changed.answers) !== JSON.stringify(merged)
    reading = {
      answers: moved ? normaliseAnswers(form, changed.answers, context) : merged, shown: new Set([...reading.shown, ...post.shown]),
      issues: [...reading.issues, ...post.issues, ...(changed?.issues ?? [])], rowsChanged: reading.rowsChanged || moved,
    }
  }
  return reading
}

/** Questions that open questions, and no further: forms nest their conditions a few deep. */
const DEPTH = 5


/** What the answers were wrong in before is not the citizen's to mend here, unless it lies in what was opened. */
const issuesIn = ({ form, validate, answers: before, context }: PinnedPost, pins: readonly string[], after: Answers): readonly Issue[] => {
  const known = new Set(validate(normaliseAnswers(form, before, context), context).map(({ pointer, code }) => `${code} ${pointer}`))
  return validate(after, context).filter(({ pointer, code }) => pins.some((pin) => isAtOrBelow(pointer, pin)) || !known.has(`${code} ${pointer}`))
}

/**
 * A post of the fields that an officer opened, and of those alone: whatever else a program sends is not read. A question that
 * the new answers open comes along, shown before it is asked for.
 */
export const takePinned = (post: PinnedPost): PinnedResult => {
  let pins = post.pins
  let sections = pinnedSections(post.form, pins)
  let reading = readAll(post, sections)
  for (let round = 0; round < DEPTH; round += 1) {
    const wider = [...new Set([...post.pins, ...openedBy(post.form, post.answers, reading.answers)])]
    if (wider.length === pins.length) break
    pins = wider
    sections = pinnedSections(post.form, pins)
    reading = readAll(post, sections)
  }
  const opened = pins.filter((pin) => !post.pins.includes(pin) && !reading.shown.has(pin))
  const issues = [...reading.issues, ...issuesIn(post, pins, reading.answers).filter(({ pointer }) => !opened.some((pin) => isAtOrBelow(pointer, pin)))]
  const wrong = issues.some(({ severity }) => severity !== 'warning')
  return { answers: reading.answers, sections, issues, opened, stay: wrong || opened.length > 0 || reading.rowsChanged }
}
