import { byId, fieldOf, focusedBeside, sectionForm, textOf, type Page } from './form-page.ts'

type Communes = readonly (readonly [code: string, name: string])[]

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim()

const optionOf = (value: string, text: string, selected: boolean): HTMLOptionElement => new Option(text, value, selected, selected)

/** A select in the place of the box, under its name and id, so that label, help and post stay as they are. */
const selectFor = (box: HTMLInputElement, communes: Communes, empty: string): HTMLSelectElement | undefined => {
  const typed = plain(box.value)
  const known = communes.find(([code, name]) => code === typed || plain(name) === typed)
  // An old name stays a box: the server knows what became of it, the list does not.
  if (typed !== '' && !known) return undefined
  const select = document.createElement('select')
  select.className = 'select'
  for (const name of ['id', 'name', 'aria-describedby', 'aria-invalid', 'autocomplete', 'part']) {
    const value = box.getAttribute(name)
    if (value !== null) select.setAttribute(name, value)
  }
  select.disabled = box.disabled
  select.append(optionOf('', empty, known === undefined), ...communes.map(([code, name]) => optionOf(code, name, code === known?.[0])))
  return select
}

/** The list may come when the person is already there: the focus moves along (WCAG 3.2.1, 2.4.3). */
const replace = (shown: HTMLElement, next: HTMLElement): HTMLElement => {
  if (shown === next) return next
  const hasFocus = shown === focusedBeside(shown)
  shown.replaceWith(next)
  if (hasFocus) next.focus()
  return next
}

/** Offers the communes of the chosen province as a list. Without the list (no network) the box stays. */
export const dependentCommunes = (page: Page): void => {
  const form = sectionForm(page)
  const data = byId(page, 'commune-lists')?.textContent
  if (!form || !data) return
  const addresses = JSON.parse(data) as Record<string, string>

  for (const province of form.querySelectorAll<HTMLSelectElement>('[data-kind="address"] select[name$=".province"]')) {
    const box = fieldOf(province)?.querySelector<HTMLInputElement>('input[name$=".commune"]')
    if (!box) continue
    let shown: HTMLElement = box
    const update = async (): Promise<void> => {
      const address = addresses[province.value]
      const asked = province.value
      const communes = address ? await fetch(new URL(address, form.action)).then((answer) => answer.json() as Promise<Communes>).catch(() => undefined) : undefined
      // Who has begun to type the name goes on typing it: the server reads it as well.
      if (asked !== province.value || (shown === box && box === focusedBeside(box) && box.value !== '')) return
      const select = communes && selectFor(box, communes, textOf(form, 'choose'))
      box.disabled = province.disabled
      shown = replace(shown, select ?? box)
    }
    province.addEventListener('change', () => {
      // What was typed before the province was chosen stays; a name of another province does not.
      if (shown !== box) box.value = ''
      void update()
    }, { signal: page.ended })
    void update()
  }
}
