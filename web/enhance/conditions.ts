import { openModel, type PackedModel } from '../../forms/engine/packed.ts'
import { sectionStates, type BrowserModel, type SlimState } from '../../forms/engine/states.ts'
import { bodyOf, byId, controlsIn, langOf, sectionForm, type Page } from './form-page.ts'
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

type Options = NonNullable<SlimState['options']>
const valueOf = (option: Options[number]): string => (typeof option === 'string' ? option : option[0])
const titleOf = (option: Options[number], lang: string): string => (typeof option === 'string' ? option : option[lang === 'en' ? 2 : 1])

/** A list that depends on another answer is drawn for that answer alone: those of another one are put in when they are first asked for. */
const complete = (select: HTMLSelectElement, options: Options): void => {
  const drawn = new Set([...select.options].map(({ value }) => value))
  select.append(...options.filter((one) => !drawn.has(valueOf(one))).map((one) => new Option(titleOf(one, langOf(select)), valueOf(one))))
}

/** Narrows what can be picked; a choice that is no longer offered is taken back. */
const narrow = (field: HTMLElement, options: Options | undefined): boolean => {
  const select = field.querySelector('select')
  if (options && select) complete(select, options)
  const allowed = options && new Set(options.map(valueOf))
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

/** Lists that fields have already: most answers change none of them. */
const given = new WeakMap<HTMLElement, Options | undefined>()

/** `again`: something was shown or hidden meanwhile, which turned its choices on. */
const offer = (field: HTMLElement, options: Options | undefined, again: boolean): boolean => {
  if (given.get(field) === options && !(again && options)) return false
  given.set(field, options)
  return narrow(field, options)
}

type Shown = { readonly page: Page; readonly form: HTMLFormElement }

/** Numbers of the lists that fields were drawn with. */
const drawnLists = new WeakMap<HTMLElement, string | undefined>()

const CHOICES = 'select, .choices'

/** Takes a field's choices from the page as the server draws it for what is typed now; nothing is stored by that. */
const redraw = async ({ page, form }: Shown, field: HTMLElement, lists: string | undefined): Promise<void> => {
  const answer = await fetch(form.action, { method: 'POST', body: bodyOf(form, 'check'), headers: { accept: 'text/html' } })
  const drawn = page.parse(await answer.text()).querySelector(`.field[data-pointer="${CSS.escape(field.dataset['pointer'] ?? '')}"]`)?.querySelector(CHOICES)
  const shown = field.querySelector(CHOICES)
  if (!drawn || !shown || drawnLists.get(field) !== lists) return
  // Options that move one by one leave the last of them selected.
  const value = drawn instanceof HTMLSelectElement ? drawn.value : ''
  shown.replaceChildren(...drawn.children)
  if (shown instanceof HTMLSelectElement) shown.value = value
}

/** A list too long for the page is fetched when it is another one than the page was drawn with. */
const fetchList = (shown: Shown, field: HTMLElement, lists: string | undefined): boolean => {
  const isKnown = drawnLists.has(field)
  if (drawnLists.get(field) === lists) return false
  drawnLists.set(field, lists)
  if (!isKnown) return false
  for (const choice of field.querySelectorAll('option:not([value=""]), .choice')) choice.remove()
  // Without a network the list stays empty; 'continue' draws it as well.
  void redraw(shown, field, lists).catch(() => undefined)
  return true
}

const dataOf = <Data>(page: Page, id: string): Data | undefined => {
  const text = byId(page, id)?.textContent
  return text ? (JSON.parse(text) as Data) : undefined
}

/** Did the browser put back what was typed here before? Then the page is not as the server drew it. */
const isRestored = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate')

/** Applies what conditions say to the page, again and again as answers change. */
const followConditions = ({ page, form }: Shown, packed: PackedModel): (() => void) => {
  const model = openModel(packed, dataOf<BrowserModel['answers']>(page, 'form-answers') ?? {})
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
      changed = offer(field, state.options, changed) || changed
      changed = fetchList({ page, form }, field, state.lists) || changed
    }
    return changed
  }
  // A field that was just hidden has no answer any more, which may decide another: again, until nothing moves.
  return () => { for (let round = 0; round < 8 && apply(); round++); }
}

/**
 * Shows, hides and requires fields at once as the answers ask, by the very code that the server decides with. The page comes
 * as its answers ask: nothing is read or decided before somebody turns to the form, so that a slow phone is ready sooner.
 */
export const instantConditions = (page: Page): void => {
  const form = sectionForm(page)
  if (!form) return
  let settle: (() => void) | undefined
  const follow = (): void => {
    if (settle === undefined) {
      const packed = dataOf<PackedModel>(page, 'form-model')
      settle = packed ? followConditions({ page, form }, packed) : () => undefined
    }
    settle()
  }
  // Before the first answer changes: to know what the page was drawn with.
  for (const turn of ['focusin', 'pointerdown']) form.addEventListener(turn, follow, { once: true, signal: page.ended })
  for (const turn of ['input', 'change']) form.addEventListener(turn, follow, { signal: page.ended })
  if (isRestored()) follow()
}
