import { sectionStates, type BrowserModel, type SlimState } from '../../forms/engine/states.ts'
import { controlsIn, sectionForm } from './form-page.ts'
import { readAnswers } from './read-answers.ts'

type Row = { readonly [name: string]: string }

/** Hidden fields post nothing: wrapper and inputs flip together, and a field inside a hidden one stays off. */
const show = (field: HTMLElement, visible: boolean): boolean => {
  if (field.hidden !== visible) return false
  field.hidden = !visible
  for (const control of [...controlsIn(field), ...field.querySelectorAll('button')]) control.disabled = control.closest('.field[hidden]') !== null
  return true
}

const markOptional = (field: HTMLElement, required: boolean): void => {
  const mark = field.querySelector<HTMLElement>(':scope > label .field__optional, :scope > fieldset > legend .field__optional')
  if (mark) mark.hidden = required
}

/** Narrows what can be picked; a choice that is no longer offered is taken back. */
const offer = (field: HTMLElement, options: SlimState['options']): boolean => {
  const allowed = options && new Set(options.map(([value]) => value))
  let changed = false
  for (const choice of field.querySelectorAll<HTMLOptionElement | HTMLInputElement>('option, .choice__input')) {
    const off = allowed !== undefined && choice.value !== '' && !allowed.has(choice.value)
    const box = choice instanceof HTMLInputElement ? choice.closest<HTMLElement>('.choice') : choice
    if (off && choice instanceof HTMLInputElement && choice.checked) choice.checked = !(changed = true)
    if (off && choice instanceof HTMLOptionElement && choice.selected) choice.selected = !(changed = true)
    if (box) box.hidden = off
    choice.disabled = off || choice.closest('.field[hidden]') !== null
  }
  return changed
}

/** Shows, hides and requires fields at once as the answers ask, by the very code that the server decides with. */
export const instantConditions = (page: Document): void => {
  const form = sectionForm(page)
  const data = page.getElementById('form-model')?.textContent
  if (!form || !data) return
  const model = JSON.parse(data) as BrowserModel
  const fields = new Map([...form.querySelectorAll<HTMLElement>('.field[data-pointer]')].map((field) => [field.dataset['pointer'], field]))

  const apply = (): boolean => {
    const tree = readAnswers(form)
    const states = sectionStates(model, model.section === '' ? tree : ((tree[model.section] ?? {}) as Row))
    let changed = false
    for (const [pointer, state] of states) {
      const field = fields.get(pointer)
      if (!field) continue
      changed = show(field, state.visible) || changed
      markOptional(field, state.required)
      changed = offer(field, state.options) || changed
    }
    return changed
  }
  // A field that was just hidden has no answer any more, which may decide another: again, until nothing moves.
  const settle = (): void => { for (let round = 0; round < 8 && apply(); round++); }
  form.addEventListener('input', settle)
  form.addEventListener('change', settle)
  settle()
}
